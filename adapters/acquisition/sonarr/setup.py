"""How an owner sets Sonarr up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.acquisition.hooks import hook_addresses
from adapters.acquisition.sonarr.settings import sonarrs
from bot.settings import Settings


def steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For ``recommendarr check``."""
    return [("sonarr-steps", {"hook": hook}) for hook in hook_addresses("sonarr", sonarrs, settings)]
