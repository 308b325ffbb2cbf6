"""Updates in, answers out. All that is said is decided by the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.chat._template.client import Client
from adapters.chat._template.inbound import read
from adapters.chat._template.limits import CAPABILITIES
from adapters.chat._template.outbound import write
from adapters.chat._template.settings import TemplateSettings
from bot.fitting import fit
from bot.gateway import Gateway
from bot.services import Services
from bot.vocabulary import Press


class Template:
    """The running platform."""

    def __init__(self, gateway: Gateway, services: Services, client: Client) -> None:
        self._gateway, self._services, self._client = gateway, services, client

    async def run(self) -> None:
        """Until the platform closes the connection. Each update is a task: a slow answer keeps nobody waiting."""
        try:
            async with asyncio.TaskGroup() as answering:
                async for update in self._client.updates():
                    answering.create_task(self._answer(update))
        finally:
            await self._client.close()

    async def _answer(self, update: Mapping[str, object]) -> None:
        said = read(update, self._services.clock.now())
        if said is None:
            return
        answer = await (self._gateway.press(said) if isinstance(said, Press) else self._gateway.invoke(said))
        # An empty answer belongs to an update that was answered before.
        for message in write(fit(answer, CAPABILITIES), said.room.id):
            await self._client.send(message)


async def open_template(gateway: Gateway, services: Services) -> Template:
    """Raises SourceUnavailable where the platform cannot be reached."""
    settings = TemplateSettings()
    return Template(gateway, services, await Client.connect(settings.host or "127.0.0.1", settings.port))
