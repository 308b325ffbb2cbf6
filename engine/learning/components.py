"""The components of the blend: each is a weighted sum of rows of one source, its weights arithmetic on a history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.learning.history import History
from engine.learning.sources import Terms
from engine.learning.sparse import Floats, Rows

Family = Literal["collaborative", "sequence", "popularity", "attributes"]
FAMILIES: tuple[Family, ...] = ("collaborative", "sequence", "popularity", "attributes")


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    family: Family
    source: str
    warm: float | None
    """Weight taken for granted before there is anything to learn from, per its usual spread; None: says nothing of
    titles that somebody met."""
    cold: float | None = None
    """The same among titles nobody met; None: says nothing of them."""
    scouts: bool = False
    """Its best titles are looked at when weights are learned."""


STANDING = ("makers-fame", "makers-best-fame", "makers-whole-fame", "subjects-told", "series", "length")
"""Of titles nobody met, rows of ``cold_standing``."""
FOLLOWED = "followed"
"""Component and source."""
COMPONENTS: tuple[Component, ...] = (
    Component("near", "collaborative", "narrow", 0.3, scouts=True),
    Component("near-lately", "collaborative", "narrow", 0.0, scouts=True),
    Component("near-disliked", "collaborative", "narrow", 0.0),
    Component("wide", "collaborative", "wide", 0.3),
    Component("wide-lately", "collaborative", "wide", 0.0, scouts=True),
    Component("pairwise", "collaborative", "pairwise", 0.0),
    Component("pairwise-lately", "collaborative", "pairwise", 0.0),
    Component("alike", "collaborative", "people", 0.5, scouts=True),
    Component("alike-then", "collaborative", "people", 0.0),
    Component("alike-lately", "collaborative", "people", 0.0, scouts=True),
    Component("alike-close", "collaborative", "people", 0.0),
    Component("alike-likers", "collaborative", "likers", 0.0),
    Component(FOLLOWED, "collaborative", FOLLOWED, 0.0),
    Component("after", "sequence", "after", 0.1, scouts=True),
    Component("before", "sequence", "before", 0.0),
    Component("fame", "popularity", "fame", 0.3),
    Component("esteem", "popularity", "fame", 0.1),
    Component("fame-1-year", "popularity", "around", 0.2, scouts=True),
    Component("fame-4-years", "popularity", "around", 0.2),
    Component("fame-foretold", "popularity", "foretold", 0.0, 0.5),
    Component("unreleased", "popularity", "years", -0.1, -0.1),
    Component("age", "popularity", "years", 0.0, 0.0),
    Component("new", "popularity", "years", 0.0, 0.0),
    Component("map", "attributes", "titles", 0.2, 0.5),
    Component("map-lately", "attributes", "titles", 0.0, 0.0, scouts=True),
    Component("map-alike", "attributes", "like-minded", 0.0, 0.2),
    Component("text", "attributes", "text", 0.1, 0.2),
    Component("text-lately", "attributes", "text", 0.0, 0.0),
    Component("times", "attributes", "times", 0.0, 0.0),
    Component("times-lately", "attributes", "times", 0.0, 0.0),
    Component("franchise", "attributes", "franchise", 0.1, 0.3),
    Component("franchise-lately", "attributes", "franchise", 0.1, 0.1),
    Component("makers", "attributes", "makers", None, 0.2),
    Component("subjects", "attributes", "subjects", None, 0.2),
    *(Component(name, "popularity", "standing", None, 0.0) for name in STANDING),
)
NAMES = tuple(component.name for component in COMPONENTS)
OF_SOURCE: Mapping[str, tuple[int, ...]] = {
    source: tuple(place for place, component in enumerate(COMPONENTS) if component.source == source)
    for source in dict.fromkeys(component.source for component in COMPONENTS)
}
"""Places of the components of each source, which follow each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Leanings:
    """A history turned into weights on its titles, all [h]."""

    all: Floats
    """How much each title counts against the person's usual liking, 0.05–1.5."""
    lately: Floats
    """The same, fading by e in ten titles."""
    disliked: Floats
    liked: Floats
    liked_lately: Floats
    following: Floats
    """The last twenty, fading by e in four."""


DISLIKED = 0.375
"""Liking up to which a title was disliked: half of liked."""
LATELY, FOLLOWING, FOLLOWING_MOST = 10.0, 4.0, 20


def leanings(history: History) -> Leanings:
    """Work them out."""
    liking = history.liking.astype(np.float64)
    usual = liking.mean() if len(liking) else 0.0
    back = history.back
    found = np.empty((6, len(liking)), np.float32)
    every = np.minimum(np.maximum(0.6 + 1.2 * (liking - usual), 0.05), 1.5)
    recent = np.exp(-back / LATELY)
    liked = np.minimum(np.maximum(every - 0.3, 0), 1)
    found[0], found[1], found[2] = every, every * recent, liking <= DISLIKED
    found[3], found[4] = liked, liked * recent
    found[5] = np.exp(-back / FOLLOWING) * (back < FOLLOWING_MOST)
    return Leanings(*found)


def level(weights: Floats) -> Floats:
    """Scaled so that sums of many terms spread like one: w / √(Σw² + 1)."""
    return np.asarray(weights / np.sqrt(weights @ weights + 1), np.float32)


def mean(weights: Floats) -> Floats:
    """Scaled to a shrunken mean: w / (Σw + 1)."""
    return weights / (weights.sum() + 1)


def shared(weights: Floats) -> Floats:
    """Scaled to sum to one."""
    return weights / (weights.sum() + np.float32(1e-3))


def from_titles(columns: Rows, rows: Rows, lean: Leanings) -> Iterator[tuple[str, Terms]]:
    """By source, of the history's titles: ``columns`` are theirs in the model (-1 unmet), ``rows`` in the catalogue."""
    met = np.flatnonzero(columns >= 0)
    known = columns[met]
    told = np.stack([level(lean.all), level(lean.lately), level(lean.disliked), lean.following]).take(met, axis=1)
    yield "narrow", Terms(known, told[:3])
    yield from ((name, Terms(known, told[:2])) for name in ("wide", "pairwise", "titles"))
    yield from ((name, Terms(known, told[3:])) for name in ("after", "before"))
    told = np.stack(
        [mean(lean.liked), mean(lean.liked_lately), lean.liked, lean.liked_lately, level(lean.liked)]
    )  # fmt: skip
    yield from ((name, Terms(rows, told[:2])) for name in ("text", "times"))
    yield "franchise", Terms(rows, told[2:4])
    yield from ((name, Terms(rows, told[4:])) for name in ("makers", "subjects"))


def from_time(now: float, moments: NDArray[np.float64], first_bin: int) -> Iterator[tuple[str, Terms]]:
    """By source, what depends on the moment alone."""
    place = float(np.interp(now, moments, np.arange(len(moments))))
    low = min(int(place), max(len(moments) - 2, 0))
    rows = np.arange(low, min(low + 2, len(moments)))
    share = np.array([1 - (place - low), place - low], np.float32)[: len(rows)]
    yield "fame", _each(2)
    around = np.zeros((2, 2 * len(rows)), np.float32)
    around[0, : len(rows)] = around[1, len(rows) :] = share
    yield "around", Terms(np.concatenate([rows, rows + len(moments)]), around, apart=True)
    yield "foretold", _each(1)
    yield "standing", _each(len(STANDING))
    bins = np.arange(YEAR_BINS)
    ages = 1970 + now / 31_557_600.0 - (first_bin + bins)
    told = np.stack([ages < 0, np.sqrt(np.clip(ages, 0, 60)), (ages >= 0) & (ages < 2)])
    yield "years", Terms(bins, told.astype(np.float32))


FIRST_YEAR, YEAR_BINS = 1880, 240


def _each(rows: int) -> Terms:
    """A component for each row."""
    return Terms(np.arange(rows), np.eye(rows, dtype=np.float32), apart=True)
