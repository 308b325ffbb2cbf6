"""The bot in a terminal: the default platform of a fresh machine."""

from __future__ import annotations

from adapters.chat.console.adapter import open_console
from adapters.chat.console.limits import CAPABILITIES
from adapters.chat.console.settings import wanted
from bot.gateway import Platform

PLATFORM = Platform(name="console", capabilities=CAPABILITIES, configured=wanted, open=open_console)
