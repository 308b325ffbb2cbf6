"""How long the first full reading of a media server takes, and what memory."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import Any

from bot.bench._alone import ROOT
from bot.bench._bench import Bench, Figures, at_least, load, say


def configure(parser: ArgumentParser) -> None:
    """Size of the server, and how quickly it answers."""
    parser.add_argument("--items", type=at_least(2), default=40_000, help="titles (default: 40000)")
    parser.add_argument("--history", type=at_least(0), default=500_000, help="playbacks (default: 500000)")
    parser.add_argument("--latency", type=float, default=5.0, help="milliseconds before every answer (default: 5)")
    parser.add_argument("--no-facts", action="store_true", help="without TMDB, whose 40 requests a second take longest")


def measure(options: Namespace) -> Figures:
    """The service in one process, Plex, Tautulli and TMDB in another."""
    if find_spec("tests") is None or find_spec("tests.fakes") is None:
        say("There is no stand-in for a media server here: this measurement needs the repository.")
        raise SystemExit(1)
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    before = load()
    world = {
        "items": options.items,
        "history": options.history,
        "latency": options.latency / 1_000,
        "facts": not options.no_facts,
    }
    fakes = await _start(["bot.bench._fakes", json.dumps(world)], {})
    environment = await _told(fakes)
    with TemporaryDirectory(prefix="recommendarr-bench-") as folder:
        say(f"reading {options.items:,} titles and {options.history:,} playbacks …")
        reading = await _start(["bot.bench._reading", folder], environment)
        found = await _told(reading)
        await reading.wait()
    if fakes.stdin is not None:
        fakes.stdin.close()
    asked = await _told(fakes)
    await fakes.wait()
    return {
        **found,
        "history_rows": options.history,
        "requests": sum(asked.values()),
        **{f"{name}_requests": count for name, count in asked.items()},
        "latency_ms": options.latency,
        "load_before": before,
        "load_after": load(),
    }


async def _start(words: list[str], environment: Mapping[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", *words, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


async def _told(process: asyncio.subprocess.Process) -> dict[str, Any]:
    """Its next line."""
    line = b"" if process.stdout is None else await process.stdout.readline()
    if not line:
        raise RuntimeError("a process ended before its time; what it said is above")
    return json.loads(line)


BENCH = Bench("sync", "how long the first full reading of a media server takes, and what memory", configure, measure)
