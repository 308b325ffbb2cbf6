"""What a scorer is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.scoring.baselines import Floats, Rows, numbers
from engine.scoring.context import Context
from engine.scoring.influence import Dossier

Column = TypeVar("Column", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Rows to be scored together, ``m`` of them."""

    context: Context
    rows: Rows
    size: int
    """m"""
    products: Floats
    """[k, m]: centred inner products of the scorer's own probes with the rows; 0 where a row has no vector."""
    subtotal: Floats | None = None
    """[m] sum of the contributions so far; only for scorers that come last."""

    def take(self, column: NDArray[Column]) -> NDArray[Column]:
        """A catalogue column at the rows; without copying where the rows lie together."""
        return column[self.rows]

    def numbers(self) -> NDArray[np.int64]:
        """The rows as numbers."""
        return numbers(self.rows)

    def zeros(self) -> Floats:
        return np.zeros(self.size, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One contribution of one title that asks for its reasons."""

    dossier: Dossier
    weight: float
    raw: float

    @property
    def context(self) -> Context:
        return self.dossier.context

    @property
    def row(self) -> int:
        return self.dossier.row

    @property
    def value(self) -> float:
        """Signed share of the score."""
        return self.weight * self.raw

    @property
    def alone(self) -> Batch:
        """The title as a batch of one, without products."""
        return Batch(self.context, np.array([self.row]), 1, np.zeros((0, 1), np.float32))

    def ids(self, rows: NDArray[np.int64]) -> tuple[str, ...]:
        """Item ids of ``rows``."""
        return self.dossier.ids(rows)


Raw = Callable[[Batch], Floats]
Probes = Callable[[Context], Floats | None]
Explain = Callable[[Subject], Sequence[Evidence]]


@dataclass(frozen=True, slots=True)
class Scorer:
    """One named part of a score. Nothing known gives 0; more speaks for a title, less against it."""

    name: str
    raw: Raw
    """Raw figures of a batch, [m] float32; a contribution is the factor times this."""
    explain: Explain
    """The facts behind one contribution, none where nothing may be said."""
    probes: Probes | None = None
    """Vectors [k, d] whose inner products with every row it needs; None where there is nothing to compare."""
    last: bool = False
    """Reads the sum of the others (``Batch.subtotal``); only worked out for the finalists."""
    role: str = "taste"
    """``taste``: moved by what the viewer did. ``title``: by the title alone. ``mode``: by what was asked."""

    daily: bool = False
    """Its figures, or what it says of them, depend on the day; all others stay until something is learned."""

    @property
    def asked(self) -> bool:
        """Whether its figures depend on the question, beyond the day on which it is asked."""
        return self.role == "mode"
