"""When something unasked may be said, and what becomes of what may not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.storage import open_storage
from bot.delivery.documents import read_paper
from bot.delivery.post import Post
from bot.gateway import Platform
from bot.people.hours import read_clock, read_span, read_until
from bot.people.quiet import moment_for, undisturbing
from bot.people.releasing import release
from bot.services import Services
from bot.vocabulary import Account, Answer, Capabilities, Card, Room, Text
from engine.domain.people import Manners, Occasion, Rhythm, Standing
from engine.domain.records import Identity
from engine.ports.storage import Storage
from engine.testing.clock import CountedIds, SteppedClock
from tests.conversations.household import SECRET, furnish, services_over

BERLIN = ZoneInfo("Europe/Berlin")
USUAL = Manners("v-anna")
ANNA, PRIVATE = Account("post", "anna"), Room("chat-1")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def due(now: str, manners: Manners = USUAL, occasion: Occasion = Occasion.ALERT) -> datetime | None:
    return moment_for(manners, occasion, BERLIN, at(now))


def test_in_the_day_an_alert_is_said_at_once_and_at_night_in_the_morning() -> None:
    assert due("2026-03-14T21:59") == at("2026-03-14T21:59")
    assert due("2026-03-14T22:00") == at("2026-03-15T08:00")
    assert due("2026-03-15T07:59") == at("2026-03-15T08:00")
    assert due("2026-03-15T08:00") == at("2026-03-15T08:00")


def test_quiet_hours_follow_the_persons_clock_when_it_is_changed() -> None:
    assert due("2026-03-28T23:00") == at("2026-03-29T08:00")
    assert at("2026-03-29T08:00") - at("2026-03-28T23:00") == timedelta(hours=8)
    in_the_gap = replace(USUAL, quiet_until=2 * 60 + 30)
    found = due("2026-03-29T00:30", in_the_gap)
    assert found is not None
    assert timedelta(0) < found - at("2026-03-29T00:30") < timedelta(hours=3)


def test_quiet_hours_may_lie_within_a_day_or_be_none() -> None:
    nap = replace(USUAL, quiet_from=13 * 60, quiet_until=15 * 60)
    assert due("2026-03-14T14:00", nap) == at("2026-03-14T15:00")
    assert due("2026-03-14T23:00", nap) == at("2026-03-14T23:00")
    none = replace(USUAL, quiet_from=0, quiet_until=0)
    assert due("2026-03-14T03:00", none) == at("2026-03-14T03:00")


def test_peace_ends_in_the_morning_where_it_would_end_at_night() -> None:
    away = replace(USUAL, undisturbed_until=at("2026-03-16T23:30"))
    assert due("2026-03-14T12:00", away) == at("2026-03-17T08:00")


def test_only_what_was_opted_for_is_said() -> None:
    noon = "2026-03-11T12:00"  # a Wednesday
    assert due(noon, USUAL, Occasion.NEWS) is None
    assert due(noon, USUAL, Occasion.DIGEST) is None
    assert due(noon, replace(USUAL, alerts=False)) is None
    assert due(noon, replace(USUAL, alerts=False), Occasion.ASKED) == at(noon)
    assert due(noon, replace(USUAL, news=True), Occasion.NEWS) == at(noon)
    assert due(noon, replace(USUAL, digest=Rhythm.DAILY), Occasion.DIGEST) == at("2026-03-12T08:00")
    weekly = replace(USUAL, digest=Rhythm.WEEKLY, news=True)
    assert due(noon, weekly, Occasion.NEWS) == at("2026-03-16T08:00")
    assert due(noon, weekly, Occasion.ALERT) == at(noon)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 - Hypothesis wants them naive
    st.integers(0, 1439), st.integers(0, 1439), st.sampled_from(list(Rhythm)), st.sampled_from(list(Occasion)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia"]),
)  # fmt: skip
def test_whatever_is_set_it_is_said_within_nine_days_and_never_in_quiet_hours(
    now: datetime, start: int, end: int, rhythm: Rhythm, occasion: Occasion, zone: str
) -> None:
    manners = Manners("v", start, end, news=True, digest=rhythm)
    moment = now.replace(tzinfo=UTC)
    found = moment_for(manners, occasion, ZoneInfo(zone), moment)
    if found is None:
        assert occasion is Occasion.DIGEST
        assert rhythm is Rhythm.OFF
        return
    assert moment <= found <= moment + timedelta(days=9)
    if occasion is not Occasion.ASKED:
        assert undisturbing(manners, ZoneInfo(zone), found) == found


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("22:00-08:00", (1320, 480)), ("22–8", (1320, 480)), ("10 pm to 7 am", (1320, 420)), ("22h30 à 7h", (1350, 420)),
     ("22 uhr bis 8 uhr", (1320, 480)), ("0-24", None), ("22", None), ("25-8", None), ("8:60-9", None), ("", None),
     ("-", None), ("8-8", None), ("13 pm-2", None)],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(typed: str, hours: tuple[int, int] | None) -> None:
    assert read_span(typed) == hours


def test_peace_is_read_as_a_length_or_a_time() -> None:
    now = at("2026-03-14T12:00")
    assert read_until("2h", now, BERLIN) == now + timedelta(hours=2)
    assert read_until("3 Tage", now, BERLIN) == now + timedelta(days=3)
    assert read_until("18:00", now, BERLIN) == at("2026-03-14T18:00")
    assert read_until("8", now, BERLIN) == at("2026-03-15T08:00")
    assert [read_until(typed, now, BERLIN) for typed in ("0h", "9999d", "soon", "")] == [None] * 4
    assert read_clock("24") == 0


@dataclass
class World:
    services: Services
    post: Post
    storage: Storage
    clock: SteppedClock

    async def tell(self, text: str, occasion: Occasion = Occasion.ALERT, room: Room = PRIVATE) -> str | None:
        return await self.post.tell(ANNA, room, Answer((Text(text),)), locale="en", occasion=occasion)

    async def letters(self) -> list[Answer]:
        async with self.storage.unit() as unit:
            return [read_paper(letter.document).answer for letter in await unit.outbox.waiting()]


@pytest.fixture
async def world(tmp_path: Path):
    storage, clock, ids = await open_storage(None, tmp_path), SteppedClock(), CountedIds()
    await furnish(storage)
    async with storage.unit() as unit:
        await unit.viewers.link(Identity("post", "anna", "v-anna"))
    post = await Post.open(storage, clock, ids, lambda: 0.5)
    post.serve(Platform("post", Capabilities(buttons=True, edit=True), lambda _: True, None))  # type: ignore[arg-type] - never opened
    services = replace(await services_over(storage, clock, ids, demo=False), post=post)
    clock.moment = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
    yield World(services, post, storage, clock)
    await post.close()
    await storage.close()


def words(answer: Answer) -> str:
    return "\n".join(part.text for part in answer.parts if isinstance(part, Text))


async def test_the_night_becomes_one_message_in_the_morning_in_order(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    for number in range(12):
        assert await world.tell(f"word {number:02d}") == ""
    assert await world.letters() == []
    assert await release(world.services) == 0
    world.clock.moment = datetime(2026, 3, 15, 8, 2, tzinfo=UTC)
    assert await release(world.services) == 1
    (letter,) = await world.letters()
    told = words(letter)
    assert "12 messages" in told
    assert [told.index(f"word {number:02d}") for number in range(12)] == sorted(
        told.index(f"word {number:02d}") for number in range(12)
    )
    assert await release(world.services) == 0
    assert len(await world.letters()) == 1


async def test_in_the_day_it_goes_at_once(world: World) -> None:
    assert await world.tell("now")
    assert [words(one) for one in await world.letters()] == ["now"]


async def test_what_is_asked_for_edits_and_rooms_have_no_quiet_hours(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    assert await world.tell("asked", Occasion.ASKED)
    assert await world.tell("room", room=Room("all", private=False))
    assert await world.post.bring_up_to_date("m1", ANNA, PRIVATE, Answer((Text("edit"),)), locale="en")
    assert [words(one) for one in await world.letters()] == ["asked", "room", "edit"]


async def test_what_was_held_for_somebody_is_never_told_to_who_has_the_account_now(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    await world.tell("for Anna alone")
    async with world.storage.unit() as unit:
        await unit.viewers.link(Identity("post", "anna", "v-ben"))
    world.clock.moment = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
    assert await release(world.services) == 0
    assert await world.letters() == []


async def test_whoever_may_not_come_in_hears_nothing(world: World) -> None:
    async with world.storage.unit() as unit:
        await unit.people.set_standing("v-anna", Standing.INACTIVE, world.clock.now())
    assert await world.tell("x") is None
    assert await world.letters() == []


async def test_who_wants_more_peace_meanwhile_is_left_in_peace_and_loses_nothing(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    await world.tell("one")
    async with world.storage.unit() as unit:
        await unit.courtesies.put(replace(USUAL, undisturbed_until=datetime(2026, 3, 16, 12, 0, tzinfo=UTC)))
    world.clock.moment = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
    assert await release(world.services) == 0
    world.clock.moment = datetime(2026, 3, 16, 12, 1, tzinfo=UTC)
    assert await release(world.services) == 1
    assert [words(one) for one in await world.letters()] == ["one"]


async def test_an_account_that_blocked_us_gets_it_when_it_is_back(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    await world.tell("one")
    world.post.office.silent.add(("post", "anna"))
    world.clock.moment = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
    assert await release(world.services) == 0
    world.post.office.silent.clear()
    world.clock.advance(timedelta(hours=2))
    assert await release(world.services) == 1


async def test_a_card_that_may_not_be_seen_any_more_is_left_out(world: World) -> None:
    world.clock.moment = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    shown = Answer((Text("ready"), Card(SECRET, "Secret", "", ""), Card("movie:1", "Open", "", "")))
    await world.post.tell(ANNA, PRIVATE, shown, locale="en")
    world.clock.moment = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
    await release(world.services)
    (letter,) = await world.letters()
    assert [part.item_id for part in letter.parts if isinstance(part, Card)] == ["movie:1"]
