"""What an owner sets for Radarr and for Sonarr alike."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, SecretStr

from adapters.instances import InstanceSettings
from engine.domain.acquisition import Approval, Takes

MOST_WEEKLY = 1_000
_USUAL = frozenset({"films", "series"})
"""What owners of Radarr and of Sonarr call everything but anime."""


class ServarrSettings(InstanceSettings):
    """What is empty is taken from the service where it offers one choice alone."""

    api_key: SecretStr | None = None
    profile: str = ""
    """Name or number of the quality profile."""
    root_folder: str = ""
    """Path of the root folder."""
    tags: str = ""
    """Labels, separated by commas; those that are missing are made."""
    search: bool = True
    """Whether it is looked for at once."""
    excluded_root: str = ""
    """Root folder of placeholder files: what lies there counts as not there."""
    approval: Approval = Approval.MEMBERS
    """Whose requests wait for an admin's yes in the chat: the members', everybody's or nobody's."""
    weekly: int = Field(default=0, ge=0, le=MOST_WEEKLY)
    """How many requests a member may make within seven days; 0: as many as they like."""


def takes_of(options: Mapping[str, str]) -> Takes:
    """What is asked of an instance with those options."""
    told = options.get("takes", Takes.ALL)
    return Takes.USUAL if told in _USUAL else Takes(told)
