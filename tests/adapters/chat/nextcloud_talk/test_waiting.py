"""What one person alone may read, where there is no conversation alone with them yet."""

from __future__ import annotations

from datetime import timedelta

from bot.vocabulary import Account, Answer, Invocation, Room, Text
from tests.adapters.chat.nextcloud_talk.world import Home, at_home, plain
from tests.fakes.talk.rooms import Place


def owner(home: Home) -> Account:
    return Account("nextcloud_talk", f"users/owner@{home.talk.url}")


async def told(home: Home, *notices: str) -> None:
    """The bot has something for the owner alone, and knows of no room for it."""
    account = owner(home)
    for text in notices:
        room = Room(account.id, private=False)
        assert await home.post.tell(account, room, Answer((Text(text),)), locale="en") is not None
        await home.settled()


async def status(home: Home) -> str:
    asked = Invocation("s", owner(home), Room("own"), "status", "", home.services.clock.now())
    answer = await home.desk.invoke(asked)
    return "\n".join(part.text for part in answer.parts if isinstance(part, Text))


def read(place: Place) -> str:
    return "\n".join(map(plain, place.by_bot()))


async def test_it_is_kept_hinted_at_once_a_day_and_told_in_the_first_conversation_alone() -> None:
    async with at_home() as home:
        shared = await home.talk.room("Everybody", "owner", "ben")
        await told(home, "Radarr is gone.", "Ben wants Dune.")
        assert not shared.by_bot()
        assert "2 notices wait for Olga" in await status(home)
        await home.restart()
        await home.say(shared, "owner", "!me")
        await home.say(shared, "owner", "!me")
        assert read(shared).count("Something waits for you") == 1
        home.house.clock.advance(timedelta(days=1))
        await home.say(shared, "owner", "!me")
        assert read(shared).count("Something waits for you") == 2
        await home.say(shared, "ben", "!me")
        assert read(shared).count("Something waits for you") == 2
        alone = await home.talk.room("owner alone", "owner")
        await home.say(alone, "owner", "!private")
        await home.settled()
        *_, last = alone.by_bot()
        assert [notice in plain(last) for notice in ("2 ", "Radarr is gone.", "Ben wants Dune.")] == [True] * 3
        assert "Radarr" not in read(shared)
        assert "waits for Olga" not in await status(home)
        await told(home, "Sonarr is gone.")
        assert plain(alone.by_bot()[-1]) == "Sonarr is gone."


async def test_a_conversation_alone_that_the_bot_was_thrown_out_of_is_none_any_more() -> None:
    async with at_home() as home:
        alone = await home.own_room("owner")
        await home.talk.leave(alone)
        await told(home, "Radarr is gone.")
        async with home.services.storage.unit() as unit:
            assert not await unit.outbox.dead()
        again = await home.talk.room("another room", "owner")
        await home.say(again, "owner", "!private")
        await home.settled()
        heading, notice = plain(again.by_bot()[-1]).split("\n\n")
        assert (heading.startswith("This has waited"), notice) == (True, "Radarr is gone.")
