"""Named features gathered item by item, made into sparse matrices at the end."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import ROLES, role_bit
from engine.columns.named import Features
from engine.columns.sparse import by_column, by_row
from engine.domain.items import Credit, CreditRole

ROLE_WEIGHTS = MappingProxyType(
    {
        CreditRole.DIRECTOR: 1.0,
        CreditRole.CREATOR: 1.0,
        CreditRole.WRITER: 0.6,
        CreditRole.COMPOSER: 0.4,
        CreditRole.STUDIO: 0.3,
    }
)
LEAD_WEIGHT = 0.9
BILLING_DECAY = 0.85
"""An actor weighs ``0.9 · 0.85^order``."""


def credit_weight(credit: Credit) -> float:
    """How much of a title is a person's, 0–1."""
    if credit.role is CreditRole.ACTOR:
        return LEAD_WEIGHT * BILLING_DECAY ** min(max(credit.order, 0), 60)
    return ROLE_WEIGHTS[credit.role]


class FeatureColumns:
    """Collects names per row."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._columns = array("i")
        self._ends = array("q", [0])

    def add(self, names: Iterable[str]) -> None:
        """The features of the next row; repeats and empty names are left out."""
        for name in dict.fromkeys(names):
            if name:
                self._columns.append(self._places.setdefault(name, len(self._places)))
        self._ends.append(len(self._columns))

    def finish(self, *, unit_rows: bool = False) -> Features:
        """Matrices of ones, or with every row of length one."""
        ends = np.array(self._ends, dtype=np.int64)
        values = np.ones(len(self._columns), np.float32)
        if unit_rows:
            lengths = np.diff(ends)
            values = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
        return _features(values, np.array(self._columns, dtype=np.int32), ends, tuple(self._places))


class PeopleColumns:
    """Collects the credits per row; somebody in several roles counts by the weightiest."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._columns, self._roles, self._credits = array("i"), array("B"), array("B")
        self._weights = array("f")
        self._ends = array("q", [0])

    def add(self, credits_of_item: Iterable[Credit]) -> None:
        """The credits of the next row."""
        best: dict[str, tuple[float, int]] = {}
        done: defaultdict[str, int] = defaultdict(int)
        for credit in credits_of_item:
            found = (credit_weight(credit), ROLES.index(credit.role))
            done[credit.name] |= role_bit(credit.role)
            if credit.name and (credit.name not in best or found[0] > best[credit.name][0]):
                best[credit.name] = found
        for name, (weight, role) in best.items():
            self._columns.append(self._places.setdefault(name, len(self._places)))
            self._weights.append(weight)
            self._roles.append(role)
            self._credits.append(done[name])
        self._ends.append(len(self._columns))

    def finish(self) -> Features:
        """Weighted matrices."""
        weights = np.array(self._weights, dtype=np.float32)
        ends = np.array(self._ends, dtype=np.int64)
        return _features(weights, np.array(self._columns, dtype=np.int32), ends, tuple(self._places))

    def roles(self) -> NDArray[np.uint8]:
        """The weightiest role of each entry, position in ``ROLES``; in the order of the columns of ``finish``."""
        return self._by_column(self._roles)

    def credits(self) -> NDArray[np.uint8]:
        """Every role of each entry, a bit set over ``ROLES``; in the same order."""
        return self._by_column(self._credits)

    def _by_column(self, values: Sequence[int]) -> NDArray[np.uint8]:
        columns = np.array(self._columns, dtype=np.int32)
        return np.array(values, dtype=np.uint8)[np.argsort(columns, kind="stable")]


def _features(
    values: NDArray[np.float32], columns: NDArray[np.int32], ends: NDArray[np.int64], names: tuple[str, ...]
) -> Features:
    matrix = by_row(values, columns, ends, (len(ends) - 1, len(names)))
    return Features(matrix, by_column(matrix), names)
