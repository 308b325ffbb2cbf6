"""Interactions in, answers out. All that is said is decided by the gateway."""

from __future__ import annotations

import asyncio
import logging
import traceback

import aiohttp

from adapters.chat.discord.answering import Answering
from adapters.chat.discord.commands import digest, order_of, payloads
from adapters.chat.discord.delivery import Delivery
from adapters.chat.discord.first import FirstAnswers
from adapters.chat.discord.hearing import Ears, Patience, point_at, quieten
from adapters.chat.discord.library import discord
from adapters.chat.discord.limits import GRACE
from adapters.chat.discord.rest import Refused, Rest
from adapters.chat.discord.settings import OFFICIAL_API, DiscordSettings
from bot.gateway import Delivered, Gateway, Outgoing, State
from bot.services import Services
from engine.errors import Misconfigured, RecommendarrError, SourceUnavailable

_log = logging.getLogger(__name__)
_REJECTED = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
"""Close codes that no new attempt mends (topics/opcodes-and-status-codes, Gateway Close Event Codes)."""


class Discord:
    """The running platform."""

    def __init__(
        self, gateway: Gateway, services: Services, settings: DiscordSettings, patience: Patience | None = None
    ) -> None:
        self._services, self._settings, self._patience = services, settings, patience or Patience()
        self._gateway = gateway
        self._rest = Rest(settings.api_url)
        self._first = FirstAnswers(self._rest, GRACE)
        self._answering = Answering(gateway, services, self._rest, order_of(gateway.commands("en")), self._first)
        self._delivery = Delivery(
            self._rest,
            self._first,
            services.page_url,
            services.clock.now,
            lambda locale: services.translations.to(locale).text("discord-closed-here"),
        )
        self._ears: Ears | None = None
        self._trouble = ""
        self._connected = False
        self._since = asyncio.get_running_loop().time()
        self._registered = False

    @property
    def state(self) -> State:
        """Running while Discord tells of what happens."""
        if self._connected:
            return State.RUNNING
        return State.FAILING if self.trouble else State.CONNECTING

    @property
    def trouble(self) -> str:
        """Of the connection; that a single answer could not be written is the outbox's matter."""
        if self._trouble or self._connected:
            return self._trouble
        waited = asyncio.get_running_loop().time() - self._since
        return "discord-unreachable" if waited > self._patience.trouble else ""

    async def run(self) -> None:
        """Until cancelled."""
        pause = self._patience.again
        while True:
            began = asyncio.get_running_loop().time()
            trouble = await self._listen()
            if asyncio.get_running_loop().time() - began > self._patience.longest:
                pause = self._patience.again
            self._tell(trouble)
            await asyncio.sleep(pause if trouble == "discord-unreachable" else self._patience.rejected)
            pause = min(pause * 2, self._patience.longest)

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """By the interaction's token while it lives, as the bot itself afterwards."""
        return await self._delivery.deliver(outgoing, self._gateway.wrote)

    async def close(self) -> None:
        """Ends what is left."""
        self._rest.use(None)
        self._first.close()
        if self._ears is not None:
            await self._ears.close()
            self._ears = None
        await self._rest.close()

    async def _listen(self) -> str:
        """One session after the other, until something breaks that the library does not mend: what it was."""
        if self._ears is not None:
            self._rest.use(None)
            await self._ears.close()
        self._ears = ears = Ears(self._answering.heard, self._changed, self._patience, self._rest.trace)
        try:
            await self._serve(ears)
        except discord.LoginFailure:
            return "discord-token-rejected"
        except discord.PrivilegedIntentsRequired:
            return "discord-session-refused"
        except discord.ConnectionClosed as closed:
            return _of_close(closed.code)
        except (RecommendarrError, discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            _log.info("discord: the connection broke: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - an event that the library cannot read must not end the platform
            where = traceback.extract_tb(error.__traceback__)[-1]
            _log.warning("discord: an event could not be read: %s at %s", type(error).__name__, where.name)
        finally:
            self._changed(connected=False)
            await ears.hang_up()
        return "discord-unreachable"

    async def _serve(self, ears: Ears) -> None:
        token = self._settings.token
        if token is None:
            raise Misconfigured("discord-token-rejected")
        async with asyncio.timeout(60):
            await ears.login(token.get_secret_value())
        self._rest.use(ears.http)
        await self._find_gateway()
        registering = asyncio.create_task(self._register(ears.application_id or 0))
        try:
            await ears.connect()
        finally:
            registering.cancel()

    async def _find_gateway(self) -> None:
        named = self._settings.gateway_url
        if named is None and self._settings.api_url != OFFICIAL_API:
            named = await self._rest.gateway()
        point_at(named)

    async def _register(self, application: int) -> None:
        """Commands that changed since they were registered, everywhere or in the servers that were named."""
        if self._registered:
            return
        try:
            await self._register_changed(application)
            self._registered = True
        except RecommendarrError as error:
            _log.error("discord: the commands were not registered: %s", error.key)

    async def _register_changed(self, application: int) -> None:
        commands = payloads(self._gateway.commands, self._services.translations.locales)
        guilds = self._settings.guild_ids
        for guild in (None, *guilds):
            # Registered in servers, they would be offered twice there if they stayed registered everywhere.
            wanted = [] if guild is None and guilds else commands
            await self._overwrite(application, guild, wanted)

    async def _overwrite(self, application: int, guild: int | None, commands: list[dict[str, object]]) -> None:
        name = f"discord-commands:{application}:{guild or 'everywhere'}"
        wanted = digest(commands)
        async with self._services.storage.unit() as unit:
            known = await unit.values.get(name)
        if known == wanted or (known is None and not commands):
            return
        while True:
            try:
                await self._rest.overwrite(application, guild, commands)
                break
            except SourceUnavailable as error:
                await asyncio.sleep(error.retry_after or self._patience.longest)
            except Refused as refused:
                _log.error("discord: the commands were not registered: %s", refused)
                return
        async with self._services.storage.unit() as unit:
            await unit.values.put(name, wanted)

    def _changed(self, connected: bool) -> None:  # noqa: FBT001 - the state itself
        if connected == self._connected:
            return
        self._connected, self._since = connected, asyncio.get_running_loop().time()
        if connected:
            self._tell("")

    def _tell(self, trouble: str) -> None:
        """Once, and again when it is over."""
        if trouble == self._trouble:
            return
        if trouble:
            _log.error("discord: %s", self._services.translations.to("en").text(f"error-{trouble}"))
        else:
            _log.info("discord: connected")
        self._trouble = trouble


def _of_close(code: int | None) -> str:
    if code == 4004:
        return "discord-token-rejected"
    return "discord-session-refused" if code in _REJECTED else "discord-unreachable"


async def open_discord(gateway: Gateway, services: Services) -> Discord:
    """Connects when it is run."""
    quieten(verbose=services.settings.log_level in {"DEBUG", "INFO"})
    return Discord(gateway, services, DiscordSettings())
