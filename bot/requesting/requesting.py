"""Everything about wishes that goes on while the service runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from bot.requesting.arriving import Arriving
from bot.requesting.discovering import DISCOVERED, EVERY, Discovering
from bot.requesting.elsewhere import Elsewhere
from bot.requesting.following import acquired, keys_of, poll
from bot.requesting.pending import look, reported
from bot.requesting.petitioning import ask
from bot.requesting.sizes import Sizes
from bot.requesting.sought import twins
from engine.domain.media_events import AcquisitionMoment
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.media.stack import Stack
    from bot.services import Services
    from engine.domain.media_events import AcquisitionTold

_GOT = frozenset(
    {
        AcquisitionMoment.REQUESTED,
        AcquisitionMoment.APPROVED,
        AcquisitionMoment.GRABBED,
        AcquisitionMoment.ADDED,
        AcquisitionMoment.DOWNLOADED,
    }
)
"""After these, nobody needs to ask for it."""
_log = logging.getLogger(__name__)


class Requesting:
    """Part of ``Services``; ``start`` it once."""

    def __init__(self, services: Services, stack: Stack) -> None:
        self._services = services
        self.stack = stack
        self.sizes = Sizes(stack, services.clock)
        self.elsewhere = Elsewhere(services)
        self.looking = False
        """Whether the world is being looked at."""
        self._arriving = Arriving()
        self._turn = asyncio.Lock()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._asking = asyncio.Lock()
        self.deciding = asyncio.Lock()
        """Held while a request is decided or taken back, so that of two who do so at once one is told of the other."""

    def turn_of(self, viewer_id: str) -> asyncio.Lock:
        """Held while that person asks, so that nothing is asked for twice and no quota is overdrawn."""
        return self._turns.setdefault(viewer_id, asyncio.Lock())

    async def ask_admins(self) -> None:
        """Tell them what waits. What cannot be told now is told by ``follow``."""
        async with self._asking:
            try:
                await ask(self._services)
            except RecommendarrError as error:
                _log.warning("admins could not be told what waits: %s; it is tried again", error.key)

    def work_with(self, services: Services) -> None:
        """The services as everybody else has them, once they are put together."""
        self._services = services
        self.elsewhere.services = services

    async def start(self) -> None:
        """What was known before, then what is known now; looks around where that is due."""
        try:
            await self.elsewhere.load()
            if self.stack.getters:
                await self.read_elsewhere()
                await self.look_around()
        except RecommendarrError as error:
            _log.warning("wishes are not ready yet: %s; the jobs go on with them", error.key)

    async def read_elsewhere(self) -> None:
        """What request services have."""
        await self.elsewhere.refresh()

    async def look_around(self, *, now: bool = False) -> None:
        """Find titles worth having, where that is due or wanted ``now``; nothing without anybody to ask for them."""
        metadata = self.stack.metadata
        if metadata is None or not self.stack.requesters() or self._turn.locked():
            return
        async with self._turn:
            if not now and not await self._due():
                return
            self.looking = True
            try:
                await Discovering(self._services, metadata, self.elsewhere).run()
            except RecommendarrError as error:
                _log.warning("the world could not be looked at: %s; it is tried again", error.key)
            finally:
                self.looking = False

    async def follow(self) -> None:
        """Ask after open requests, and tell whoever waits for what is there by now."""
        await poll(self._services)
        await look(self._services)
        await self.ask_admins()
        await self._arriving.look(self._services)

    async def shelved(self, item_ids: Sequence[str]) -> None:
        """These came to a shelf. What cannot be told now is told by ``follow``."""
        known = self._services.snapshots.current.index
        self.elsewhere.add(key for one in item_ids for key in twins(one)[1:] if key in known)
        try:
            await self._arriving.look(self._services, item_ids)
        except RecommendarrError as error:
            _log.warning("somebody could not be told what came: %s; it is tried again", error.key)

    async def acquired(self, instance: str, told: AcquisitionTold) -> None:
        """A request service reports something."""
        if told.moment in _GOT:
            self.elsewhere.add(keys_of(told))
        await acquired(self._services, instance, told)
        if told.request_id:
            await reported(self._services, instance, told)
            await self.ask_admins()
        if told.moment in {AcquisitionMoment.AVAILABLE, AcquisitionMoment.DOWNLOADED}:
            await self.shelved(keys_of(told))

    async def _due(self) -> bool:
        async with self._services.storage.unit() as unit:
            last = await unit.values.get(DISCOVERED)
        try:
            return last is None or self._services.clock.now() - datetime.fromisoformat(last) >= EVERY
        except (ValueError, TypeError):
            return True
