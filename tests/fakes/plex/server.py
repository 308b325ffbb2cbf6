"""Both on loopback ports of their own, and a player that can be reached without the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ssl import SSLContext

from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.plex.lists import Lists
from tests.fakes.plex.pms import MediaServer
from tests.fakes.plex.tv import PlexTv
from tests.fakes.plex.wire import Wrong
from tests.fakes.plex.world import OWNER_TOKEN, PlexWorld


@dataclass
class PlexFake:
    """A running Plex. ``wrong`` gathers what was against the description, in either direction."""

    world: PlexWorld
    server: MediaServer
    tv: PlexTv
    lists: Lists
    wrong: Wrong
    faults: Faults
    tv_faults: Faults
    url: str = ""
    tv_url: str = ""
    player_url: str = ""
    player_heard: list[dict[str, str]] = field(default_factory=list)
    """Headers of what the far player was told."""
    runners: list[web.AppRunner] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """Settings of the service that lead here."""
        return {
            "RECOMMENDARR_PLEX_URL": self.url,
            "RECOMMENDARR_PLEX_TOKEN": OWNER_TOKEN,
            "RECOMMENDARR_PLEX_TV_URL": self.tv_url,
        }

    async def close(self) -> None:
        for runner in self.runners:
            await runner.cleanup()


async def start(
    world: PlexWorld | None = None,
    *,
    latency: float = 0.0,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    check: bool = True,
    tls: SSLContext | None = None,
) -> PlexFake:
    """Answer on free loopback ports; every answer of the media server takes ``latency`` seconds more.

    ``check``: against the description; off where the fake is only to be quick.
    """
    world, wrong = world or PlexWorld(), Wrong(check=check)
    server, tv = MediaServer(world, wrong), PlexTv(world, wrong, now)
    fake = PlexFake(world, server, tv, Lists(server), wrong, Faults(latency), Faults())
    fake.url = await _serve(fake, [*server.routes(), *fake.lists.routes()], fake.faults, tls)
    fake.tv_url = await _serve(fake, tv.routes(), fake.tv_faults)

    async def far(request: web.Request) -> web.Response:
        fake.player_heard.append(dict(request.headers))
        return fake.lists.obey(request, "far-player")

    fake.player_url = await _serve(fake, [web.get("/player/{command:.+}", far)], Faults())
    return fake


async def _serve(fake: PlexFake, routes: Iterable[web.RouteDef], faults: Faults, tls: SSLContext | None = None) -> str:
    app = web.Application(middlewares=[faults.middleware])
    app.router.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
    await site.start()
    fake.runners.append(runner)
    return f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}"
