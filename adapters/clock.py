"""The real clock, and ids nobody can guess."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 and O, 1, I and L: what is read aloud or typed from a screen must not be mistaken."""
ID_BYTES = 12
CODE_LENGTH = 8


class SystemClock:
    """Tells the time of this machine."""

    def now(self) -> datetime:
        """The present moment, timezone-aware UTC."""
        return datetime.now(UTC)


class SystemIds:
    """Makes identifiers from the operating system's randomness."""

    def new(self) -> str:
        """16 URL-safe characters (96 bits), the first of them a letter or digit."""
        while True:
            made = secrets.token_urlsafe(ID_BYTES)
            if made[0].isalnum():
                return made

    def short(self) -> str:
        """Eight characters (40 bits, near enough) that cannot be mistaken for one another."""
        return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
