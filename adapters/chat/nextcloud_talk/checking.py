"""Asks the Nextcloud servers once whether they are there, for ``recommendarr check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.nextcloud_talk.client import Client
from adapters.chat.nextcloud_talk.settings import TalkSettings
from adapters.chat.nextcloud_talk.versions import version_in

if TYPE_CHECKING:
    from bot.settings import Settings


async def check(settings: Settings) -> str:  # noqa: ARG001 - what is asked stands in Talk's own settings
    """Servers and the versions of Talk they tell. Whether the secret is right shows only in a conversation.

    Raises Misconfigured and SourceUnavailable.
    """
    own = TalkSettings()
    client = Client(verify_tls=own.verify_tls)
    try:
        versions = {backend: version_in(await client.capabilities(backend)) for backend in own.by_backend()}
    finally:
        await client.close()
    return ", ".join(f"{backend} (Talk {version or '?'})" for backend, version in versions.items())
