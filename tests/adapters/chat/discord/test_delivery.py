"""Answers that come late, go elsewhere, or meet trouble on their way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import web

from bot.gateway import Outgoing
from bot.services import Services
from bot.vocabulary import Account, Action, Answer, Picture, Room, Text, Update
from engine.errors import RateLimited, SourceUnavailable, Undeliverable, Unreached
from tests.adapters.chat.discord.stage import CARD, Stage, comes, outgoing, unasked
from tests.fakes.discord.people import Person

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 200
PUBLIC = Answer((Text("For everyone."),), private=False)
PRIVATE = Answer((Text("For Anna alone."),))


@pytest.fixture
async def anna(stage: Stage) -> Person:
    return stage.discord.person("anna")


async def asked(stage: Stage, anna: Person, room: str = "general", *, secret: bool = True) -> Update:
    """A command that has been acknowledged and waits for its answer."""
    stage.talk.answer, stage.talk.secret = lambda _: None, secret
    interaction = await anna.command("tonight", room=room)
    await asyncio.wait_for(interaction.answered.wait(), 5)
    return (await stage.said(len(stage.talk.heard) or 1))[-1]


async def test_after_a_quarter_of_an_hour_a_public_answer_comes_as_a_message(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna, secret=False)
    stage.later(16 * 60)
    told = await stage.delivers(outgoing(said, PUBLIC))
    assert [one.text for one in anna.sees("general")][-1] == "For everyone."
    assert told.messages[0].startswith(said.room.id)


async def test_after_a_quarter_of_an_hour_a_private_answer_comes_privately(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    stage.later(16 * 60)
    await stage.delivers(outgoing(said, PRIVATE))
    assert [one.text for one in anna.sees()] == ["For Anna alone."]


async def test_a_token_that_died_early_is_no_obstacle(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    stage.discord.world.age(16 * 60)  # Discord's clock alone
    await stage.delivers(outgoing(said, PRIVATE))
    assert [one.text for one in anna.sees()] == ["For Anna alone."]


async def test_an_answer_after_a_restart_is_still_the_deferred_one(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    await stage.restart()
    await stage.delivers(outgoing(said, PRIVATE))
    assert [one.text for one in anna.sees("general")] == ["For Anna alone."]


async def test_who_takes_no_direct_messages_is_told_so_in_the_room_without_the_answer(
    stage: Stage, anna: Person
) -> None:
    said = await asked(stage, anna)
    stage.later(16 * 60)
    anna.user.closed = True
    await stage.delivers(outgoing(said, PRIVATE))
    shown = stage.discord.person("ben").sees("general")
    assert "does not let me write to them in private" in shown[-1].text
    assert "For Anna" not in shown[-1].text


async def test_who_takes_no_direct_messages_is_left_alone_with_what_nobody_asked_for(
    stage: Stage, anna: Person
) -> None:
    anna.user.closed = True
    with pytest.raises(Unreached):
        await stage.delivers(unasked(anna.user.id, Room(str(anna.channel().id)), PRIVATE))


async def test_a_closed_private_chat_does_not_cut_off_who_just_asked(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna, room="")
    stage.later(16 * 60)
    anna.user.closed = True
    with pytest.raises(Undeliverable):
        await stage.delivers(outgoing(said, PRIVATE))


@pytest.mark.parametrize("code", [50001, 50013])
async def test_where_the_bot_may_not_write_the_person_is_told_privately(stage: Stage, anna: Person, code: int) -> None:
    said = await asked(stage, anna, secret=False)
    stage.later(16 * 60)
    anna.channel("general").denied = code
    await stage.delivers(outgoing(said, PUBLIC))
    assert [one.text for one in anna.sees()] == ["For everyone."]
    anna.user.closed = True
    with pytest.raises(Undeliverable):
        await stage.delivers(replace(outgoing(said, PUBLIC), id="again"))


async def test_nowhere_to_write_is_told_as_such(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    stage.later(16 * 60)
    anna.user.closed, anna.channel("general").denied = True, 50013
    with pytest.raises(Undeliverable):
        await stage.delivers(outgoing(said, PRIVATE))


async def test_what_nobody_asked_for_goes_to_the_private_channel_even_by_the_account_alone(
    stage: Stage, anna: Person
) -> None:
    await stage.delivers(unasked(anna.user.id, Room(str(anna.channel().id)), PRIVATE, "one"))
    await stage.delivers(unasked(anna.user.id, Room(str(anna.user.id)), PRIVATE, "two"))
    assert [one.text for one in anna.sees()] == ["For Anna alone."] * 2


async def test_a_message_is_edited_for_as_long_as_the_pick_lives(stage: Stage, anna: Person) -> None:
    room = Room(str(anna.channel().id))
    first = await stage.delivers(unasked(anna.user.id, room, Answer((CARD,)), "one"))
    stage.later(24 * 3600)
    ready = Answer((replace(CARD, badges=("ready",)),))
    second = await stage.delivers(unasked(anna.user.id, room, ready, "two", edits=first.messages))
    assert second.messages == first.messages
    (shown,) = anna.sees()
    assert "ready" in shown.text


async def test_a_message_that_is_gone_is_written_anew(stage: Stage, anna: Person) -> None:
    room = Room(str(anna.channel().id))
    first = await stage.delivers(unasked(anna.user.id, room, PRIVATE, "one"))
    anna.sees()[0].raw.deleted = True
    second = await stage.delivers(unasked(anna.user.id, room, PRIVATE, "two", edits=first.messages))
    assert second.messages != first.messages
    assert [one.text for one in anna.sees()] == ["For Anna alone."]


async def test_an_ephemeral_message_of_yesterday_cannot_be_edited_so_its_news_come_privately(
    stage: Stage, anna: Person
) -> None:
    said = await asked(stage, anna)
    first = await stage.delivers(outgoing(said, PRIVATE))
    stage.later(24 * 3600)
    news = unasked(anna.user.id, said.room, Answer((Text("Ready."),)), edits=first.messages)
    await stage.delivers(news)
    assert [one.text for one in anna.sees()] == ["Ready."]


async def test_a_card_deleted_while_it_is_pressed_is_answered_with_a_new_one(stage: Stage, anna: Person) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(Action("Like", "like:s:1"),)),))
    await anna.command("tonight")
    (card,) = await anna.until()
    stage.talk.answer = lambda _: Answer((Text("Liked."),), replaces=True)
    card.raw.body, kept = {**card.raw.body}, card.raw
    stage.discord.faults.add("POST /interactions", slow=0.2)
    pressing = asyncio.create_task(anna.press(card.id, "Like"))
    await pressing
    kept.deleted = True
    assert (await anna.until(text="Liked."))[0].id != card.id


async def test_a_deferred_answer_deleted_meanwhile_is_written_anew(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    anna.sees("general")[0].raw.deleted = True
    await stage.delivers(outgoing(said, PRIVATE))
    (shown,) = anna.sees("general")
    assert (shown.text, shown.private) == ("For Anna alone.", True)


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_limit_is_handed_on_at_once_with_its_time(stage: Stage, anna: Person, everywhere: bool) -> None:
    said = await asked(stage, anna)
    stage.discord.faults.add("PATCH /webhooks", status=429, retry_after=17.5, everywhere=everywhere)
    with pytest.raises(RateLimited) as limited:
        await stage.delivers(outgoing(said, PRIVATE))
    assert limited.value.retry_after == 17.5
    assert limited.value.everywhere is everywhere
    await stage.delivers(outgoing(said, PRIVATE))
    assert [one.text for one in anna.sees("general")] == ["For Anna alone."]


async def test_a_limit_on_the_bot_s_own_messages_and_one_of_the_outer_gate_are_the_same(
    stage: Stage, anna: Person
) -> None:
    room = Room(str(anna.channel().id))
    stage.discord.faults.add("POST /channels", status=429, retry_after=40.0, everywhere=True)
    with pytest.raises(RateLimited):
        await stage.delivers(unasked(anna.user.id, room, PRIVATE))
    stage.discord.faults.add("POST /channels", status=429, cloudflare=True, retry_after=3)
    with pytest.raises(RateLimited) as limited:
        await stage.delivers(unasked(anna.user.id, room, PRIVATE))
    assert limited.value.retry_after == pytest.approx(3, abs=1)
    await stage.delivers(unasked(anna.user.id, room, PRIVATE))
    assert len(anna.sees()) == 1


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 502}, {"drop": "before"}, {"drop": "after"}])
async def test_trouble_on_the_way_is_tried_again_and_nothing_is_doubled(
    stage: Stage, anna: Person, fault: dict[str, object]
) -> None:
    room = Room(str(anna.channel().id))
    stage.discord.faults.add("POST /channels", **fault)
    with pytest.raises(SourceUnavailable):
        await stage.delivers(unasked(anna.user.id, room, PRIVATE))
    await stage.delivers(unasked(anna.user.id, room, PRIVATE))
    assert [one.text for one in anna.sees()] == ["For Anna alone."]


async def test_a_later_try_goes_on_after_what_was_written(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    cards = Answer(tuple(replace(CARD, number=n, title=f"Title {n}") for n in range(1, 5)))
    stage.discord.faults.add("POST /webhooks", status=500, times=1)
    with pytest.raises(SourceUnavailable):
        await stage.delivers(outgoing(said, cards))
    written = tuple(message for _, message in stage.talk.written)
    assert len(written) == 1
    told = await stage.delivers(outgoing(said, cards, written=written))
    assert [one.text.splitlines()[0] for one in anna.sees("general")] == [f"{n}. Title {n}" for n in range(1, 5)]
    assert told.messages[0] == written[0]
    assert len(told.messages) == 4


async def test_what_discord_will_never_take_is_given_up_with_its_reason(stage: Stage, anna: Person) -> None:
    ghost = Room("999")
    with pytest.raises(Undeliverable):
        await stage.delivers(replace(unasked(1, ghost, PRIVATE), account=Account("discord", "404")))
    stage.discord.serving.wrong.clear()


async def test_a_strange_reference_or_message_id_is_as_good_as_none(stage: Stage, anna: Person) -> None:
    room = Room(str(anna.channel().id))
    for place, reference in enumerate(("{", "[]", '{"a":1}', "x" * 2000)):
        letter = unasked(anna.user.id, room, PRIVATE, f"strange-{place}", edits=("nonsense", "../1/2"))
        await stage.delivers(replace(letter, reference=reference))
    assert len(anna.sees()) == 4


async def test_before_signing_in_the_bot_s_own_messages_wait(stage: Stage, anna: Person) -> None:
    await stage.adapter.close()
    with pytest.raises(SourceUnavailable):
        await stage.delivers(unasked(anna.user.id, Room(str(anna.channel().id)), PRIVATE))
    await stage.adapter.close()


@pytest.fixture
async def side_server(services: Services, stage: Stage) -> AsyncIterator[str]:
    """Pictures as our own page would serve them; the adapter believes that it is our page."""
    pictures = {
        "/a.png": (200, "image/png", PNG),
        "/a": (200, "image/svg+xml", b"<svg/>"),
        "/gone.png": (404, "text/plain", b""),
        "/huge.png": (200, "image/png", b"\0" * (10 * 1024 * 1024 + 1)),
    }

    async def picture(request: web.Request) -> web.Response:
        status, kind, content = pictures[request.path]
        return web.Response(status=status, content_type=kind, body=content)

    application = web.Application()
    application.router.add_get("/{name}", picture)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    stage.services = replace(services, page_url=url)
    await stage.restart()
    yield url
    await runner.cleanup()


async def test_pictures_of_our_own_go_along_as_files(stage: Stage, anna: Person, side_server: str) -> None:
    said = await asked(stage, anna)
    picture = Picture(f"{side_server}/a.png", "Your taste")
    await stage.delivers(outgoing(said, Answer((picture, replace(CARD, poster_url=f"{side_server}/a.png")))))
    chart, card = anna.sees("general")
    assert chart.raw.files == card.raw.files == {"picture.png": PNG}
    assert chart.raw.body["embeds"][0]["image"] == {"url": "attachment://picture.png"}
    assert card.raw.body["embeds"][0]["thumbnail"] == {"url": "attachment://picture.png"}
    room = Room(str(anna.channel().id))
    await stage.delivers(unasked(anna.user.id, room, Answer((picture,))))
    assert anna.sees()[0].raw.files == {"picture.png": PNG}


@pytest.mark.parametrize("name", ["a", "gone.png", "huge.png"])
async def test_a_picture_that_cannot_be_shown_is_told_in_words(
    stage: Stage, anna: Person, side_server: str, name: str
) -> None:
    said = await asked(stage, anna)
    url = f"{side_server}/{name}"
    await stage.delivers(outgoing(said, Answer((Picture(url, "Your taste"), replace(CARD, poster_url=url)))))
    chart, card = anna.sees("general")
    assert chart.text == f"Your taste\n{url}"
    assert not card.raw.files
    assert "Parasite" in card.text


def news(person: Person, said: Update, told: tuple[str, ...], name: str = "news") -> Outgoing:
    """The new state of a message, or nothing."""
    ready = Answer((replace(CARD, badges=("ready",)),), replaces=True)
    return unasked(person.user.id, replace(said.room, private=False), ready, name, edits=told, or_nothing=True)


async def test_what_one_person_sees_in_a_room_is_brought_up_to_date_for_a_quarter_of_an_hour(
    stage: Stage, anna: Person
) -> None:
    said = await asked(stage, anna)
    first = await stage.delivers(outgoing(said, Answer((CARD, replace(CARD, number=2)))))
    for name in first.messages:
        assert (await stage.delivers(news(anna, said, (name,), f"news-{name}"))).messages == (name,)
    before = [(one.id, one.text, one.private) for one in anna.sees("general")]
    assert ["ready" in text for _, text, _ in before] == [True, True]
    stage.later(14 * 60)
    stage.discord.world.age(2 * 60)  # what we believe to be alive is dead already
    assert (await stage.delivers(news(anna, said, first.messages[:1], "late"))).messages == ()
    stage.later(60)
    assert (await stage.delivers(news(anna, said, first.messages[1:], "later"))).messages == ()
    assert [(one.id, one.text, one.private) for one in anna.sees("general")] == before
    assert not anna.sees()


async def test_a_press_gives_its_message_another_quarter_of_an_hour(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna)
    card = replace(CARD, actions=(Action("Like", "like:s:1"),))
    await stage.delivers(outgoing(said, Answer((card,))))
    stage.later(14 * 60)
    stage.talk.answer = lambda _: Answer((card,), replaces=True)
    await anna.press(anna.sees("general")[0].id, "Like", room="general")
    await comes(lambda: bool(stage.talk.delivered))
    stage.later(10 * 60)
    (pressed,) = stage.talk.delivered
    assert (await stage.delivers(news(anna, said, pressed.messages))).messages == pressed.messages
    assert "ready" in anna.sees("general")[0].text


async def test_what_all_read_in_a_room_never_turns_into_what_is_for_one(stage: Stage, anna: Person) -> None:
    said = await asked(stage, anna, secret=False)
    first = await stage.delivers(outgoing(said, PUBLIC))
    assert (await stage.delivers(news(anna, said, first.messages))).messages == ()
    assert [one.text for one in anna.sees("general")] == ["For everyone."]
    assert not anna.sees()


async def test_a_private_message_is_brought_up_to_date_whenever_and_by_whatever_room_it_was_asked_in(
    stage: Stage, anna: Person
) -> None:
    said = await asked(stage, anna, room="")
    first = await stage.delivers(outgoing(said, Answer((CARD,))))
    stage.later(24 * 3600)
    assert (await stage.delivers(news(anna, said, first.messages))).messages == first.messages
    (shown,) = anna.sees()
    assert "ready" in shown.text
    shown.raw.deleted = True
    assert (await stage.delivers(news(anna, said, first.messages, "gone"))).messages == ()
    assert (await stage.delivers(news(anna, said, ("nonsense",), "none"))).messages == ()
    anna.user.closed = True
    assert (await stage.delivers(news(anna, said, first.messages, "closed"))).messages == ()
    assert not anna.sees()
