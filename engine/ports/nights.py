"""Where the evenings of groups are kept; a part of the unit of work in ``engine.ports.storage``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeptNight:
    """The last evening of one room, as a document that storage does not read."""

    platform: str
    room_id: str
    document: str
    """JSON."""
    at: datetime
    """When it last changed."""
    version: int = 0
    """How often it was changed; 0 before it was first kept."""


class GroupNights(Protocol):
    """One per room."""

    async def get(self, platform: str, room_id: str) -> KeptNight | None: ...
    async def put(self, night: KeptNight) -> bool:
        """Keep it as the version after ``night.version``; False, and nothing is kept, where another was quicker."""
        ...
