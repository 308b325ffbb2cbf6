"""Values out of other people's JSON: what is missing or of another type is left out, never an error. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import cast

Record = Mapping[str, object]
NOTHING: Record = MappingProxyType({})
_IMDB = re.compile(r"tt\d{5,12}\Z")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters, and halves of characters that JSON can tell."""
_NUMBER = re.compile(r"\s*[+-]?\d{1,18}(\.\d{1,18})?\s*\Z", re.ASCII)
_WHOLE = re.compile(r"\s*[+-]?\d{1,18}\s*\Z", re.ASCII)


def record(value: object) -> Record:
    """The object, or an empty one."""
    return cast("Record", value) if isinstance(value, dict) else NOTHING


def records(value: object) -> list[Record]:
    """The objects of a list; whatever else is in it is passed over."""
    return [cast("Record", part) for part in values(value) if isinstance(part, dict)]


def values(value: object) -> list[object]:
    """The list, or an empty one."""
    return cast("list[object]", value) if isinstance(value, list) else []


def text(value: object, longest: int = 500) -> str:
    """A text cut to ``longest`` characters, without white space around it or what no database takes."""
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        value = _UNFIT.sub("", value)
    return value.strip()[:longest].rstrip()


def whole(value: object) -> int | None:
    """A whole number of at most 18 digits, also as text."""
    if isinstance(value, str):
        return int(value) if _WHOLE.match(value) else None
    found = number(value)
    return int(found) if found is not None and found == int(found) and abs(found) < 10**18 else None


def positive(value: object) -> int | None:
    """A whole number above zero; services say 0 for what they do not know."""
    found = whole(value)
    return found if found is not None and found > 0 else None


def number(value: object) -> float | None:
    """A finite number, also as text."""
    if isinstance(value, str) and _NUMBER.match(value):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def imdb(value: object) -> str | None:
    """An IMDb id of a title."""
    found = text(value)
    return found if _IMDB.match(found) else None


def day(value: object) -> date | None:
    """A date written year-month-day."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """A time told in seconds since 1970; 0 is none."""
    seconds = positive(value)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (OverflowError, ValueError, OSError):
        return None
