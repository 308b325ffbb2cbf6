"""What an owner sets for Sonarr. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from adapters.acquisition.servarr_settings import ServarrSettings
from adapters.instances import configured, vendor_config
from bot.integration import Instance


class SonarrSettings(ServarrSettings):
    """Each field is read from ``RECOMMENDARR_SONARR_<NAME>``."""

    model_config = vendor_config("sonarr")

    anime_profile: str = ""
    """Name or number of the quality profile for anime; empty: as for series."""
    anime_root_folder: str = ""
    """Path of the root folder for anime; empty: as for series."""
    takes: Literal["all", "series", "anime", "children", "nothing"] = "all"
    """What may be asked of it; “series” are all but anime."""


def sonarrs() -> Sequence[Instance]:
    """Every Sonarr that is configured. Raises Misconfigured."""
    return configured("sonarr", SonarrSettings)
