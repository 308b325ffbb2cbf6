"""What an owner sets for Sonarr. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance


class SonarrSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_SONARR_<NAME>``. What is empty is taken from Sonarr where it offers one
    choice alone."""

    model_config = vendor_config("sonarr")

    api_key: SecretStr | None = None
    profile: str = ""
    """Name or number of the quality profile."""
    root_folder: str = ""
    """Path of the root folder."""
    anime_profile: str = ""
    """Name or number of the quality profile for anime; empty: as for series."""
    anime_root_folder: str = ""
    """Path of the root folder for anime; empty: as for series."""
    takes: Literal["all", "series", "anime"] = "all"
    """What may be asked of it."""
    tags: str = ""
    """Labels, separated by commas; those that are missing are made."""
    search: bool = True
    """Whether it is looked for at once."""
    excluded_root: str = ""
    """Root folder of placeholder files: what lies there counts as not there."""


def sonarrs() -> Sequence[Instance]:
    """Every Sonarr that is configured. Raises Misconfigured."""
    return configured("sonarr", SonarrSettings)
