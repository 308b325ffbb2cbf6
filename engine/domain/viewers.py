"""Who asks: a person, what they may open, and how they want their history read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.items import MediaType


class Role(StrEnum):
    """What a person may do with the service."""

    MEMBER = "member"
    ADMIN = "admin"


class HistoryDepth(StrEnum):
    """How far back a history is read; all of it is read with decay."""

    MONTHS_3 = "3m"
    MONTHS_6 = "6m"
    MONTHS_12 = "12m"
    ALL = "all"

    @property
    def days(self) -> int | None:
        """Length in days, None for all time."""
        return {"3m": 91, "6m": 183, "12m": 365, "all": None}[self.value]


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person. Access is by library id: what is not listed does not exist for them."""

    id: str
    name: str
    locale: str = "en"
    role: Role = Role.MEMBER
    library_ids: frozenset[str] = frozenset()
    history_depth: HistoryDepth = HistoryDepth.MONTHS_12
    blends: frozenset[frozenset[MediaType]] = frozenset()
    """Pairs of domains that learn from each other; empty: each domain alone."""
    time_zone: str = "UTC"

    def blended_with(self, domain: MediaType) -> frozenset[MediaType]:
        """The other domains whose mood clusters count in ``domain``."""
        return frozenset(other for pair in self.blends if domain in pair for other in pair if other != domain)
