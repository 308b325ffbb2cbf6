"""Generated worlds shaped like real ones, as large as wanted: for benchmarks, and for tests of the large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.build import CatalogueBuilder
from engine.columns.vectors import item_vectors, unit_rows
from engine.domain.genres import GENRES
from engine.domain.interactions import Interaction
from engine.domain.items import Item, MediaType
from engine.domain.viewers import Viewer
from engine.search.titles import TitleIndex
from engine.testing.world_items import Drawn, items_of
from engine.testing.world_people import Shelves, history, viewer

TYPES = ((MediaType.ANIME, 0.08), (MediaType.MANGA, 0.04), (MediaType.MOVIE, 0.66), (MediaType.TV, 0.22))
"""Shares, in the order of the ids."""
BATCH = 2_000
CHUNK = 16_384
FIRST_NUMBER = 1_000_000
"""Ids have equally many digits, so that their order is that of the rows."""
COMMON, NEAR, NOISE, DECAY = 0.45, 0.75, 1.0, 0.35
"""What a vector is made of: a direction of all, one of its group, and its own, whose spectrum falls as real ones do.

Two titles have a cosine of about 0.15, two of one group of about 0.5.
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is; the same size is the same world."""

    items: int
    people: int = 100
    seed: int = 1
    dimensions: int = 384
    shortest: int = 5
    longest: int = 2_000
    """Watches of a person: log-uniform between the two; the last person has ``longest``."""


class World:
    """Titles in groups of subject, with the people who made them, and viewers who love a few of the groups."""

    def __init__(self, size: Size) -> None:
        self.size = size
        rng = np.random.default_rng([size.seed, 0])
        count = size.items
        self.groups: NDArray[np.int64] = _groups(rng, count)
        """Group of each title, [n]."""
        self.popularity: NDArray[np.float64] = rng.pareto(1.1, count) + 0.02
        """How widely known each title is, [n]: a few are, most are not."""

    @property
    def people(self) -> range:
        """Numbers of the viewers."""
        return range(self.size.people)

    @cached_property
    def media_types(self) -> tuple[MediaType, ...]:
        """Of each title."""
        ends = np.round(np.cumsum([share for _, share in TYPES]) * self.size.items).astype(np.int64)
        places = np.searchsorted(ends, np.arange(self.size.items), side="right")
        return tuple(TYPES[int(place)][0] for place in places)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Of each title, ascending."""
        return tuple(f"{media_type}:{FIRST_NUMBER + row}" for row, media_type in enumerate(self.media_types))

    def batches(self) -> Iterator[list[Item]]:
        """All titles in id order, a few thousand at a time: they need not all be in memory."""
        for start in range(0, self.size.items, BATCH):
            yield self.batch(start)

    def batch(self, start: int) -> list[Item]:
        """The titles from row ``start`` on, a multiple of ``BATCH``."""
        part = slice(start, min(start + BATCH, self.size.items))
        drawn = Drawn(
            ids=self.ids[part],
            media_types=self.media_types[part],
            groups=self.groups[part],
            group_sizes=self._group_sizes[self.groups[part]],
            popularity=self.popularity[part],
            genres=self._genres,
            start=start,
        )
        return items_of(drawn, np.random.default_rng([self.size.seed, 1, start]))

    def vectors(self) -> NDArray[np.float16]:
        """Unit rows, [n, d]."""
        size = self.size
        rng = np.random.default_rng([size.seed, 2])
        spectrum = np.arange(1, size.dimensions + 1, dtype=np.float32) ** -DECAY
        spectrum /= np.linalg.norm(spectrum)
        common = _directions(rng, 1, spectrum)
        centres = NEAR * _directions(rng, int(self.groups.max(initial=0)) + 1, spectrum) + COMMON * common
        full = np.empty((size.items, size.dimensions), np.float16)
        for start in range(0, size.items, CHUNK):
            part = self.groups[start : start + CHUNK]
            own = rng.standard_normal((len(part), size.dimensions), dtype=np.float32) * (NOISE * spectrum)
            full[start : start + CHUNK] = unit_rows((centres[part] + own).astype(np.float32))
        return full

    def catalogue(self, *, model: str = "world") -> Catalogue:
        """All titles as columns, with vectors of ``model``."""
        return self.snapshot(model=model)[0]

    def snapshot(self, *, model: str = "world") -> tuple[Catalogue, TitleIndex]:
        """All titles as columns and as an index of their names."""
        builder, titles = CatalogueBuilder(), TitleIndex.builder()
        for items in self.batches():
            builder.add(items)
            titles.add(items)
        vectors = item_vectors(model, self.vectors()) if self.size.items else None
        version = f"world-{self.size.items}-{self.size.seed}"
        return builder.finish(version, finishes=self.finishes(), vectors=vectors), titles.finish()

    def finishes(self) -> dict[str, int]:
        """How many finished each title: as many as its fame and the number of viewers suggest."""
        odds = self.popularity / max(float(self.popularity.sum()), 1e-9)
        expected: NDArray[np.float64] = odds * 60 * self.size.people
        counts = np.random.default_rng([self.size.seed, 3]).poisson(np.minimum(expected, 0.6 * self.size.people))
        return {self.ids[row]: int(counts[row]) for row in np.flatnonzero(counts).tolist()}

    def viewers(self) -> tuple[Viewer, ...]:
        """Everyone."""
        return tuple(viewer(number) for number in self.people)

    def history(self, number: int) -> list[Interaction]:
        """What viewer ``number`` did, in order of time."""
        rng = np.random.default_rng([self.size.seed, 4, number])
        drawn = round(exp(rng.uniform(log(self.size.shortest), log(self.size.longest))))
        length = self.size.longest if number == self.size.people - 1 else drawn
        return history(number, min(length, self.size.items), self._shelves, rng)

    def interactions(self) -> Iterable[Interaction]:
        """Everything that everyone did."""
        for number in self.people:
            yield from self.history(number)

    @cached_property
    def _shelves(self) -> Shelves:
        return Shelves.of(self.ids, self.groups, self.popularity)

    @cached_property
    def _group_sizes(self) -> NDArray[np.int64]:
        return np.bincount(self.groups).astype(np.int64)

    @cached_property
    def _genres(self) -> tuple[tuple[str, ...], ...]:
        """Three genres per group, its main one first."""
        rng = np.random.default_rng([self.size.seed, 5])
        count = int(self.groups.max(initial=0)) + 1
        return tuple(tuple(GENRES[int(g)] for g in rng.choice(len(GENRES), 3, replace=False)) for _ in range(count))


def _groups(rng: np.random.Generator, items: int) -> NDArray[np.int64]:
    """Some groups are many times as large as others; about √n / 2 of them."""
    count = int(np.clip(np.sqrt(items) / 2, 4, 300))
    shares = rng.dirichlet(np.full(count, 1.5))
    return rng.choice(count, items, p=shares).astype(np.int64)


def _directions(rng: np.random.Generator, count: int, spectrum: NDArray[np.float32]) -> NDArray[np.float32]:
    return unit_rows(rng.standard_normal((count, len(spectrum)), dtype=np.float32) * spectrum)
