"""Asks Discord once whether the token is good, for ``recommendarr check``; without its library, slow to import."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aiohttp

from adapters.chat.discord.limits import USER_AGENT
from adapters.chat.discord.settings import DiscordSettings
from engine.errors import Misconfigured, SourceUnavailable

if TYPE_CHECKING:
    from bot.settings import Settings


async def check(settings: Settings) -> str:  # noqa: ARG001 - what is asked stands in Discord's own settings
    """The bot's name there. Raises Misconfigured and SourceUnavailable, neither of which tells the token."""
    own = DiscordSettings()
    token = own.token.get_secret_value().strip() if own.token else ""
    headers = {"Authorization": f"Bot {token}", "User-Agent": USER_AGENT}
    try:
        async with (
            aiohttp.ClientSession(trust_env=True) as session,
            session.get(f"{own.api_url}/users/@me", headers=headers, allow_redirects=False) as response,
        ):
            if response.status == HTTPStatus.UNAUTHORIZED:
                raise Misconfigured("discord-token-rejected")
            told: Any = await response.json()
            return str(told["username"])
    except (aiohttp.ClientError, OSError, ValueError, LookupError, TypeError):
        raise SourceUnavailable("discord-unreachable") from None
