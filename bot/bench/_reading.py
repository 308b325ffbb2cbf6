"""One full reading of a media server by the real service, in a process of its own, and what it took."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

from bot.app import open_services
from bot.bench._bench import Figures, peak_mb, say
from bot.bench._events import events_told
from bot.media.opening import with_media
from bot.services import Services
from bot.settings import Settings
from bot.syncing.syncing import Syncing

EVERY = 0.25
"""Seconds between two looks at how far it is."""


async def read(folder: Path) -> Figures:
    """Seconds of each step, the memory at its highest, and how quickly a playback changes the answer afterwards."""
    settings = Settings().model_copy(
        update={"data_dir": folder, "database_url": None, "chroma_url": None, "embeddings": "hashed"}
    )
    async with open_services(settings) as services, with_media(services, _left_out) as media:
        syncing = media.services.syncing
        if syncing is None:
            raise RuntimeError("no media server is configured")
        began, cpu = perf_counter(), process_time()
        steps = await _followed(syncing, began)
        seconds, cpu = perf_counter() - began, process_time() - cpu
        async with services.storage.unit() as unit:
            items, unmatched = await unit.server_items.count()
            facts = await unit.interactions.count()
        peak = peak_mb()
        await services.snapshots.embed_missing()
        events = await events_told(media, os.environ["RECOMMENDARR_TAUTULLI_HOOK_SECRET"])
    return {
        "items": items,
        "unmatched": unmatched,
        "facts": facts,
        "seconds": round(seconds, 1),
        "cpu_s": round(cpu, 1),
        **steps,
        "rss_mb": peak,
        **events,
    }


async def _followed(syncing: Syncing, began: float) -> Figures:
    """Seconds until each step was reached."""
    steps: Figures = {}
    while any([await one.is_due() for one in syncing.servers.values()]) or any(
        map(syncing.is_running, syncing.servers)
    ):
        for progress in syncing.running.values():
            if f"{progress.step}_from_s" not in steps:
                steps[f"{progress.step}_from_s"] = round(perf_counter() - began, 1)
                say(f"{progress.step} …")
        await asyncio.sleep(EVERY)
    return steps


async def _left_out(services: Services) -> None:
    """Vectors are another measurement; those that the answers need are made afterwards."""
    del services


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(read(Path(sys.argv[1])))) + "\n")
