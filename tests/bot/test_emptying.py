"""Memory that is free goes back to the system."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from platform import libc_ver

import numpy as np
import pytest

from bot import emptying
from bot.bench._bench import resident_mb
from bot.emptying import give_back, lay_aside, share_heaps

GLIBC = sys.platform.startswith("linux") and libc_ver()[0] == "glibc"


@pytest.mark.skipif(not GLIBC, reason="only glibc keeps what is free and can be told to give it back")
def test_what_was_held_by_what_is_gone_is_given_back() -> None:
    held = [bytearray(4_096) for _ in range(40_000)]
    del held[:-1]  # the last holds all before it in the heap
    before = resident_mb()
    assert give_back()
    assert before - resident_mb() > 80
    assert len(held) == 1


def test_elsewhere_nothing_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not give_back()
    assert not share_heaps()
    assert not lay_aside()


@pytest.mark.skipif(not GLIBC, reason="only glibc has heaps of every thread's own")
def test_threads_share_heaps() -> None:
    assert share_heaps()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be asked")
def test_what_loaded_machine_code_is_laid_aside_and_still_there_when_it_is_needed() -> None:
    compiled = import_module("engine.learning.compiled")
    assert compiled.in_a_row(np.arange(4))
    assert lay_aside() > 10_000_000
    compiled.compiled.cache_clear()
    assert compiled.in_a_row(np.arange(4))
    assert not compiled.in_a_row(np.array([1, 3]))


def test_where_the_system_does_not_show_what_lies_where_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emptying, "_MAPS", Path("/nowhere/maps"))
    assert lay_aside() == 0
