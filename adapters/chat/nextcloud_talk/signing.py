"""Signatures as Talk makes and wants them: HMAC-SHA256 with the bot's secret over a random and the content."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from adapters.chat.nextcloud_talk.limits import OWN_RANDOM_BYTES, RANDOM_LENGTHS


def signature(secret: str, random: str, content: bytes) -> str:
    """64 hexadecimal digits. Content is a webhook's raw body, or the text or emoji that a bot sends."""
    return hmac.new(secret.encode(), random.encode() + content, hashlib.sha256).hexdigest()


def is_signed(secret: str, random: str, content: bytes, given: str) -> bool:
    """Whether ``given`` is the signature, found out in constant time."""
    if len(random) not in RANDOM_LENGTHS or not random.isascii():
        return False
    return hmac.compare_digest(signature(secret, random, content).encode(), given.strip().lower().encode())


def new_random() -> str:
    """From the operating system, never used twice."""
    return secrets.token_hex(OWN_RANDOM_BYTES)
