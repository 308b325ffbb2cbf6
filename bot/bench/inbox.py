"""How many reports of other services are taken in each second, and whether one that was acknowledged can be lost."""

from __future__ import annotations

import asyncio
import sqlite3
from argparse import ArgumentParser, Namespace
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from bot.bench._bench import Bench, Figures, at_least, load, processor_seconds, resident_mb, say

if TYPE_CHECKING:
    from bot.bench._flood import Evenings, Flood

SECRET = "bench-secret"  # noqa: S105 - of nothing
FILMS = 200
BEGINS = 1_600_000_000
WAITING = "SELECT count(*) FROM report"
KILLED_BEFORE = 0.2
"""Seconds before the end of the first half, so that some reports are on their way."""
DRAINED = 600.0
"""Seconds in which everything that was taken in must have been worked in."""


def configure(parser: ArgumentParser) -> None:
    """Rate and time."""
    parser.add_argument("--rate", type=at_least(1), default=1_000, help="reports offered a second (default: 1000)")
    parser.add_argument("--seconds", type=at_least(1), default=30, help="for so long (default: 30)")
    parser.add_argument("--people", type=at_least(1), default=50, help="people they are about (default: 50)")
    parser.add_argument("--no-kill", action="store_true", help="do not kill the service in the middle")


def measure(options: Namespace) -> Figures:
    """Half of the reports, kill -9, a new start, the other half; then what is stored is compared with what was said."""
    if find_spec("tests") is None or find_spec("tests.fakes") is None:
        say("There is no stand-in for a media server here: this measurement needs the repository.")
        raise SystemExit(1)
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    from bot.bench._flood import Evenings, Flood  # noqa: PLC0415 - not for help

    world, fake, tautulli = await _fakes(options.people)
    environment = {
        **fake.environment,
        "RECOMMENDARR_TAUTULLI_URL": tautulli.url,
        "RECOMMENDARR_TAUTULLI_API_KEY": import_module("tests.fakes.tautulli.server").KEY,
        "RECOMMENDARR_TAUTULLI_HOOK_SECRET": SECRET,
    }
    evenings = Evenings(tuple(sorted(world.people)), FILMS, BEGINS)
    flood = Flood(evenings.body, SECRET)
    with TemporaryDirectory(prefix="recommendarr-bench-") as folder:
        found = await _flooded(options, Path(folder), environment, flood)
        found |= _compared(Path(folder), flood, evenings, options.rate * options.seconds)
    await fake.close()
    await tautulli.close()
    return found


async def _fakes(people: int) -> tuple[Any, Any, Any]:
    plex, tautulli = import_module("tests.fakes.plex"), import_module("tests.fakes.tautulli")
    person = import_module("tests.fakes.plex.world").Person
    world = plex.PlexWorld(movies=FILMS, shows=0, history=0)
    for number in range(2_000, 2_000 + people - 1):
        world.add(person(number, f"p{number}", sections={"1"}))
    return world, await plex.start(world, check=False), await tautulli.start(0)


async def _flooded(options: Namespace, folder: Path, environment: dict[str, str], flood: Flood) -> Figures:
    from bot.bench._serving import serving  # noqa: PLC0415 - as above

    before, count, down = load(), options.rate * options.seconds, 0.0
    first = count if options.no_kill else count // 2
    say("starting the service …")
    async with serving(folder, environment, wait=True) as service:
        flood.url = service.url
        say(f"offering {options.rate:,} reports a second …")
        flooding = asyncio.create_task(flood.run(0, first, options.rate))
        if not options.no_kill:
            await asyncio.sleep(first / options.rate - KILLED_BEFORE)
            service.process.kill()
            say("killed; starting it again …")
        up = await flooding
        used = processor_seconds(service.process.pid)
        drained = 0.0 if not options.no_kill else await _drained(folder)
        memory = 0.0 if not options.no_kill else resident_mb(service.process.pid)
    if not options.no_kill:
        began = perf_counter()
        async with serving(folder, environment, wait=False) as service:
            down, flood.url = perf_counter() - began, service.url
            up += await flood.run(first, count - first, options.rate)
            used, drained = processor_seconds(service.process.pid), await _drained(folder)
            memory = resident_mb(service.process.pid)
    return {
        "offered": count,
        "accepted": len(flood.acknowledged),
        "refused": flood.refused,
        "per_second": round(len(flood.acknowledged) / up, 1),
        "killed": 0 if options.no_kill else 1,
        "down_s": round(down, 2),
        "drained_s": round(drained, 2),
        "cpu_s": round(used, 2),
        "rss_mb": memory,
        "load_before": before,
        "load_after": load(),
    }


async def _drained(folder: Path) -> float:
    """Seconds until nothing waits any more."""
    began = perf_counter()
    while _number(folder, f"{WAITING} WHERE NOT dead") and perf_counter() - began < DRAINED:  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.2)
    return perf_counter() - began


def _compared(folder: Path, flood: Flood, evenings: Evenings, offered: int) -> Figures:
    with closing(sqlite3.connect(_database(folder))) as connection:
        rows = connection.execute("SELECT id, viewer_id, item_id, at FROM interaction").fetchall()
    stored = {key.split(":", 2)[2] for key, *_ in rows}
    lost = sum(evenings.playback(number) not in stored for number in flood.acknowledged)
    known = {evenings.playback(number) for number in range(offered)}
    return {
        "lost": lost,
        "doubled": len(rows) - len({tuple(row) for _, *row in rows}) + len(stored - known),
        "stored": len(rows),
        "put_aside": _number(folder, f"{WAITING} WHERE dead"),
    }


def _number(folder: Path, question: str) -> int:
    with closing(sqlite3.connect(_database(folder), timeout=30)) as connection:
        return int(connection.execute(question).fetchone()[0])


def _database(folder: Path) -> Path:
    return next(folder.glob("*.db"))


BENCH = Bench("inbox", "how many reports of other services are taken in, and whether any is lost", configure, measure)
