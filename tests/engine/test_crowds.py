"""What answers always belongs to the catalogue it is asked about."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from engine.catalogue import Catalogue
from engine.crowds import Crowds
from engine.ports.models import ModelKind, ModelRejected
from tests.engine.taste.world import film, film_id
from tests.engine.world import Service

HOUSEHOLD, PUBLIC = ModelKind.HOUSEHOLD, ModelKind.PUBLIC


@dataclass(eq=False)
class Laid:
    """A model laid over a catalogue."""

    model: Model
    catalogue: Catalogue


@dataclass(eq=False)
class Model:
    """Stands where a learned model does, and counts how often it is laid over a catalogue."""

    item_ids: Sequence[str] = field(default_factory=lambda: [film_id(number) for number in range(40)])
    laid: int = 0
    slow: threading.Event | None = None

    def aligned(self, catalogue: Catalogue) -> Laid:
        self.laid += 1
        if self.slow is not None:
            assert self.slow.wait(10)
        return Laid(self, catalogue)


@pytest.fixture
async def service() -> Service:
    return await Service().open()


async def test_before_there_is_a_model_nothing_answers_and_nobody_waits(service: Service) -> None:
    crowds = Crowds(service.snapshots)
    assert crowds.current is None
    assert crowds.of(service.snapshots.current) is None
    assert await crowds.ready(service.snapshots.current) is None
    await service.snapshots.refresh()
    assert crowds.current is None


async def test_the_household_s_own_model_answers_before_the_public_one(service: Service) -> None:
    crowds, own, public = Crowds(service.snapshots), Model(), Model()
    await crowds.put(PUBLIC, "p", public)
    assert crowds.current is not None
    assert (crowds.current.kind, crowds.current.version) == (PUBLIC, "p")
    await crowds.put(HOUSEHOLD, "h", own)
    assert (crowds.current.kind, crowds.current.version) == (HOUSEHOLD, "h")
    assert crowds.model(PUBLIC) is public
    await crowds.drop(HOUSEHOLD)
    assert crowds.current.version == "p"
    assert crowds.model(HOUSEHOLD) is None
    await crowds.drop(PUBLIC)
    assert crowds.current is None


async def test_after_titles_came_what_answers_waits_for_the_fitting(service: Service) -> None:
    crowds, model = Crowds(service.snapshots), Model()
    await crowds.put(HOUSEHOLD, "h", model)
    before = service.snapshots.current
    assert crowds.of(before) is not None
    await service.add(film(200))
    after = await service.snapshots.refresh()
    assert crowds.of(after) is None
    laid = await crowds.ready(after)
    assert laid is not None
    assert laid.catalogue is after
    assert crowds.of(after) is laid
    assert model.laid == 2


async def test_while_only_figures_change_the_fitting_of_before_answers_until_the_new_one_is_there(
    service: Service,
) -> None:
    crowds, model = Crowds(service.snapshots), Model()
    await crowds.put(HOUSEHOLD, "h", model)
    model.slow = threading.Event()
    first = crowds.of(service.snapshots.current)
    after = await service.snapshots.refresh()
    assert crowds.of(after) is first
    model.slow.set()
    await asyncio.gather(*crowds._tasks)
    laid = crowds.of(after)
    assert laid is not None
    assert laid.catalogue is after


async def test_many_who_wait_wait_for_one_fitting(service: Service) -> None:
    crowds, model = Crowds(service.snapshots), Model()
    await crowds.put(HOUSEHOLD, "h", model)
    await service.add(film(200))
    after = await service.snapshots.refresh()
    found = await asyncio.gather(*(crowds.ready(after) for _ in range(10)))
    assert len(set(map(id, found))) == 1
    assert model.laid == 2


async def test_a_catalogue_of_before_still_gets_what_belongs_to_it(service: Service) -> None:
    crowds, model = Crowds(service.snapshots), Model()
    await crowds.put(HOUSEHOLD, "h", model)
    before = service.snapshots.current
    await service.add(film(200))
    after = await service.snapshots.refresh()
    await crowds.ready(after)
    laid = await crowds.ready(before)
    assert laid is not None
    assert laid.catalogue is before
    assert crowds.current is not None
    assert crowds.current.catalogue is after


async def test_answers_go_on_while_another_model_is_fitted(service: Service) -> None:
    crowds, slow = Crowds(service.snapshots), Model(slow=threading.Event())
    await crowds.put(HOUSEHOLD, "old", Model())
    putting = asyncio.create_task(crowds.put(HOUSEHOLD, "new", slow))
    await asyncio.sleep(0.01)
    assert crowds.current is not None
    assert crowds.current.version == "old"
    assert slow.slow is not None
    slow.slow.set()
    await putting
    assert crowds.current.version == "new"


async def test_two_models_put_at_once_are_both_in_service(service: Service) -> None:
    crowds = Crowds(service.snapshots)
    await asyncio.gather(crowds.put(PUBLIC, "p", Model()), crowds.put(HOUSEHOLD, "h", Model()))
    assert crowds.model(PUBLIC) is not None
    assert crowds.current is not None
    assert crowds.current.kind is HOUSEHOLD


async def test_a_model_whose_titles_are_hardly_here_is_refused_and_nothing_changes(service: Service) -> None:
    crowds = Crowds(service.snapshots)
    await crowds.put(HOUSEHOLD, "h", Model())
    for foreign in (Model(["movie:x"] * 30), Model([]), Model([film_id(1), *(f"movie:x{n}" for n in range(400))])):
        with pytest.raises(ModelRejected, match="model-other-catalogue"):
            await crowds.put(HOUSEHOLD, "other", foreign)
    assert crowds.current is not None
    assert crowds.current.version == "h"


async def test_a_model_whose_parts_do_not_fit_is_refused_and_nothing_changes(service: Service) -> None:
    class Broken(Model):
        def aligned(self, catalogue: Catalogue) -> Laid:
            raise IndexError("out of bounds")

    crowds = Crowds(service.snapshots)
    await crowds.put(HOUSEHOLD, "h", Model())
    with pytest.raises(ModelRejected, match="model-unreadable"):
        await crowds.put(HOUSEHOLD, "other", Broken())
    assert crowds.current is not None
    assert (crowds.current.version, crowds.version(HOUSEHOLD), crowds.version(PUBLIC)) == ("h", "h", None)


async def test_closing_stops_what_is_being_fitted(service: Service) -> None:
    crowds, model = Crowds(service.snapshots), Model()
    await crowds.put(HOUSEHOLD, "h", model)
    await service.snapshots.refresh()
    await crowds.close()
    assert not [task for task in crowds._tasks if not task.done()]
