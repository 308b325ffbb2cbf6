"""Updates in, answers out. All that is said is decided by the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.chat._template.client import Client, Gone
from adapters.chat._template.inbound import read
from adapters.chat._template.outbound import Message, messages
from adapters.chat._template.settings import TemplateSettings
from bot.gateway import Delivered, Gateway, Outgoing, State
from bot.services import Services
from engine.errors import SourceUnavailable


class Template:
    """The running platform."""

    def __init__(self, gateway: Gateway, services: Services, client: Client) -> None:
        self._gateway, self._services, self._client = gateway, services, client
        self._state = State.RUNNING

    async def run(self) -> None:
        """Until cancelled. A connection that ends is opened anew by whoever opened it, after a while."""
        # Cancelling this must leave the connection open: what is still to be said is delivered first.
        async with asyncio.TaskGroup() as accepting:
            async for update in self._client.updates():
                accepting.create_task(self._accept(update))
        self._state = State.FAILING
        raise SourceUnavailable("platform-closed", platform="_template")

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """One message after the other; those that an earlier try wrote are passed over."""
        written = list(outgoing.written)
        for number, message in enumerate(messages(outgoing)[len(written) :], start=len(written)):
            # The same key is the same message: what was written and never confirmed is not written twice.
            sent = await self._send(f"{outgoing.id}:{number}", message, anew=not outgoing.or_nothing)
            if sent is None:
                return Delivered(tuple(written))
            written.append(sent)
            self._gateway.wrote(outgoing.id, written[-1])
        return Delivered(tuple(written))

    async def close(self) -> None:
        """Says goodbye."""
        await self._client.close()

    @property
    def state(self) -> State:
        return self._state

    @property
    def trouble(self) -> str:
        return "" if self._state is State.RUNNING else "platform-closed"

    async def _send(self, key: str, message: Message, *, anew: bool) -> str | None:
        """``anew``: what was to stand in a message that was deleted meanwhile is written anew, or nowhere."""
        try:
            return await self._client.send(key, message)
        except Gone:
            return await self._client.send(f"{key}:anew", {**message, "edits": ""}) if anew else None

    async def _accept(self, update: Mapping[str, object]) -> None:
        said = read(update, self._services.clock.now())
        if said is None:
            return
        try:
            await self._gateway.accept(said)
        except SourceUnavailable:
            return  # not kept, so not confirmed: the platform sends it again
        await self._client.received(said.id)


async def open_template(gateway: Gateway, services: Services) -> Template:
    """Raises SourceUnavailable where the platform cannot be reached."""
    settings = TemplateSettings()
    return Template(gateway, services, await Client.connect(settings.host or "127.0.0.1", settings.port))
