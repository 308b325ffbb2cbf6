"""Whether a pick as a whole falls without the titles that its reasons cite, not only the figure behind each reason.

What many people together say of a title may rise when a title of the history goes that spoke against it, or when all
others come to count more; then a reason from another figure, true in itself, would not be why it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.scoring.baselines import among
from engine.scoring.counterfactual import FAR
from engine.scoring.influence import Dossier

OTHERWISE = 0.01
"""What all other figures of a score may gain by it at most; of 2,200 times that titles were taken away, 0.0085."""
Rows = NDArray[np.int64]


def holding(dossier: Dossier, facts: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The ``facts`` that hold for the whole score: each alone, and those that speak for it all together.

    Where it might not fall without all that is cited, the weakest is left unsaid. All of them without a crowd.
    """
    signals = dossier.context.signals
    if signals is None or not len(signals.history):
        return tuple(facts)
    cited = [_cited(dossier, fact, signals.history) for fact in facts]
    kept = [k for k in range(len(facts)) if not len(cited[k]) or falls(dossier, cited[k])]
    while len(citing := [k for k in kept if len(cited[k])]) > 1:
        if falls(dossier, np.unique(np.concatenate([cited[k] for k in citing]))):
            break
        kept.remove(citing[-1])
    return tuple(facts[k] for k in kept)


def _cited(dossier: Dossier, fact: Evidence, history: Rows) -> Rows:
    """Titles, as places in the history, that a fact cites which speaks for the title."""
    if fact.value <= 0 or not fact.items:
        return np.zeros(0, np.int64)
    return np.flatnonzero(among(history, dossier.context.catalogue.rows_of(fact.items)))


def falls(dossier: Dossier, gone: Rows) -> bool:
    """Whether the score falls when titles of the history, at the places ``gone``, do.

    By what the crowd says alone: whatever becomes of other figures, moods may be divided otherwise without them. Not
    where it cannot be told: without all that is recent, older titles would be read anew.
    """
    signals = dossier.context.signals
    if signals is None or len(gone) == len(signals.history):
        return False
    rows = signals.history[gone]
    if dossier.context.ledger.ageing(rows) > FAR:
        return False
    return float(signals.falls(dossier.row, rows).sum()) > OTHERWISE
