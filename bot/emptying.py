"""Memory that is free and goes back to the system, which the C library would keep for what may come."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

HEAPS = 2
"""Eight a processor otherwise, each of which keeps room for the largest that was ever done in it."""
_MOST_HEAPS = -8
"""glibc's ``M_ARENA_MAX``."""
COMPILER = "libllvmlite"
_PAGE_OUT = 21
"""Linux's ``MADV_PAGEOUT``."""
_MAPS = Path("/proc/self/maps")


def share_heaps() -> bool:
    """Let all threads share a few heaps; to be said before there are more. Whether the C library knows how.

    With 100,000 titles, a model and 500 people this leaves 50 MB less in use; Python's lock lets no two threads want
    memory at once, but for a moment.
    """
    if not sys.platform.startswith("linux"):
        return False
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    return choose is not None and bool(choose(_MOST_HEAPS, HEAPS))


def lay_aside() -> int:
    """What is only read to load machine code need not stay in memory; how many bytes of it may go.

    The compiler itself, some 60 MB where no other process has it. The system reads it again from the file should it be
    wanted, so nothing can be lost; Linux alone, from 5.4 on, can be asked.
    """
    if not sys.platform.startswith("linux"):
        return 0
    advise = getattr(ctypes.CDLL(None), "madvise", None)
    if advise is None:
        return 0
    gone = 0
    for start, end in _code_of(COMPILER):
        length = end - start
        if not advise(ctypes.c_void_p(start), ctypes.c_size_t(length), _PAGE_OUT):
            gone += length
    return gone


def _code_of(library: str) -> list[tuple[int, int]]:
    """Where the code and the constants of a library lie, if it is there."""
    try:
        told = _MAPS.read_text(encoding="utf-8", errors="replace")
    except OSError:  # a system that shows nobody where things lie keeps them where they are
        return []
    lines = (line.split() for line in told.splitlines())
    places = [words[0].split("-") for words in lines if "w" not in words[1] and library in words[-1]]
    return [(int(start, 16), int(end, 16)) for start, end in places]


def give_back() -> bool:
    """What large work has left free or need not be at hand any more; whether anything was given back.

    After a model was laid over 100,000 titles a third of a gigabyte. Takes tens of milliseconds, in which other threads
    go on. Only glibc knows how.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    trimmed = trim is not None and bool(trim(0))
    return lay_aside() > 0 or trimmed
