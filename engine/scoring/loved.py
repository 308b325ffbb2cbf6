"""Titles worth meeting again: loved, and long ago."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.scoring.context import Context
from engine.taste.tally import DAY, Figure

LOVED = 0.3
"""Strength from which a finished title was loved."""
AWAY_DAYS = 183
"""Six months."""
SINCE_HALF_LIFE_DAYS = 365.0


def loved_long_ago(context: Context) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Rows finished and loved, not met for six months, and completion × time since for each, 0–1."""
    titles = context.profile.titles
    last = titles.last_watched
    last = np.where(np.isfinite(last), last, titles.last)
    away = context.asked.today - last / DAY
    fit = (titles.times > 0) & (titles.strength >= LOVED) & (away > AWAY_DAYS) & (titles.rows >= 0)
    completion = np.nan_to_num(titles.table[:, Figure.COMPLETION], nan=1.0)
    since = 1 - 0.5 ** (away / SINCE_HALF_LIFE_DAYS)
    return titles.rows[fit], (completion * since)[fit].astype(np.float32)
