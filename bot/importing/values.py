"""Dates, scores, years and ids as exports write them. What cannot be read is None."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

_IMDB = re.compile(r"tt\d{5,10}")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before it nobody kept a record; services write 1970 for “some time”."""
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
_MILLISECONDS = 1e11


def moment(text: str) -> datetime | None:
    """UTC, from an ISO date or time, a day with unknown parts as zeros, or Unix seconds; a bare day is midnight."""
    text = text.strip()
    if not text or len(text) > 40:
        return None
    try:
        found = _from_seconds(text) or datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        found = _day(text)
    if found is None:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    try:
        found = found.astimezone(UTC)
    except OverflowError:
        return None
    return found if _EARLIEST <= found < _LATEST else None


def score(text: str) -> float | None:
    """A number as people write it, also with a decimal comma."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def whole(text: str) -> int | None:
    """A whole number below a billion, also written as ``7.0``."""
    number = score(text)
    return int(number) if number is not None and abs(number) < 1e9 else None


def year(text: str) -> int | None:
    """A year of the moving pictures."""
    number = whole(text)
    return number if number is not None and 1850 <= number <= 2200 else None


def imdb_id(text: str) -> str:
    """The id within ``text`` (an id or an address), or nothing."""
    found = _IMDB.search(text[:200])
    return found.group() if found else ""


def _from_seconds(text: str) -> datetime | None:
    if not text.replace(".", "", 1).isdecimal() or len(text.partition(".")[0]) < 9:
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1_000 if seconds > _MILLISECONDS else seconds, UTC)


def _day(text: str) -> datetime | None:
    found = _DAY.match(text)
    if found is None or int(found[1]) == 0:
        return None
    try:
        return datetime(int(found[1]), int(found[2]) or 1, int(found[3]) or 1, tzinfo=UTC)
    except ValueError:
        return None
