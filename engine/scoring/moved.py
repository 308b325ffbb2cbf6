"""Which candidates some of the viewer's titles move."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.scoring.baselines import Mask, numbers
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, raw_figures

PERSONAL = frozenset({"content", "present", "personnel"})
MOST_MOVED = 3_000
MOVED = 0.002
"""Share of the score that must rest on the named titles."""


def moved_by(context: Context, quiet: Context, candidates: Mask, scorers: Sequence[Weighted]) -> Mask:
    """Candidates that score less in ``quiet``, where some titles teach nothing; at most ``MOST_MOVED`` per domain, [n].

    Only what single titles do is looked at: content, present and people. Genres are moved a little by everything.
    """
    personal = [pair for pair in scorers if pair[0].name in PERSONAL]
    found = np.zeros(len(candidates), np.bool_)
    rows = numbers(context.rows)
    rows = rows[candidates[rows]]
    for exact in (False, True):
        fall = np.zeros(len(rows), np.float32)
        before = raw_figures(context, rows, personal, exact=exact)
        after = raw_figures(quiet, rows, personal, exact=exact)
        for scorer, weight in personal:
            fall += np.float32(weight) * (before[scorer.name] - after[scorer.name])
        most = np.argsort(-fall, kind="stable")[:MOST_MOVED]
        rows = rows[most[fall[most] > MOVED]]
    found[rows] = True
    return found
