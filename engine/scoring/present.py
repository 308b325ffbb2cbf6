"""What a viewer is in the mood for at present: the titles liked in the last weeks."""

from __future__ import annotations

import numpy as np

from engine.columns.vectors import ItemVectors
from engine.taste.profile import MoodCluster, TasteProfile
from engine.taste.tally import DAY

HALF_LIFE_DAYS = 14.0
LEAST = 0.05
"""Weight from which a title counts: about two months."""
FAR_DAYS = 64.0
"""From which no title counts: the best liked one, of strength 1, does not."""
SHRINK = 1.0


def present_mood(profile: TasteProfile, vectors: ItemVectors | None, today: int) -> MoodCluster | None:
    """Liked titles by how lately they were watched, counted from ``today`` (days since 1970); None without any."""
    titles = profile.titles
    if vectors is None or not len(titles):
        return None
    places = np.flatnonzero(titles.liked & (titles.rows >= 0) & (titles.last_watched > (today + 1 - FAR_DAYS) * DAY))
    age = np.maximum((today + 1) - titles.last_watched[places] / DAY, 0)
    weights = titles.strength[places] * 0.5 ** (age / HALF_LIFE_DAYS)
    recent = np.flatnonzero(weights >= LEAST)
    recent = recent[np.argsort(-weights[recent], kind="stable")]
    recent = recent[vectors.has(titles.rows[places[recent]])]
    if not len(recent):
        return None
    rows, chosen = titles.rows[places[recent]], weights[recent].astype(np.float32)
    total, mass = chosen @ vectors.exact(rows), float(chosen.sum())
    centre = vectors.reduce(total / np.float32(mass + SHRINK))
    return MoodCluster(rows, chosen, total, mass, SHRINK, centre, profile.domain)
