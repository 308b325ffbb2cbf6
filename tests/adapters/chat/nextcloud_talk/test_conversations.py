"""Conversations in Talk: who is answered, how cards are spoken of, and what others may read."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.web.card_links import KEY_NAME
from engine.domain.interactions import InteractionKind
from tests.adapters.chat.nextcloud_talk.world import Home, at_home, plain
from tests.conversations.household import SECRET_TITLE
from tests.fakes.talk import webhooks
from tests.fakes.talk.rooms import Place, Written

CODE = re.compile(r"\[([A-Z]\d[A-Z]{1,2}\d)\]")
PERSONAL = ("Because", "liked", "% ·", "sure", "Close to", "finished")


def code(message: Written) -> str:
    found = CODE.search(message.text)
    assert found, message.text
    return found[1]


async def kinds(home: Home, who: str = "v-anna") -> list[InteractionKind]:
    async with home.house.storage.unit() as unit:
        return [fact.kind for fact in await unit.interactions.of_viewer(who) if fact.kind is not InteractionKind.WATCH]


async def cards(home: Home, place: Place, line: str = "!tonight 3", who: str = "anna") -> list[Written]:
    return [one for one in await home.say(place, who, line) if CODE.search(one.text)]


async def test_a_pick_is_a_message_with_a_code_and_our_own_link_first(any_home: Home) -> None:
    room = await any_home.own_room()
    told = await any_home.say(room, "anna", "/tonight 3")
    assert told[0].text == "For tonight, Anna:"
    picks = told[1:]
    assert len({code(one) for one in picks}) == 3
    assert [code(one)[-1] for one in picks] == ["1", "2", "3"]
    for one in picks:
        assert one.previewed.startswith(f"{any_home.server.url}/card/")
        assert one.text.split("\n")[1] == one.previewed
        assert not one.mentions
    assert "like 1" in plain(picks[-1])
    assert [one.silent for one in told] == [False, True, True, True]
    assert len({one.reference_id for one in told}) == 4
    async with aiohttp.ClientSession() as session, session.get(picks[0].previewed) as page:
        assert page.status == 200
        text = await page.text()
    assert "og:image" in text
    assert "Anna" not in text


async def test_numbers_words_codes_and_replies_press_the_buttons_of_a_card(any_home: Home) -> None:
    room = await any_home.own_room()
    picks = await cards(any_home, room)
    for line, reply, word in (
        ("like 1", None, "you like"),
        (f"why {code(picks[1])}", None, "Why"),
        (f"{code(picks[2]).lower()} like", None, "you like"),
        (f"[{code(picks[2])}]", None, "harbour"),
        (f"rate {code(picks[1])} 9", None, "9 out of 10"),
    ):
        told = await any_home.say(room, "anna", line, reply_to=reply)
        assert word.casefold() in "\n".join(plain(one) for one in told).casefold(), line
    assert (await kinds(any_home)).count(InteractionKind.LIKE) == 2
    assert (await kinds(any_home)).count(InteractionKind.RATING) == 1


async def test_a_state_change_is_a_short_message_that_names_its_card(home: Home) -> None:
    room = await home.own_room()
    picks = await cards(home, room)
    (told,) = await home.say(room, "anna", "like", reply_to=picks[1])
    assert told.text.startswith(f"[{code(picks[1])}] Noted: you like")
    assert "undo" in told.text


async def test_a_reply_to_a_card_means_that_card_with_words_numbers_and_emoji(home: Home) -> None:
    room = await home.own_room()
    first = await cards(home, room)
    await cards(home, room, "!shuffle")
    (why,) = await home.say(room, "anna", "why?", reply_to=first[2])
    assert why.text.startswith(f"[{code(first[2])}] Why")
    (noted,) = await home.say(room, "anna", "👍🏽", reply_to=first[0])
    assert "you like" in noted.text
    (rated,) = await home.say(room, "anna", "rate 7", reply_to=first[1])
    assert "7 out of 10" in rated.text
    (shown,) = await home.say(room, "anna", "3", reply_to=first[0])
    assert plain(shown).split(" [")[0] == plain(first[2]).split(" [")[0]


async def test_numbers_mean_the_cards_shown_last_also_behind_one_that_was_shown_again(home: Home) -> None:
    room = await home.own_room()
    picks = await cards(home, room)
    await home.say(room, "anna", "2")
    (told,) = await home.say(room, "anna", "like 1")
    assert told.text.startswith(f"[{code(picks[0])}] Noted")


async def test_a_question_with_choices_is_answered_by_number(any_home: Home) -> None:
    room = await any_home.own_room()
    (asked,) = await any_home.say(room, "anna", "/rate Dune 8")
    assert "1 · Dune (2021)" in plain(asked)
    (told,) = await any_home.say(room, "anna", "2")
    assert "Dune (1984): 8 out of 10" in plain(told)


async def test_codes_mean_the_same_after_a_week_and_a_restart(any_home: Home) -> None:
    room = await any_home.own_room()
    picks = await cards(any_home, room)
    any_home.house.clock.advance(timedelta(days=7))
    await any_home.restart()
    (told,) = await any_home.say(room, "anna", f"like {code(picks[1])}")
    assert "you like" in told.text
    (why,) = await any_home.say(room, "anna", "why 3")
    assert why.text.startswith(f"[{code(picks[2])}] Why")
    if any_home.talk.number >= (21,):
        (again,) = await any_home.say(room, "anna", "like", reply_to=picks[1])
        assert again.text.startswith(f"[{code(picks[1])}]")


async def test_in_a_room_the_bot_answers_only_who_speaks_to_it(home: Home) -> None:
    room = await home.talk.room("Movie night", "anna", "ben")
    for line in (
        "hello everybody",
        "2",
        "like 1",
        "more",
        "why",
        "what about 3?",
        "email me@recommendarr.example",
        "A2B1",
    ):
        assert not await home.say(room, "anna", line), line
    for line in (
        "!tonight 1",
        "/tonight 1",
        "@Recommendarr tonight 1",
        "recommendarr, tonight 1",
        "tonight 1 @Recommendarr",
    ):
        assert await home.say(room, "anna", line), line
    assert await home.say(room, "anna", "1")
    assert not await home.say(room, "chloe", "1")
    assert not await home.say(room, "anna", "that is a great one, isn't it")


async def test_the_bot_knows_by_what_name_it_was_installed() -> None:
    async with at_home() as home:
        home.talk.bot_name = "Movie Butler"
        room = await home.talk.room("Movie night", "anna", "ben")
        assert await home.say(room, "anna", "@Movie Butler tonight 1")
        await home.restart()
        assert await home.say(room, "anna", "Movie Butler: tonight 1")


async def test_in_a_room_others_read_titles_but_nothing_personal(any_home: Home) -> None:
    room = await any_home.talk.room("Movie night", "anna", "ben")
    picks = await any_home.say(room, "anna", "!tonight 3")
    assert len(picks) == 3
    for one in picks:
        assert one.previewed.startswith(f"{any_home.server.url}/card/")
        assert not any(word in one.text for word in PERSONAL), one.text
    assert picks[0].parent is not None
    assert picks[0].parent.text == "!tonight 3"
    for line in ("!taste", "!me", "!watchlist", f"why {code(picks[0])}"):
        (told,) = await any_home.say(room, "anna", line)
        assert "for you alone" in told.text
        assert f"{any_home.server.url}/" in told.text
        assert "signin" not in told.text
        assert not any(word in told.text for word in PERSONAL)
    (done,) = await any_home.say(room, "anna", f"like {code(picks[1])}")
    assert done.text == f"[{code(picks[1])}] Done. Write /undo to take it back."
    (undone,) = await any_home.say(room, "anna", "/undo")
    assert undone.text.startswith("Taken back.")
    assert InteractionKind.LIKE not in await kinds(any_home)


async def test_who_has_an_own_room_is_answered_there(home: Home) -> None:
    own = await home.own_room()
    room = await home.talk.room("Movie night", "anna", "ben")
    (told,) = await home.say(room, "anna", "!taste")
    assert told.text == "That is for you alone, so I have answered in our own conversation."
    assert "Genres" in own.by_bot()[0].text
    own.deleted = True
    (told,) = await home.say(room, "anna", "!taste")
    assert "Your own page has it" in told.text


async def test_an_own_room_ends_when_somebody_else_writes_or_is_added(home: Home) -> None:
    for end in ("write", "add"):
        own = await home.own_room()
        assert "signin" in (await home.say(own, "anna", "me"))[0].text
        if end == "write":
            await home.say(own, "ben", "hello")
        else:
            await home.talk.add(own, "ben")
        assert not await home.say(own, "anna", "me")
        (told,) = await home.say(own, "anna", "!me")
        assert "signin" not in told.text
        home.talk.rooms.clear()


async def test_a_repeated_claim_of_a_room_changes_nothing(home: Home) -> None:
    own = await home.own_room()
    headers, body, _ = home.talk.sent[-1]
    await home.talk.add(own, "ben")
    await home.restart()
    fresh = webhooks.signed(home.talk.secret, bytes(body), home.talk.url)  # type: ignore[arg-type]
    assert "X-Nextcloud-Talk-Random" in headers
    assert await home.talk.knock(fresh, body) == 200
    assert "signin" not in (await home.say(own, "anna", "!me"))[0].text
    await home.say(own, "anna", "!private")
    assert "signin" in (await home.say(own, "anna", "!me"))[0].text


async def test_without_a_place_for_the_key_cards_have_no_public_link(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    own = await home.own_room()
    (home.folder / KEY_NAME).write_bytes(b"damaged")
    for _ in range(2):
        shown = await cards(home, own)
        assert len(shown) == 3
        for one in shown:
            assert f"{home.server.url}/item/" in one.text
    assert caplog.text.count("no public links") == 1


async def test_somebody_else_presses_nothing_on_a_card(home: Home) -> None:
    room = await home.talk.room("Movie night", "anna", "ben")
    picks = await cards(home, room)
    await home.say(room, "ben", "like", reply_to=picks[0])
    await home.say(room, "ben", f"like {code(picks[0])}")
    assert not await kinds(home)
    assert not await kinds(home, "v-ben")


@pytest.mark.parametrize(
    ("version", "believed"), [("21.1.0", False), ("22.0.8", False), ("22.0.9", True), ("23.0.1", True)]
)
async def test_reactions_count_only_where_the_server_tells_who_reacted(version: str, believed: bool) -> None:
    async with at_home(version=version) as home:
        room = await home.own_room()
        picks = await cards(home, room)
        told = await home.react(room, "anna", picks[1], "👍")
        assert (await kinds(home) == [InteractionKind.LIKE]) is believed
        assert bool(told) is believed
        assert not await home.react(room, "anna", picks[1], "👍", take=True)
        assert not await home.react(room, "anna", picks[1], "🦄")
        assert not await home.react(room, "ben", picks[0], "👍")
        assert not await kinds(home, "v-ben")


async def test_reactions_can_be_switched_on_and_off() -> None:
    async with at_home(version="22.0.9", REACTIONS="off") as home:
        room = await home.own_room()
        assert not await home.react(room, "anna", (await cards(home, room))[0], "👍")


async def test_guests_and_people_of_other_servers_are_strangers_of_their_own(home: Home) -> None:
    room = await home.talk.room("Movie night", "anna")
    for actor in ("guests/abc123", "federated_users/anna@other.example", "emails/anna@example.org"):
        (told,) = await home.say(room, actor, "!tonight 1")
        assert "/card/" not in told.text
        assert SECRET_TITLE not in told.text
    asked = len(home.talk.asked)
    for actor in ("bots/bot-123", "bridged/irc", "deleted_users/deleted_users"):
        await home.say(room, actor, "!tonight 1")
    assert len(home.talk.asked) == asked


async def test_hostile_titles_call_nobody_and_make_no_markup(home: Home) -> None:
    room = await home.own_room()
    for line in ("/search The *Family*", "/search ואלס עם באשיר", "/search Clear Screen", "/tonight 10", "/taste"):
        for one in await home.say(room, "anna", line):
            assert not one.mentions
            assert one.text.count("\u2068") == one.text.count("\u2069")
            assert not re.search("[\u202a-\u202e\x00-\x09\x0b-\x1f]", one.text)
            assert not one.previewed or urlsplit(one.previewed).netloc == urlsplit(home.server.url).netloc


async def test_the_bots_own_events_are_let_pass(home: Home) -> None:
    room = await home.talk.room("Movie night", "anna")
    message = home.talk._written(room, home.talk.bot, "Recommendarr (Bot)", "!tonight 1")
    assert await home.talk.send(webhooks.created(room, message, newer=True)) == 200
    assert await home.talk.send(webhooks.liked(room, message, home.talk.bot, "Bot", "👍")) == 200
    await home.settled()
    assert not home.talk.asked


async def test_what_is_shown_to_all_is_answered_by_anybody_with_a_number_or_its_words(home: Home) -> None:
    async with home.house.storage.unit() as unit:
        await unit.viewers.set_access("v-none", ["films"])
    room = await home.talk.room("Movie night", "anna", "ben", "dora")
    await home.say(room, "anna", "/group")
    (told,) = await home.say(room, "ben", "I'm in")
    assert "Anna and Ben" in told.text
    (told,) = await home.say(room, "dora", "1")
    assert "Anna, Ben and Dora" in told.text
    shown = await home.say(room, "ben", "show picks")
    card = next(one for one in shown if CODE.search(one.text))
    assert [line.partition(":")[0] for line in card.text.split("\n")[3:6]] == ["Anna", "Ben", "Guest"]
    home.house.clock.advance(timedelta(hours=13))
    assert not await home.say(room, "chloe", "1")


async def test_a_word_with_a_title_means_that_title_and_not_the_card_shown_last(home: Home) -> None:
    room = await home.own_room()
    await home.say(room, "anna", "search Parasite")
    (asked,) = await home.say(room, "anna", "rate Parasite")
    assert "1 · 2 · 3" in asked.text
    (told,) = await home.say(room, "anna", "9")
    assert "9 out of 10" in told.text
