"""From the storage to a log, person by person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from bot.training import gathering
from bot.training.gathering import fingerprint, gather
from engine.domain.interactions import Interaction, InteractionKind
from engine.learning.log import Log, log_of
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World

WORLD = World(Size(120, 9, shortest=5, longest=60))
HOUR = timedelta(hours=1)


async def household(*extra: Interaction) -> MemoryStorage:
    storage = MemoryStorage()
    async with storage.unit() as unit:
        await unit.libraries.upsert(libraries())
        await unit.items.upsert([item for batch in WORLD.batches() for item in batch])
        for viewer in WORLD.viewers():
            await unit.viewers.add(viewer)
        await unit.interactions.add([*WORLD.interactions(), *extra])
    return storage


def same(one: Log, other: Log) -> bool:
    columns = zip(
        (one.person, one.item, one.liking, one.at), (other.person, other.item, other.liking, other.at), strict=True
    )
    return one.people == other.people and all(np.array_equal(mine, theirs) for mine, theirs in columns)


@pytest.mark.parametrize("at_once", [1, 40, 100_000])
async def test_gathered_in_any_portions_it_is_the_same_log(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", at_once)
    storage = await household()
    whole = log_of(WORLD.interactions(), WORLD.ids, (START + HOUR).timestamp())
    found = await gather(storage, WORLD.ids, START + HOUR)
    assert same(found, whole)
    assert fingerprint(found) == fingerprint(whole)


async def test_another_fact_is_another_fingerprint() -> None:
    one = Interaction("x", "person-00001", WORLD.ids[3], InteractionKind.RATING, START, rating=9)
    prints = {
        fingerprint(await gather(await household(*extra), WORLD.ids, START + HOUR))
        for extra in ((), (one,), (replace(one, rating=2),), (replace(one, viewer_id="person-00002"),))
    }
    assert len(prints) == 4


async def test_nobody_and_nothing_make_an_empty_log() -> None:
    assert len(await gather(MemoryStorage(), (), START)) == 0
    assert len(await gather(await household(), (), START)) == 0
