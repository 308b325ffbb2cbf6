"""How an owner sets Radarr up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.acquisition.radarr.settings import radarrs
from adapters.acquisition.servarr_setup import servarr_steps
from bot.settings import Settings


def steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For ``recommendarr check``."""
    return servarr_steps("radarr", radarrs, settings)
