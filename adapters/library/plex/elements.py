"""Reading of what Plex tells, in XML or JSON, without trusting that anything is there. Pure."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar, cast
from xml.etree.ElementTree import Element, ParseError, fromstring

from adapters import values

T = TypeVar("T")
LARGEST_WHOLE = 2**53
LONGEST_TEXT = 20_000
"""Characters; summaries are the longest."""
_TRUE = frozenset({"1", "true"})


class Unreadable(ValueError):
    """The answer is not what Plex says, or not all of it. The message quotes nothing of it."""


def tree(body: bytes) -> Element:
    """The answer as one element: JSON's scalars become attributes, its lists and objects children of that name."""
    text = body.strip()
    if text[:1] in {b"{", b"["}:
        try:
            return _grown("MediaContainer", json.loads(text))
        except (ValueError, RecursionError) as error:
            raise Unreadable("no JSON") from error
    try:
        return fromstring(text)  # noqa: S314 - expat bounds the growth of entities and fetches nothing
    except (ParseError, ValueError) as error:
        raise Unreadable("no XML") from error


def text(element: Element, name: str) -> str:
    return values.text(element.get(name), LONGEST_TEXT)


def whole(element: Element, name: str) -> int | None:
    """None where it is missing or no whole number of a sane size."""
    value = number(element, name)
    return int(value) if value is not None and abs(value) < LARGEST_WHOLE else None


def number(element: Element, name: str) -> float | None:
    try:
        value = float(element.get(name) or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def flag(element: Element, name: str) -> bool:
    return text(element, name).lower() in _TRUE


def moment(element: Element, name: str) -> datetime | None:
    """Seconds since 1970, or a date as plex.tv writes it; None for neither and for 0."""
    told = text(element, name)
    seconds = number(element, name)
    try:
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
        made = datetime.fromisoformat(told.removesuffix(" UTC"))
    except (ValueError, OverflowError, OSError):
        return None
    return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Part of a list: what was made of its ``count`` entries, those left out that are of no use here."""

    rows: list[T]
    names: list[str]
    """What tells the rows apart, one for each; empty texts where Plex does not say."""
    told: list[str]
    """The same of all entries, those left out among them."""
    total: int | None
    """How many there are in all; None where it is not told."""

    @property
    def count(self) -> int:
        return len(self.told)


def page(container: Element, read: Callable[[Element], T | None]) -> Page[T]:
    """Raises Unreadable where there are fewer entries than the container says."""
    entries = list(container)
    said = whole(container, "size")
    if said is not None and said > len(entries):
        raise Unreadable("answer cut short")
    named = [(_name(entry), row) for entry in entries if (row := read(entry)) is not None]
    return Page(
        rows=[row for _, row in named],
        names=[name for name, _ in named],
        told=[_name(entry) for entry in entries],
        total=whole(container, "totalSize"),
    )


def _name(entry: Element) -> str:
    return text(entry, "historyKey") or text(entry, "ratingKey") or text(entry, "key")


def _grown(tag: str, value: object) -> Element:
    element = Element(tag)
    if isinstance(value, list):
        element.extend(_grown("Device", entry) for entry in cast("list[object]", value))
    if not isinstance(value, dict):
        return element
    told = cast("Mapping[str, object]", value)
    inner = told.get("MediaContainer")
    if isinstance(inner, dict):
        return _grown(tag, cast("object", inner))
    for name, entry in told.items():
        _add(element, name, entry)
    return element


def _add(element: Element, name: str, entry: object) -> None:
    if isinstance(entry, dict):
        element.append(_grown(name, cast("object", entry)))
    elif isinstance(entry, list):
        element.extend(_grown(name, part) for part in cast("list[object]", entry))
    elif entry is not None:
        # Written as XML again, it must hold what XML can.
        element.set(name, str(int(entry)) if isinstance(entry, bool) else values.text(str(entry), LONGEST_TEXT))
