"""Which genres and people a viewer returns to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.taste.shelf import Shelf
from engine.taste.signals import PRIOR_PEOPLE, PRIOR_TITLES, Entries, Met, relative
from engine.taste.tally import Figure
from engine.taste.titles import Titles

PRIOR_GENRE = 2.0
"""Weight of the neutral titles that every genre is given."""
EXPECTED_STARTS = 3.0
"""Starts that chance would have brought, after which never having started a genre begins to speak."""


@dataclass(frozen=True, slots=True, eq=False)
class GenreAffinity:
    affinity: NDArray[np.float32]
    started: NDArray[np.int32]
    finished: NDArray[np.int32]


def genre_affinity(titles: Titles, entries: Entries, shelf: Shelf, disinterest: float) -> GenreAffinity:
    """Per genre, −1…1: the shrunken mean strength of its titles; liking counts half, and in full where the
    genre is watched more than the shelf suggests. A genre never started although available gets ``disinterest``
    in so far as chance would have brought it up.
    """
    size = len(shelf.genres)
    weight = titles.weight.astype(np.float64)
    seen = titles.counts_in & (titles.table[:, Figure.SEEN] > 0)
    importance = weight[entries.places] * entries.values
    mass = np.bincount(entries.columns, importance, size)
    liking = np.bincount(entries.columns, importance * titles.strength[entries.places], size) / (mass + PRIOR_GENRE)
    watched, usual = weight * seen, shelf.share()
    share = np.bincount(entries.columns, watched[entries.places], size) + PRIOR_TITLES * usual
    share = share / (watched.sum() + PRIOR_TITLES)
    steady = (1 + relative(share, usual)) / 2
    started = np.bincount(entries.columns, seen[entries.places], size)
    finished = np.bincount(entries.columns, (seen & (titles.times > 0))[entries.places], size)
    expected = usual * np.count_nonzero(seen)
    untouched = disinterest * (1 - np.exp(-expected / EXPECTED_STARTS))
    liked = np.where(liking > 0, liking * (1 + steady) / 2, liking)
    affinity = np.where((mass <= 0) & (started == 0) & (shelf.genres > 0), untouched, liked)
    return GenreAffinity(
        np.clip(affinity, -1, 1).astype(np.float32), started.astype(np.int32), finished.astype(np.int32)
    )


def people_affinity(titles: Titles, met: Met) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """People met in titles that teach, ascending columns, and the shrunken mean strength of their titles, −1…1."""
    liking = np.bincount(met.entries.columns, met.importance * titles.strength[met.entries.places], len(met.mass))
    taught = met.mass > 0
    return met.columns[taught], (liking[taught] / (met.mass[taught] + PRIOR_PEOPLE)).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class LikedWith(Mapping[int, NDArray[np.int64]]):
    """Person column to the rows of liked titles, best first. Worked out when asked for."""

    columns: NDArray[np.int32]
    rows: NDArray[np.int32]
    strength: NDArray[np.float32]

    def __getitem__(self, column: int) -> NDArray[np.int64]:
        found = np.flatnonzero(self.columns == column)
        if not len(found):
            raise KeyError(column)
        best = found[np.lexsort((self.rows[found], -self.strength[found]))]
        return self.rows[best].astype(np.int64)

    def __iter__(self) -> Iterator[int]:
        columns: list[int] = np.unique(self.columns).tolist()
        return iter(columns)

    def __len__(self) -> int:
        return len(np.unique(self.columns))

    def __contains__(self, column: object) -> bool:
        return isinstance(column, int | np.integer) and bool(np.any(self.columns == column))


def liked_with(titles: Titles, met: Met) -> LikedWith:
    """The liked titles behind each person: praised or finished ones only."""
    chosen = titles.liked[met.entries.places]
    places, columns = met.entries.places[chosen], met.columns[met.entries.columns[chosen]]
    return LikedWith(columns.astype(np.int32), titles.rows[places].astype(np.int32), titles.strength[places])
