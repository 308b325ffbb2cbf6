"""When something was rated: as seconds, in finer units or as a date, and what becomes of what has no moment."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from bot.importing.catalogue import BadRecord

if TYPE_CHECKING:
    from numpy.typing import NDArray

Seconds = "NDArray[np.float64]"
NO_MOMENT = frozenset({"", "0", "nan", "na", "nat", "null", "none"})
LATEST_SECONDS = 1e11
"""Seconds since 1970 until the year 5138; greater figures are milliseconds, and so on by thousands."""
FINER = 3
"""Units below seconds: thousandths, millionths, billionths."""
CLOCKS_DIFFER = 86_400.0
"""Seconds by which another clock may be ahead of ours."""
UNKNOWN_YEAR = 1970


def seconds_of(cell: str) -> float:
    """The figure in ``cell``, or the seconds since 1970 of its date; nan where there is none. Raises BadRecord."""
    text = cell.strip()
    if text.casefold() in NO_MOMENT:
        return math.nan
    try:
        figure = float(text)
    except ValueError:
        return _seconds_of_date(text)
    if not math.isfinite(figure):
        raise BadRecord(f"timestamp {text[:40]!r} is no number")
    return figure


def _seconds_of_date(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadRecord(
            f"timestamp {text[:40]!r} is neither seconds since 1970 nor a date like 2024-05-31 20:00"
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def in_seconds(figures: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seconds, whatever the unit of ``figures`` [m]; nan where there is none, or 0."""
    found = np.where(figures == 0, np.nan, figures)
    for _ in range(FINER):
        found = np.where(found > LATEST_SECONDS, found / 1_000, found)
    return found


def impossible(at: NDArray[np.float64], now: float) -> NDArray[np.bool_]:
    """Which of ``at`` [m] lie before 1970 or in the future: something else was written there."""
    return (at < 0) | (at > now + CLOCKS_DIFFER)


def dated(at: NDArray[np.float64], year: NDArray[np.int64], newest: int | None) -> NDArray[np.float64]:
    """``at`` [m] with moments where it is nan: just before all others; with none at all, when every title is out.

    ``year`` [m] is when the title came out, 0 where unknown; ``newest`` is the last such year of the whole catalogue.
    There end also timestamps that are no dates but an order, by which most titles were not out when they were rated:
    people are asked a moment after what is known of them, and are not offered what is not out by then.
    """
    out = datetime((newest or UNKNOWN_YEAR) + 1, 1, 1, tzinfo=UTC).timestamp()
    known = ~np.isnan(at)
    if not known.any():
        return np.full(len(at), out)
    rated_in = at[known].astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970
    early = np.count_nonzero(year[known] > rated_in)
    moved = at + (out - at[known].max()) if 2 * early > len(rated_in) else at
    return np.where(known, moved, moved[known].min() - 1)
