"""Finding titles as people type them: any language and script, misspelt, with or without the year."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from engine.domain.items import Item
from engine.search.forms import COST, WHOLE_TITLE, forms_of, readings, title_forms
from engine.search.hits import PersonHit, Resolution, TitleHit, resolution
from engine.search.keys import Keys
from engine.search.likeness import title_likeness
from engine.search.people import PeopleIndex, PeopleIndexBuilder

Allowed = Callable[[str], bool]
"""Whether the asker may know of an item id."""

_COMPARED = 80
"""Allowed keys that are compared letter by letter, per way of finding them."""
_SHARE = 0.34
"""Trigrams of the typed text that a key must have to be compared."""
_KNOWN_BEST = 0.03
"""What being widely known adds, at most."""
_LESS_THAN_EXACT = 0.95
_OTHER_YEAR, _UNKNOWN_YEAR, _NEXT_YEAR = 0.70, 0.85, 0.97
_LEAST = 0.30
_SINGLE = 1


@dataclass(slots=True)
class _Found:
    score: float
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class TitleIndex:
    """Titles and names of all items. A hidden title (``allowed`` says no) has no influence on any answer."""

    ids: list[str]
    years: NDArray[np.int16]
    """0 where unknown."""
    known: NDArray[np.float32]
    """0–1, how widely known, from the votes."""
    keys: Keys
    people: PeopleIndex

    @classmethod
    def build(cls, items: Iterable[Item]) -> TitleIndex:
        """Index ``items``; of several with one id the first counts."""
        return TitleIndexBuilder().add(items).finish()

    @staticmethod
    def builder() -> TitleIndexBuilder:
        """For items that come in batches."""
        return TitleIndexBuilder()

    def __len__(self) -> int:
        return len(self.ids)

    def find(self, text: str, *, limit: int = 8, allowed: Allowed | None = None) -> list[TitleHit]:
        """Titles that fit ``text``, best first; of equal fit the better known, then the newer."""
        may = _Permission(self.ids, allowed)
        found: dict[int, _Found] = {}
        for texts, year in readings(text):
            self._read(texts, year, may, found)
        order = sorted(found, key=lambda i: (-found[i].score, -self.known[i], -self.years[i], self.ids[i]))
        return [
            TitleHit(self.ids[i], round(found[i].score, 4), found[i].exact)
            for i in order[:limit]
            if found[i].score >= _LEAST
        ]

    def find_people(self, text: str, *, limit: int = 5, allowed: Allowed | None = None) -> list[PersonHit]:
        """People and studios whose name fits, with their allowed titles; nobody without one."""
        return self.people.find(text, limit=limit, allowed=_Permission(self.ids, allowed))

    def resolve(self, text: str, allowed: Allowed | None = None) -> Resolution:
        """One clear title, a few to choose from, or nothing with what is nearest."""
        return resolution(self.find(text, allowed=allowed))

    def named(self, text: str, allowed: Allowed | None = None) -> tuple[TitleHit, ...]:
        """Only titles that are exactly ``text`` (and of its year, if it has one), best first. Quick."""
        may = _Permission(self.ids, allowed)
        found: dict[int, _Found] = {}
        for texts, year in readings(text):
            for row, score, whole in self._exact(texts):
                owner = int(self.keys.owners[row])
                if whole and may(owner):
                    self._note(found, owner, score, year, exact=True)
        hits = [owner for owner in found if found[owner].exact]
        hits.sort(key=lambda i: (-found[i].score, -self.known[i], -self.years[i], self.ids[i]))
        return tuple(TitleHit(self.ids[i], round(found[i].score, 4), exact=True) for i in hits)

    def longest(self, typed: Sequence[str], allowed: Allowed | None = None) -> tuple[int, tuple[TitleHit, ...]]:
        """Of ever longer texts (“in”, “in the”, “in the mood”) which (from 1) is the longest title, and its hits.

        (0, ()) where none is a title.
        """
        best: tuple[int, tuple[TitleHit, ...]] = (0, ())
        for words, text in enumerate(typed, 1):
            if hits := self.named(text, allowed):
                best = words, hits
            if not any(form and self.keys.beginning(form) for form, _ in title_forms(text)):
                break
        return best

    def person_named(self, text: str, allowed: Allowed | None = None) -> PersonHit | None:
        """The person of exactly this name, accents and case aside. Quick."""
        return self.people.exactly(text, allowed=_Permission(self.ids, allowed))

    def _read(self, texts: dict[str, float], year: int | None, may: _Permission, found: dict[int, _Found]) -> None:
        for row, score, whole in self._exact(texts):
            owner = int(self.keys.owners[row])
            if may(owner):
                self._note(found, owner, score, year, exact=whole)
        typed = next(iter(texts))
        compared = set(self._take(self._beginning(typed), may))
        if len(typed) > _SINGLE:
            compared.update(self._take(iter(self.keys.grams.alike(typed, share=_SHARE)), may))
        for row in compared:
            known = self.keys.text(row)
            owner, kind = int(self.keys.owners[row]), int(self.keys.kinds[row])
            fit = max(title_likeness(text, known) - cost for text, cost in texts.items()) - COST[kind]
            fit = min(_LESS_THAN_EXACT, fit + _KNOWN_BEST * float(self.known[owner]))
            self._note(found, owner, fit, year, exact=False)

    def _exact(self, texts: dict[str, float]) -> Iterator[tuple[int, float, bool]]:
        for text, cost in texts.items():
            for row in self.keys.exact(text):
                kind = int(self.keys.kinds[row])
                yield row, 1.0 - cost - COST[kind], kind in WHOLE_TITLE

    def _beginning(self, typed: str) -> Iterator[int]:
        rows = self.keys.beginning(typed)
        fit = (
            0.15 * len(typed) / np.maximum(self.keys.lengths(rows), 1)
            + _KNOWN_BEST * self.known[self.keys.owners[rows.start : rows.stop]]
        )
        return iter(np.argsort(-fit, kind="stable") + rows.start)

    def _take(self, rows: Iterator[int], may: _Permission) -> Iterator[int]:
        taken = 0
        for row in rows:
            if may(int(self.keys.owners[row])):
                yield int(row)
                taken += 1
                if taken == _COMPARED:
                    return

    def _note(self, found: dict[int, _Found], owner: int, score: float, year: int | None, *, exact: bool) -> None:
        if year is not None:
            score *= _year_factor(year, int(self.years[owner]))
            exact = exact and year == int(self.years[owner])
        before = found.get(owner)
        if before is None:
            found[owner] = _Found(score, exact)
        elif (exact, score) > (before.exact, before.score):
            found[owner] = _Found(max(score, before.score), exact)


class _Permission:
    """The asker's predicate over item numbers, each asked once."""

    __slots__ = ("_allowed", "_ids", "_known")

    def __init__(self, ids: list[str], allowed: Allowed | None) -> None:
        self._ids = ids
        self._allowed = allowed
        self._known: dict[int, bool] = {}

    def __call__(self, number: int) -> bool:
        if self._allowed is None:
            return True
        answer = self._known.get(number)
        if answer is None:
            answer = self._known[number] = self._allowed(self._ids[number])
        return answer


class TitleIndexBuilder:
    """Collects what the index needs, so that items need not be held."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._ids: list[str] = []
        self._years = array("h")
        self._known = array("f")
        self._texts: list[str] = []
        self._owners = array("i")
        self._kinds = array("B")
        self._people = PeopleIndexBuilder()

    def add(self, items: Iterable[Item]) -> TitleIndexBuilder:
        for item in items:
            if item.id not in self._seen:
                self._seen.add(item.id)
                self._add(item)
        return self

    def finish(self) -> TitleIndex:
        """The index; the builder is spent."""
        self._seen.clear()
        keys = Keys.build(self._texts, self._owners, self._kinds, self._ids)
        self._texts.clear()
        return TitleIndex(
            self._ids,
            np.array(self._years, np.int16),
            np.array(self._known, np.float32),
            keys,
            self._people.finish(self._ids),
        )

    def _add(self, item: Item) -> None:
        owner = len(self._ids)
        self._ids.append(item.id)
        self._years.append(min(max(item.year or 0, 0), 9_999))
        self._known.append(_how_known(item))
        for text, form in forms_of(item).items():
            self._texts.append(text)
            self._owners.append(owner)
            self._kinds.append(form)
        self._people.add(owner, dict.fromkeys(credit.name for credit in item.credits))


def _how_known(item: Item) -> float:
    return min(1.0, log10(1 + max(item.vote_count or 0, 0)) / 5)


def _year_factor(wanted: int, year: int) -> float:
    if year == wanted:
        return 1.0
    if not year:
        return _UNKNOWN_YEAR
    return _NEXT_YEAR if abs(year - wanted) == 1 else _OTHER_YEAR
