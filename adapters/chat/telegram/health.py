"""How the platform is doing, and a log that says each trouble once."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from bot.gateway import State

_log = logging.getLogger(__name__)
_AGAIN = 3_600.0
"""Seconds after which a trouble that stays is logged once more."""


class Health:
    """State and trouble of the adapter."""

    def __init__(self, words: Callable[[str], str]) -> None:
        """``words``: what the key of a trouble means, for the log."""
        self._words = words
        self.state = State.CONNECTING
        self.trouble = ""
        self._told: dict[str, float] = {}

    def well(self) -> None:
        """Everything works."""
        self.state, self.trouble = State.RUNNING, ""

    def failing(self, key: str) -> None:
        """It does not, for the reason of that key."""
        self.state, self.trouble = State.FAILING, key
        self.mention(key)

    def mention(self, key: str) -> None:
        """Logged, unless it was a short while ago."""
        now = time.monotonic()
        if now - self._told.get(key, -_AGAIN) >= _AGAIN:
            self._told[key] = now
            _log.warning("Telegram: %s (%s)", self._words(key), key)
