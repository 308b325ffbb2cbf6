"""The viewers of a generated world, and what they did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Library, MediaType
from engine.domain.viewers import HistoryDepth, Viewer
from engine.testing.clock import START

LIBRARIES: Mapping[MediaType, tuple[str, ...]] = MappingProxyType(
    {
        MediaType.MOVIE: ("films", "classics", "family-films", "documentaries", "world-cinema"),
        MediaType.TV: ("series", "family-series", "documentary-series"),
        MediaType.ANIME: ("anime", "anime-late"),
        MediaType.MANGA: ("manga", "manga-late"),
    }
)
ALL_LIBRARIES = tuple(name for names in LIBRARIES.values() for name in names)
CLOSED: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"anime-late", "manga-late"}),
    frozenset({"documentaries", "documentary-series"}),
    frozenset({"films", "classics", "world-cinema", "series", "anime-late", "manga-late"}),
)
"""What each fourth viewer may not open."""
AT_HOME = 0.75
"""Share of watches from the groups a viewer loves."""
MOST_DAYS = 1_500
RATED, SAVED, AGAIN = 0.15, 0.03, 0.05
DEPTHS = (HistoryDepth.ALL, HistoryDepth.MONTHS_12)


@dataclass(frozen=True, slots=True, eq=False)
class Shelves:
    """Titles sorted by group, to draw from by fame."""

    ids: tuple[str, ...]
    order: NDArray[np.int64]
    """Rows, group by group."""
    sums: NDArray[np.float64]
    """[n + 1] running sum of fame in that order."""
    edges: NDArray[np.int64]
    """[groups + 1] where each group begins in that order."""

    @classmethod
    def of(cls, ids: tuple[str, ...], groups: NDArray[np.int64], popularity: NDArray[np.float64]) -> Shelves:
        order = np.argsort(groups, kind="stable")
        edges = np.append(0, np.cumsum(np.bincount(groups)))
        # the most famous titles are not a thousand times as often watched: people know them already
        return cls(ids, order, np.append(0.0, np.cumsum(np.sqrt(popularity[order]))), edges)

    def draw(self, low: NDArray[np.int64], high: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
        """A row for each pair of edges, the famous likelier."""
        at = self.sums[low] + rng.random(len(low)) * (self.sums[high] - self.sums[low])
        return self.order[np.clip(np.searchsorted(self.sums, at, side="right") - 1, 0, len(self.order) - 1)]


def libraries() -> list[Library]:
    """All there are."""
    return [Library(name, name.title(), media_type) for media_type, names in LIBRARIES.items() for name in names]


def viewer(number: int) -> Viewer:
    """The viewer of that number."""
    return Viewer(
        id=f"person-{number:05d}",
        name=f"Person {number}",
        library_ids=frozenset(ALL_LIBRARIES) - CLOSED[number % len(CLOSED)],
        history_depth=DEPTHS[number % len(DEPTHS)],
    )


def history(number: int, length: int, shelves: Shelves, rng: np.random.Generator) -> list[Interaction]:
    """``length`` watches of different titles with what goes with them, in order of time."""
    count = len(shelves.edges) - 1
    loved = rng.choice(count, min(int(rng.integers(2, 6)), count), replace=False)
    rows = _rows(length, loved, shelves, rng)
    span = min(MOST_DAYS, 10 + 2 * length)
    days = np.sort(rng.uniform(0, span, len(rows)))[::-1]
    fitting = np.isin(_groups_of(rows, shelves), loved)
    done = np.where(fitting, rng.beta(8, 1, len(rows)), rng.beta(1.3, 1.3, len(rows)))
    luck = rng.random((len(rows), 3))
    person = viewer(number).id
    facts: list[Interaction] = []
    for place, row in enumerate(rows):
        at = START - timedelta(days=float(days[place]), hours=1)
        facts.extend(_facts(f"{person}:{place}", shelves.ids[int(row)], at, float(done[place]), luck[place].tolist()))
    return sorted(facts, key=lambda fact: (fact.at, fact.id))


def _rows(length: int, loved: NDArray[np.int64], shelves: Shelves, rng: np.random.Generator) -> NDArray[np.int64]:
    """Different rows, as they were drawn."""
    found = np.zeros(0, np.int64)
    for _ in range(20):
        home = rng.random(2 * length) < AT_HOME
        groups = rng.choice(loved, 2 * length)
        low = np.where(home, shelves.edges[groups], 0)
        high = np.where(home, shelves.edges[groups + 1], len(shelves.order))
        drawn = np.concatenate([found, shelves.draw(low[high > low], high[high > low], rng)])
        _, first = np.unique(drawn, return_index=True)
        found = drawn[np.sort(first)][:length]
        if len(found) == length:
            return found
    rest = rng.permutation(np.setdiff1d(shelves.order, found))
    return np.concatenate([found, rest])[:length]


def _groups_of(rows: NDArray[np.int64], shelves: Shelves) -> NDArray[np.int64]:
    place = np.empty(len(shelves.order), np.int64)
    place[shelves.order] = np.arange(len(shelves.order))
    return np.searchsorted(shelves.edges, place[rows], side="right") - 1


def _facts(key: str, item_id: str, at: datetime, completion: float, luck: list[float]) -> Iterator[Interaction]:
    """The watch, and now and then a save before, a rating or another watch after."""
    person = key.partition(":")[0]

    def fact(
        kind: InteractionKind, when: datetime, *, done: float | None = None, rating: float | None = None
    ) -> Interaction:
        own = f"{key}:{kind}:{when:%j%H%M}"
        return Interaction(own, person, item_id, kind, when, completion=done, rating=rating, source="world")

    if luck[0] < SAVED:
        yield fact(InteractionKind.SAVE, at - timedelta(days=3))
    yield fact(InteractionKind.WATCH, at, done=completion)
    if luck[1] < RATED:
        yield fact(InteractionKind.RATING, at + timedelta(minutes=30), rating=float(round(1 + 9 * completion)))
    if luck[2] < AGAIN and completion > 0.8:
        yield fact(InteractionKind.WATCH, at + timedelta(minutes=50), done=1.0)
