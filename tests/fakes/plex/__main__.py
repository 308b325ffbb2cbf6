"""A Plex on loopback ports, until it is ended; prints the settings that lead to it."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser

from tests.fakes.plex.server import start
from tests.fakes.plex.world import PlexWorld


async def stay() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--movies", type=int, default=40_000)
    parser.add_argument("--shows", type=int, default=10_000)
    parser.add_argument("--history", type=int, default=1_000_000)
    parser.add_argument("--latency", type=float, default=0.0)
    told = parser.parse_args()
    fake = await start(PlexWorld(told.movies, told.shows, told.history), latency=told.latency, check=False)
    for name, value in fake.environment.items():
        print(f"{name}={value}", flush=True)  # noqa: T201 - whoever started it reads this
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(stay())
