"""What a store of the post must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.domain.letters import Arrival, Correspondent, Letter, ShownPick
from engine.ports.storage import Storage
from tests.contracts.facts import HOSTILE, HOUR, NOON, slate


def arrival(number: int, *, platform: str = "telegram", room: str = "room", update: str = "") -> Arrival:
    return Arrival(number, platform, update or f"u{number}", room, "anna", f'{{"text": "{number}"}}', NOON)


def letter(number: int, *, platform: str = "telegram", room: str = "room") -> Letter:
    return Letter(number, f"letter-{number}", platform, room, "anna", HOSTILE, NOON)


FULL = Letter(
    number=2**53,
    id=HOSTILE,
    platform="discord",
    room_id=HOSTILE,
    account_id=HOSTILE,
    document=HOSTILE * 100,
    at=NOON,
    tries=3,
    not_before=NOON + HOUR,
    written=("1", HOSTILE),
    dead=True,
    reason="message-refused",
    facts={"reason": HOSTILE, "code": 7, "share": 0.5},
)


async def test_updates_come_back_as_they_were_in_the_order_of_their_numbers(storage: Storage) -> None:
    full = replace(arrival(3), update_id=HOSTILE, document=HOSTILE, progress=("m1", HOSTILE))
    async with storage.unit() as unit:
        assert await unit.inbox.last_number() == 0
        assert await unit.inbox.add([full, arrival(1), arrival(2)]) == {1, 2, 3}
    async with storage.unit() as unit:
        assert await unit.inbox.waiting() == [arrival(1), arrival(2), full]
        assert await unit.inbox.waiting(after=1, limit=1) == [arrival(2)]
        assert await unit.inbox.last_number() == 3


async def test_an_update_is_kept_once_however_often_it_comes_and_remembered_after_its_answer(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.inbox.add([]) == frozenset()
        assert await unit.inbox.add([arrival(1, update="x"), arrival(2, update="x")]) == {1}
        assert await unit.inbox.add([arrival(3, update="x", platform="discord")]) == {3}
        await unit.inbox.done([1, 99])
    async with storage.unit() as unit:
        assert await unit.inbox.add([arrival(4, update="x"), arrival(5, update="y")]) == {5}
        assert not await unit.deliveries.first_time("telegram", "x", NOON)
        assert [one.number for one in await unit.inbox.waiting()] == [3, 5]


async def test_after_a_month_an_update_is_forgotten(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.inbox.add([arrival(1)])
        late = replace(arrival(2), at=NOON + timedelta(days=31))
        assert await unit.inbox.add([late]) == {2}


async def test_the_updates_of_one_chat_are_read_by_themselves(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.inbox.add([arrival(1), arrival(2, room="other"), arrival(3), arrival(4, platform="discord")])
        assert [one.number for one in await unit.inbox.of_chat("telegram", "room")] == [1, 3]
        assert [one.number for one in await unit.inbox.of_chat("telegram", "room", after=1)] == [3]
        assert [one.number for one in await unit.inbox.of_chat("telegram", "room", limit=1)] == [1]
        assert await unit.inbox.counts() == {"telegram": 3, "discord": 1}


async def test_what_told_of_the_progress_is_known_after_a_restart(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.inbox.add([arrival(1), arrival(2)])
        await unit.inbox.put_progress(2, ["m1"])
        await unit.inbox.put_progress(99, ["m2"])
    async with storage.unit() as unit:
        assert [one.progress for one in await unit.inbox.waiting()] == [(), ("m1",)]


async def test_letters_come_back_as_they_were_and_the_dead_are_apart(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.outbox.last_number() == 0
        await unit.outbox.put([letter(2), FULL, letter(1)])
        await unit.outbox.put([])
    async with storage.unit() as unit:
        assert await unit.outbox.waiting() == [letter(1), letter(2)]
        assert await unit.outbox.waiting(after=1) == [letter(2)]
        assert await unit.outbox.waiting(limit=1) == [letter(1)]
        assert await unit.outbox.dead() == [FULL]
        assert await unit.outbox.get(HOSTILE) == FULL
        assert await unit.outbox.get("unknown") is None
        assert await unit.outbox.last_number() == FULL.number
        assert await unit.outbox.counts() == {("telegram", False): 2, ("discord", True): 1}


async def test_a_letter_changes_and_goes(storage: Storage) -> None:
    tried = replace(letter(1), tries=1, not_before=NOON + HOUR, reason="platform-unreachable", facts={"a": 1})
    async with storage.unit() as unit:
        await unit.outbox.put([letter(1), letter(2), letter(3, room="other")])
        await unit.outbox.put([tried])
        await unit.outbox.put_written({1: ("m1", "m2"), 99: ("m3",)})
        await unit.outbox.put_written({})
    async with storage.unit() as unit:
        assert await unit.outbox.of_chat("telegram", "room") == [replace(tried, written=("m1", "m2")), letter(2)]
        assert await unit.outbox.of_chat("telegram", "room", after=1, limit=5) == [letter(2)]
        await unit.outbox.done([1, 99])
        await unit.outbox.done([])
        assert await unit.outbox.waiting() == [letter(2), letter(3, room="other")]


async def test_the_latest_dead_letters_are_listed_first(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.outbox.put([replace(letter(number), dead=True) for number in range(1, 6)])
        assert [one.number for one in await unit.outbox.dead(limit=2)] == [5, 4]


@pytest.mark.parametrize("ban_first", [True, False])
async def test_being_banned_and_being_silent_do_not_disturb_each_other(storage: Storage, ban_first: bool) -> None:
    async with storage.unit() as unit:
        assert await unit.correspondents.get("telegram", "anna") == Correspondent("telegram", "anna")
        for banning in (ban_first, not ban_first):
            if banning:
                await unit.correspondents.set_banned("telegram", "anna", banned=True)
            else:
                await unit.correspondents.set_silent("telegram", "anna", NOON)
    both = Correspondent("telegram", "anna", banned=True, silent_since=NOON)
    async with storage.unit() as unit:
        assert await unit.correspondents.get("telegram", "anna") == both
        assert await unit.correspondents.silent() == [both]
        await unit.correspondents.set_silent("telegram", "anna", None)
        assert await unit.correspondents.silent() == []
        await unit.correspondents.set_banned("telegram", "anna", banned=False)
        assert await unit.correspondents.get("telegram", "anna") == Correspondent("telegram", "anna")
        assert await unit.correspondents.get("discord", "anna") == Correspondent("discord", "anna")


async def test_messages_that_show_a_pick_are_found_by_pick_and_by_title(storage: Storage) -> None:
    shown = ShownPick("telegram", "room", "m1", "anna", "slate-1", 1, "movie:1", NOON)
    later = replace(shown, message_id="m2", at=NOON + HOUR, room_id=HOSTILE)
    other = replace(shown, message_id="m3", rank=2, item_id="movie:2")
    async with storage.unit() as unit:
        await unit.shown_picks.put([shown, later, other])
        await unit.shown_picks.put([])
    async with storage.unit() as unit:
        assert await unit.shown_picks.of_pick("slate-1", 1) == [later, shown]
        assert await unit.shown_picks.of_item("movie:1") == [later, shown]
        assert await unit.shown_picks.of_item("movie:2") == [other]
        assert await unit.shown_picks.of_message("telegram", HOSTILE, "m2") == later
        assert await unit.shown_picks.of_message("discord", HOSTILE, "m2") is None
        await unit.shown_picks.put([replace(shown, item_id="movie:2", rank=2)])
        assert await unit.shown_picks.of_item("movie:1") == [later]
        await unit.shown_picks.forget(NOON + HOUR)
        assert await unit.shown_picks.of_item("movie:2") == []
        assert await unit.shown_picks.of_item("movie:1") == [later]


async def test_a_slate_is_the_newest_wherever_it_was_asked_for(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        assert await unit.slates.newest("anna") is None
        await unit.slates.add(slate("old", place="telegram:a"))
        await unit.slates.add(slate("new", at=NOON + HOUR, place="telegram:b"))
        newest = await unit.slates.newest("anna")
        assert newest is not None
        assert newest.id == "new"


async def test_a_unit_that_raises_leaves_the_post_as_it_was(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.inbox.add([arrival(1)])
        await unit.outbox.put([letter(1)])
    with pytest.raises(KeyError):  # noqa: PT012 - the unit is what is tested
        async with storage.unit() as unit:
            await unit.inbox.done([1])
            await unit.inbox.add([arrival(2)])
            await unit.outbox.done([1])
            await unit.outbox.put([letter(2)])
            await unit.correspondents.set_silent("telegram", "anna", NOON)
            raise KeyError
    async with storage.unit() as unit:
        assert await unit.inbox.waiting() == [arrival(1)]
        assert await unit.outbox.waiting() == [letter(1)]
        assert await unit.correspondents.silent() == []
        assert await unit.inbox.add([arrival(2)]) == {2}
