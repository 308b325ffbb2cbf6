"""What an owner of Radarr or Sonarr is told of how it is set up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from adapters.acquisition.hooks import hook_addresses
from adapters.acquisition.servarr_settings import takes_of
from bot.integration import Instance
from bot.settings import Settings
from engine.domain.acquisition import Takes
from engine.errors import Misconfigured

Steps = Sequence[tuple[str, Mapping[str, str]]]


def servarr_steps(vendor: str, configured: Callable[[], Sequence[Instance]], settings: Settings) -> Steps:
    """How to set it up, and where titles are shared out which instance takes what."""
    told: list[tuple[str, Mapping[str, str]]] = [
        (f"{vendor}-steps", {"hook": hook}) for hook in hook_addresses(vendor, configured, settings)
    ]
    try:
        instances = configured()
    except Misconfigured:
        return told
    shared = len(instances) > 1 or any(takes_of(one.options) is not Takes.ALL for one in instances)
    for one in instances if shared else ():
        written = one.options.get("takes", Takes.ALL)
        told.append(("servarr-takes", {"name": one.name, "takes": takes_of(one.options), "setting": written}))
    return told
