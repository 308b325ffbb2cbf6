"""The directory that holds everything the service keeps, used by one process at a time."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path
from typing import Self

from engine.errors import Misconfigured, RecommendarrError, SourceUnavailable

LOCK_NAME = "lock"


class DataDirectory:
    """A data directory that is ours until it is let go, or the process ends in whatever way."""

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def hold(cls, path: Path) -> Self:
        """Make ``path`` where it is missing, readable by its owner alone, and hold it.

        Raises Misconfigured when it cannot be written or another process holds it, SourceUnavailable on a full disk.
        """
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(path / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise _not_writable(path, error) from error
        try:
            _take(lock, path)
        except BaseException:
            os.close(lock)
            raise
        return cls(path, lock)

    def let_go(self) -> None:
        """Let another process have it. Harmless when done before."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _take(lock: int, path: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(lock, 32, 0).decode("ascii", "replace").strip() or "?"
        raise Misconfigured("data-dir-in-use", path=str(path), pid=holder) from error
    try:
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    except OSError as error:
        raise _not_writable(path, error) from error


def _not_writable(path: Path, error: OSError) -> RecommendarrError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return SourceUnavailable("disk-full")
    return Misconfigured("data-dir-not-writable", path=str(path), reason=error.strerror or str(error))
