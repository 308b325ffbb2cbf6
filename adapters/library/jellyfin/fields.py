"""Reading JSON that may hold anything: what has the wrong type counts as absent. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

from adapters import values

Json = Mapping[str, object]

EARLIEST_YEAR = 1900
"""Jellyfin says year 1 where it means “never”."""
TICKS = 10_000_000
"""Of Jellyfin's units of time in a second."""
LONGEST_NUMBER = 20
LONGEST_TEXT = 20_000
"""Characters; summaries are the longest."""
_GUID = re.compile(r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\Z")
_NOBODY = "0" * 32


def table(value: object) -> Json:
    """An object's fields; none where it is no object."""
    return cast("Json", value) if isinstance(value, dict) else {}


def is_table(value: object) -> bool:
    return isinstance(value, dict)


def rows(value: object) -> list[Json]:
    """The objects in a list; none where it is no list."""
    return (
        [cast("Json", row) for row in cast("list[object]", value) if isinstance(row, dict)] if _is_list(value) else []
    )


def length(value: object) -> int | None:
    """How many entries a list has, readable or not; None where it is no list."""
    return len(cast("list[object]", value)) if _is_list(value) else None


def texts(value: object) -> list[str]:
    """The texts in a list that are not empty; none where it is no list."""
    return [found for entry in cast("list[object]", value) if (found := text(entry))] if _is_list(value) else []


def text(value: object) -> str:
    """A text without the spaces around it, or what no database takes; empty where it is none."""
    return values.text(value, LONGEST_TEXT)


def key(value: object) -> str:
    """An id. The same GUID is written with hyphens here and without there, and nobody's is all zeros."""
    told = text(value)
    if not _GUID.match(told):
        return told
    plain = told.replace("-", "").lower()
    return "" if plain == _NOBODY else plain


def keys(value: object) -> frozenset[str]:
    return frozenset(found for entry in texts(value) if (found := key(entry)))


def number(value: object) -> float | None:
    """A finite number, also one written as a text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and len(value) > LONGEST_NUMBER:
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int | None:
    """A whole number, also one written as a text."""
    found = number(value)
    return int(found) if found is not None and found == int(found) else None


def count(value: object) -> int | None:
    """A whole number above zero."""
    found = whole(value)
    return found if found is not None and found > 0 else None


def truth(value: object) -> bool | None:
    """True or false, also written as a text."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(text(value).lower())


def moment(value: object) -> datetime | None:
    """A moment in UTC; None for “never”."""
    try:
        found = datetime.fromisoformat(text(value))
        aware = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return aware if aware.year >= EARLIEST_YEAR else None


def share(part: object, of: object) -> float | None:
    """How much of something is done, 0–1."""
    done, all_of_it = number(part), number(of)
    if done is None or all_of_it is None or all_of_it <= 0:
        return None
    return min(1.0, max(0.0, done / all_of_it))


def first(row: Json, names: Sequence[str]) -> object:
    """The first of these fields that is there and not empty."""
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _is_list(value: object) -> bool:
    return isinstance(value, list)
