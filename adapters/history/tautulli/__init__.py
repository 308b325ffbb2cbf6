"""Everybody's playbacks from Tautulli, by webhook and by asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.history.tautulli.settings import NAME, instances
from adapters.history.tautulli.webhook import read
from bot.integration import Instance, Integration, Opened, Outside, Port
from bot.settings import Settings


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.history.tautulli.history import TautulliHistory  # noqa: PLC0415 - only where it is configured

    tautulli = TautulliHistory(instance, outside)
    return Opened(instance, tautulli.close, lambda: tautulli.client.health, history=tautulli)


def _steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    page = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    hooks = [
        ("tautulli-hook-steps", {"address": f"{page}/hooks/{one.name}", "on": "yes" if one.hook_secret else "no"})
        for one in instances()
    ]
    return hooks or [("tautulli-steps", {})]


# A report that is sent again is the same to the last sign, so its body is its key.
INTEGRATION = Integration(name=NAME, port=Port.HISTORY, instances=instances, open=_open, read=read, steps=_steps)
