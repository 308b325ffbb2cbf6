"""What was understood of a mood request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.domain.query import Filters
from engine.mood.tones import Tone

NOTHING: Mapping[str, str] = MappingProxyType({})


class Relative(StrEnum):
    """A bound measured by the references, not by a figure."""

    SHORTER = "shorter"
    LONGER = "longer"
    OLDER = "older"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class MoodRequest:
    """A request taken apart. What is in ``filters`` and the ``exclude_`` fields bounds, everything else only leans."""

    references: tuple[str, ...] = ()
    """Item ids of the titles it should be like."""
    unlike: tuple[str, ...] = ()
    """Item ids of the titles it should not be like."""
    unknown_references: tuple[str, ...] = ()
    """Titles that were named, as typed, and are not known to the asker."""
    filters: Filters = field(default_factory=Filters)
    exclude_languages: frozenset[str] = frozenset()
    exclude_countries: frozenset[str] = frozenset()
    exclude_people: frozenset[str] = frozenset()
    wanted: tuple[Tone, ...] = ()
    unwanted: tuple[Tone, ...] = ()
    genres_up: tuple[str, ...] = ()
    """Every genre asked for, also those that bound."""
    genres_down: tuple[str, ...] = ()
    """Genres there should be less of, without being shut out."""
    keywords: tuple[str, ...] = ()
    """Subjects asked for, as public metadata writes them."""
    keywords_down: tuple[str, ...] = ()
    family: bool = False
    """Children watch too."""
    relative: tuple[Relative, ...] = ()
    """Only beside references."""
    residual: str = ""
    """What was not understood, as typed."""
    typed: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """How a tone, genre or subject was asked for, in the asker's own words; what was never typed is not there."""
    understood: tuple[str, ...] = ()
    """What was understood, as typed, in the order of the text."""
    has_meaning: bool = False
    """False for an empty text and for one that says nothing (“something please”)."""

    @property
    def subject_text(self) -> str:
        """What it should be about, to embed: the words left over, and subjects in English."""
        return ". ".join(part for part in (self.residual, ", ".join(self.keywords)) if part)

    @property
    def tone_text(self) -> str:
        """How it should feel, to embed, in English."""
        return ". ".join(tone.sentence for tone in self.wanted)
