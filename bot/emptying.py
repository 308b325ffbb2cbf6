"""Memory that is free and goes back to the system, which the C library would keep for what may come."""

from __future__ import annotations

import ctypes
import sys

HEAPS = 2
"""Eight a processor otherwise, each of which keeps room for the largest that was ever done in it."""
_MOST_HEAPS = -8
"""glibc's ``M_ARENA_MAX``."""


def share_heaps() -> bool:
    """Let all threads share a few heaps; to be said before there are more. Whether the C library knows how.

    With 100,000 titles, a model and 500 people this leaves 50 MB less in use; Python's lock lets no two threads want
    memory at once, but for a moment.
    """
    if not sys.platform.startswith("linux"):
        return False
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    return choose is not None and bool(choose(_MOST_HEAPS, HEAPS))


def give_back() -> bool:
    """What large work has left free, as laying a model over 100,000 titles; whether anything was given back.

    A third of a gigabyte then. Takes tens of milliseconds, in which other threads go on. Only glibc knows how.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))
