"""How an owner sets Sonarr up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.acquisition.servarr_setup import servarr_steps
from adapters.acquisition.sonarr.settings import sonarrs
from bot.settings import Settings


def steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For ``recommendarr check``."""
    return servarr_steps("sonarr", sonarrs, settings)
