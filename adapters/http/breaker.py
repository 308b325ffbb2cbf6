"""A circuit breaker: what failed often is left alone for a while, then tried by one call. No I/O."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.integration import Health
from engine.errors import RateLimited, RecommendarrError, SourceUnavailable
from engine.ports.clock import Clock

FAILURES = 5
"""So many in a row open it."""
FIRST_REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=10)
PROBING = 1.0
"""Seconds to wait for whoever comes while a probe is under way."""


class Breaker:
    """Counts failures of one instance and says when the next call may go."""

    def __init__(self, name: str, clock: Clock) -> None:
        self._name = name
        self._clock = clock
        self._failures = 0
        self._rest = FIRST_REST
        self._until: datetime | None = None
        self._held: datetime | None = None
        self._probing = False
        self._trouble: RecommendarrError | None = None
        self._since: datetime | None = None
        self._last_success: datetime | None = None

    @property
    def health(self) -> Health:
        """Trouble that no success followed, since when, and when calls go again; None where they go now."""
        coming = [moment for moment in (self._until, self._held) if moment and moment > self._clock.now()]
        return Health(self._trouble, self._since, max(coming, default=None), self._last_success)

    @property
    def open(self) -> bool:
        """Whether calls fail at once."""
        return self._until is not None

    def hold(self) -> float:
        """Seconds that the service asked everybody to wait; 0: none."""
        return max(0.0, (self._held - self._clock.now()).total_seconds()) if self._held else 0.0

    def enter(self) -> bool:
        """Whether this call is the probe; ``leave`` afterwards. Raises SourceUnavailable while the service rests."""
        if self._until is None:
            return False
        left = (self._until - self._clock.now()).total_seconds()
        if left > 0 or self._probing:
            raise SourceUnavailable("integration-unavailable", name=self._name, retry_after=max(left, PROBING))
        self._probing = True
        return True

    def leave(self, *, probe: bool) -> None:
        """The call is over, however it ended."""
        if probe:
            self._probing = False

    def succeeded(self) -> None:
        """It answered."""
        self._failures = 0
        self._rest = FIRST_REST
        self._until = self._held = self._trouble = self._since = None
        self._last_success = self._clock.now()

    def failed(self, error: RecommendarrError, *, probe: bool) -> None:
        """It did not do what it is there for."""
        self._trouble = error
        self._since = self._since or self._clock.now()
        if isinstance(error, SourceUnavailable) and not isinstance(error, RateLimited):
            self._count(probe=probe)
            return
        self._failures, self._until = 0, None  # it lives: it had an answer
        if isinstance(error, RateLimited):
            self._held = self._clock.now() + timedelta(seconds=error.retry_after or 0.0)

    def _count(self, *, probe: bool) -> None:
        self._failures += 1
        if probe:
            self._rest = min(self._rest * 2, LONGEST_REST)
        elif self._until is not None or self._failures < FAILURES:
            return
        self._until = self._clock.now() + self._rest
