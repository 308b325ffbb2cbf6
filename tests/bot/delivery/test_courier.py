"""Delivering: tries, waits, refusals, and what is given up."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.delivery import courier as couriers
from bot.gateway import Pace, Rate
from bot.vocabulary import Answer, Capabilities, Room, Text
from engine.domain.letters import Letter
from engine.errors import (
    Blocked,
    Misconfigured,
    RateLimited,
    RecommendarrError,
    SourceUnavailable,
    Undeliverable,
)
from engine.ports.storage import Storage
from engine.testing.memory import MemoryStorage
from tests.bot.delivery.post_house import ANNA, Paper, PostHouse, open_post_house

QUICK = Pace(private=Rate(100))
AWAY = SourceUnavailable("platform-unreachable", platform="paper")


async def letters(storage: Storage) -> list[Letter]:
    async with storage.unit() as unit:
        return await unit.outbox.waiting()


async def dead(storage: Storage) -> list[Letter]:
    async with storage.unit() as unit:
        return await unit.outbox.dead()


async def next_try(house: PostHouse) -> None:
    """Time passes until what was put off may be tried."""
    house.clock.advance(timedelta(seconds=couriers.LONGEST_WAIT * 1.5 + 1))
    house.post.couriers["paper"].lanes.resume()
    await house.settle()


async def test_a_failed_delivery_is_tried_again_later_and_the_chat_waits_for_it() -> None:
    paper = Paper(failures=[AWAY, AWAY])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("a")
        await house.say("b")
        await house.settle()
        (first, _) = await letters(house.storage)
        assert (first.tries, first.reason) == (1, "platform-unreachable")
        assert first.not_before == house.clock.now() + timedelta(seconds=couriers.FIRST_WAIT)
        house.post.couriers["paper"].lanes.resume()
        await house.settle()
        assert len(paper.seen) == 1
        await next_try(house)
        await next_try(house)
        assert paper.sheets == {"r": ["a", "b"]}
        assert [outgoing.again for outgoing in paper.seen] == [False, True, True, False]
        assert len({outgoing.id for outgoing in paper.seen[:3]}) == 1


async def test_waits_double_up_to_five_minutes_and_never_undercut_what_the_platform_asks() -> None:
    async with open_post_house(MemoryStorage()) as house:
        courier = house.post.couriers["paper"]
        assert [courier._backoff(tries, None) for tries in (0, 1, 2, 19)] == [1, 2, 4, 300]
        assert courier._backoff(0, 30) == 30


async def test_after_twenty_tries_a_letter_is_given_up_with_its_reason_and_the_next_one_goes() -> None:
    paper = Paper(failures=[AWAY] * couriers.MOST_TRIES)
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("never")
        await house.say("next")
        for _ in range(couriers.MOST_TRIES + 1):
            await next_try(house)
        (given_up,) = await dead(house.storage)
        assert (given_up.reason, given_up.tries) == ("platform-unreachable", couriers.MOST_TRIES)
        assert given_up.facts == {"platform": "paper"}
        assert paper.sheets == {"r": ["next"]}


async def test_after_a_day_a_letter_is_given_up() -> None:
    async with open_post_house(MemoryStorage()) as house:
        house.post.couriers["paper"].detach()
        await house.say("late")
        await house.settle()
        house.clock.advance(couriers.LIFE)
        house.post.couriers["paper"].attach(house.paper)
        await house.settle()
        (given_up,) = await dead(house.storage)
        assert given_up.reason == "letter-too-old"
        assert not house.paper.seen


@pytest.mark.parametrize("error", [Undeliverable("chat-gone"), Undeliverable("message-refused", reason="no")])
async def test_what_nothing_mends_is_given_up_at_once(error: Undeliverable) -> None:
    async with open_post_house(MemoryStorage(), paper=Paper(failures=[error])) as house:
        await house.say("refused")
        await house.say("next")
        await house.settle()
        (given_up,) = await dead(house.storage)
        assert given_up.reason == error.key
        assert house.paper.sheets == {"r": ["next"]}


async def test_who_blocked_the_bot_is_left_alone_until_they_write_again() -> None:
    paper = Paper(failures=[Blocked("account-blocked", platform="paper")])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("a")
        await house.settle()
        assert await house.post.tell(ANNA, Room("r"), Answer((Text("unasked"),)), locale="en") is None
        assert len(paper.seen) == 1
        async with house.storage.unit() as unit:
            (silent,) = await unit.correspondents.silent()
        assert silent.account_id == "anna"
        await house.say("back")
        await house.settle()
        assert paper.sheets == {"r": ["back"]}
        async with house.storage.unit() as unit:
            assert not await unit.correspondents.silent()
        assert [letter.reason for letter in await dead(house.storage)] == ["account-blocked"]


async def test_a_block_is_remembered_over_a_start() -> None:
    storage = MemoryStorage()
    async with open_post_house(storage, paper=Paper(failures=[Blocked("account-blocked")])) as house:
        await house.say("a")
        await house.settle()
    async with open_post_house(storage) as house:
        assert await house.post.tell(ANNA, Room("r"), Answer((Text("unasked"),)), locale="en") is None


async def test_being_too_quick_is_no_fault_of_the_letter_and_holds_that_chat_alone() -> None:
    paper = Paper(failures=[RateLimited("platform-rate-limited", retry_after=0.2, platform="paper")])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("a")
        await house.later(lambda: bool(paper.seen))
        await house.say("b", room="other")
        await house.later(lambda: "other" in paper.sheets)
        assert "r" not in paper.sheets
        await house.later(lambda: paper.sheets.get("r") == ["a"])
        await house.settle()
        assert not await dead(house.storage)


async def test_being_too_quick_everywhere_holds_all_chats() -> None:
    limit = RateLimited("platform-rate-limited", retry_after=0.3, everywhere=True, platform="paper")
    async with open_post_house(MemoryStorage(), paper=Paper(failures=[limit])) as house:
        await house.say("a")
        await house.later(lambda: bool(house.paper.seen))
        await house.say("b", room="other")
        await house.settle()
        assert house.paper.sheets == {}
        await house.later(lambda: house.paper.sheets == {"r": ["a"], "other": ["b"]})


async def test_what_nobody_waits_for_keeps_to_the_pace() -> None:
    async with open_post_house(MemoryStorage(), pace=Pace(private=Rate(2, 600))) as house:
        for number in range(4):
            await house.post.tell(ANNA, Room("r"), Answer((Text(f"news {number}"),)), locale="en")
        await house.settle()
        assert house.paper.sheets == {"r": ["news 0", "news 1"]}


async def test_answers_go_at_once_until_the_platform_complains_and_keep_to_the_pace_then() -> None:
    paper = Paper()
    async with open_post_house(MemoryStorage(), paper=paper, pace=Pace(private=Rate(1, 600))) as house:
        for number in range(5):
            await house.say(str(number))
        await house.settle()
        assert len(paper.sheets["r"]) == 5
        paper.failures.append(RateLimited("platform-rate-limited", retry_after=0.05, platform="paper"))
        await house.say("5")
        await house.settle()
        await house.say("6")
        await house.settle()
        assert len(paper.sheets["r"]) == 5


async def test_a_later_try_goes_on_after_what_was_written() -> None:
    storage, paper = MemoryStorage(), Paper(forgetful=True, parts_then=AWAY)
    async with open_post_house(storage, paper=paper) as house:
        house.echo.answers["three"] = Answer((Text("1"), Text("2"), Text("3")))
        await house.say("three")
        await house.settle()
        (letter,) = await letters(storage)
        assert letter.written == ("r#0",)
        await next_try(house)
        assert paper.sheets == {"r": ["1", "2", "3"]}


async def test_a_start_knows_what_an_earlier_one_had_written_already() -> None:
    storage, paper = MemoryStorage(), Paper(forgetful=True, parts_then=AWAY)
    async with open_post_house(storage, paper=paper) as house:
        house.echo.answers["two"] = Answer((Text("1"), Text("2")))
        await house.say("two")
        await house.settle()
        clock = house.clock
    clock.advance(timedelta(minutes=10))
    async with open_post_house(storage, paper=paper, clock=clock) as house:
        await house.settle()
    assert paper.sheets == {"r": ["1", "2"]}


async def test_an_error_nobody_foresaw_is_logged_without_its_words_and_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    paper = Paper(failures=[KeyError("the secret token")])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("a")
        await house.settle()
        trouble = house.post.couriers["paper"].last_trouble
        assert trouble is not None
        assert trouble.key == "delivery-failed"
        await next_try(house)
        assert paper.sheets == {"r": ["a"]}
        assert house.post.couriers["paper"].last_trouble is None
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("error", [TimeoutError(), ConnectionResetError(), Misconfigured("token-refused")])
async def test_trouble_of_the_platform_is_a_matter_of_time(error: Exception) -> None:
    async with open_post_house(MemoryStorage(), paper=Paper(failures=[error])) as house:
        await house.say("a")
        await house.settle()
        await next_try(house)
        assert house.paper.sheets == {"r": ["a"]}


async def test_a_platform_that_never_answers_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(couriers, "TRY_SECONDS", 0.05)
    async with open_post_house(MemoryStorage()) as house:
        deliver, hanging = house.paper.deliver, [True]

        async def hang(outgoing: object) -> object:
            if hanging.pop() if hanging else False:
                await asyncio.sleep(60)
            return await deliver(outgoing)  # type: ignore[arg-type] - an Outgoing

        monkeypatch.setattr(Paper, "deliver", lambda _, outgoing: hang(outgoing))
        await house.say("a")
        await house.settle()
        await next_try(house)
        assert house.paper.sheets == {"r": ["a"]}


async def test_a_dead_letter_is_tried_again_or_dropped(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    paper = Paper(failures=[Undeliverable("chat-gone"), Undeliverable("chat-gone")])
    async with open_post_house(MemoryStorage(), paper=paper) as house:
        await house.say("a")
        await house.say("b")
        await house.settle()
        b, a = await dead(house.storage)
        await house.post.retry(a)
        await house.post.drop(b)
        await house.settle()
        assert paper.sheets == {"r": ["a"]}
        assert not await dead(house.storage)
        assert not await letters(house.storage)


async def test_the_last_of_what_was_written_is_noted_even_while_storage_is_slow() -> None:
    async with open_post_house(MemoryStorage()) as house:
        house.post.wrote("unknown", "m")
        house.echo.answers["many"] = Answer(tuple(Text(str(number)) for number in range(30)))
        await house.say("many")
        await house.settle()
        assert len(house.paper.sheets["r"]) == 30
        assert not house.post.office.under_way


async def now_shows(house: PostHouse, *words: str, message: str = "r#0") -> None:
    """A message shall show those, one after the other."""
    for word in words:
        assert await house.post.bring_up_to_date(message, ANNA, Room("r"), Answer((Text(word),)), locale="en")


@pytest.mark.parametrize(
    "error", [Undeliverable("chat-gone"), Undeliverable("message-refused", reason="no"), Blocked("account-blocked")]
)
async def test_a_message_that_cannot_be_brought_up_to_date_is_let_go_without_a_word(
    error: RecommendarrError, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_post_house(MemoryStorage(), pace=QUICK) as house:
        await house.say("card")
        await house.settle()
        house.paper.failures = [error]
        await now_shows(house, "watched")
        await house.settle()
        assert (await letters(house.storage), await dead(house.storage)) == ([], [])
        assert house.post.couriers["paper"].last_trouble is None
        assert house.paper.sheets == {"r": ["card"]}
        assert not [one for one in caplog.records if one.levelno >= logging.INFO]
        assert house.post.reaches(ANNA) is not isinstance(error, Blocked)


async def test_of_several_states_that_wait_for_one_message_only_the_last_is_shown() -> None:
    storage = MemoryStorage()
    async with open_post_house(storage, pace=QUICK) as house:
        await house.say("card")
        await house.say("other")
        await house.settle()
        house.post.couriers["paper"].detach()
        await now_shows(house, "requested", "ready")
        await now_shows(house, "rated", message="r#1")
    paper = Paper(sheets={"r": ["card", "other"]})
    async with open_post_house(storage, paper=paper, pace=QUICK) as house:  # after a restart as well
        await now_shows(house, "watched")
        await house.settle()
        assert [part.text for one in paper.seen for part in one.answer.parts if isinstance(part, Text)] == [
            "rated",
            "watched",
        ]
        assert paper.sheets == {"r": ["watched", "rated"]}
        assert await letters(storage) == []
        assert len(house.post.office.newest) == 0


async def test_a_platform_that_is_away_brings_a_message_up_to_date_when_it_is_back_or_never() -> None:
    paper = Paper(failures=[AWAY])
    async with open_post_house(MemoryStorage(), paper=paper, pace=QUICK) as house:
        paper.sheets["r"] = ["card"]
        await now_shows(house, "watched")
        await house.settle()
        await next_try(house)
        assert paper.sheets == {"r": ["watched"]}
        house.post.couriers["paper"].detach()
        await now_shows(house, "rated")
        house.clock.advance(couriers.LIFE)
        house.post.couriers["paper"].attach(paper)
        await house.settle()
        assert paper.sheets == {"r": ["watched"]}
        assert (await letters(house.storage), await dead(house.storage)) == ([], [])


async def test_where_nothing_can_be_edited_nothing_is_brought_up_to_date() -> None:
    async with open_post_house(MemoryStorage(), capabilities=Capabilities()) as house:
        told = await house.post.bring_up_to_date("r#0", ANNA, Room("r"), Answer((Text("watched"),)), locale="en")
        assert not told
        assert await letters(house.storage) == []
