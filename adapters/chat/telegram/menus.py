"""The menu of commands, in every language, for private chats and for rooms."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from adapters.chat.telegram.limits import LONGEST_COMMAND, MOST_COMMANDS, Patience
from bot.fitting import visible
from bot.gateway import Described, Gateway

if TYPE_CHECKING:
    from telegram import BotCommandScope

    from adapters.chat.telegram.client import Client

_log = logging.getLogger(__name__)
_NAME = re.compile(rf"[a-z0-9_]{{1,{LONGEST_COMMAND}}}\Z")
_DEFAULT = "en"
_SCOPES = (BotCommandScopeAllPrivateChats, BotCommandScopeAllGroupChats)


def menu(commands: Iterable[Described]) -> list[tuple[str, str]]:
    """(name, description) as Telegram takes them. What only admins may do is not shown to everybody."""
    found = [(name_of(command), visible(command.description).strip()) for command in commands if not command.admin]
    return [(name, words) for name, words in found if _NAME.match(name) and words][:MOST_COMMANDS]


def name_of(command: Described) -> str:
    """Telegram knows no hyphens."""
    return command.name.casefold().replace("-", "_")


def names(gateway: Gateway) -> frozenset[str]:
    """Every command's name."""
    return frozenset(name_of(command) for command in gateway.commands(_DEFAULT))


async def keep_menus(client: Client, gateway: Gateway, locales: Sequence[str], patience: Patience) -> None:
    """Until cancelled: writes what is different from what is offered."""
    while True:
        try:
            await _refresh(client, gateway, locales)
        except TelegramError as error:
            _log.info("the menu of commands could not be written (%s); trying again later", error)
            await asyncio.sleep(patience.retry[-1])
        else:
            await asyncio.sleep(patience.menu)


async def _refresh(client: Client, gateway: Gateway, locales: Sequence[str]) -> None:
    # Without a language: for everybody whose language has no menu of its own.
    wanted = {"": menu(gateway.commands(_DEFAULT))}
    for locale in locales:
        language = locale.partition("-")[0].casefold()
        if re.fullmatch("[a-z]{2}", language):
            wanted.setdefault(language, menu(gateway.commands(locale)))
    for scope in _SCOPES:
        for language, commands in wanted.items():
            if await _offered(client, scope(), language) != commands:
                await client.set_menu(commands, scope(), language)


async def _offered(client: Client, scope: BotCommandScope, language: str) -> list[tuple[str, str]] | None:
    """None where that cannot be told, as by other servers of the Bot API: then the menu is written all the same."""
    try:
        return await client.menu(scope, language)
    except TelegramError:
        return None
