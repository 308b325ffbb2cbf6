"""Which of a viewer's titles raise a pick through what others met, and whether it really falls without them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.learning.shares import PLACE
from engine.scoring.scorer import Batch, Floats, Subject
from engine.scoring.whole import falls

CITED = 2
LEAST_TOLD = 0.01
"""Of the whole score: less is not worth a sentence."""
CLEAR, CLEAR_TITLES = 0.10, 2.0
"""Share of the family's figure that a title must bring to be named: a tenth, or two titles' share where the history is
longer than twenty."""


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """Titles of the viewer's that may be named, and by how much the family's figure falls without them."""

    rows: NDArray[np.int64]
    fall: float


def family(batch: Batch, name: str) -> Floats:
    """Figures of one family of the crowd's signals; 0 without a crowd."""
    found = batch.context.family(name, batch.rows)
    return batch.zeros() if found is None else found


def cited(subject: Subject, name: str, *, most: int = CITED) -> Cited | None:
    """The titles that bring most, as far as taking them away must show; None where none does."""
    context, adds = subject.context, subject.dossier.adds
    signals = context.signals
    if signals is None or adds is None or subject.value < LEAST_TOLD:
        return None
    brought, history = adds.brought(name), signals.history
    least = max(subject.raw * min(CLEAR, CLEAR_TITLES / max(len(brought), 1)), LEAST_TOLD * CLEAR)
    best = np.flatnonzero(brought >= least)
    best = best[np.argsort(-brought[best], kind="stable")][: most + 3]
    rows = history[best]
    best = best[context.visible[rows] & (rows != subject.row)][:most]
    for count in range(len(best), 0, -1):
        fall = float(signals.falls(subject.row, history[best[:count]])[PLACE[name]])
        if fall >= least and falls(subject.dossier, best[:count]):
            return Cited(history[best[:count]], fall)
    return None
