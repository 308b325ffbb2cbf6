"""What an owner sets for Radarr. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance


class RadarrSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_RADARR_<NAME>``. What is empty is taken from Radarr where it offers one
    choice alone."""

    model_config = vendor_config("radarr")

    api_key: SecretStr | None = None
    profile: str = ""
    """Name or number of the quality profile."""
    root_folder: str = ""
    """Path of the root folder."""
    minimum_availability: Literal["announced", "inCinemas", "released"] = "released"
    """From when on it is looked for."""
    tags: str = ""
    """Labels, separated by commas; those that are missing are made."""
    search: bool = True
    """Whether it is looked for at once."""
    excluded_root: str = ""
    """Root folder of placeholder files: what lies there counts as not there."""


def radarrs() -> Sequence[Instance]:
    """Every Radarr that is configured. Raises Misconfigured."""
    return configured("radarr", RadarrSettings)
