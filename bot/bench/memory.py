"""What the whole service holds in memory with a large library: database, vectors, engine, page and dispatcher."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.bench._bench import Bench, Figures, at_least, load, say
from bot.bench._filled import ANSWER, LEARN, settings_of


def configure(parser: ArgumentParser) -> None:
    """Size of the library."""
    parser.add_argument("--items", type=at_least(1), default=40_000, help="titles (default: 40000)")
    parser.add_argument("--people", type=at_least(1), default=15, help="people with a history (default: 15)")
    parser.add_argument("--longest", type=at_least(5), default=2_000, help="watches of the last (default: 2000)")
    parser.add_argument("--asking", type=at_least(1), default=1_000, help="people who ask, at most (default: 1000)")
    parser.add_argument("--crowd", action="store_true", help="with a model learned from everybody in service")
    parser.add_argument("--rest", type=float, default=3.0, help="seconds of rest before memory is read (default: 3)")
    parser.add_argument("--seed", type=int, default=1, help="another world (default: 1)")


def measure(options: Namespace) -> Figures:
    """A data directory is filled; then a fresh process opens it, answers ``--asking`` people once, and rests. Twice.

    The first opening reads the vectors from Chroma and caches them for the next; ordinary starts are like the second.
    """
    with tempfile.TemporaryDirectory(prefix="recommendarr-bench-") as folder:
        asyncio.run(_fill(options, Path(folder)))
        learned = _learned(folder) if options.crowd else {}
        say("opening the service on it, twice …")
        first, second = _opened(folder, options), _opened(folder, options)
    before = {f"first_{name}": first[name] for name in ("rss_mb", "opened_s")}
    return {"items": options.items, "people": options.people, **learned, **second, **before, "load_after": load()}


def _learned(folder: str) -> Figures:
    say("learning from everybody …")
    return _alone(folder, LEARN)


def _opened(folder: str, options: Namespace) -> Figures:
    return _alone(folder, ANSWER, str(options.rest), str(options.asking))


def _alone(folder: str, *asked: str) -> Figures:
    """In a process of its own."""
    command = [sys.executable, "-m", "bot.bench._resident", folder, *asked]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own module
    return json.loads(done.stdout.splitlines()[-1])


async def _fill(options: Namespace, folder: Path) -> None:
    """Database and vectors as an import and the embedding would have left them."""
    import numpy as np  # noqa: PLC0415 - after the number of threads was set, and not for help

    from bot import outside  # noqa: PLC0415
    from bot.bench._house import moved_in  # noqa: PLC0415
    from engine.columns.text import digest_of  # noqa: PLC0415
    from engine.testing.worlds import BATCH, Size, World  # noqa: PLC0415

    world, settings = (
        World(Size(options.items, options.people, seed=options.seed, longest=options.longest)),
        settings_of(folder),
    )
    embedder, vectors = await outside.open_embedder(settings), await outside.open_vectors(settings)
    storage = await outside.open_storage(settings)
    say(f"storing {options.items:,} titles with their vectors …")
    rows = world.vectors()
    for number, items in enumerate(world.batches()):
        async with storage.unit() as unit:
            await unit.items.upsert(items)
        part = rows[number * BATCH : number * BATCH + len(items)].astype(np.float32)
        await vectors.put(embedder.name, [item.id for item in items], [digest_of(item) for item in items], part)
    await moved_in(world, storage)
    for opened in (storage, vectors, embedder):
        await opened.close()


BENCH = Bench("memory", "memory of the whole service with a large library", configure, measure)
