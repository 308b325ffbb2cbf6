"""Catalogues of the world: facts about titles, and what is talked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from engine.domain.acquisition import Candidate
from engine.domain.items import Item, MediaType
from engine.domain.media import ExternalIds


@dataclass(frozen=True, slots=True)
class Details:
    """All that is known of one title."""

    item: Item
    """Without libraries; texts in the languages that were asked for."""
    ids: ExternalIds
    similar: tuple[int, ...] = ()
    """TMDB ids, best first."""
    recommended: tuple[int, ...] = ()
    """Watched by the same people, says TMDB; best first."""
    trailer: str = ""
    """Key of a YouTube video."""
    seasons: tuple[int, ...] = ()
    """Numbers of the seasons; 0 are the specials."""
    released: bool = True


class Metadata(Protocol):
    """Everything raises SourceUnavailable and SourceRejected."""

    async def details(
        self, media_type: MediaType, tmdb_id: int, *, languages: Sequence[str] = (), anew: bool = False
    ) -> Details | None:
        """None where there is no such title. Answers from what was heard in the last seven days where it can; not so
        ``anew``."""
        ...

    async def find(self, ids: ExternalIds) -> list[Candidate]:
        """The titles that have one of these ids elsewhere."""
        ...

    async def search(
        self, text: str, *, media_type: MediaType | None = None, year: int | None = None
    ) -> list[Candidate]: ...
    async def trending(self, media_type: MediaType, *, region: str = "") -> list[Candidate]: ...
    async def upcoming(self, media_type: MediaType, *, region: str = "") -> list[Candidate]: ...
    async def similar(self, media_type: MediaType, tmdb_id: int) -> list[Candidate]: ...
    async def recommended(self, media_type: MediaType, tmdb_id: int) -> list[Candidate]: ...
    async def picture(self, url: str) -> bytes | None:
        """The poster at an address that ``details`` gave; None for any other address, or where there is none now."""
        ...

    @property
    def attribution(self) -> str:
        """Message key of what must be said where its facts are shown."""
        ...

    async def close(self) -> None: ...
