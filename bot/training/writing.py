"""Writes a file so that it is there whole or not at all, whenever the process is stopped."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from engine.errors import InvalidQuery, Misconfigured, SourceUnavailable

UNFINISHED = ".new-"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, data: bytes) -> None:
    """Under another name, to the disk itself, then renamed. Raises SourceUnavailable, Misconfigured."""
    with in_our_words(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.parent / f"{UNFINISHED}{secrets.token_hex(8)}"
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _settle(path.parent)


def file_for(path: Path) -> Path:
    """The file that ``path`` means, links followed, once it is sure that it could be written.

    Raises InvalidQuery("not-a-file") for a folder or device, SourceUnavailable, Misconfigured.
    """
    with in_our_words(path):
        found = path.resolve()
        if found.exists() and not found.is_file():
            raise InvalidQuery("not-a-file", path=str(path))
    with in_our_words(found.parent):
        found.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=found.parent):
            return found


def sweep(folder: Path) -> None:
    """Remove what was being written when the process was stopped."""
    with in_our_words(folder):
        for path in folder.glob(f"{UNFINISHED}*"):
            path.unlink(missing_ok=True)


@contextmanager
def in_our_words(folder: Path) -> Generator[None]:
    """Raises what the file system raises as our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise SourceUnavailable("disk-full") from error
        raise Misconfigured(
            "models-not-writable", path=str(folder), reason=error.strerror or type(error).__name__
        ) from error


def _settle(folder: Path) -> None:
    """The rename, too, is only safe when the folder has been written."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
