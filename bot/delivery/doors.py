"""Keeps every platform open: one that cannot be opened or dies is opened anew, and the others never notice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.gateway import State
from bot.traces import trace_of
from engine.errors import RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from bot.delivery.courier import Courier
    from bot.gateway import ChatAdapter, Gateway, Platform
    from bot.services import Services

FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
"""Seconds until a platform is opened anew: twice as long each time."""
LASTED = 60.0
"""A platform that ran for so many seconds was well: what happens then is a new trouble."""
PARTING = 10.0
"""Seconds for what is still to be delivered, and for saying goodbye, when the service ends."""
_log = logging.getLogger(__name__)


class Door:
    """One platform, as it is now."""

    def __init__(self, platform: Platform, courier: Courier, chance: Callable[[], float]) -> None:
        """``chance`` draws from 0 to 1, so that many services do not knock at the same moment."""
        self.platform, self.courier, self._chance = platform, courier, chance
        self._adapter: ChatAdapter | None = None
        self._trouble: RecommendarrError | None = None

    def running(self) -> ChatAdapter | None:
        """The adapter, while there is one."""
        return self._adapter

    @property
    def state(self) -> State:
        if self._adapter is not None:
            return self._adapter.state
        return State.FAILING if self._trouble else State.CONNECTING

    @property
    def trouble(self) -> RecommendarrError | None:
        """What is wrong; None while nothing is."""
        if self._adapter is not None and self._adapter.trouble:
            return RecommendarrError(self._adapter.trouble, platform=self.platform.name)
        return self._trouble or (self.courier.last_trouble if self._adapter is not None else None)

    async def keep(self, gateway: Gateway, services: Services) -> None:
        """Until the platform says goodbye, or this is cancelled: then updates end, and letters may still go."""
        wait, loop = FIRST_WAIT, asyncio.get_running_loop()
        while True:
            began = loop.time()
            try:
                await self._serve(gateway, services)
            except Exception as error:  # noqa: BLE001 - one platform must never take the others with it
                self._tell(error)
            else:
                return
            await self.close()
            if loop.time() - began > LASTED:
                wait = FIRST_WAIT
            await asyncio.sleep(wait * (0.5 + self._chance()))
            wait = min(wait * 2, LONGEST_WAIT)

    async def _serve(self, gateway: Gateway, services: Services) -> None:
        self._adapter = adapter = await self.platform.open(gateway, services)
        self._trouble = None
        self.courier.attach(adapter)
        await adapter.run()

    async def close(self) -> None:
        """Say goodbye; letters wait."""
        adapter, self._adapter = self._adapter, None
        self.courier.detach()
        if adapter is None:
            return
        try:
            async with asyncio.timeout(PARTING):
                await adapter.close()
        except Exception as error:  # noqa: BLE001 - it is on its way out in any case
            _log.warning("%s could not be closed: %s", self.platform.name, trace_of(error))

    def _tell(self, error: Exception) -> None:
        """Logs a trouble once, however often it comes again."""
        known = error if isinstance(error, RecommendarrError) else None
        told = known or SourceUnavailable("delivery-failed", platform=self.platform.name, kind=type(error).__name__)
        if self._trouble is None or self._trouble.key != told.key:
            what = told.key if known else trace_of(error)
            _log.warning("%s is not served (%s); it is tried again", self.platform.name, what)
        self._trouble = told
