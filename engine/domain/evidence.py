"""What may be said of a pick: facts that moved its score, never more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.items import CreditRole, MediaType


class EvidenceKind(StrEnum):
    """What sort of fact; each has its own phrasings in every language."""

    SIMILAR_TO_LIKED = "similar-to-liked"
    """``items``: one to three titles the viewer liked that this one is close to."""
    GENRE_LIKED = "genre-liked"
    """``genres``; ``count`` finished of ``total`` started."""
    PERSON_LIKED = "person-liked"
    """``people`` (one), ``items``: finished titles of theirs, ``role``: theirs in this title and in all of ``items``;
    none where it is not one and the same."""
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
    LIKED_TOGETHER = "liked-together"
    """``items``: titles the viewer liked; ``count``: people here, three or more, who liked all of them and this one."""
    OFTEN_TOGETHER = "often-together"
    """``items``: titles the viewer liked; elsewhere they are often liked by those who like this one."""
    SEED_SHARED = "seed-shared"
    """``items`` (the seed), with what is shared: ``people`` + ``role`` (theirs in both titles; none where they changed
    roles), ``genres`` or ``keywords``."""
    SEED_SIMILAR = "seed-similar"
    """``items`` (the seed): close in subject and tone."""
    MOOD_MATCH = "mood-match"
    """``keywords``: the words of the request that it meets; ``items``: references it is like."""
    MOOD_AVOIDED = "mood-avoided"
    """``keywords``: what the request did not want, as typed (“nothing sad”), and the title leans away from."""
    CHANCE = "chance"
    """Drawn by lot from the good pool."""
    LOVED_BEFORE = "loved-before"
    """``on``: last finished, ``count``: times finished."""
    STARTER = "starter"
    """For thin histories: a genre not yet seen in this list; ``genres``."""
    LINKED_MAKER = "linked-maker"
    """``people`` (one), ``items``: liked titles of theirs, ``role``: theirs in this title and in all of ``items``; none
    where it is not one and the same."""
    LINKED_PEOPLE = "linked-people"
    """``people`` (two or more) whom this title shares with ``items`` (one liked title); ``role`` as above, of all."""
    LINKED_THEMES = "linked-themes"
    """``keywords`` of this title that ``items`` (one liked title) has, too."""
    LINKED_NAME = "linked-name"
    """``keywords`` (one): a name that occurs in the synopses of this title and of ``items`` (liked titles)."""
    LINKED_SERIES = "linked-series"
    """``items``: liked titles of the same series of titles."""
    LIKE_ABANDONED = "like-abandoned"
    """Negative. ``items``: titles abandoned or disliked that it is close to."""
    DROPPED_ITSELF = "dropped-itself"
    """Negative. The viewer gave up on this very title, or disliked it."""
    LIKE_HIDDEN = "like-hidden"
    """Negative. ``items``: titles hidden now that it is close to."""
    GENRE_AVOIDED = "genre-avoided"
    """Negative. ``genres``; ``count`` finished of ``total`` started. Without ``count``: ``total`` are available, none
    was ever started. Without either: it just did not do well lately."""
    PERSON_DROPPED = "person-dropped"
    """Negative. ``people`` (one), ``role`` as for a person liked, ``items``: titles of theirs abandoned or disliked.
    Without any: titles with the same people did not do well."""
    LOW_QUALITY = "low-quality"
    """Negative. ``figure``, ``count`` as for quality."""
    FEW_VOTES = "few-votes"
    """Negative. ``count``: votes."""
    NOTHING_CLOSE = "nothing-close"
    """Negative. It is unlike what was liked, on the whole."""
    UNLIKE_LATELY = "unlike-lately"
    """Negative. It is unlike what was liked in the last weeks, on the whole."""
    LOOSELY_LINKED = "loosely-linked"
    """Negative. Little connects it with what was liked: people, themes, genres."""
    OLD_NEWS = "old-news"
    """Negative. No longer new in the library; ``count``: days since it was added."""


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
    domain: MediaType | None = None
    """Where ``count`` and ``total`` were counted, if in one domain only."""
