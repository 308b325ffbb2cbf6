"""A process that is killed loses nothing it acknowledged."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from adapters.storage import open_storage

ROOT = Path(__file__).resolve().parents[3]
WRITE = """
import asyncio, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from adapters.storage import open_storage
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.viewers import Viewer

async def write(data_dir, first):
    storage = await open_storage(None, data_dir)
    async with storage.unit() as unit:
        if await unit.viewers.get("anna") is None:
            await unit.viewers.add(Viewer("anna", "Anna"))
    async def one_after_another(lane):
        number = first
        while True:
            number += 1
            name = f"{lane}-{number}"
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
            async with storage.unit() as unit:
                await unit.interactions.add([Interaction(name, "anna", "movie:1", InteractionKind.SEEN, at)])
                await unit.values.put(f"lane-{lane}", name)
            print(name, flush=True)
    await asyncio.gather(*(one_after_another(lane) for lane in "abc"))

asyncio.run(write(Path(sys.argv[1]), int(sys.argv[2])))
"""


def killed_after(data_dir: Path, first: int, seconds: float) -> list[str]:
    """What a writer acknowledged until it was killed, ``seconds`` after its first word."""
    command = [sys.executable, "-c", WRITE, str(data_dir), str(first)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip()]
    timer = threading.Timer(seconds, lambda: os.kill(process.pid, signal.SIGKILL))
    timer.start()
    acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    timer.join()
    return acknowledged


@pytest.mark.untraced
async def test_every_acknowledged_write_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(4711)
    acknowledged: list[str] = []
    for turn in range(4):
        acknowledged += killed_after(tmp_path, turn * 1_000_000, chance.uniform(0.05, 0.7))
    storage = await open_storage(None, tmp_path)
    async with storage.unit() as unit:
        stored = {fact.id for fact in await unit.interactions.of_viewer("anna")}
        for lane in "abc":
            # Both writes of a unit are there or neither: the last value names a stored fact.
            assert await unit.values.get(f"lane-{lane}") in stored
    await storage.close()
    assert len(acknowledged) > 20
    assert not set(acknowledged) - stored
    database = sqlite3.connect(tmp_path / "recommendarr.db")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
