"""Time, chance and ids come in from outside, so that an answer can be repeated."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, timezone-aware UTC."""
        ...


class Ids(Protocol):
    """Makes identifiers."""

    def new(self) -> str:
        """A fresh unguessable id: URL-safe, 16 characters or more."""
        ...

    def short(self) -> str:
        """A fresh short code of eight characters, easy to type and read aloud."""
        ...
