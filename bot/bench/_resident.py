"""Opens the service on a filled data directory, answers people once, rests, and tells what memory it holds.

Or, asked by ``learn``, trains the household's model there and puts it into service.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from time import perf_counter

from bot.app import open_services
from bot.bench._bench import Figures, resident_mb
from bot.bench._filled import LEARN, settings_of
from bot.dispatcher import Dispatcher
from bot.web.server import start_server
from engine.domain.query import Query


async def resident(folder: Path, rest: float, asking: int) -> Figures:
    """Megabytes after ``asking`` people were answered and ``rest`` seconds, and seconds until the service could."""
    began = perf_counter()
    async with open_services(settings_of(folder)) as services:
        server = await start_server(services, "127.0.0.1", 0)
        Dispatcher(services)
        opened = perf_counter() - began
        if services.training is not None:
            await services.training.kept.started()
        async with services.storage.unit() as unit:
            viewers = (await unit.viewers.all())[:asking]
        picks = [len((await services.recommender.recommend(Query(viewer.id))).picks) for viewer in viewers]
        await asyncio.sleep(rest)
        memory = resident_mb()
        await server.close()
        return {
            "rss_mb": memory,
            "opened_s": round(opened, 2),
            "embedded_share": round(services.snapshots.embedded_share, 3),
            "models": sum(model.in_use for model in await services.training.kept.list()) if services.training else 0,
            "picks": sum(picks),
        }


async def learned(folder: Path) -> Figures:
    """Meetings that the model in service was learned from, and seconds of learning."""
    async with open_services(settings_of(folder)) as services:
        if services.training is None:
            raise RuntimeError("training is switched off")
        result = await services.training.train()
        await services.training.kept.use(result.version)
        return {"meetings": result.manifest.meetings, "training_s": round(result.seconds, 1)}


def _asked(folder: str, task: str, *numbers: str) -> Figures:
    if task == LEARN:
        return asyncio.run(learned(Path(folder)))
    rest, asking = numbers
    return asyncio.run(resident(Path(folder), float(rest), int(asking)))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_asked(*sys.argv[1:])) + "\n")
