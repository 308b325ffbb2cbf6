"""What an owner does so that the bot is in Talk, for ``recommendarr check``."""

from __future__ import annotations

from adapters.chat.nextcloud_talk.settings import WEBHOOK, TalkSettings
from bot.gateway import Told
from bot.settings import Settings
from engine.errors import Misconfigured


def steps(settings: Settings) -> Told:
    """The exact commands, with the name and address that are set; the secret stays where it is."""
    own = TalkSettings()
    page = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    try:
        backends = " ".join(own.by_backend())
    except Misconfigured:
        backends = "https://cloud.example.org"
    name = own.bot_name.replace("'", "'\\''")
    return Told("talk-steps", {"url": page + WEBHOOK, "name": f"'{name}'", "backends": backends})
