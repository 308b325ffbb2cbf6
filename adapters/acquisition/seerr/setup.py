"""How an owner sets Seerr up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.acquisition.hooks import hook_addresses
from adapters.acquisition.seerr.settings import seerrs
from bot.settings import Settings


def steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For ``recommendarr check``."""
    return [("seerr-steps", {"hook": hook}) for hook in hook_addresses("seerr", seerrs, settings)]
