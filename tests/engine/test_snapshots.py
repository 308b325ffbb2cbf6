"""Catalogues that are swapped, and vectors that are made in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.errors import SourceUnavailable
from engine.snapshots import DIMENSIONS, MODEL, Snapshots
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.engine.taste.world import FILMS, film, film_id, watch
from tests.engine.world import Service


class CountingEmbedder(WordEmbedder):
    """Counts texts, and fails after so many."""

    def __init__(self, name: str = "words", dimensions: int = 96, most: int = 10**9) -> None:
        super().__init__(name, dimensions)
        self.texts, self.most = 0, most

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.texts + len(texts) > self.most:
            raise SourceUnavailable("embedder-gone")
        self.texts += len(texts)
        await asyncio.sleep(0)
        return await super().embed(texts)


class BrokenVectors(MemoryVectors):
    """A store that can be taken away."""

    broken = False

    async def digests(self, model: str) -> Mapping[str, str]:
        self._check()
        return await super().digests(model)

    async def load(self, model: str, ids: Sequence[str], dimensions: int) -> NDArray[np.float32]:
        self._check()
        return await super().load(model, ids, dimensions)

    def _check(self) -> None:
        if self.broken:
            raise SourceUnavailable("vectors-gone")


def snapshots(service: Service, embedder: WordEmbedder) -> Snapshots:
    """Another process on the same data."""
    return Snapshots(storage=service.storage, vectors=service.vectors, embedder=embedder)


async def values(service: Service) -> tuple[str | None, str | None]:
    async with service.storage.unit() as unit:
        return await unit.values.get(MODEL), await unit.values.get(DIMENSIONS)


async def test_before_the_first_refresh_there_is_an_empty_catalogue():
    service = Service()
    assert len(service.snapshots.current) == 0
    assert service.snapshots.titles.find("Film 1") == []
    assert service.snapshots.embedded_share == 0


async def test_a_refresh_brings_new_titles_and_their_names():
    service = await Service().open()
    swapped: list[Catalogue] = []
    service.snapshots.on_swap(swapped.append)
    before = service.snapshots.current

    await service.add(film(70, title="Zanzibar"))
    after = await service.snapshots.refresh()

    assert film_id(70) in after.index
    assert film_id(70) not in before.index
    assert swapped == [after]
    assert service.snapshots.titles.find("Zanzibar")[0].item_id == film_id(70)


async def test_while_nothing_changed_the_columns_are_kept_but_what_people_finished_is_counted_anew():
    service = await Service().open()
    before = service.snapshots.current
    await service.intake.record([watch(0)])

    after = await service.snapshots.refresh()

    assert after.genres is before.genres
    assert (before.popularity[0], after.popularity[0]) == (0, 1)
    assert after.version != before.version
    assert (await service.snapshots.refresh()).version == after.version


async def test_embedding_gives_every_title_a_vector_and_says_how_far_it_is():
    service = await Service().open()
    heard: list[tuple[int, int]] = []

    await service.snapshots.embed_missing(lambda done, total: heard.append((done, total)))

    assert heard[-1] == (FILMS, FILMS)
    assert service.snapshots.embedded_share == 1
    vectors = service.snapshots.current.vectors
    assert vectors is not None
    assert np.allclose(np.linalg.norm(vectors.full.astype(np.float32), axis=1), 1, atol=1e-2)


async def test_what_is_embedded_is_not_embedded_again_not_even_by_the_next_process():
    service = await Service().open(embed=True)
    embedder = CountingEmbedder()

    later = snapshots(service, embedder)
    await later.refresh()
    await later.embed_missing()

    assert embedder.texts == 0
    assert later.embedded_share == 1


async def test_a_changed_text_is_embedded_anew_and_answers_until_then_with_the_old():
    service = await Service().open(embed=True)
    old = service.snapshots.current.vectors
    await service.add(film(3, synopses={"en": "Entirely different words about penguins"}))
    await service.snapshots.refresh()
    between = service.snapshots.current.vectors
    assert old is not None
    assert between is not None
    assert np.array_equal(between.full[3], old.full[3])

    await service.snapshots.embed_missing()

    now = service.snapshots.current.vectors
    assert now is not None
    assert not np.array_equal(now.full[3], old.full[3])
    assert np.array_equal(now.full[4], old.full[4])


async def test_anew_nothing_is_left_of_the_directions_of_vectors_that_are_gone():
    service = await Service().open(embed=True)
    for number in range(FILMS):
        await service.add(film(number, synopses={"en": f"Entirely different words about penguins and ship {number}"}))
    await service.snapshots.refresh()
    assert await service.snapshots.embed_missing()
    kept = service.snapshots.current.vectors
    anew = (await service.snapshots.refresh(anew=True)).vectors
    started = (await snapshots(service, WordEmbedder()).refresh()).vectors
    assert kept is not None
    assert anew is not None
    assert started is not None
    assert not np.array_equal(anew.projection, kept.projection)
    assert np.array_equal(anew.projection, started.projection)
    assert not await service.snapshots.embed_missing()


async def test_stopped_halfway_it_goes_on_from_there():
    service = Service()
    await service.add(*(film(number) for number in range(200)))
    failing = CountingEmbedder(most=130)
    first = snapshots(service, failing)
    await first.refresh()
    with pytest.raises(SourceUnavailable):
        await first.embed_missing()
    assert failing.texts == 128

    embedder = CountingEmbedder()
    second = snapshots(service, embedder)
    await second.refresh()
    assert second.embedded_share == 128 / 200
    await second.embed_missing()

    assert embedder.texts == 72
    assert second.embedded_share == 1


async def test_being_cancelled_loses_no_finished_batch():
    service = Service()
    await service.add(*(film(number) for number in range(200)))
    running = snapshots(service, CountingEmbedder())
    reached = asyncio.Event()
    task = asyncio.create_task(running.embed_missing(lambda done, _: reached.set() if done >= 128 else None))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert len(await service.vectors.digests("words")) >= 128


async def test_another_model_takes_over_only_when_its_set_is_complete():
    service = await Service().open(embed=True)
    failing = CountingEmbedder("better", 48, most=20)
    switching = snapshots(service, failing)
    await switching.refresh()
    await service.add(*(film(number) for number in range(FILMS, 150)))
    await switching.refresh()

    with pytest.raises(SourceUnavailable):
        await switching.embed_missing()
    await switching.refresh()
    serving = switching.current.vectors
    assert serving is not None
    assert (serving.model, serving.dimensions) == ("words", 96)
    assert await values(service) == ("words", "96")

    failing.most = 10**9
    await switching.embed_missing()

    serving = switching.current.vectors
    assert serving is not None
    assert (serving.model, serving.dimensions) == ("better", 48)
    assert switching.embedded_share == 1
    assert await values(service) == ("better", "48")
    assert await service.vectors.digests("words") == {}


async def test_a_model_whose_vectors_are_gone_is_not_waited_for():
    service = await Service().open(embed=True)
    await service.vectors.forget("words")
    fresh = snapshots(service, WordEmbedder("better", 48))

    await fresh.refresh()
    assert fresh.current.vectors is None
    await fresh.embed_missing()

    assert fresh.embedded_share == 1


async def test_a_store_that_does_not_answer_costs_nothing_that_is_in_memory():
    vectors = BrokenVectors()
    service = await Service(vectors=vectors).open(embed=True)
    vectors.broken = True
    await service.add(film(99))

    catalogue = await service.snapshots.refresh()

    assert catalogue.vectors is not None
    assert catalogue.vectors.embedded == FILMS
    assert service.snapshots.trouble is None
    cold = snapshots(service, WordEmbedder())
    await cold.refresh()
    assert cold.current.vectors is None
    assert cold.trouble is not None
    vectors.broken = False
    await cold.refresh()
    assert (cold.trouble, cold.embedded_share) == (None, FILMS / (FILMS + 1))


async def test_vectors_of_the_wrong_shape_are_refused():
    class Crooked(WordEmbedder):
        async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return np.zeros((len(texts), 7), np.float32)

    service = await Service().open()
    crooked = snapshots(service, Crooked())
    with pytest.raises(SourceUnavailable) as refused:
        await crooked.embed_missing()
    assert refused.value.key == "embedder-answers-wrongly"
    assert await service.vectors.digests("words") == {}


async def test_a_text_that_gives_no_vector_is_not_tried_for_ever():
    class Mute(CountingEmbedder):
        async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return np.full_like(await super().embed(texts), np.nan)

    service = await Service().open()
    mute = Mute()
    silent = snapshots(service, mute)
    await silent.embed_missing()
    assert (mute.texts, silent.embedded_share) == (FILMS, 0)


async def test_the_catalogue_is_refreshed_while_a_long_embedding_goes_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.snapshots.REFRESH_EVERY", 64)
    service = Service()
    await service.add(*(film(number) for number in range(200)))
    shares: list[float] = []
    await service.snapshots.refresh()
    service.snapshots.on_swap(lambda _: shares.append(service.snapshots.embedded_share))

    await service.snapshots.embed_missing()

    assert shares == [0.32, 0.64, 0.96, 1]


async def test_the_loop_stays_free_while_a_catalogue_is_built_and_embedded():
    service = Service()
    await service.add(*(film(number) for number in range(3_000)))
    ticks, running = 0, True

    async def watchman() -> None:
        nonlocal ticks
        while running:
            await asyncio.sleep(0.001)
            ticks += 1

    task = asyncio.create_task(watchman())
    await service.snapshots.refresh()
    await service.snapshots.embed_missing()
    running = False
    await task
    assert ticks > 10, "the loop stood still while others worked"


async def test_vectors_that_could_not_be_read_back_are_read_at_the_next_refresh():
    vectors = BrokenVectors()
    service = await Service(vectors=vectors).open(embed=True)
    await service.add(film(99))
    await service.snapshots.refresh()

    await service.snapshots.embed_missing(lambda done, total: setattr(vectors, "broken", done == total))

    assert service.snapshots.trouble is not None
    assert service.snapshots.embedded_share == FILMS / (FILMS + 1)
    vectors.broken = False
    await service.snapshots.refresh()
    assert service.snapshots.embedded_share == 1
