"""Reading of long lists to their end, page by page, though they change meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element

from adapters.library.plex.client import PlexClient
from adapters.library.plex.elements import Page, page
from engine.errors import SourceUnavailable

T = TypeVar("T")
PATIENCE = 3
"""Pages in a row that may tell nothing new."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which list, and as whom."""

    path: str
    params: Mapping[str, str | int]
    size: int
    token: str = ""


async def one(client: PlexClient, listing: Listing, read: Callable[[Element], T | None], at: int) -> Page[T] | None:
    """The page that begins with the ``at``-th entry; None where there is no such list."""
    window: dict[str, str | int] = {"X-Plex-Container-Start": at, "X-Plex-Container-Size": listing.size}
    return await client.ask(
        listing.path, lambda container: page(container, read), {**listing.params, **window}, token=listing.token
    )


def pages(
    client: PlexClient, listing: Listing, read: Callable[[Element], T | None], *, start: int = 0
) -> AsyncIterator[list[T]]:
    """Every entry of the list at least once. Raises SourceUnavailable where it breaks off before its end."""
    return to_the_end(lambda at: one(client, listing, read, at), listing.size, client.name, start=start)


async def to_the_end(
    fetch: Callable[[int], Awaitable[Page[T] | None]], size: int, name: str, *, start: int = 0
) -> AsyncIterator[list[T]]:
    """What ``fetch`` tells from every position on, asked for ``size`` entries each time."""
    reading = _Reading(size, name, start)
    while not reading.over and (part := await fetch(reading.asked)) is not None:
        rows = reading.take(part)
        if rows:
            yield rows


class _Reading:
    """Where we are in a list. Each page begins with the last entry of the one before it.

    Where that is another entry, some were removed meanwhile and those after them moved up, past where we are: we go
    back until we meet what we know. How many there are would not tell: others may have been added.
    """

    def __init__(self, size: int, name: str, start: int) -> None:
        self._size = size
        self._name = name
        self._start = start
        self._before: frozenset[str] = frozenset()
        self._last: frozenset[str] = frozenset()
        self._stale = 0
        self.asked = start
        self.over = False

    def take(self, part: Page[T]) -> list[T]:
        """What is new in the page that was asked for."""
        if not part.count:
            self._nothing(part)
            return []
        known = self._before | self._last
        if known and part.told[0] and part.told[0] not in known and self.asked > self._start:
            self.asked = max(self._start, self.asked - self._size)
            return []
        told = frozenset(part.told) - {""}
        self._stale = self._stale + 1 if told and told <= known else 0
        if self._stale > PATIENCE:
            raise self._unreadable("the same page again")
        self._before, self._last = self._last, told
        self._advance(part)
        return [row for name, row in zip(part.names, part.rows, strict=True) if name not in known]

    def _advance(self, part: Page[T]) -> None:
        end = self.asked + part.count
        # A server that does not page tells everything at once, or less than was asked for.
        self.over = end >= part.total if part.total is not None else part.count != self._size
        self.asked = max(self._start, end - 1) if self._last else end

    def _nothing(self, part: Page[T]) -> None:
        if part.total is not None and self.asked < part.total:
            raise self._unreadable("empty page")
        end = self.asked if part.total is None else part.total
        if not self._last or min(self.asked, end) <= self._start:
            self.over = True
        else:
            self.asked = max(self._start, end - self._size)  # the list has become shorter than where we are

    def _unreadable(self, reason: str) -> SourceUnavailable:
        return SourceUnavailable("integration-unreadable", name=self._name, reason=reason)
