"""What a store of groups' evenings must do."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from engine.ports.nights import KeptNight
from engine.ports.storage import Storage
from engine.testing.clock import START

NIGHT = KeptNight("chat", "room", '{"a":"ü"}', START)


async def test_a_night_comes_back_as_it_was_kept_one_version_on(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.group_nights.get("chat", "room") is None
        assert await unit.group_nights.put(NIGHT)
    async with storage.unit() as unit:
        assert await unit.group_nights.get("chat", "room") == replace(NIGHT, version=1)
        assert await unit.group_nights.get("chat", "other") is None
        assert await unit.group_nights.get("other", "room") is None


async def test_whoever_read_an_older_version_is_too_late(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.group_nights.put(NIGHT)
    async with storage.unit() as unit:
        assert not await unit.group_nights.put(replace(NIGHT, document="late"))
        assert await unit.group_nights.put(replace(NIGHT, document="next", version=1))
        assert not await unit.group_nights.put(replace(NIGHT, document="late", version=1))
        assert not await unit.group_nights.put(replace(NIGHT, document="early", version=7))
    async with storage.unit() as unit:
        assert await unit.group_nights.get("chat", "room") == replace(NIGHT, document="next", version=2)


async def test_of_many_at_once_one_is_kept(storage: Storage) -> None:
    async def put(number: int) -> bool:
        async with storage.unit() as unit:
            return await unit.group_nights.put(replace(NIGHT, document=str(number)))

    assert sum(await asyncio.gather(*map(put, range(12)))) == 1


async def test_a_unit_that_fails_keeps_nothing(storage: Storage) -> None:
    async def fail() -> None:
        async with storage.unit() as unit:
            await unit.group_nights.put(NIGHT)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with storage.unit() as unit:
        assert await unit.group_nights.get("chat", "room") is None
