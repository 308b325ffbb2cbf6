"""The bot in a terminal: the default platform of a fresh machine."""

from __future__ import annotations

from adapters.chat.console.adapter import open_console
from adapters.chat.console.limits import CAPABILITIES
from bot.gateway import Platform

PLATFORM = Platform(name="console", capabilities=CAPABILITIES, configured=lambda _: True, open=open_console)
