"""What an owner sets for Tautulli. Without an address it is off."""

from __future__ import annotations

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance

NAME = "tautulli"


class TautulliSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_TAUTULLI_<NAME>``."""

    model_config = vendor_config(NAME)

    api_key: SecretStr | None = None
    server: str = ""
    """Name of the instance of Plex it watches; empty: the first one."""


def instances() -> list[Instance]:
    """Those that are configured. Raises Misconfigured."""
    return configured(NAME, TautulliSettings)
