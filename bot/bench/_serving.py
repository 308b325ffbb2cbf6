"""The service with its media stack and side server, for measurements: in a process of its own, until its input ends."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import open_services
from bot.bench._alone import ROOT
from bot.media.opening import with_media
from bot.services import Services
from bot.settings import Settings
from bot.web.server import start_server

ABSENT = 120.0
"""Seconds for it to be ready."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A running one, as whoever measures sees it."""

    process: asyncio.subprocess.Process
    url: str


async def serve(folder: Path, *, wait: bool) -> None:
    """Says the side server's address once it can answer; ``wait``: once everything was read."""
    settings = Settings().model_copy(
        update={"data_dir": folder, "database_url": None, "chroma_url": None, "embeddings": "hashed"}
    )
    async with open_services(settings) as services, with_media(services, _embed) as media:
        server = await start_server(media.services, "127.0.0.1", 0, [media.door.add_routes])
        syncing = media.services.syncing
        while wait and syncing is not None and any([await one.is_due() for one in syncing.servers.values()]):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.05)
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        await server.close()


@asynccontextmanager
async def serving(folder: Path, environment: Mapping[str, str], *, wait: bool) -> AsyncGenerator[Serving]:
    """Start it; it ends, if it has not been killed, when the block does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.bench._serving", json.dumps([str(folder), wait]),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    asked, answered = process.stdin, process.stdout
    if asked is None or answered is None:
        raise RuntimeError("the service has no pipes")
    try:
        async with asyncio.timeout(ABSENT):
            url = (await answered.readline()).decode().strip()
        if not url:
            raise RuntimeError("the service did not start; what it said is above")
        yield Serving(process, url)
    finally:
        asked.close()
        await process.wait()


async def _embed(services: Services) -> None:
    await services.snapshots.embed_missing()


if __name__ == "__main__":
    told, waits = json.loads(sys.argv[1])
    asyncio.run(serve(Path(told), wait=waits))
