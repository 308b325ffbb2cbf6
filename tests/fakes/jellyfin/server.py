"""The fake Jellyfin on a port of its own."""

from __future__ import annotations

from typing import Self

from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.jellyfin.rest import Rest
from tests.fakes.jellyfin.serving import Serving
from tests.fakes.jellyfin.world import World


class FakeJellyfin:
    """``async with FakeJellyfin() as jellyfin: …``. ``strict``: everything is checked against the description."""

    def __init__(self, world: World | None = None, *, latency: float = 0.0, strict: bool = True) -> None:
        self.world, self.faults = world or World(), Faults(latency)
        self.url = ""
        application = web.Application(middlewares=[self.faults.middleware], client_max_size=1 << 24)
        self.serving = Serving(self.world, application, strict=strict)
        self.rest = Rest(self.world, self.serving)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._runner.cleanup()

    @property
    def wrong(self) -> list[str]:
        """What a real Jellyfin would have refused, or never have said."""
        return self.serving.wrong

    @property
    def requests(self) -> int:
        return self.serving.requests


async def start(
    *, items: int = 50_000, accounts: int = 10, share: float = 0.5, latency: float = 0.005, strict: bool = False
) -> FakeJellyfin:
    """A large server: of four titles one is a series; each account has seen that share of all films and episodes."""
    world = World()
    world.shelf("Films", "movies", items * 3 // 4)
    world.shelf("Shows", "tvshows", items - items * 3 // 4)
    world.person("owner", admin=True, share=share)
    for number in range(1, accounts):
        world.person(f"person {number}", share=share)
    fake = FakeJellyfin(world, latency=latency, strict=strict)
    return await fake.__aenter__()
