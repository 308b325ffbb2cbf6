"""What a unit of work must do."""

from __future__ import annotations

import asyncio

import pytest

from engine.domain.viewers import Viewer
from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BARE, BEN, NOON, PARASITE, slate, watch

pytestmark = pytest.mark.untraced


async def test_a_unit_that_raises_leaves_nothing_behind(peopled: Storage) -> None:
    with pytest.raises(KeyError):  # noqa: PT012 – the unit is what is tested
        async with peopled.unit() as unit:
            await unit.items.upsert([BARE])
            await unit.viewers.set_access("anna", [])
            await unit.interactions.add([watch(1)])
            await unit.slates.add(slate("s"))
            await unit.watchlists.add_item("anna", "x", "movie:1", NOON)
            await unit.values.put("a", "b")
            assert await unit.deliveries.first_time("console", "1", NOON)
            raise KeyError
    async with peopled.unit() as unit:
        assert await unit.items.count() == 0
        assert await unit.viewers.get("anna") == ANNA
        assert await unit.interactions.count() == 0
        assert await unit.slates.latest("anna", "console:console") is None
        assert await unit.watchlists.of_viewer("anna") == []
        assert await unit.values.get("a") is None
        assert await unit.deliveries.first_time("console", "1", NOON)


async def test_a_cancelled_unit_leaves_nothing_behind_and_nobody_waiting(peopled: Storage) -> None:
    writing = asyncio.Event()

    async def write_and_hang() -> None:
        async with peopled.unit() as unit:
            await unit.interactions.add([watch(number) for number in range(100)])
            writing.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write_and_hang())
    await writing.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5), peopled.unit() as unit:
        assert await unit.interactions.count() == 0
        assert await unit.interactions.add([watch(1)]) == [watch(1)]


async def test_units_that_write_at_the_same_time_all_succeed(storage: Storage) -> None:
    async def join(number: int) -> None:
        viewer = Viewer(f"viewer-{number}", f"Viewer {number}")
        async with storage.unit() as unit:
            await unit.viewers.all()
            await unit.viewers.add(viewer)
            await unit.interactions.add([watch(number, viewer=viewer)])
            await unit.values.put("last", str(number))

    await asyncio.gather(*(join(number) for number in range(40)))
    async with storage.unit() as unit:
        assert len(await unit.viewers.all()) == 40
        assert await unit.interactions.count() == 40


async def test_a_unit_sees_what_it_wrote_itself(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.viewers.add(BEN)
        assert await unit.viewers.get("ben") == BEN
        await unit.items.upsert([PARASITE])
        assert [part async for part in unit.items.stream()] == [[PARASITE]]


async def test_a_unit_without_a_question_is_free(storage: Storage) -> None:
    async with storage.unit():
        pass


async def test_what_need_not_last_is_kept_like_everything_else(storage: Storage) -> None:
    async with storage.unit(lasting=False) as unit:
        await unit.values.put("soon", "1")
    async with storage.unit() as unit:
        assert await unit.values.get("soon") == "1"
