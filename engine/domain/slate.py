"""What is answered: picks with their scores taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engine.domain.evidence import Evidence
from engine.domain.query import Query


class Confidence(StrEnum):
    """How sure the engine is of a match."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class NoteKind(StrEnum):
    """Something the answer must say about itself."""

    THIN_HISTORY = "thin-history"
    """``count``: interactions so far."""
    NOTHING_LEFT = "nothing-left"
    """Fewer picks than asked for; ``count`` candidates passed the filters."""
    EMPTY_LIBRARY = "empty-library"
    UNKNOWN_REFERENCE = "unknown-reference"
    """``subject``: a title named in the request that is not known."""
    WORDING_UNKNOWN = "wording-unknown"
    """``subject``: what was asked for, of which nothing was understood."""
    SEMANTIC_SEARCH_WARMING = "semantic-search-warming"
    """Embeddings are still being made; ``count`` percent done."""
    SOURCE_UNAVAILABLE = "source-unavailable"
    """``subject``: what did not answer."""


@dataclass(frozen=True, slots=True)
class Note:
    kind: NoteKind
    count: int = 0
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """A named, signed part of a score: ``value = weight × raw``. The values of a pick sum to its score."""

    name: str
    value: float
    weight: float
    raw: float


@dataclass(frozen=True, slots=True)
class Influence:
    """A title of the viewer's that moved a pick, and how much of the score rests on it."""

    item_id: str
    value: float


@dataclass(frozen=True, slots=True)
class Pick:
    """One recommendation."""

    item_id: str
    rank: int
    """From 1."""
    score: float
    match: float
    """0–1: how likely the viewer is to like it."""
    confidence: Confidence
    contributions: tuple[Contribution, ...]
    evidence: tuple[Evidence, ...]
    """Strongest first; what the card says is the first, what /why says is all of it."""
    influenced_by: tuple[Influence, ...] = ()
    source: str = "library"
    propensity: float = 1.0
    """Probability with which it was put into its place, 0–1; below 1 where chance had a say."""
    trial: bool = False
    """Shown to find out whether it is liked."""


@dataclass(frozen=True, slots=True)
class Slate:
    """The answer to one query, kept so that it can be explained later."""

    id: str
    query: Query
    picks: tuple[Pick, ...]
    generated_at: datetime
    profile_at: datetime | None
    """Time of the newest interaction the profile knew."""
    candidates: int
    """Titles the mode considered, after permission."""
    filtered_to: int
    """Those left after filters and exclusions."""
    notes: tuple[Note, ...] = ()
    catalogue_version: str = ""
    arms: tuple[tuple[str, str], ...] = ()
    """Experiments the viewer was in, each with its arm."""

    def pick(self, rank: int) -> Pick | None:
        """The pick at ``rank`` (from 1), if there is one."""
        return next((pick for pick in self.picks if pick.rank == rank), None)


class ExclusionKind(StrEnum):
    """Why a title could not be a pick."""

    WATCHED = "watched"
    """``on``: when."""
    IN_PROGRESS = "in-progress"
    HIDDEN = "hidden"
    """``on``: until when."""
    ANTI_PROFILE = "anti-profile"
    """Too close to something else that was abandoned or disliked; ``item_id``: the closest of it."""
    GIVEN_UP = "given-up"
    """Abandoned by the viewer; ``on``: when last watched."""
    DISLIKED = "disliked"
    """Disliked by the viewer; ``on``: when that was last heard."""
    SEQUEL = "sequel"
    """``item_id``: the part to see first."""
    ON_NO_SHELF = "on-no-shelf"
    """Known, but in no library here."""
    SKIPPED = "skipped"
    """Waved on three times or more when offered."""
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Exclusion:
    kind: ExclusionKind
    item_id: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The same arithmetic read the other way: what speaks against a title, and what keeps it out."""

    item_id: str
    score: float
    match: float
    rank: int
    """Place among all candidates, from 1, were it allowed."""
    of: int
    needed: float
    """Score of the last title that was shown."""
    contributions: tuple[Contribution, ...]
    evidence: tuple[Evidence, ...]
    exclusions: tuple[Exclusion, ...]
