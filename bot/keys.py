"""Secrets that the installation makes for itself, each a file in the data directory."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

from engine.errors import Misconfigured, SourceUnavailable

KEY_BYTES = 32


def installation_key(data_dir: Path, name: str, *, make: bool = True) -> bytes:
    """The key of that name, made where it is missing; empty where it is missing and shall not be made.

    Raises SourceUnavailable and Misconfigured where it can be neither read nor made.
    """
    path = (data_dir / name).absolute()
    return _kept_key(path) if make or path.exists() else b""


@cache
def _kept_key(path: Path) -> bytes:
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes()
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise SourceUnavailable("disk-full") from error
        raise Misconfigured(
            "data-dir-not-writable", path=str(path.parent), reason=error.strerror or str(error)
        ) from error
    if len(key) < KEY_BYTES:
        raise Misconfigured("data-dir-not-writable", path=str(path), reason="damaged")
    return key


def _make_key(path: Path) -> None:
    """Readable by its owner alone, and there at once as a whole: of two processes that make one, the first wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half_made = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    descriptor = os.open(half_made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        with suppress(FileExistsError):
            os.link(half_made, path)
    finally:
        half_made.unlink()
