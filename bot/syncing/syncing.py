"""Keeps what is known of media servers up to date: lightly at once, fully in the background, and what is new often."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.syncing.light import SERVER_VALUE, retire
from bot.syncing.renewing import Renewing
from bot.syncing.server import ServerReading
from bot.syncing.shelves import VENDORS
from bot.traces import trace_of
from engine.domain.media_events import ShelfChanged
from engine.errors import InvalidQuery, RecommendarrError

if TYPE_CHECKING:
    from bot.syncing.server import Progress
    from bot.syncing.surroundings import Surroundings
    from engine.domain.media_records import StoredItem

_log = logging.getLogger(__name__)


class Syncing:
    """Every media server; one that does not answer leaves the others as they are."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._small: set[asyncio.Task[None]] = set()
        metadata, languages = around.stack.metadata, around.languages
        self._renewing = (
            Renewing(around.storage, metadata, languages, around.clock, self._read_again) if metadata else None
        )
        self.servers: Mapping[str, ServerReading] = MappingProxyType(
            {
                one.instance.name: ServerReading(one.instance.name, one.server, around)
                for one in around.stack.servers
                if one.server is not None
            }
        )

    @property
    def running(self) -> Mapping[str, Progress]:
        """How far each full reading under way is, by instance."""
        return {name: one.progress for name, one in self.servers.items() if one.progress is not None}

    def of(self, name: str) -> ServerReading:
        """The server of that instance. Raises InvalidQuery("sync-unknown")."""
        if name not in self.servers:
            raise InvalidQuery("sync-unknown", name=name)
        return self.servers[name]

    async def start(self) -> None:
        """Who may open what, of every server, in seconds; then whatever is due in the background."""
        await self._retire()
        await asyncio.gather(*(self._try(one, one.light()) for one in self.servers.values()))
        await self._retire()
        await self.begin_what_is_due()

    async def begin_what_is_due(self) -> None:
        """Read everything, in the background, of servers of which that is long ago or was stopped."""
        for name, one in self.servers.items():
            if not self.is_running(name) and await one.is_due():
                self.begin(name)

    def is_running(self, name: str) -> bool:
        """Whether everything of it is being read."""
        return name in self._tasks and not self._tasks[name].done()

    def begin(self, name: str) -> None:
        """Read everything of a server in the background. Raises InvalidQuery: ``sync-running``, ``sync-unknown``."""
        if self.is_running(name):
            raise InvalidQuery("sync-running", name=name)
        one = self.of(name)
        self._tasks[name] = asyncio.create_task(self._try(one, one.full()))

    async def rights(self) -> None:
        """Who may open what, of every server."""
        for one in self.servers.values():
            await self._try(one, one.light())
        await self._retire()

    async def recent(self) -> None:
        """What is new on every server."""
        for one in self.servers.values():
            await self._try(one, one.recent())

    async def renew(self) -> None:
        """What the catalogue of the world said long ago, a few titles at a time."""
        if self._renewing is not None and await self._renewing.run():
            await self._around.snapshots.refresh()

    async def states(self) -> None:
        """Where the accounts of every server stand with titles."""
        for one in self.servers.values():
            await self._try(one, one.states())

    def states_soon(self, name: str) -> None:
        """Who may open what on a server, and where its accounts stand with titles, in the background.

        Somebody has just signed in.
        """
        one = self.of(name)

        async def read() -> None:
            await one.light()
            await one.states()

        task = asyncio.create_task(self._try(one, read()))
        self._small.add(task)
        task.add_done_callback(self._small.discard)

    async def quiet(self) -> None:
        """Returns once nothing is being read in the background."""
        while tasks := [one for one in (*self._tasks.values(), *self._small) if not one.done()]:
            await asyncio.wait(tasks)

    async def close(self) -> None:
        """Stop; what is under way goes on at the next start."""
        tasks = [*self._tasks.values(), *self._small]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for one in self.servers.values():
            await one.close()

    async def _retire(self) -> None:
        """Close the libraries of servers that are configured no more.

        Those of a vendor stay where one of its servers has not said yet which it is: it may be an old one renamed.
        """
        stack, unknown = self._around.stack, set[str]()
        async with self._around.storage.unit() as unit:
            kept = list[tuple[str, str]]()
            for name in self.servers:
                if server_id := await unit.values.get(SERVER_VALUE + name):
                    kept.append((stack.vendor(name), server_id))
                else:
                    unknown.add(stack.vendor(name))
            await retire(unit, [vendor for vendor in VENDORS if vendor not in unknown], kept)

    async def _read_again(self, lying: StoredItem) -> None:
        for one in self.servers.values():
            if one.last is not None and one.last.identity.id == lying.server:
                await one.shelf_changed(ShelfChanged(lying.key))

    async def _try(self, one: ServerReading, work: Awaitable[object]) -> None:
        try:
            await work
        except RecommendarrError as error:
            _log.warning("%s could not be read (%s); it is tried again", one.name, error.key)
        except Exception as error:  # noqa: BLE001 - in the background nobody else would hear of it
            _log.error("%s could not be read: %s", one.name, trace_of(error))
