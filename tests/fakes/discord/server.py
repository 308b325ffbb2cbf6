"""The fake Discord: REST and gateway on one port."""

from __future__ import annotations

from typing import Self

from aiohttp import web

from tests.fakes.discord.contract import described
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.people import Person
from tests.fakes.discord.rest import Rest
from tests.fakes.discord.serving import PREFIX, Serving
from tests.fakes.discord.world import World


class FakeDiscord:
    """``async with FakeDiscord() as discord: …``. ``strict``: everything is checked against the description."""

    def __init__(self, *, strict: bool = True) -> None:
        self.world, self.faults = World(), Faults()
        self.serving = Serving(self.world, self.faults, strict=strict and described() is not None)
        self.rest = Rest(self.world, self.serving)
        self.gateway = Gateway(self.world)
        self.api_url = self.gateway_url = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=1 << 26)
        self.rest.routes(application)
        application.router.add_get("/gateway/", self.gateway.handle)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.api_url = f"http://127.0.0.1:{port}{PREFIX}"
        self.gateway_url = self.gateway.url = self.rest.gateway_url = f"ws://127.0.0.1:{port}/gateway/"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.close(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    def person(self, name: str, locale: str = "en-US") -> Person:
        """The same name is the same person."""
        return Person(self, self.world.person(name, locale))

    @property
    def wrong(self) -> list[str]:
        """What a real Discord would have refused, or never have said."""
        return [*self.serving.wrong, *self.gateway.wrong]
