"""Bodies of reports as text, whatever bytes they are."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode

_TEXT, _BYTES = "t:", "b:"


def as_text(body: bytes) -> str:
    """What ``as_bytes`` turns back; text stays readable for whoever looks after a report that could not be read."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return _BYTES + b64encode(body).decode()
    # a database of texts keeps no NUL
    return _BYTES + b64encode(body).decode() if "\0" in text else _TEXT + text


def as_bytes(kept: str) -> bytes:
    """The bytes that were kept."""
    return b64decode(kept.removeprefix(_BYTES)) if kept.startswith(_BYTES) else kept.removeprefix(_TEXT).encode()


def key_of(body: bytes) -> str:
    """A key for a report that has none of its own: the same bytes are the same report."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()
