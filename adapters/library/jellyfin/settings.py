"""What an owner sets for Jellyfin. Configured means enabled."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance

NAME = "jellyfin"


class JellyfinSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_JELLYFIN_<NAME>``."""

    model_config = vendor_config(NAME)

    api_key: SecretStr | None = None
    """Made in Jellyfin under Dashboard, API Keys."""
    public_url: str = ""
    """Where people reach it with their browsers and apps, if that is not ``url``."""


def instances() -> Sequence[Instance]:
    """Those that are configured. Raises Misconfigured naming the setting that is wrong."""
    return configured(NAME, JellyfinSettings)
