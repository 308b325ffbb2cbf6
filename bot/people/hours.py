"""Times of the day as people type them, and as they are told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

_SPAN = re.compile(r"(.+?)\s*(?:-|–|—|\bto\b|\bbis\b|(?<=\s)à\b)\s*(.+)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:uhr|h|heures?)?\s*(am|pm)?")
_FOR = re.compile(r"(\d{1,4})\s*(m|min|minutes?|minuten|h|std|hours?|stunden?|heures?|d|days?|tage?n?|j|jours?)")
_MINUTES = {"m": 1, "h": 60, "s": 60, "d": 1_440, "t": 1_440, "j": 1_440}
DAY = 1_440
"""Minutes."""
LONGEST = timedelta(days=366)


def read_span(typed: str) -> tuple[int, int] | None:
    """Minutes of the day of “22:00-08:00”, “22–8”, “10 pm to 7 am”."""
    found = _SPAN.fullmatch(typed.strip().casefold())
    if found is None:
        return None
    start, end = read_clock(found[1]), read_clock(found[2])
    return None if start is None or end is None or start == end else (start, end)


def read_clock(typed: str) -> int | None:
    """Minute of the day of “8”, “8:30”, “8h30”, “8 pm”."""
    found = _CLOCK.fullmatch(typed.strip().casefold())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour % 24) * 60 + minute if hour <= 24 and minute < 60 and (hour < 24 or not minute) else None


def read_until(typed: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment that “2h”, “3 days” or “18:00” leads to from ``now``."""
    words = typed.strip().casefold()
    if found := _FOR.fullmatch(words):
        span = timedelta(minutes=int(found[1]) * _MINUTES[found[2][0]])
        return now + span if timedelta(0) < span <= LONGEST else None
    minute = read_clock(words)
    if minute is None:
        return None
    local = now.astimezone(zone)
    at = local.replace(hour=minute // 60, minute=minute % 60, second=0, microsecond=0, fold=0)
    return at if at > local else at + timedelta(days=1)


def told(minute: int) -> str:
    """“22:00”."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
