"""How an owner sets Radarr up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.acquisition.hooks import hook_addresses
from adapters.acquisition.radarr.settings import radarrs
from bot.settings import Settings


def steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For ``recommendarr check``."""
    return [("radarr-steps", {"hook": hook}) for hook in hook_addresses("radarr", radarrs, settings)]
