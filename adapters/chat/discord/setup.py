"""How an owner creates the bot, with the address that invites it."""

from __future__ import annotations

import base64
import binascii

from adapters.chat.discord.limits import PERMISSIONS
from adapters.chat.discord.settings import DiscordSettings
from bot.gateway import Told
from bot.settings import Settings

PORTAL = "https://discord.com/developers/applications"
_INVITE = (
    "https://discord.com/oauth2/authorize?client_id={client}&scope=bot+applications.commands&permissions={permissions}"
)


def steps(_: Settings) -> Told:
    """For ``recommendarr check``."""
    token = DiscordSettings().token
    client = application_of(token.get_secret_value()) if token else None
    return Told("discord-steps", {"portal": PORTAL, "invite": invite(client or "APPLICATION_ID")})


def invite(client: str) -> str:
    """Where the bot is invited to a server."""
    return _INVITE.format(client=client, permissions=PERMISSIONS)


def application_of(token: str) -> str | None:
    """The application's id, which is the first of a token's three parts; None for what is no token."""
    first = token.strip().partition(".")[0]
    try:
        told = base64.b64decode(first + "=" * (-len(first) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return told.decode() if told.isdigit() and len(told) <= 20 else None
