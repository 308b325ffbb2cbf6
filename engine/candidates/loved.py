"""What the viewer finished and loved long ago and can still open."""

from __future__ import annotations

import numpy as np

from engine.candidates import Source
from engine.scoring.baselines import Mask
from engine.scoring.context import Context
from engine.scoring.loved import loved_long_ago


def candidates(context: Context) -> Mask:
    """Loved rows within the permission mask."""
    found = np.zeros(len(context.catalogue), np.bool_)
    rows = loved_long_ago(context)[0]
    found[rows] = context.open_rows[rows]
    return found


SOURCE = Source("loved", candidates)
