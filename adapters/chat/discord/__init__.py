"""Discord: slash commands, buttons and selects, ephemeral answers. discord.py is read when the platform is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.discord.checking import check
from adapters.chat.discord.limits import CAPABILITIES, PACE
from adapters.chat.discord.settings import DiscordSettings
from adapters.chat.discord.setup import steps
from bot.gateway import Platform

if TYPE_CHECKING:
    from adapters.chat.discord.adapter import Discord
    from bot.gateway import Gateway
    from bot.services import Services


async def _open(gateway: Gateway, services: Services) -> Discord:
    from adapters.chat.discord.adapter import open_discord  # noqa: PLC0415 - only who uses Discord waits for its library

    return await open_discord(gateway, services)


PLATFORM = Platform(
    name="discord",
    capabilities=CAPABILITIES,
    configured=lambda _: DiscordSettings().token is not None,
    open=_open,
    pace=PACE,
    steps=steps,
    check=check,
)
