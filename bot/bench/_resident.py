"""Opens the service on a filled data directory, answers people once, rests, and tells what memory it holds."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from time import perf_counter

from bot.app import open_services
from bot.bench._bench import Figures, resident_mb
from bot.dispatcher import Dispatcher
from bot.settings import Settings
from bot.web.server import start_server
from engine.domain.query import Query


def settings_of(folder: Path) -> Settings:
    """The machine's settings, with everything kept in ``folder``."""
    return Settings().model_copy(update={"data_dir": folder, "database_url": None, "chroma_url": None})


async def resident(folder: Path, rest: float, asking: int) -> Figures:
    """Megabytes after ``asking`` people were answered and ``rest`` seconds, and seconds until the service could."""
    began = perf_counter()
    async with open_services(settings_of(folder)) as services:
        server = await start_server(services, "127.0.0.1", 0)
        Dispatcher(services)
        opened = perf_counter() - began
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
            "picks": sum(picks),
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(resident(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))) + "\n")
