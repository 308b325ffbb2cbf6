"""Where reports of other services go to, for those who set it up there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.integration import Instance
from bot.settings import Settings
from engine.errors import Misconfigured


def hook_addresses(vendor: str, configured: Callable[[], Sequence[Instance]], settings: Settings) -> list[str]:
    """The address of each instance's reports; with none configured, where they would go."""
    base = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    try:
        names = [instance.name for instance in configured()]
    except Misconfigured:
        names = []
    return [f"{base}/hooks/{name}" for name in names or [vendor]]
