"""Finding people and studios by name, by last name, or by nearly either."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.search.fold import fold
from engine.search.hits import PersonHit
from engine.search.keys import Keys
from engine.search.likeness import name_likeness

MayKnow = Callable[[int], bool]
"""Whether the asker may know of an item, by its number."""

_COMPARED = 100
_SHARE = 0.34
_LEAST = 0.55


@dataclass(frozen=True, slots=True, eq=False)
class PeopleIndex:
    """Names and the items they are credited in, as numbers."""

    names: list[str]
    starts: NDArray[np.int64]
    items: NDArray[np.int32]
    keys: Keys
    ids: list[str]
    """Item ids by number."""

    def find(self, text: str, *, limit: int, allowed: MayKnow) -> list[PersonHit]:
        """Names that fit, best first; of equal fit the one with more titles that may be known."""
        typed = fold(text)
        titles: dict[int, tuple[int, ...]] = {}
        scores: dict[int, float] = {}
        for row in self._rows(typed):
            person = int(self.keys.owners[row])
            titles[person] = self._titles(person, allowed)
            if titles[person]:
                scores[person] = round(name_likeness(typed, self.keys.text(row)), 4)
                if len(scores) >= _COMPARED and not self._holds(row, typed):
                    break
        order = sorted(scores, key=lambda p: (-scores[p], -len(titles[p]), self.names[p]))
        return [
            PersonHit(self.names[p], scores[p], tuple(self.ids[i] for i in titles[p]))
            for p in order[:limit]
            if scores[p] >= _LEAST
        ]

    def exactly(self, text: str, *, allowed: MayKnow) -> PersonHit | None:
        """The person of just this whole name, if any. Quick."""
        typed = fold(text)
        for row in self.keys.exact(typed) if typed else ():
            person = int(self.keys.owners[row])
            if titles := self._titles(person, allowed):
                return PersonHit(self.names[person], 1.0, tuple(self.ids[i] for i in titles))
        return None

    def _rows(self, typed: str) -> Iterable[int]:
        if len(typed) < 2:
            return self.keys.exact(typed) if typed else ()
        return (int(row) for row in self.keys.grams.alike(typed, share=_SHARE))

    def _holds(self, row: int, typed: str) -> bool:
        return typed in self.keys.text(row)

    def _titles(self, person: int, allowed: MayKnow) -> tuple[int, ...]:
        credited = self.items[self.starts[person] : self.starts[person + 1]].tolist()
        return tuple(number for number in credited if allowed(number))


class PeopleIndexBuilder:
    """Collects names and where they are credited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._people = array("i")
        self._items = array("i")

    def add(self, item: int, names: Iterable[str]) -> None:
        for name in names:
            self._people.append(self._numbers.setdefault(name, len(self._numbers)))
            self._items.append(item)

    def finish(self, ids: list[str]) -> PeopleIndex:
        """The index; ``ids`` are the item ids by number. The builder is spent."""
        names = list(self._numbers)
        self._numbers.clear()
        people = np.array(self._people, np.int32)
        order = np.argsort(people, kind="stable")
        starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(people, minlength=len(names)))))
        items = np.array(self._items, np.int32)[order]
        folded = [fold(name) for name in names]
        keys = Keys.build(folded, range(len(names)), array("B", bytes(len(names))), names)
        return PeopleIndex(names, starts, items, keys, ids)
