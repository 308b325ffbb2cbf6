"""All of it while the service runs: platforms, what comes in, what goes out, and the end in good order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from bot.delivery.desk import Desk
from bot.delivery.doors import PARTING, Door

if TYPE_CHECKING:
    from aiohttp import web

    from bot.delivery.post import Post
    from bot.dispatcher import Dispatcher
    from bot.gateway import Platform, Running
    from bot.services import Services


class Reception:
    """Serves ``platforms``."""

    def __init__(self, services: Services, dispatcher: Dispatcher, post: Post, platforms: Iterable[Platform]) -> None:
        self._services, self._post = services, post
        self.desk = Desk(dispatcher, post)
        for platform in platforms:
            post.doors.append(Door(platform, post.serve(platform), post.office.chance))

    def side_doors(self) -> list[Callable[[web.Application], None]]:
        """What adds the platforms' routes to the side server."""
        return [
            partial(_add_routes, routes=door.platform.routes, running=door.running)
            for door in self._post.doors
            if door.platform.routes is not None
        ]

    async def run(self) -> None:
        """Until every platform has said goodbye, or this is cancelled: then what can be finished is finished."""
        await self._post.take_up()
        await self.desk.open()
        keeping = [asyncio.ensure_future(door.keep(self.desk, self._services)) for door in self._post.doors]
        try:
            if keeping:
                await asyncio.gather(*keeping)
            else:
                await asyncio.Event().wait()  # the page alone, until the process is told to stop
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            await self._part()

    async def _part(self) -> None:
        await self.desk.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(PARTING):
                await self._post.settle()
        await self._post.close()
        for door in self._post.doors:
            await door.close()


def _add_routes(
    application: web.Application, *, routes: Callable[[web.Application, Running], None], running: Running
) -> None:
    routes(application, running)
