"""How far the ratings of a file reach: five stars, ten points, a hundred, or just yes and no."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import inf

STARS = 5.0
SCALES = (STARS, 10.0, 100.0)
USUAL = 0.9
"""Share of all ratings that a scale has to hold; what lies beyond is a mistake in its line."""
SEVERE = frozenset({0.5, 1.0})
"""The least that is given of five stars: where nothing else is said, these are no shares of one."""


def scale_of(ratings: Iterable[str | None]) -> float:
    """The highest rating there could be: 1, 5, 10 or 100. What is no rating is left to whoever reads the lines."""
    held, highest, severe = [0] * (len(SCALES) + 1), 0.0, True
    for told in ratings:
        value = _figure(told)
        if value is not None:
            held[bisect_left(SCALES, value)] += 1
            highest = max(highest, value)
            severe = severe and value in SEVERE
    if highest <= 1 and not severe:
        return 1.0
    enough = USUAL * sum(held)
    return next((scale for place, scale in enumerate(SCALES, start=1) if sum(held[:place]) >= enough), SCALES[-1])


def _figure(told: str | None) -> float | None:
    try:
        value = float(told or "")
    except ValueError:
        return None
    return value if 0 <= value < inf else None
