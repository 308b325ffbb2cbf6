"""Asks Telegram once whether the token is good, for ``recommendarr check``; without its library, slow to import."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aiohttp

from adapters.chat.telegram.settings import TelegramSettings
from engine.errors import Misconfigured, SourceUnavailable

if TYPE_CHECKING:
    from bot.settings import Settings

_TOKEN = re.compile(r"\d+:[\w-]+\Z", re.ASCII)
_REFUSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})


async def check(settings: Settings) -> str:  # noqa: ARG001 - what is asked stands in Telegram's own settings
    """The bot's name there. Raises Misconfigured and SourceUnavailable, neither of which tells the token."""
    own = TelegramSettings()
    token = own.token.get_secret_value().strip()
    if not _TOKEN.match(token):
        raise Misconfigured("telegram-token-malformed")
    try:
        async with (
            aiohttp.ClientSession(trust_env=True) as session,
            session.get(f"{own.api_url.rstrip('/')}/bot{token}/getMe", allow_redirects=False) as response,
        ):
            if response.status in _REFUSED:
                raise Misconfigured("telegram-token-refused")
            told: Any = await response.json()
            return f"@{told['result']['username']}"
    except (aiohttp.ClientError, OSError, ValueError, LookupError, TypeError):
        raise SourceUnavailable("telegram-unreachable") from None
