"""What an owner sets for Plex. Configured means enabled."""

from __future__ import annotations

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance

NAME = "plex"
PLEX_TV = "https://plex.tv"
DISCOVER = "https://discover.provider.plex.tv"
METADATA = "https://metadata.provider.plex.tv"


class PlexSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_PLEX_<NAME>``."""

    model_config = vendor_config(NAME)

    token: SecretStr = SecretStr("")
    """X-Plex-Token of the server's owner."""
    tv_url: str = PLEX_TV
    """Where accounts, sharing and sign-in are asked for."""
    discover_url: str = ""
    """Where watchlists are kept; empty: Plex's own place, or ``tv_url`` where that is another."""
    metadata_url: str = ""
    """Where titles are looked up by their ids; empty: as for ``discover_url``."""


def instances() -> list[Instance]:
    """Those that are configured. Raises Misconfigured."""
    return configured(NAME, PlexSettings, "token")


def plex_tv(instance: Instance) -> str:
    return instance.options.get("tv_url") or PLEX_TV


def discover(instance: Instance) -> str:
    return instance.options.get("discover_url") or _beside(instance, DISCOVER)


def metadata(instance: Instance) -> str:
    return instance.options.get("metadata_url") or _beside(instance, METADATA)


def _beside(instance: Instance, official: str) -> str:
    # Whoever asks another plex.tv does not want people's tokens to go to the real one.
    other = plex_tv(instance).rstrip("/")
    return official if other == PLEX_TV else other
