"""The shape of a measurement."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

Figures = dict[str, float | int | str]
"""What was measured, by name; names end with their unit."""


@dataclass(frozen=True, slots=True)
class Bench:
    """``measure`` runs in a process of its own with one thread for arithmetic; heavy imports belong inside it."""

    name: str
    summary: str
    configure: Callable[[ArgumentParser], None]
    measure: Callable[[Namespace], Figures]


def say(text: str) -> None:
    """Progress, beside the figures."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


class Laps:
    """Wall-clock and processor time of many short pieces of work."""

    def __init__(self) -> None:
        self._wall: list[float] = []
        self._cpu: list[float] = []

    def __len__(self) -> int:
        return len(self._wall)

    @contextmanager
    def lap(self) -> Generator[None]:
        """Time what is done within."""
        wall, cpu = perf_counter(), process_time()
        yield
        self._wall.append(perf_counter() - wall)
        self._cpu.append(process_time() - cpu)

    def figures(self, prefix: str = "") -> Figures:
        """p50, p95 and p99 in milliseconds, and the same of processor time, which other programs disturb less."""
        return {**percentiles(self._wall, prefix), **percentiles(self._cpu, f"{prefix}cpu_")}


def percentiles(seconds: Sequence[float], prefix: str = "") -> Figures:
    """p50, p95 and p99 in milliseconds (nearest rank)."""
    ordered = sorted(seconds)
    ranks = {share: ordered[min(len(ordered) - 1, int(share / 100 * len(ordered)))] for share in (50, 95, 99)}
    return {f"{prefix}p{share}_ms": round(1_000 * value, 2) for share, value in ranks.items()}


def resident_mb(process: int | str = "self") -> float:
    """Memory that a process holds now, in MB of a million bytes; 0.0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return round(int(line.split()[1]) * 1_024 / 1e6, 1)


def peak_mb() -> float:
    """Memory that this process held at its highest, in MB of a million bytes."""
    return round(getrusage(RUSAGE_SELF).ru_maxrss * 1_024 / 1e6, 1)


def processor_seconds(process: int | str = "self") -> float:
    """Processor time that a process has used; 0.0 where the system does not tell."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load() -> float:
    """What else the machine is doing: the load of the last minute."""
    return round(os.getloadavg()[0], 2)


def at_least(least: int) -> Callable[[str], int]:
    """A whole number, for the command line."""

    def read(text: str) -> int:
        number = int(text.replace("_", ""))
        if number < least:
            raise ValueError
        return number

    read.__name__ = f"whole number from {least}"
    return read
