"""The bot on Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.telegram.checking import check
from adapters.chat.telegram.limits import CAPABILITIES, PACE
from adapters.chat.telegram.settings import TelegramSettings
from adapters.chat.telegram.webhook import add_routes
from bot.gateway import Platform, Told

if TYPE_CHECKING:
    from adapters.chat.telegram.adapter import Telegram
    from bot.gateway import Gateway
    from bot.services import Services
    from bot.settings import Settings


async def _open(gateway: Gateway, services: Services) -> Telegram:
    from adapters.chat.telegram.adapter import open_telegram  # noqa: PLC0415 - the library is slow to import

    return await open_telegram(gateway, services)


def _steps(settings: Settings) -> Told:
    own = TelegramSettings()
    address = own.webhook(settings.public_url)
    return Told("telegram-steps", {"updates": "webhook" if address else "polling", "address": address})


# Configured means enabled: there is no other switch.
PLATFORM = Platform(
    name="telegram",
    capabilities=CAPABILITIES,
    configured=lambda _: TelegramSettings().enabled,
    open=_open,
    pace=PACE,
    steps=_steps,
    check=check,
    routes=add_routes,
)
