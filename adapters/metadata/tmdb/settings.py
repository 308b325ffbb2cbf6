"""What an owner sets for TMDB. Without a token it is off."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import SecretStr

from adapters.instances import InstanceSettings, configured, vendor_config
from bot.integration import Instance

NAME = "tmdb"
_KEY = re.compile(r"[0-9a-fA-F]{32}\Z")


class TmdbSettings(InstanceSettings):
    """Each field is read from ``RECOMMENDARR_TMDB_<NAME>``."""

    model_config = vendor_config(NAME)

    url: str = "https://api.themoviedb.org"
    token: SecretStr | None = None
    """The read access token (v4), or the shorter API key (v3)."""
    images_url: str = "https://image.tmdb.org/t/p/"
    """Where posters are, for those who keep a copy of their own."""


def instances() -> list[Instance]:
    """Those that are configured. Raises Misconfigured."""
    return configured(NAME, TmdbSettings, "token")


def credentials(secret: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Headers and parameters that prove who asks: a key of version 3 can only be told in the address."""
    if _KEY.match(secret):
        return {}, {"api_key": secret}
    return {"Authorization": f"Bearer {secret}"}, {}
