"""What a public catalogue lists beside titles becomes a crowd, unless that is worse for the people here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import pytest

from bot.training.listed import FEWEST_LISTS, gather_lists
from bot.training.lists import LISTED, Lists
from bot.training.training import Training
from bot.training.work import Order, Outcome, Progress, learn_and_measure
from engine.domain.items import Item
from engine.learning.packing import seal
from engine.ports.models import Manifest, ModelKind
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage
from engine.testing.worlds import Size, World
from tests.bot.training.household import Household, learn_here

pytestmark = pytest.mark.untraced

LARGER = World(Size(104, 3, shortest=10, longest=12))
"""With more titles than ``FEWEST_LISTS``."""


def listed_beside(items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    """Beside each title ten others that share most keywords with it."""
    words = {item.id: set(item.keywords) for item in items}
    near = {
        item.id: sorted(words, key=lambda other, own=item: (-len(words[own.id] & words[other]), other))[:11]
        for item in items
    }
    return {key: tuple(other for other in others if other != key) for key, others in near.items()}


async def list_beside(storage: MemoryStorage, lists: Mapping[str, Sequence[str]]) -> None:
    async with storage.unit() as unit:
        await unit.title_lists.put(lists)


@pytest.fixture
async def home(tmp_path: Path) -> Household:
    items = [item for batch in LARGER.batches() for item in batch]
    home = await Household(tmp_path, items, LARGER.viewers(), list(LARGER.interactions())).open()
    await list_beside(home.storage, listed_beside(items))
    return home


async def public(home: Household) -> list[tuple[Manifest, bool]]:
    listed = [(known.stored.manifest, known.in_use) for known in await home.kept.list()]
    return [(about, in_use) for about, in_use in listed if about is not None and about.kind is ModelKind.PUBLIC]


async def test_titles_listed_together_are_met_together_and_strangers_join_those_who_name_them() -> None:
    storage = MemoryStorage()
    many = {f"movie:{1_000 + number}": ("movie:1",) for number in range(FEWEST_LISTS)}
    await list_beside(
        storage, many | {"movie:1": ("movie:2", "movie:2", "movie:1", "movie:99"), "anime:film-7": ("movie:99", "tv:1")}
    )
    items = ["movie:1", "movie:2", "anime:film-7", "tv:1", "movie:plex:x", *many]
    log = await gather_lists(storage, items, START)
    assert log is not None
    people: list[int] = log.person.tolist()
    met = zip(people, (items[int(item)] for item in log.item), strict=True)
    rows = [frozenset(item for _, item in group) for _, group in groupby(met, key=lambda pair: pair[0])]
    together = set(rows)
    assert {"movie:1", "movie:2"} in together
    assert {"movie:1", "anime:film-7"} in together, "both name the film 99, which is not here"
    assert {"anime:film-7", "tv:1"} in together
    assert len(rows) == 3 + len(many)


async def test_a_few_lists_teach_nothing() -> None:
    storage = MemoryStorage()
    await list_beside(storage, {f"movie:{number}": ("movie:1",) for number in range(2, FEWEST_LISTS + 1)})
    assert await gather_lists(storage, [f"movie:{number}" for number in range(200)], START) is None


async def test_lists_become_a_public_model_in_service_and_are_learned_again_only_when_they_grew(
    home: Household,
) -> None:
    assert await home.training.due()
    await home.training.train()
    ((about, in_use),) = await public(home)
    assert (about.source, about.people, in_use, about.metrics) == (LISTED, 0, True, {"lists": 104.0})
    assert home.crowds.model(ModelKind.PUBLIC) is not None
    contents = await home.kept.opened(ModelKind.PUBLIC)
    assert contents is not None
    assert {title.media_type for title in contents.titles} == {item.media_type for item in home.items}
    await home.training.train()
    assert len(await public(home)) == 1
    await list_beside(home.storage, {f"movie:{90_000 + number}": ("movie:1",) for number in range(30)})
    home.clock.advance(timedelta(minutes=1))  # of two models of one second either may be the newer
    await home.training.train()
    assert [about.metrics["lists"] for about, _ in await public(home)] == [134.0, 104.0]
    await home.restart()
    assert home.crowds.model(ModelKind.PUBLIC) is not None


async def test_what_is_worse_for_the_people_here_is_kept_but_answers_nobody(home: Household) -> None:
    async def badly(order: Order, progress: Progress) -> Outcome:
        found = learn_and_measure(order, progress)
        return replace(found, verdict=replace(found.verdict, low=-0.3, high=-0.1, titles=20))

    home.training = Training(
        storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=badly
    )
    result = await home.training.train()
    assert result.manifest.held_back
    ((about, in_use),) = await public(home)
    assert (about.held_back, in_use, home.crowds.current) == (True, False, None)
    assert not await home.training.due(), "the same lists are not learned from again and again"


async def test_beside_a_model_that_the_owner_supplied_lists_are_left_alone(home: Household) -> None:
    await home.training.train()
    contents = await home.kept.opened(ModelKind.PUBLIC)
    assert contents is not None
    supplied = replace(contents, manifest=replace(contents.manifest, source="ratings", created_at=home.clock.now()))
    version = await home.kept.add(seal(supplied), use=True)
    await list_beside(home.storage, {f"movie:{90_000 + number}": ("movie:1",) for number in range(200)})
    await home.training.train()
    assert {(about.source, in_use) for about, in_use in await public(home)} == {("ratings", True), (LISTED, False)}
    assert await home.models.current(ModelKind.PUBLIC) == version


async def test_lists_of_titles_that_are_gone_are_looked_at_once(home: Household) -> None:
    lists = Lists(home.storage, home.kept)
    assert await lists.due()
    assert await lists.gather([], START) is None
    assert not await lists.due()
    await list_beside(home.storage, {f"movie:{90_000 + number}": ("movie:1",) for number in range(30)})
    assert await lists.due()


async def test_lists_are_left_alone_where_that_is_wanted(home: Household) -> None:
    training = Training(
        storage=home.storage, snapshots=home.snapshots, clock=home.clock, kept=home.kept, learn=learn_here, lists=False
    )
    await training.train()
    assert await public(home) == []
