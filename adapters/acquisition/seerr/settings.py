"""What an owner sets for Seerr, Overseerr or Jellyseerr. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pydantic import PositiveInt, SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance

_API = "/api/v1"


class SeerrSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_SEERR_<NAME>``."""

    model_config = vendor_config("seerr")

    api_key: SecretStr | None = None
    excluded_library: str = ""
    """Name of the library of placeholder files. It must be off in Seerr's library scan; while it is not, availability
    that Seerr knows from the media server alone is not believed."""
    service_user: PositiveInt | None = None
    """Seerr's number of the user for requests that nobody in particular makes; without it there are none."""


def seerrs() -> Sequence[Instance]:
    """Every Seerr that is configured, by its own address without the API's path. Raises Misconfigured."""
    return [replace(instance, url=instance.url.removesuffix(_API)) for instance in configured("seerr", SeerrSettings)]
