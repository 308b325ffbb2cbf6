"""What may be said of a pick: facts that moved its score, never more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.items import CreditRole


class EvidenceKind(StrEnum):
    """What sort of fact; each has its own phrasings in every language."""

    SIMILAR_TO_LIKED = "similar-to-liked"
    """``items``: one to three titles the viewer liked that this one is close to."""
    GENRE_LIKED = "genre-liked"
    """``genres``; ``count`` finished of ``total`` started."""
    PERSON_LIKED = "person-liked"
    """``people`` (one), ``role``, ``items``: finished titles of theirs."""
    QUALITY = "quality"
    """``figure``: average 0–10, ``count``: votes."""
    WIDELY_RATED = "widely-rated"
    """``count``: votes."""
    NEW_IN_LIBRARY = "new-in-library"
    """``count``: days since it was added."""
    NEW_RELEASE = "new-release"
    """``figure``: year."""
    POPULAR_HERE = "popular-here"
    """``count``: people here who finished it, three or more."""
    SEED_SHARED = "seed-shared"
    """``items`` (the seed), with what is shared: ``people`` + ``role``, ``genres`` or ``keywords``."""
    SEED_SIMILAR = "seed-similar"
    """``items`` (the seed): close in subject and tone."""
    MOOD_MATCH = "mood-match"
    """``keywords``: the words of the request that it meets; ``items``: references it is like."""
    CHANCE = "chance"
    """Drawn by lot from the good pool."""
    LOVED_BEFORE = "loved-before"
    """``on``: last finished, ``count``: times finished."""
    STARTER = "starter"
    """For thin histories: a genre not yet seen in this list; ``genres``."""
    LIKE_ABANDONED = "like-abandoned"
    """Negative. ``items``: titles abandoned or disliked that it is close to."""
    LIKE_HIDDEN = "like-hidden"
    """Negative. ``items``: titles hidden now that it is close to."""
    GENRE_AVOIDED = "genre-avoided"
    """Negative. ``genres``; ``count`` finished of ``total`` started, or available and never started."""
    LOW_QUALITY = "low-quality"
    """Negative. ``figure``, ``count`` as for quality."""
    FEW_VOTES = "few-votes"
    """Negative. ``count``: votes."""
    NOTHING_CLOSE = "nothing-close"
    """Negative. Nothing liked is close to it."""
    OLD_NEWS = "old-news"
    """Negative. Long in the library and never started."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact behind one contribution. Take what it cites away, and that contribution falls (rises, if negative)."""

    kind: EvidenceKind
    contribution: str
    """Name of the contribution it explains."""
    value: float
    """Share of the score that rests on it, signed."""
    items: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    role: CreditRole | None = None
    genres: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    count: int | None = None
    total: int | None = None
    figure: float | None = None
    on: date | None = None
