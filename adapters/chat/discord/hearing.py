"""The connection to Discord's gateway, made by discord.py, which reconnects and resumes by itself."""

from __future__ import annotations

import asyncio
import logging
import sys
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
from yarl import URL

from adapters.chat.discord.inbound import Interaction
from adapters.chat.discord.library import DiscordWebSocket, discord
from adapters.chat.discord.reading import make_tolerant

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds."""

    again: float = 1.0
    """Until a connection that broke in a way the library does not mend is made anew; doubled each time …"""
    longest: float = 60.0
    """… up to this."""
    rejected: float = 300.0
    """Until a token that was rejected is tried again: it may have been Discord's mistake."""
    identify: float = 5.0
    """Between two sessions (topics/gateway, Rate Limiting: one IDENTIFY in 5 seconds)."""
    silence: float = 60.0
    """After which a connection that says nothing is taken for dead."""
    trouble: float = 30.0
    """Until a connection that cannot be made is called trouble."""


class Ears(discord.Client):
    """Hears interactions, and when the connection comes and goes."""

    def __init__(
        self,
        heard: Callable[[Interaction], Awaitable[None]],
        connected: Callable[[bool], None],
        patience: Patience,
        trace: aiohttp.TraceConfig,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks here
        super().__init__(
            intents=discord.Intents(guilds=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            heartbeat_timeout=patience.silence,
            max_ratelimit_timeout=30.0,  # the least it takes; what has to wait longer waits in the outbox
            http_trace=trace,
        )
        self._heard, self._connected, self._patience = heard, connected, patience
        make_tolerant(self._connection.parsers)

    async def on_interaction(self, interaction: Interaction) -> None:
        """A command, a press, or a letter typed."""
        await self._heard(interaction)

    async def on_connect(self) -> None:
        """A new session; the library calls it ready seconds later, when it has heard of every server."""
        self._connected(True)  # noqa: FBT003

    async def on_resumed(self) -> None:
        """The old session, with what was missed."""
        self._connected(True)  # noqa: FBT003

    async def on_disconnect(self) -> None:
        """The library is about to try again."""
        self._connected(False)  # noqa: FBT003

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """What went wrong in answering an event, without its words, which may quote a person."""
        error = sys.exc_info()[1]
        where = "".join(
            f" {frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error and error.__traceback__)
        )
        _log.error("discord: %s failed: %s at%s", event_method, type(error).__name__, where)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        """Keeps the distance between sessions that Discord asks for."""
        if not initial:
            await asyncio.sleep(self._patience.identify)

    async def hang_up(self) -> None:
        """Ends the connection and nothing else: answers are still to be written."""
        if self.ws is not None and self.ws.open:  # pyright: ignore[reportUnnecessaryComparison] - None before connecting
            await self.ws.close(code=1000)


def point_at(gateway: str | None) -> None:
    """Where sessions begin. The library keeps it in the class: said once for the process."""
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)


def quieten(*, verbose: bool) -> None:
    """The library tells of each attempt to reconnect with a page of traceback; we tell once, and show the state."""
    for name in () if verbose else ("discord.client", "discord.gateway", "discord.http", "discord.webhook.async_"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
