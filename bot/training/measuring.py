"""Is a new model better than the present one, for the people here? Judged on what each of them met last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.learning.history import History
from engine.learning.log import LIKED, Log

HELD_OUT = 0.2
"""Share of everybody's titles, the last ones, that a model has to find."""
LENGTH = 10
MOST_JUDGED = 300
"""People who are asked, drawn by lot: enough to see a difference of 0.01."""
FEWEST_PEOPLE = 10
"""With fewer, single titles are compared instead of people."""
FEWEST_TITLES = 10
"""With fewer titles to be found nothing can be said."""
RESAMPLES = 4_000
TAIL = 0.005
"""Beyond either end of the interval. Wider than is usual: to the chance of who is asked comes that of every training,
and a model that was lucky once must not keep out all that come after it."""

Rows = NDArray[np.int64]
Scores = Callable[[History, Rows], NDArray[np.float32]]
"""How much a person with that history should like each of the rows, [len(rows)]."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What one model found, in the same order for every model that was asked the same."""

    people: NDArray[np.float64]
    """NDCG@10 of each judged person."""
    titles: NDArray[np.float64]
    """What each title to be found gained: 1 / log₂(rank + 1) within the first ten, else 0."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A new model against the present one."""

    ndcg: float
    """Mean NDCG@10 of the new one."""
    present: float
    """Of the present one."""
    low: float
    high: float
    """99 % paired bootstrap interval of new minus present: of NDCG@10 over people, or of the gain of single titles."""
    people: int
    titles: int
    """Who was judged, and on how many titles."""

    @property
    def known(self) -> bool:
        """Whether there was enough to say anything."""
        return self.titles >= FEWEST_TITLES

    @property
    def worse(self) -> bool:
        """Worse beyond what chance would do."""
        return self.known and self.high < 0

    def figures(self) -> dict[str, float]:
        """For the manifest."""
        return {
            "ndcg@10": self.ndcg,
            "present_ndcg@10": self.present,
            "difference_low": self.low,
            "difference_high": self.high,
            "judged_people": float(self.people),
            "judged_titles": float(self.titles),
        }


def kept_for_learning(log: Log) -> NDArray[np.bool_]:
    """All but the last fifth of everybody's meetings, [m]."""
    starts = log.starts
    counts = np.diff(starts)
    place = np.arange(len(log)) - np.repeat(starts[:-1], counts)
    return place < np.repeat(counts - np.floor(counts * HELD_OUT).astype(np.int64), counts)


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """The same questions for every model."""

    log: Log
    """With the columns of ``catalogue``."""
    catalogue: Catalogue
    starts: NDArray[np.int64]
    """[people + 1], where each person's meetings begin."""
    keep: NDArray[np.bool_]
    """[m], what may be known."""
    judged: tuple[int, ...]
    """Rows of people."""

    @classmethod
    def of(cls, log: Log, catalogue: Catalogue, rng: np.random.Generator) -> Examination:
        """On everybody who liked something lately, or as many as are enough."""
        keep = kept_for_learning(log)
        liked = np.unique(log.person[~keep & (log.liking >= LIKED)])
        chosen = rng.permutation(liked)[:MOST_JUDGED] if len(liked) > MOST_JUDGED else liked
        return cls(log, catalogue, log.starts, keep, tuple(np.sort(chosen).tolist()))

    def ask(self, scores: Callable[[int], Scores]) -> Found:
        """What is found with the scores made for each person (a row of the log)."""
        people: list[float] = []
        titles: list[float] = []
        for person in self.judged:
            gains, best = self._gains(person, scores(person))
            people.append(sum(gains) / best)
            titles += gains
        return Found(np.array(people), np.array(titles))

    def popularity(self) -> Found:
        """What is found with the titles that most people here liked."""
        known = self.keep & (self.log.liking >= LIKED)
        likes = np.bincount(self.log.item[known], minlength=len(self.catalogue)).astype(np.float32)
        return self.ask(lambda _: lambda _, rows: likes[rows])

    def _gains(self, person: int, scores: Scores) -> tuple[list[float], float]:
        """Of each title to be found, and the most that could have been gained; kinds of titles are ranked apart."""
        span = slice(int(self.starts[person]), int(self.starts[person + 1]))
        keep, items = self.keep[span], self.log.item[span].astype(np.int64)
        liking, at = self.log.liking[span], self.log.at[span]
        history = History(items[keep], liking[keep], at[keep], person)
        wanted = items[~keep & (liking >= LIKED)]
        gains: list[float] = []
        best = 0.0
        for kind in np.unique(self.catalogue.media_type[wanted]).tolist():
            rows = np.flatnonzero(self.catalogue.media_type == kind).astype(np.int64)
            to_find = wanted[self.catalogue.media_type[wanted] == kind]
            ranks = _ranks(scores(history, rows), rows, history.rows, to_find)
            gains += [1 / log2(rank + 1) if rank <= LENGTH else 0.0 for rank in ranks.tolist()]
            best += sum(1 / log2(rank + 1) for rank in range(1, min(LENGTH, len(to_find)) + 1))
        return gains, best


def compare(new: Found, present: Found, rng: np.random.Generator) -> Verdict:
    """The verdict, and how sure it is."""
    people = len(new.people)
    differences = new.people - present.people if people >= FEWEST_PEOPLE else new.titles - present.titles
    low, high = _interval(differences, rng)
    return Verdict(_mean(new.people), _mean(present.people), low, high, people, len(new.titles))


def _ranks(values: NDArray[np.float32], rows: Rows, known: Rows, wanted: Rows) -> NDArray[np.int64]:
    """Rank of each of ``wanted`` among ``rows`` without those ``known``, from 1; ties with others count against it."""
    own = -np.nan_to_num(values[np.searchsorted(rows, wanted)], nan=-np.inf)
    others = np.sort(-np.nan_to_num(values[~np.isin(rows, known) & ~np.isin(rows, wanted)], nan=-np.inf))
    place = np.empty(len(wanted), np.int64)
    place[np.argsort(own, kind="stable")] = np.arange(len(wanted))
    return np.searchsorted(others, own, side="right") + place + 1


def _interval(differences: NDArray[np.float64], rng: np.random.Generator) -> tuple[float, float]:
    """Of the mean; percentiles of resamples."""
    if not len(differences):
        return 0.0, 0.0
    count = len(differences)
    means = [differences[rng.integers(0, count, count)].mean() for _ in range(RESAMPLES)]
    low, high = np.quantile(means, [TAIL, 1 - TAIL])
    return float(low), float(high)


def _mean(values: NDArray[np.float64]) -> float:
    return float(values.mean()) if len(values) else 0.0
