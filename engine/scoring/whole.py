"""Whether a pick as a whole falls without the titles that its reasons cite, not only the figure behind each reason.

What many people together say of a title may rise when a title of the history goes that spoke against it, or when all
others come to count more; then a reason from another figure, true in itself, would not be why it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.learning.components import FAMILIES
from engine.scoring.counterfactual import FAR
from engine.scoring.influence import Dossier

OTHERWISE = 0.007
"""What all other figures of a score may gain by it at most; of 1,300 times that titles were taken away, 0.0067."""
Rows = NDArray[np.int64]


def holding(dossier: Dossier, facts: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The ``facts`` that hold for the whole score: each alone, and those that speak for it all together.

    Where it would not fall without all that is cited, the weakest is left unsaid. All of them without a crowd.
    """
    signals = dossier.context.signals
    if signals is None or not len(signals.history):
        return tuple(facts)
    cited = [_cited(dossier, fact, signals.history) for fact in facts]
    kept = [k for k, fact in enumerate(facts) if not len(cited[k]) or _falls(dossier, [fact], cited[k])]
    while (citing := [k for k in kept if len(cited[k])]) and len(citing) > 1:
        gone = np.concatenate([cited[k] for k in citing])
        if _falls(dossier, [facts[k] for k in citing], gone):
            break
        kept.remove(citing[-1])
    return tuple(facts[k] for k in kept)


def _cited(dossier: Dossier, fact: Evidence, history: Rows) -> Rows:
    """Titles of the history, rows of the catalogue, that a fact cites which speaks for the title."""
    if fact.value <= 0 or not fact.items:
        return np.zeros(0, np.int64)
    rows = dossier.context.catalogue.rows_of(fact.items)
    return rows[np.isin(rows, history)]


def _falls(dossier: Dossier, facts: Sequence[Evidence], gone: Rows) -> bool:
    """Whether the score falls when the titles ``gone`` do, behind some facts, whatever becomes of their own figures.

    Moods may be divided otherwise without them, so that nothing is certain but what the crowd says. Not where that
    cannot be told: without all that is recent, what is older would be read anew.
    """
    signals = dossier.context.signals
    if signals is None or dossier.context.ledger.ageing(gone) > FAR or np.isin(signals.history, gone).all():
        return False
    own = sum(fact.value for fact in facts if fact.contribution not in FAMILIES)
    return signals.fall(dossier.row, gone) > own + OTHERWISE
