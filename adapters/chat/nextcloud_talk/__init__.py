"""The bot in Nextcloud Talk: signed webhooks come in by the side server, answers go out by the bot API."""

from __future__ import annotations

from adapters.chat.nextcloud_talk.adapter import open_talk
from adapters.chat.nextcloud_talk.checking import check
from adapters.chat.nextcloud_talk.limits import CAPABILITIES, PACE
from adapters.chat.nextcloud_talk.settings import NAME, TalkSettings
from adapters.chat.nextcloud_talk.steps import steps
from adapters.chat.nextcloud_talk.webhook import add_routes
from bot.gateway import Platform

PLATFORM = Platform(
    name=NAME,
    capabilities=CAPABILITIES,
    configured=lambda _: TalkSettings().wanted,
    open=open_talk,
    pace=PACE,
    steps=steps,
    check=check,
    routes=add_routes,
)
