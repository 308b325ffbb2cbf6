"""How far the ratings of a file reach: five stars, ten points, a hundred, or just yes and no."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

YES, STARS = 1.0, 5.0
LIKED = 0.8
"""Share of the highest rating from which a title counts as liked."""
SCALES = (STARS, 10.0, 100.0)
USUAL = 0.9
"""Share of all ratings that a scale has to hold; what lies beyond is a mistake in its line."""
SEVERE = (0.5, 1.0)
"""The least that is given of five stars: where nothing else is said, these are no shares of one."""


def scale_of(ratings: NDArray[np.float64]) -> float:
    """The highest rating there could be in ``ratings`` [m]: 1, 5, 10 or 100. Whether they are ratings is not asked.

    Where every rating is 1, that is a yes: nobody writes down nothing but what they liked least.
    """
    told = ratings[ratings >= 0]
    if not len(told):
        return STARS
    if told.max() <= YES and (told.min() == YES or not np.isin(told, SEVERE).all()):
        return YES
    enough = USUAL * len(told)
    return next((scale for scale in SCALES if np.count_nonzero(told <= scale) >= enough), SCALES[-1])
