"""Encrypts what must not lie about in the clear: people's own keys to services."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from bot.keys import installation_key

if TYPE_CHECKING:
    from pathlib import Path

KEY_NAME = "token-key"
"""Its file in the data directory. Without it everybody has to sign in again."""


class Sealer:
    """Seals and opens texts with the key of this installation (Fernet: AES-128-CBC with HMAC-SHA256)."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def seal(self, text: str, holder: str) -> str:
        """``text`` for the eyes of this installation, bound to its ``holder``. Raises Misconfigured."""
        from cryptography.fernet import Fernet  # noqa: PLC0415 - slow to read, and rarely needed

        return Fernet(self._key(holder)).encrypt(text.encode()).decode()

    def open(self, sealed: str, holder: str) -> str | None:
        """What was sealed for ``holder``; None where it was for another, by another key, or changed since."""
        from cryptography.fernet import Fernet, InvalidToken  # noqa: PLC0415 - as above

        try:
            return Fernet(self._key(holder)).decrypt(sealed.encode()).decode()
        except (InvalidToken, UnicodeError):
            return None

    def _key(self, holder: str) -> bytes:
        """A key of its own for every holder, so that a row copied to another person opens nothing (HMAC as a KDF)."""
        own = installation_key(self._data_dir, KEY_NAME)
        return urlsafe_b64encode(hashlib.blake2b(holder.encode(), key=own[:64], digest_size=32).digest())
