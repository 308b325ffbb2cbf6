"""What people see on Telegram: cards, buttons, rooms, words in passing."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from dataclasses import replace

import pytest
from aiohttp import web

from adapters.chat.telegram.acknowledging import Acknowledging
from adapters.chat.telegram.limits import Patience
from adapters.chat.telegram.reference import Place, Reference
from bot.gateway import Delivered, Outgoing
from bot.vocabulary import Account, Action, Answer, Card, Choice, Invocation, Picture, Progress, Room, Text
from engine.errors import Blocked, RateLimited, SourceUnavailable, Undeliverable
from engine.testing.clock import START
from tests.adapters.chat.telegram.house import Chatting, chatting, ticking
from tests.conversations.household import HOSTILE
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.description import ABSENT, available
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.world import Message

PICTURE = b"\x89PNG\r\n\x1a\n a picture"
POSTER = "https://images.example.org/parasite.jpg"
OTHER = "https://images.example.org/dune.jpg"
CARD = Card(
    "movie:1", "Parasite", "2019 · Film", "Because.", poster_url=POSTER, number=1,
    actions=(Action("Why?", "why:slate-0000000:1"), Action("Like", "like:slate-0000000:1")),
)  # fmt: skip


def outgoing(answer: Answer, *, name: str = "out-1", **more: object) -> Outgoing:
    return replace(Outgoing(name, Room("11"), Account("telegram", "11"), answer), **more)  # pyright: ignore[reportArgumentType]


def pictures(fake: FakeTelegram) -> None:
    fake.internet.update({POSTER: PICTURE, OTHER: PICTURE + b"!"})


@contextlib.asynccontextmanager
async def _posters() -> AsyncGenerator[str]:
    """A server of posters, not all of them good."""
    content = {"good.png": PICTURE, "other.png": PICTURE + b"?", "lies.png": b"<svg/>", "huge.png": PICTURE * 700_000}

    async def serve(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return web.Response(body=content[name]) if name in content else web.Response(status=404)

    app = web.Application()
    app.router.add_get("/{name}", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.skipif(not available(), reason=ABSENT)
async def test_all_that_is_said_keeps_to_the_official_description() -> None:
    async with chatting() as chat:
        await chat.asked("/tonight")
        assert chat.fake.validates
        assert {name for name, _ in chat.fake.calls} >= {"getMe", "getUpdates", "sendMessage", "setMyCommands"}


async def test_a_slate_is_a_message_for_each_card_and_a_press_changes_that_card_alone() -> None:
    async with chatting() as chat:
        opening, first, second = await chat.asked("/tonight 2")
        assert not opening.buttons
        assert first.text.startswith("1. ")
        assert second.labels[-1] == "More\u2060"
        assert "Noted" in await chat.pressed("👍", second)
        assert (first.edited, second.edited) == (0, 1)
        assert [label.strip("\u2060") for label in second.labels][-2:] == ["↩ Undo", "More"]
        before = len(chat.fake.seen(chat.anna))
        await chat.pressed("More", second)
        assert len(chat.fake.seen(chat.anna)) > before


async def test_words_in_reply_to_a_card_are_about_that_card() -> None:
    async with chatting() as chat:
        _, first, second = await chat.asked("/tonight 2")
        title = second.text.partition(". ")[2][:12]
        assert title not in first.text
        for line, word in (("why", "Why"), ("/why", "Why"), ("rate 8", "8 out of 10"), ("👍", "you like")):
            told = "\n".join(message.text for message in await chat.asked(line, reply_to=second))
            assert word in told, line
            assert title in told, line
        assert "For that mood" in (await chat.asked("something funny for us all", reply_to=second))[0].text
        (theirs,) = await chat.asked("like 7", reply_to=second)
        assert "number 7" in theirs.text


async def test_hostile_titles_come_out_right_and_wake_nobody() -> None:
    async with chatting() as chat:
        for title in HOSTILE.values():
            for message in await chat.asked(f"/search {title[:80]}"):
                assert not message.pings
        told = await chat.asked("/search The *Family* <b>_Film_</b> & Co.")
        assert any("The *Family* <b>_Film_</b> & Co." in message.text for message in told)


async def test_in_a_room_what_is_personal_is_said_in_private() -> None:
    async with chatting() as chat:
        chat.fake.say(chat.anna, "/taste", chat.room)
        await chat.fake.until(lambda: chat.fake.seen(chat.anna))
        await chat.settled()
        assert not chat.fake.seen(chat.room)
        assert "Genres" in chat.fake.seen(chat.anna)[0].text


async def test_who_has_not_opened_the_private_chat_is_shown_how_and_nothing_else() -> None:
    async with chatting() as chat:
        chat.ben.started = False
        (hint,) = await chat.asked("/taste", chat.ben, chat.room)
        assert hint.reply_to is not None
        assert "Starten" in hint.text
        assert hint.buttons[0]["url"] == "https://t.me/recommendarr_bot?start=hello"
        assert not chat.fake.seen(chat.ben)


async def test_without_a_private_chat_only_what_is_neutral_is_said_aloud() -> None:
    async with chatting() as chat:
        chat.anna.started = False
        room = Room("-1001", private=False)
        neutral = Answer((Text("I know no such command."),), neutral=True)
        asked = str(Reference())
        done = await chat.adapter.deliver(outgoing(neutral, room=room, reference=asked))
        working = Answer((Progress("Looking"),))
        await chat.adapter.deliver(outgoing(working, room=room, name="out-2", reference=asked))
        await chat.adapter.deliver(outgoing(Answer((Text("Yours."),)), room=room, name="out-3", reference=asked))
        said, hint = chat.fake.seen(chat.room)
        assert (said.text, len(done.messages)) == ("I know no such command.", 1)
        assert "Yours." not in hint.text
        chat.room.kicked = True
        with pytest.raises(Undeliverable):
            await chat.adapter.deliver(outgoing(neutral, room=room, name="out-4", reference=asked))


async def test_a_card_keeps_its_photo_where_the_photo_cannot_be_had_any_more() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        done = await chat.adapter.deliver(outgoing(Answer((CARD,))))
        gone = replace(CARD, title="Dune", poster_url="http://nas.lan/gone.jpg")
        again = await chat.adapter.deliver(outgoing(Answer((gone,), replaces=True), edits=done.messages))
        (message,) = chat.fake.seen(chat.anna)
        assert (bool(message.photo), message.text[:7], again.messages) == (True, "1. Dune", done.messages)


async def test_a_message_of_before_a_group_moved_is_written_anew() -> None:
    async with chatting() as chat:
        room, answer = Room("-1001", private=False), Answer((Text("Before."),), private=False)
        done = await chat.adapter.deliver(outgoing(answer, room=room))
        moved = chat.fake.move(chat.room, -1_009, chat.anna)
        await chat.settled()
        after = replace(answer, parts=(Text("After."),), replaces=True)
        await chat.adapter.deliver(outgoing(after, room=room, edits=done.messages))
        assert [message.text for message in chat.fake.seen(moved)] == ["After."]


async def test_a_press_in_a_room_is_told_that_the_answer_is_elsewhere() -> None:
    async with chatting() as chat:
        reference = '[5,"q1",[]]'
        chat.fake.queries["q1"] = chat.room.id
        await chat.adapter.deliver(
            outgoing(Answer((Text("Yours."),)), room=Room("-1001", private=False), reference=reference)
        )
        assert "private" in chat.fake.toasts["q1"]
        assert [message.text for message in chat.fake.seen(chat.anna)] == ["Yours."]


async def test_what_all_may_hear_is_said_in_the_room_as_a_reply_and_in_its_topic() -> None:
    async with chatting() as chat:
        chat.fake.threads.add(7)
        asked = chat.fake.say(chat.anna, "/nothing@recommendarr_bot", chat.room, thread=7)
        answer = Answer((Text("For all."), Text("And more.")), private=False)
        room = Room("-1001/7", private=False)
        await chat.adapter.deliver(outgoing(answer, room=room, reference=f'[{asked.id},"",[]]'))
        first, second = [message for message in chat.fake.seen(chat.room) if message.text in {"For all.", "And more."}]
        assert (first.thread, first.reply_to, second.reply_to) == (7, asked, None)
        chat.fake.threads.clear()
        await chat.adapter.deliver(outgoing(answer, room=room, name="out-2"))
        assert chat.fake.seen(chat.room)[-1].thread is None


async def test_a_group_that_moved_is_followed() -> None:
    async with chatting() as chat:
        chat.room.moved_to = -1_009
        moved = chat.fake.group(-1_009, "Film club", chat.anna)
        answer = Answer((Text("Still here."),), private=False)
        room = Room("-1001", private=False)
        await chat.adapter.deliver(outgoing(answer, room=room))
        await chat.adapter.deliver(outgoing(answer, room=room, name="out-2"))
        assert [message.text for message in chat.fake.seen(moved)] == ["Still here."] * 2
        third = chat.fake.move(moved, -1_010, chat.anna)
        await chat.settled()
        await chat.adapter.deliver(outgoing(answer, room=room, name="out-3"))
        assert len(chat.fake.seen(third)) == 1


async def test_a_card_of_a_group_that_moved_while_nobody_listened_is_written_anew() -> None:
    async with chatting() as chat:
        room, answer = Room("-1001", private=False), Answer((Text("Before."),), private=False)
        done = await chat.adapter.deliver(outgoing(answer, room=room))
        chat.room.moved_to = -1_009
        moved = chat.fake.group(-1_009, "Film club", chat.anna)
        after = replace(answer, parts=(Text("After."),), replaces=True)
        await chat.adapter.deliver(outgoing(after, room=room, edits=done.messages))
        assert [message.text for message in chat.fake.seen(moved)] == ["After."]


async def test_a_server_in_front_that_finds_a_photo_too_large_leaves_the_card_as_text() -> None:
    async with chatting() as chat, _posters() as url:
        chat.adapter._photos._own = ("http", "127.0.0.1", int(url.rpartition(":")[2]))
        chat.fake.fail("sendPhoto", status=413, body=b"<html>413 Request Entity Too Large</html>")
        await chat.adapter.deliver(outgoing(Answer((replace(CARD, poster_url=f"{url}/good.png"),))))
        (message,) = chat.fake.seen(chat.anna)
        assert (message.photo, message.text[:11]) == (None, "1. Parasite")


async def test_a_command_with_a_hyphen_is_written_so_that_it_can_be_tapped_on() -> None:
    async with chatting() as chat:
        told = "\n".join(message.text for message in await chat.asked("/hilfe", chat.ben))
        assert "/warum_nicht <Titel>" in told
        assert "-nicht" not in told
        (asked,) = await chat.asked("/warum_nicht Nichts dergleichen", chat.ben)
        assert "Befehl" not in asked.text


async def test_a_card_is_a_photo_and_becomes_another_in_place() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        done = await chat.adapter.deliver(outgoing(Answer((CARD,))))
        (message,) = chat.fake.seen(chat.anna)
        assert message.photo is not None
        assert message.photo.source == POSTER
        assert message.text.startswith("1. Parasite")
        liked = replace(CARD, actions=(Action("Liked", "like:slate-0000000:1"),))
        again = await chat.adapter.deliver(outgoing(Answer((liked,), replaces=True), edits=done.messages))
        assert (again, message.labels) == (done, ["Liked"])
        assert [name for name, _ in chat.fake.calls if name.startswith("edit")] == ["editMessageCaption"]
        dune = replace(CARD, title="Dune", poster_url=OTHER)
        await chat.adapter.deliver(outgoing(Answer((dune,), replaces=True), edits=done.messages))
        assert message.photo.source == OTHER
        assert message.text.startswith("1. Dune")
        assert len(chat.fake.seen(chat.anna)) == 1


async def test_a_photo_telegram_has_already_is_not_fetched_again() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        for name in ("one", "two"):
            await chat.adapter.deliver(outgoing(Answer((CARD,)), name=name))
        sent = [given["photo"] for method, given in chat.fake.calls if method == "sendPhoto"]
        assert sent[0] == POSTER
        assert sent[1] in chat.fake.pictures


async def test_an_edit_that_changes_nothing_is_a_success() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        for part in (CARD, Text("The same.")):
            done = await chat.adapter.deliver(outgoing(Answer((part,))))
            again = await chat.adapter.deliver(outgoing(Answer((part,), replaces=True), edits=done.messages))
            assert again == done


async def test_progress_becomes_the_answer_whatever_that_is() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        for part in (Text("Here."), CARD):
            done = await chat.adapter.deliver(outgoing(Answer((Progress("Looking"),))))
            await chat.adapter.deliver(outgoing(Answer((part, Text("And more."))), edits=done.messages))
            first, second = chat.fake.seen(chat.anna)[-2:]
            assert (first.edited, bool(first.photo), second.text) == (1, part is CARD, "And more.")
        done = await chat.adapter.deliver(outgoing(Answer((Progress("Looking"),))))
        await chat.adapter.deliver(outgoing(Answer((), toast="Noted"), edits=done.messages))
        assert chat.fake.seen(chat.anna)[-1].text == "Noted"
        assert all("Looking" not in message.text for message in chat.fake.seen(chat.anna))


async def test_an_older_server_that_makes_no_photo_of_a_text_gets_a_new_message() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        chat.fake.old = True
        done = await chat.adapter.deliver(outgoing(Answer((Progress("Looking"),))))
        again = await chat.adapter.deliver(outgoing(Answer((CARD,)), edits=done.messages))
        (message,) = chat.fake.seen(chat.anna)
        assert message.photo
        assert again != done


async def test_a_photo_becomes_a_text_by_being_written_anew() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        done = await chat.adapter.deliver(outgoing(Answer((CARD,))))
        await chat.adapter.deliver(outgoing(Answer((Text("Gone."),), replaces=True), edits=done.messages))
        assert [message.text for message in chat.fake.seen(chat.anna)] == ["Gone."]


async def test_a_message_that_cannot_be_taken_away_loses_its_buttons() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        done = await chat.adapter.deliver(outgoing(Answer((CARD,))))
        chat.fake.undeletable = True
        await chat.adapter.deliver(outgoing(Answer((Text("Gone."),), replaces=True), edits=done.messages))
        old, new = chat.fake.seen(chat.anna)
        assert (old.buttons, new.text) == ([], "Gone.")


@pytest.mark.parametrize("part", [CARD, Text("Anew.")])
async def test_what_was_deleted_meanwhile_is_written_anew(part: Card | Text) -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        done = await chat.adapter.deliver(outgoing(Answer((part,))))
        chat.fake.seen(chat.anna)[0].deleted = True
        changed = replace(part, title="Dune") if isinstance(part, Card) else Text("Changed.")
        again = await chat.adapter.deliver(outgoing(Answer((changed,), replaces=True), edits=done.messages))
        assert again.messages != done.messages
        assert len(chat.fake.seen(chat.anna)) == 1


async def test_a_press_on_a_message_telegram_forgot_still_changes_it() -> None:
    async with chatting() as chat:
        shown = (await chat.asked("/tonight 1"))[-1]
        query = chat.fake.press(chat.anna, "👍", shown, forgotten=True)
        await chat.fake.until(lambda: query in chat.fake.toasts)
        await chat.settled()
        assert "👍 Liked" in shown.labels


async def test_a_poster_on_our_own_server_is_sent_along() -> None:
    async with chatting() as chat, _posters() as url:
        chat.adapter._photos._own = ("http", "127.0.0.1", int(url.rpartition(":")[2]))
        for name, photo in (
            ("good.png", True),
            ("drawn.svg", False),
            ("lies.png", False),
            ("huge.png", False),
            ("no.png", False),
        ):
            await chat.adapter.deliver(outgoing(Answer((replace(CARD, poster_url=f"{url}/{name}"),)), name=name))
            assert bool(chat.fake.seen(chat.anna)[-1].photo) is photo
            assert chat.fake.seen(chat.anna)[-1].text.startswith("1. Parasite")
        done = await chat.adapter.deliver(outgoing(Answer((Text("x"),))))
        other = replace(CARD, poster_url=f"{url}/other.png")
        await chat.adapter.deliver(outgoing(Answer((other,), replaces=True), edits=done.messages))
        assert chat.fake.seen(chat.anna)[-1].photo


async def test_nothing_else_inside_our_network_is_fetched() -> None:
    async with chatting() as chat, _posters() as url:
        await chat.adapter.deliver(outgoing(Answer((replace(CARD, poster_url=f"{url}/good.png"),))))
        assert not chat.fake.seen(chat.anna)[-1].photo


async def test_a_poster_telegram_cannot_fetch_gives_way_to_the_text() -> None:
    async with chatting() as chat:
        await chat.adapter.deliver(outgoing(Answer((replace(CARD, poster_url="https://gone.invalid/x.jpg"),))))
        (message,) = chat.fake.seen(chat.anna)
        assert (message.photo, message.labels) == (None, ["Why?", "Like"])
        chat.room.no_photos = True
        pictures(chat.fake)
        await chat.adapter.deliver(outgoing(Answer((CARD,), private=False), room=Room("-1001", private=False)))
        assert chat.fake.seen(chat.room)[-1].text.startswith("1. Parasite")


async def test_a_chart_is_a_photo_or_says_where_it_is() -> None:
    async with chatting() as chat:
        pictures(chat.fake)
        await chat.adapter.deliver(
            outgoing(Answer((Picture(POSTER, "Your taste"), Picture("http://nas.lan/x", "Yours"))))
        )
        chart, link = chat.fake.seen(chat.anna)
        assert (bool(chart.photo), chart.text) == (True, "Your taste")
        assert link.text == "Yours\nhttp://nas.lan/x"
        assert not link.preview


async def test_an_address_telegram_refuses_costs_its_button_only() -> None:
    async with chatting() as chat:
        refusal = b'{"ok":false,"error_code":400,"description":"Bad Request: BUTTON_URL_INVALID"}'
        chat.fake.faults.add(Fault(frozenset({"sendmessage"}), 1, 400, body=refusal))
        actions = (Action("Open", url="http://a.b/"), Action("More", "more:slate-0000000"))
        await chat.adapter.deliver(outgoing(Answer((Choice("Which?", actions),))))
        assert chat.fake.seen(chat.anna)[0].labels == ["More"]


async def test_markup_telegram_cannot_read_is_sent_without_any() -> None:
    async with chatting() as chat:
        refusal = (
            b'{"ok":false,"error_code":400,"description":"Bad Request: can\'t parse entities: Unsupported start tag"}'
        )
        chat.fake.faults.add(Fault(frozenset({"sendmessage"}), 1, 400, body=refusal))
        await chat.adapter.deliver(outgoing(Answer((replace(CARD, title="<b> & Co.", poster_url=None),))))
        assert chat.fake.seen(chat.anna)[0].text.startswith("1. <b> & Co.")
        assert not chat.fake.seen(chat.anna)[0].entities


async def test_a_later_try_goes_on_where_the_first_one_stopped() -> None:
    async with chatting() as chat:
        answer = Answer(tuple(Text(str(number)) for number in range(4)))
        first = await chat.adapter.deliver(outgoing(replace(answer, parts=answer.parts[:2])))
        done = await chat.adapter.deliver(outgoing(answer, written=first.messages))
        assert [message.text for message in chat.fake.seen(chat.anna)] == ["0", "1", "2", "3"]
        assert done.messages[:2] == first.messages
        assert len(done.messages) == 4


async def test_each_message_of_an_answer_has_the_place_of_its_part() -> None:
    async with chatting() as chat:
        long = "word " * 2_000
        done = await chat.adapter.deliver(outgoing(Answer((Text(long), Text("end")), toast="First of all")))
        told = chat.fake.seen(chat.anna)
        by_id = {f"11/{message.id}/": message.text for message in told}
        assert told[0].text == "First of all"
        assert len(done.messages) == 2
        assert by_id[done.messages[0]].startswith("word")
        assert by_id[done.messages[1]] == "end"


async def test_a_press_is_acknowledged_soon_even_if_its_answer_takes_long() -> None:
    async with chatting() as chat:
        shown = (await chat.asked("/tonight 1"))[-1]
        chat.adapter._inside.acknowledging.settled = lambda *_: None  # type: ignore[method-assign] - the answer never comes
        query = chat.fake.press(chat.anna, "nonsense", Message(shown.id, shown.chat_id, shown.sender))
        await chat.fake.until(lambda: query in chat.fake.toasts)


async def test_a_word_that_came_too_late_in_passing_is_written() -> None:
    async with chatting() as chat:
        await chat.adapter.deliver(outgoing(Answer((), toast="Noted."), reference='[5,"long-gone",[]]'))
        assert [message.text for message in chat.fake.seen(chat.anna)] == ["Noted."]
        await chat.adapter.deliver(
            outgoing(Answer((), toast="x " * 150), reference='[5,"long-gone-too",[]]', name="two")
        )
        assert len(chat.fake.seen(chat.anna)) == 2


async def test_a_slow_answer_shows_that_it_is_being_written() -> None:
    async with chatting() as chat:
        chat.fake.slow(0.5, "sendMessage")
        dispatcher = chat.desk._dispatcher
        answered = dispatcher.answer

        async def slowly(update: object) -> object:
            await asyncio.sleep(0.5)
            return await answered(update)  # type: ignore[arg-type]

        dispatcher.answer = slowly  # type: ignore[method-assign, assignment]
        await chat.asked("/help")
        assert (11, "typing") in chat.fake.actions


async def test_a_crowd_that_waits_is_not_kept_waiting_by_courtesies() -> None:
    async with chatting() as chat:
        courtesies = Acknowledging(chat.adapter._inside.client, Patience(typing=0.0))

        def heard(number: int) -> None:
            account, room = Account("telegram", str(number)), Room(str(number))
            said = Invocation(f"u{number}", account, room, "help", "", START, reference=f"r{number}")
            courtesies.heard(said, Place(number), "")

        for number in range(100, 250):
            heard(number)
        for _ in range(10):
            await asyncio.sleep(0)
        for number in range(100, 250):
            courtesies.settled(f"r{number}")
        heard(11)
        await chat.fake.until(lambda: bool(chat.fake.actions), 20)
        await courtesies.close()
        assert chat.fake.actions == [(11, "typing")]


@pytest.mark.untraced
async def test_a_thousand_presses_on_one_button_count_once_and_are_all_acknowledged() -> None:
    async with chatting() as chat:
        shown = (await chat.asked("/tonight 1"))[-1]
        queries = [chat.fake.press(chat.anna, "👍", shown) for _ in range(1_000)]
        await chat.fake.until(lambda: all(query in chat.fake.toasts for query in queries), 120)
        await chat.settled()
        async with chat.house.storage.unit() as unit:
            liked = [fact for fact in await unit.interactions.of_viewer("v-anna") if fact.kind == "like"]
        assert len(liked) == 1
        assert len(chat.fake.seen(chat.anna)) == 2


class TestWhatTelegramRefuses:
    async def fails(self, chat: Chatting, **more: object) -> BaseException:
        try:
            await chat.adapter.deliver(outgoing(Answer((Text("Hello."),)), **more))
        except (SourceUnavailable, Blocked, Undeliverable) as error:
            return error
        raise AssertionError("it was delivered")

    async def test_too_much(self) -> None:
        async with chatting() as chat:
            chat.fake.limit(7)
            error = await self.fails(chat)
            assert isinstance(error, RateLimited)
            assert error.retry_after == 7
            chat.fake.fail("sendMessage", status=429, body=b"slow down")
            assert isinstance(await self.fails(chat), RateLimited)
            chat.fake.fail("sendMessage", status=429, body=b'{"ok":false,"parameters":[1]}')
            assert isinstance(await self.fails(chat), RateLimited)

    @pytest.mark.parametrize(
        ("status", "body"),
        [
            (502, None), (500, None), (200, b"<html>"), (200, b"[]"), (200, b'{"ok":true}'), (200, b'{"ok":false}'),
            (302, b""), (200, b'{"ok":true,"result":7}'), (500, b"[1]"),
            (200, b'{"ok":true,"result":{"message_id":"x"}}'),
        ],
    )  # fmt: skip
    async def test_for_a_while(self, status: int, body: bytes | None) -> None:
        async with chatting() as chat:
            chat.fake.fail("sendMessage", status=status, body=body)
            assert isinstance(await self.fails(chat), SourceUnavailable)

    async def test_a_connection_that_breaks_or_hangs(self) -> None:
        async with chatting() as chat:
            chat.fake.cut("sendMessage")
            assert isinstance(await self.fails(chat), SourceUnavailable)
            chat.fake.slow(5, "sendMessage")
            assert isinstance(await self.fails(chat), SourceUnavailable)

    async def test_the_person(self) -> None:
        async with chatting() as chat:
            chat.anna.blocked = True
            assert isinstance(await self.fails(chat), Blocked)
            chat.anna.blocked, chat.anna.deactivated = False, True
            assert isinstance(await self.fails(chat), Blocked)

    async def test_the_room(self) -> None:
        async with chatting() as chat:
            room = Room("-1001", private=False)
            answer = Answer((Text("x"),), private=False)
            chat.room.kicked = True
            for where in (room, Room("-5", private=False), Room("elsewhere", private=False)):
                with pytest.raises(Undeliverable):
                    await chat.adapter.deliver(outgoing(answer, room=where))

    async def test_the_message_itself(self) -> None:
        async with chatting() as chat:
            refusal = b'{"ok":false,"error_code":400,"description":"Bad Request: something new"}'
            chat.fake.fail("sendMessage", status=400, body=refusal)
            error = await self.fails(chat)
            assert isinstance(error, Undeliverable)
            assert error.arguments["reason"] == "Something new"


async def test_who_blocked_the_bot_is_left_alone_until_they_write_again() -> None:
    async with chatting() as chat:
        chat.fake.standing(chat.anna, "kicked")
        await chat.settled()
        calls = len(chat.fake.calls)
        with pytest.raises(Blocked):
            await chat.adapter.deliver(outgoing(Answer((Text("Hello."),))))
        assert "sendMessage" not in [name for name, _ in chat.fake.calls[calls:]]
        chat.fake.standing(chat.anna, "member")
        await chat.settled()
        assert await chat.asked("/start")
        assert isinstance(await chat.adapter.deliver(outgoing(Answer((Text("Hello."),)))), Delivered)


@pytest.mark.untraced
async def test_nothing_is_lost_or_doubled_while_telegram_limits_and_stumbles() -> None:
    async with chatting() as chat, ticking(chat):
        chat.fake.limit(1, 2)
        chat.fake.fail("sendMessage", status=502)
        await chat.asked("/tonight 2")
        await chat.fake.until(lambda: len(chat.fake.seen(chat.anna)) == 3)
        await chat.settled()
        told = chat.fake.seen(chat.anna)
        assert [message.text[:2] for message in told[1:]] == ["1.", "2."]
