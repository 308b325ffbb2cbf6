"""What came of what was shown: did the viewer finish, like or refuse it within a week?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.slate import Slate
from engine.taste.weights import FINISHED

WITHIN = timedelta(days=7)
"""An answer's time to come to something."""
LIKED_RATING = 8.0
REFUSED_RATING = 4.0
"""A rating up to this is a no."""
_NO = frozenset({InteractionKind.DISLIKE, InteractionKind.SKIP})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer, and what came of it."""

    viewer_id: str
    at: datetime
    picks: int
    arms: tuple[tuple[str, str], ...]
    liked: frozenset[str]
    """Picks that were finished, liked or rated 8 or more."""
    refused: frozenset[str]
    """Picks that were waved on, disliked or rated 4 or less."""


def outcomes(slates: Iterable[Slate], facts: Iterable[Interaction]) -> list[Outcome]:
    """One per distinct slate, in order of time. A list that was looked at again on the same day counts once."""
    met: defaultdict[tuple[str, str], list[Interaction]] = defaultdict(list)
    for fact in facts:
        met[fact.viewer_id, fact.item_id].append(fact)
    return [_outcome(slate, met) for slate in distinct(slates)]


def distinct(slates: Iterable[Slate]) -> list[Slate]:
    """The first of every viewer's equal slates of one day, in order of time; empty slates are left out."""
    found: dict[tuple[str, object, tuple[str, ...]], Slate] = {}
    for slate in sorted(slates, key=lambda slate: slate.generated_at):
        if slate.picks:
            shown = tuple(pick.item_id for pick in slate.picks)
            found.setdefault((slate.query.viewer_id, slate.query.on or slate.generated_at.date(), shown), slate)
    return list(found.values())


def _outcome(slate: Slate, met: Mapping[tuple[str, str], Sequence[Interaction]]) -> Outcome:
    viewer_id, since = slate.query.viewer_id, slate.generated_at
    liked, refused = set[str](), set[str]()
    for pick in slate.picks:
        facts = [fact for fact in met.get((viewer_id, pick.item_id), ()) if since <= fact.at <= since + WITHIN]
        if any(map(yes, facts)):
            liked.add(pick.item_id)
        if any(map(no, facts)):
            refused.add(pick.item_id)
    return Outcome(viewer_id, since, len(slate.picks), slate.arms, frozenset(liked), frozenset(refused))


def yes(fact: Interaction) -> bool:
    """Whether it speaks for the pick: finished, liked, or rated 8 or more. “Seen it” says it came too late."""
    if fact.kind is InteractionKind.WATCH:
        return (fact.completion or 0.0) >= FINISHED
    rated = fact.kind is InteractionKind.RATING and (fact.rating or 0.0) >= LIKED_RATING
    return rated or fact.kind is InteractionKind.LIKE


def no(fact: Interaction) -> bool:
    """Whether it speaks against the pick: waved on, disliked, or rated 4 or less."""
    rated = fact.kind is InteractionKind.RATING and fact.rating is not None and fact.rating <= REFUSED_RATING
    return rated or fact.kind in _NO
