"""How much is known of a viewer."""

from __future__ import annotations

from math import log

import numpy as np

from engine.taste.profile import TasteProfile

FEW, MANY = 10, 40
"""Interactions up to which somebody is new, and from which they are known."""
HISTORY_HALF = 8
"""Interactions at which a history is half of what can be known."""
TITLES_HALF = 2.0
"""Evenly weighing liked titles likewise."""


def how_known(profile: TasteProfile) -> float:
    """0–1, in the profile's domain: many interactions, resting on more than a few titles (Kish's effective number)."""
    masses = [cluster.weights for cluster in profile.clusters]
    weights = np.concatenate(masses) if masses else np.maximum(profile.titles.strength * profile.titles.weight, 0)
    squares = float((weights.astype(np.float64) ** 2).sum())
    effective = float(weights.sum()) ** 2 / squares if squares > 0 else 0.0
    amount = profile.interactions / (profile.interactions + HISTORY_HALF)
    return amount * effective / (effective + TITLES_HALF)


def settled(interactions: int) -> float:
    """0 for new people, 1 for known ones; between, it rises with the logarithm, as the learned weights go over."""
    return min(max(log(max(interactions, 1) / FEW) / log(MANY / FEW), 0.0), 1.0)
