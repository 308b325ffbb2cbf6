"""How long the prepared demo takes from being started to its first card, and what memory it then holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from statistics import median
from typing import IO, cast

from bot.bench._alone import ROOT
from bot.bench._bench import Bench, Figures, at_least, load, resident_mb, say

CARD = re.compile(r"^\s*1 \S", re.MULTILINE)
"""The first line of the first card."""


def configure(parser: ArgumentParser) -> None:
    """How often, and which sentence model."""
    parser.add_argument("--starts", type=at_least(1), default=3, help="starts measured (default: 3); the median counts")
    parser.add_argument("--idle", type=float, default=5.0, help="seconds of rest before memory is read (default: 5)")
    parser.add_argument("--embeddings", choices=("auto", "minilm", "hashed"), default="auto")


def measure(options: Namespace) -> Figures:
    """Medians over the starts."""
    with tempfile.TemporaryDirectory(prefix="recommendarr-bench-") as folder:
        say("preparing the demo …")
        began = time.perf_counter()
        subprocess.run(  # noqa: S603 - our own interpreter and module
            _demo(folder, "--prepare"),
            env=_environment(options),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        prepared, before = time.perf_counter() - began, load()
        starts = [_start(folder, options) for _ in range(options.starts)]
    return {
        "first_answer_s": round(median(first for first, _ in starts), 2),
        "rss_mb": round(median(memory for _, memory in starts), 1),
        "slowest_s": round(max(first for first, _ in starts), 2),
        "starts": len(starts),
        "prepared_s": round(prepared, 1),
        "load_before": before,
        "load_after": load(),
    }


def _start(folder: str, options: Namespace) -> tuple[float, float]:
    """Seconds to the first card, and megabytes after a rest."""
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        _demo(folder),
        env=_environment(options),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        asked, answered = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        asked.write("/tonight\n")
        asked.flush()
        _first_card(answered)
        first = time.perf_counter() - began
        say(f"first card after {first:.2f} s")
        time.sleep(options.idle)
        memory = resident_mb(process.pid)
        asked.write("/quit\n")
        asked.close()
        answered.read()
    return first, memory


def _first_card(answered: IO[str]) -> None:
    """Read until it is there."""
    said = ""
    while not CARD.search(said):
        line = answered.readline()
        if not line:
            raise RuntimeError(f"the demo ended without a card: {said}")
        said += line


def _demo(folder: str, *more: str) -> list[str]:
    return [sys.executable, "-m", "bot", "--data-dir", str(Path(folder) / "data"), "demo", *more]


def _environment(options: Namespace) -> dict[str, str]:
    """Only the settings of this measurement: neither those of the machine nor a .env beside it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RECOMMENDARR_")}
    return inherited | {
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", "")))),
        "RECOMMENDARR_EMBEDDINGS": options.embeddings,
        "RECOMMENDARR_PORT": "0",
        "LANG": "C.UTF-8",
    }


BENCH = Bench("startup", "from start to the first card of the prepared demo, and its memory", configure, measure)
