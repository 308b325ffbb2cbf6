"""discord.py, read without its complaint about Python's module for sound, which nobody here uses."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", ".*audioop", DeprecationWarning)
    import discord
    from discord.gateway import DiscordWebSocket
    from discord.http import HTTPClient, MultipartParameters, Route
    from discord.webhook.async_ import async_context

__all__ = ["DiscordWebSocket", "HTTPClient", "MultipartParameters", "Route", "async_context", "discord"]
