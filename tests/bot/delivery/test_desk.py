"""Accepting, answering in order, progress, and what a restart takes up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.storage import open_storage
from bot.delivery import desk as desks
from bot.gateway import Pace, Rate
from bot.vocabulary import Action, Answer, Capabilities, Card, Invocation, Room, Text
from engine.errors import SourceUnavailable
from engine.ports.storage import Storage
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage
from tests.bot.delivery.post_house import ANNA, Echo, Paper, open_post_house


@pytest.fixture(params=["memory", "sqlite"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    opened: Storage = MemoryStorage() if request.param == "memory" else await open_storage(None, tmp_path)
    yield opened
    await opened.close()


async def test_every_update_is_answered_once_and_in_order_however_many_chats_there_are(storage: Storage) -> None:
    async with open_post_house(storage) as house:
        accepted = await asyncio.gather(
            *(house.say(f"{number}", room=f"r{number % 7}", update=f"u{number}") for number in range(70))
        )
        assert all(accepted)
        assert not any(await asyncio.gather(*(house.say("again", update=f"u{number}") for number in range(70))))
        await house.settle()
        assert house.paper.sheets == {f"r{room}": [str(number) for number in range(room, 70, 7)] for room in range(7)}
        async with storage.unit() as unit:
            assert not await unit.inbox.waiting()
            assert not await unit.outbox.waiting()


async def test_one_chat_waits_for_its_own_answers_and_for_nobody_elses(storage: Storage) -> None:
    async with open_post_house(storage) as house:
        house.echo.gate.clear()
        for text in ("a", "b"):
            await house.say(text)
        await house.say("c", room="other")
        await house.later(lambda: len(house.echo.asked) == 2)
        await asyncio.sleep(0.05)
        assert sorted(house.echo.asked) == ["a", "c"]
        house.echo.gate.set()
        await house.settle()
        assert house.paper.sheets == {"r": ["a", "b"], "other": ["c"]}


async def test_what_was_accepted_and_not_answered_is_answered_by_the_next_start(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.02)
    paper, echo = Paper(), Echo()
    async with open_post_house(storage, paper=paper, echo=echo) as house:
        echo.gate.clear()
        for number in range(5):
            await house.say(str(number))
        await house.noted()
    assert paper.sheets["r"] == ["Still at it …"]
    async with open_post_house(storage, paper=paper) as house:
        await house.settle()
        assert not await house.say("0", update="u0-r-0")
        await house.settle()
    assert paper.sheets["r"] == ["0", "1", "2", "3", "4"]


async def test_a_start_goes_on_with_letters_that_were_not_delivered(storage: Storage) -> None:
    away = Paper(failures=[SourceUnavailable("platform-unreachable", platform="paper")] * 3)
    async with open_post_house(storage, paper=away) as house:
        for number in range(3):
            await house.say(str(number))
        await house.settle()
        clock = house.clock
    assert away.sheets == {}
    back = Paper()
    clock.moment = clock.moment.replace(hour=23)
    async with open_post_house(storage, paper=back, clock=clock) as house:
        await house.settle()
    assert back.sheets == {"r": ["0", "1", "2"]}
    assert all(outgoing.again for outgoing in back.seen)


async def test_after_three_seconds_the_bot_says_so_and_the_answer_takes_the_place_of_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.02)
    async with open_post_house(MemoryStorage()) as house:
        house.echo.gate.clear()
        await house.say("slow")
        await house.later(lambda: house.paper.sheets == {"r": ["Still at it …"]})
        house.echo.gate.set()
        await house.settle()
        assert house.paper.sheets == {"r": ["slow"]}
        assert house.paper.seen[0].reference == house.paper.seen[1].reference


async def test_progress_is_edited_even_by_the_start_after_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.02)
    storage, paper, echo = MemoryStorage(), Paper(), Echo()
    async with open_post_house(storage, paper=paper, echo=echo) as house:
        echo.gate.clear()
        await house.say("slow")
        await house.noted()
    async with open_post_house(storage, paper=paper) as house:
        await house.settle()
    assert paper.sheets == {"r": ["slow"]}


async def test_a_platform_that_cannot_edit_gets_the_answer_after_the_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.02)
    async with open_post_house(MemoryStorage(), capabilities=Capabilities()) as house:
        house.echo.gate.clear()
        await house.say("slow")
        await house.later(lambda: "r" in house.paper.sheets)
        house.echo.gate.set()
        await house.settle()
        assert house.paper.sheets == {"r": ["Still at it …", "slow"]}


async def test_no_progress_is_told_while_something_else_is_to_be_heard_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.02)
    paper = Paper(failures=[SourceUnavailable("platform-unreachable", retry_after=600, platform="paper")])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("first")
        await house.settle()
        house.echo.gate.clear()
        await house.say("slow")
        await house.later(lambda: house.echo.asked == ["first", "slow"])
        await asyncio.sleep(0.1)
        house.echo.gate.set()
        await house.settle()
        assert paper.sheets == {}


@pytest.mark.parametrize("slow", [False, True])
async def test_a_pressed_message_becomes_its_state(monkeypatch: pytest.MonkeyPatch, slow: bool) -> None:
    monkeypatch.setattr(desks, "PATIENCE", 0.05)
    card = Card("movie:1", "Liked", "2019", "", actions=(Action("Why?", "why:slate-0000001:2"),))
    async with open_post_house(MemoryStorage()) as house:
        house.echo.answers["like"] = Answer((card,), replaces=True)
        await house.say("card")
        await house.settle()
        if slow:
            house.echo.gate.clear()
        await house.press("like", "r#0")
        if slow:
            await house.later(lambda: len(house.paper.sheets["r"]) == 2)
            house.echo.gate.set()
        await house.settle()
        assert house.paper.seen[-1].edits[0] == "r#0"
        assert "Liked" in house.paper.sheets["r"][0]
        assert house.paper.sheets["r"][1:] == (["Done."] if slow else [])
        async with house.storage.unit() as unit:
            (shown,) = await unit.shown_picks.of_pick("slate-0000001", 2)
        assert (shown.platform, shown.room_id, shown.message_id, shown.item_id) == ("paper", "r", "r#0", "movie:1")


async def test_an_answer_without_words_says_nothing() -> None:
    async with open_post_house(MemoryStorage()) as house:
        house.echo.answers["nothing"] = Answer(())
        await house.say("nothing")
        await house.say("something")
        await house.settle()
        assert house.paper.sheets == {"r": ["something"]}


async def test_a_reference_longer_than_agreed_is_the_adapters_mistake() -> None:
    async with open_post_house(MemoryStorage()) as house:
        said = Invocation("u", ANNA, Room("r"), "mood", "x", START, reference="x" * 2_049)
        with pytest.raises(ValueError, match="reference"):
            await house.desk.accept(said)


async def test_what_does_not_fit_into_memory_is_answered_from_storage_in_order(storage: Storage) -> None:
    async with open_post_house(storage) as house:
        house.desk._lanes._most = house.post.couriers["paper"].lanes._most = 3
        house.echo.gate.clear()
        for number in range(60):
            await house.say(str(number), room=f"r{number % 2}", update=f"u{number}")
        assert house.desk._lanes.held <= 3 + desks.AT_ONCE
        house.echo.gate.set()
        await house.settle()
        assert house.paper.sheets == {f"r{room}": [str(number) for number in range(room, 60, 2)] for room in range(2)}


async def test_a_storage_that_fails_refuses_the_update_and_answers_when_it_is_back(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    storage = Flaky()
    async with open_post_house(storage) as house:
        storage.away = True
        with pytest.raises(SourceUnavailable):
            await house.say("lost")
        storage.away = False
        house.echo.gate.clear()
        await house.say("kept")
        await house.later(lambda: bool(house.echo.asked))
        storage.away = True
        house.echo.gate.set()
        await asyncio.sleep(0.05)
        assert house.paper.sheets == {}
        storage.away = False
        await house.later(lambda: house.paper.sheets == {"r": ["kept"]})
        await house.settle()


async def test_the_unasked_is_delivered_as_well_and_edits_what_it_names() -> None:
    async with open_post_house(MemoryStorage(), pace=Pace(private=Rate(100))) as house:
        told = await house.post.tell(ANNA, Room("r"), Answer((Text("ready"),)), locale="de")
        assert told is not None
        await house.settle()
        await house.post.bring_up_to_date("r#0", ANNA, Room("r"), Answer((Text("watched"),)), locale="de")
        await house.settle()
        assert house.paper.sheets == {"r": ["watched"]}
        assert (house.paper.seen[0].reference, house.paper.seen[0].locale) == ("", "de")
        nowhere = replace(ANNA, platform="nowhere")
        assert await house.post.tell(nowhere, Room("r"), Answer((Text("x"),)), locale="en") is None


class Flaky(MemoryStorage):
    """A storage that is away now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False

    def unit(self, *, lasting: bool = True) -> object:  # type: ignore[override] - the same context manager
        if self.away:
            raise SourceUnavailable("database-busy", retry_after=0.01)
        return super().unit(lasting=lasting)
