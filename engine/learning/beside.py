"""A second thread that takes a part of an answer's arithmetic off the first, as long as it is free."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from threading import Lock

Work = Callable[[], None]
_free = Lock()
"""Held while the second thread works: who comes meanwhile does not wait for it."""


def begun(work: Work) -> Work:
    """Begin ``work``, which must leave Python's lock to others; call what is returned before its result is needed.

    Where the second thread is busy, or there is no second processor, the work is done in that call.
    """
    if _processors() < 2 or not _free.acquire(blocking=False):
        return work
    doing: Future[None] = _second().submit(work)
    doing.add_done_callback(lambda _: _free.release())
    return doing.result


@cache
def _second() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "beside")


@cache
def _processors() -> int:
    """Those this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
