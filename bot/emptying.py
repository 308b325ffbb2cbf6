"""Gives memory that is free back to the system, which the C library keeps for what may come."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> bool:
    """What large work has left free, as laying a model over 100,000 titles; whether anything was given back.

    A third of a gigabyte then. Takes tens of milliseconds, in which other threads go on. Only glibc knows how.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))
