"""What an owner sets for Radarr. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from adapters.acquisition.servarr_settings import ServarrSettings
from adapters.instances import configured, vendor_config
from bot.integration import Instance


class RadarrSettings(ServarrSettings):
    """Each field is read from ``RECOMMENDARR_RADARR_<NAME>``."""

    model_config = vendor_config("radarr")

    minimum_availability: Literal["announced", "inCinemas", "released"] = "released"
    """From when on it is looked for."""
    takes: Literal["all", "films", "anime", "children", "nothing"] = "all"
    """What may be asked of it; “films” are all but anime."""


def radarrs() -> Sequence[Instance]:
    """Every Radarr that is configured. Raises Misconfigured."""
    return configured("radarr", RadarrSettings)
