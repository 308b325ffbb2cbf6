"""A clock that stands still until told, and ids that count. For tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)


class SteppedClock:
    """Tells ``moment`` until it is moved."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        """Let time pass."""
        self.moment += step


class CountedIds:
    """id-0000000000001, id-0000000000002 …"""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        self._count += 1
        return f"id-{self._count:013d}"

    def short(self) -> str:
        self._count += 1
        return f"{self._count:08d}"
