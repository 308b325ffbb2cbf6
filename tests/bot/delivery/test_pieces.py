"""Documents, pacing, lanes and the ledger by themselves."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.documents import Paper, read_paper, read_update, written
from bot.delivery.lanes import Lanes, Later
from bot.delivery.ledger import Event, Ledger
from bot.delivery.pacing import CAUTION, Pacing
from bot.gateway import Pace, Rate
from bot.vocabulary import (
    Account,
    Action,
    Answer,
    Card,
    Choice,
    Invocation,
    Picture,
    Press,
    Progress,
    Room,
    Style,
    Text,
)  # fmt: skip
from engine.errors import SourceUnavailable
from engine.testing.memory import MemoryStorage
from tests.contracts.test_letters import arrival, letter

WORDS = st.text(max_size=20)
ACTIONS = st.lists(st.builds(Action, WORDS, WORDS, st.sampled_from(Style), st.none() | WORDS, WORDS), max_size=3).map(
    tuple
)
PARTS = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Choice, WORDS, ACTIONS),
    st.builds(Picture, WORDS, WORDS),
    st.builds(Progress, WORDS, st.none() | st.floats(0, 1)),
    st.builds(
        Card, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, st.lists(WORDS, max_size=3).map(tuple),
        st.none() | st.integers(1, 9), st.none() | WORDS, st.none() | WORDS, ACTIONS,
    ),
)  # fmt: skip
ANSWERS = st.builds(
    Answer, st.lists(PARTS, max_size=4).map(tuple), st.booleans(), ACTIONS, WORDS, st.booleans(), st.booleans()
)
ACCOUNTS = st.builds(Account, WORDS, WORDS, WORDS, st.none() | WORDS)
ROOMS = st.builds(Room, WORDS, st.booleans())
MOMENTS = st.datetimes(timezones=st.just(UTC))
UPDATES = st.one_of(
    st.builds(Invocation, WORDS, ACCOUNTS, ROOMS, WORDS, WORDS, MOMENTS, WORDS, WORDS),
    st.builds(Press, WORDS, ACCOUNTS, ROOMS, WORDS, MOMENTS, WORDS, WORDS),
)


@settings(max_examples=150)
@given(UPDATES)
def test_an_update_is_read_as_it_was_written(update: Invocation | Press) -> None:
    assert read_update(written(update)) == update


@settings(max_examples=150)
@given(st.builds(Paper, ANSWERS, ACCOUNTS, ROOMS, WORDS, st.lists(WORDS, max_size=2).map(tuple), WORDS))
def test_a_letter_is_read_as_it_was_written(paper: Paper) -> None:
    assert read_paper(written(paper)) == paper


def test_what_a_later_version_says_more_is_left_out() -> None:
    told = json.loads(written(Paper(Answer((Text("x"),)), Account("p", "a"), Room("r"))))
    told["answer"]["shine"] = told["answer"]["parts"][0]["glow"] = told["novelty"] = 1
    assert read_paper(json.dumps(told)).answer == Answer((Text("x"),))


def test_the_unasked_is_paced_for_a_chat_and_for_all() -> None:
    pacing = Pacing(Pace(overall=Rate(3), private=Rate(1), room=Rate(20, 60)))
    assert pacing.wait("a", 0, private=True, unasked=True) == 0
    pacing.sent("a", 0, 1, private=True)
    assert pacing.wait("a", 0, private=True, unasked=True) == pytest.approx(1)
    assert pacing.wait("a", 0, private=True, unasked=False) == 0
    assert pacing.wait("b", 0, private=True, unasked=True) == 0
    pacing.sent("b", 0, 2, private=True)
    assert pacing.wait("c", 0, private=True, unasked=True) == pytest.approx(1 / 3)
    assert pacing.wait("b", 0.9, private=True, unasked=True) > 0
    assert pacing.wait("b", 2.1, private=True, unasked=True) == 0


def test_a_long_answer_is_paid_for_later_but_not_for_ever() -> None:
    pacing = Pacing(Pace(overall=Rate(100), private=Rate(1), room=Rate(1)))
    for _ in range(50):
        pacing.sent("a", 0, 6, private=True)
    assert 0 < pacing.wait("a", 0, private=True, unasked=True) <= 9


def test_a_complaint_holds_a_chat_and_makes_it_careful_for_a_minute() -> None:
    pacing = Pacing(Pace(overall=Rate(100), private=Rate(1), room=Rate(1)))
    pacing.complained("a", 0, 5, private=True, everywhere=False)
    assert pacing.wait("a", 1, private=True, unasked=False) == pytest.approx(4)
    assert pacing.wait("b", 1, private=True, unasked=False) == 0
    pacing.sent("a", 6, 1, private=True)
    assert pacing.wait("a", 6, private=True, unasked=False) > 0
    pacing.sent("a", 5 + CAUTION, 1, private=True)
    assert pacing.wait("a", 6 + CAUTION, private=True, unasked=False) == 0


def test_only_so_many_chats_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.pacing._MOST_CHATS", 10)
    pacing = Pacing(Pace(overall=Rate(1_000), private=Rate(1, 600)))
    for number in range(50):
        pacing.sent(str(number), 0, 1, private=True)
    assert len(pacing._chats) == 10
    assert pacing.wait("0", 0, private=True, unasked=True) == 0
    assert pacing.wait("49", 0, private=True, unasked=True) > 0


async def test_a_lane_that_was_put_off_keeps_its_place_and_others_go_on() -> None:
    done: list[int] = []
    tries: list[int] = []

    async def work(job: object) -> Later | None:
        number = job.number  # type: ignore[attr-defined] - a letter
        if number == 1 and len(tries) < 2:
            tries.append(number)
            return Later(job, 0.01)
        done.append(number)
        return None

    lanes: Lanes = Lanes(work, _nothing, at_once=2)
    lanes.resume()
    for number, room in ((1, "a"), (2, "a"), (3, "b")):
        lanes.put(("p", room), letter(number))
    async with asyncio.timeout(5):
        while len(done) < 3:  # noqa: ASYNC110 - lanes tell nobody
            await asyncio.sleep(0.005)
    assert done.index(1) < done.index(2)
    assert done[0] == 3
    assert (len(lanes), lanes.held) == (0, 0)


async def test_a_job_that_comes_twice_is_done_once() -> None:
    done: list[int] = []

    async def work(job: object) -> None:
        await asyncio.sleep(0)
        done.append(job.number)  # type: ignore[attr-defined] - as above

    lanes: Lanes = Lanes(work, _nothing, at_once=2)
    for number in (1, 2, 1, 2, 3):
        lanes.put(("p", "a"), letter(number))
    lanes.resume()
    await lanes.idle()
    assert done == [1, 2, 3]


async def test_a_storage_that_cannot_be_read_puts_a_chat_off(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    failing = [SourceUnavailable("database-busy", retry_after=0.01)]

    async def work(job: object) -> None:
        done.append(job.number)  # type: ignore[attr-defined] - as above

    async def load(chat: tuple[str, str], after: int, limit: int) -> list[object]:
        if failing:
            raise failing.pop()
        return [letter(number) for number in (1, 2) if number > after]

    lanes: Lanes = Lanes(work, load, at_once=1, most=0)  # type: ignore[arg-type] - letters
    lanes.put(("p", "a"), letter(1))
    lanes.put(("p", "a"), letter(2))
    lanes.resume()
    async with asyncio.timeout(5):
        while done != [1, 2]:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.005)


async def test_an_idle_chat_can_be_taken_out_of_turn_and_jobs_wait_for_that() -> None:
    done: list[int] = []

    async def work(job: object) -> None:
        done.append(job.number)  # type: ignore[attr-defined] - as above

    lanes: Lanes = Lanes(work, _nothing, at_once=1)
    lanes.resume()
    assert lanes.seize(("p", "a"))
    assert not lanes.seize(("p", "a"))
    lanes.put(("p", "a"), letter(1))
    await asyncio.sleep(0.01)
    assert not done
    lanes.release(("p", "a"))
    await lanes.idle()
    assert done == [1]


async def _nothing(chat: tuple[str, str], after: int, limit: int) -> list[object]:
    return []


async def test_many_events_become_one_transaction_and_each_hears_of_it() -> None:
    storage = Counted()
    ledger = Ledger(storage)
    told: list[int] = []
    events = [Event(arrivals=(arrival(number),)) for number in range(1, 101)]
    writes = (ledger.write(event, lambda _, n=n: told.append(n)) for n, event in enumerate(events))
    fresh = await asyncio.gather(*writes)
    assert told == list(range(100))
    assert frozenset().union(*fresh) == set(range(1, 101))
    assert storage.units <= 3


async def test_one_event_that_cannot_be_stored_harms_no_other() -> None:
    storage = Counted()
    ledger = Ledger(storage)
    poison = Event(arrivals=(arrival(2, update="poison"),))
    good = [Event(arrivals=(arrival(number),)) for number in (1, 3)]
    first, refused, last = await asyncio.gather(
        ledger.write(good[0]), ledger.write(poison), ledger.write(good[1]), return_exceptions=True
    )
    assert isinstance(refused, ValueError)
    assert first == {1}
    assert last == {3}


async def test_a_writer_that_is_cancelled_leaves_its_event_to_be_stored() -> None:
    storage = Counted()
    ledger = Ledger(storage)
    writing = asyncio.create_task(ledger.write(Event(letters=(letter(1),))))
    await asyncio.sleep(0)
    writing.cancel()
    await ledger.settled()
    async with storage.unit() as unit:
        assert len(await unit.outbox.waiting()) == 1


async def test_a_letter_delivered_in_the_same_moment_does_not_come_back() -> None:
    storage = MemoryStorage()
    ledger = Ledger(storage)
    await asyncio.gather(
        ledger.write(Event(letters=(letter(1),), written=((1, ("m",)),))), ledger.write(Event(delivered=(1,)))
    )
    async with storage.unit() as unit:
        assert not await unit.outbox.waiting()


class Counted(MemoryStorage):
    """Counts units, and cannot store what is called poison."""

    def __init__(self) -> None:
        super().__init__()
        self.units = 0

    def unit(self, *, lasting: bool = True) -> object:  # type: ignore[override] - the same context manager
        self.units += 1
        return _Refusing(super().unit(lasting=lasting))


class _Refusing:
    def __init__(self, inner: object) -> None:
        self._inner = inner

    async def __aenter__(self) -> object:
        unit = await self._inner.__aenter__()  # type: ignore[attr-defined] - a context manager
        add = unit.inbox.add

        async def refusing(arrivals: list[object]) -> frozenset[int]:
            await asyncio.sleep(0)
            if any(one.update_id == "poison" for one in arrivals):  # type: ignore[attr-defined] - arrivals
                raise ValueError("poison")
            return await add(arrivals)

        unit.inbox.add = refusing
        return unit

    async def __aexit__(self, *problem: object) -> bool | None:
        return await self._inner.__aexit__(*problem)  # type: ignore[attr-defined] - as above


def test_moments_keep_their_zone() -> None:
    at = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
    said = Invocation("u", Account("p", "a"), Room("r"), "mood", "x", at)
    assert read_update(written(said)).at == at
