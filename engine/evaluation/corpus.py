"""What an evaluation is made on: people, the titles they met in order of time, and whether they liked them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.taste.weights import FINISHED

WELL_RATED = 8.0
"""Of ten: four stars of five."""
MEETINGS = frozenset(
    {
        InteractionKind.WATCH,
        InteractionKind.SEEN,
        InteractionKind.RATING,
        InteractionKind.LIKE,
        InteractionKind.DISLIKE,
    }
)
"""Saving and waving on are not meeting a title."""
_NUMBERS = re.compile(r"(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One title that a person met."""

    item_id: str
    at: datetime
    """First met."""
    liked: bool
    facts: tuple[Interaction, ...]
    """In order of time."""


@dataclass(frozen=True, slots=True)
class Person:
    """A viewer and the titles they met, in order of time."""

    viewer: Viewer
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All of it; items and people in the order of their ids, numbers by their size."""

    items: tuple[Item, ...]
    people: tuple[Person, ...]

    def open_to(self, viewer: Viewer) -> frozenset[str]:
        """Ids of the titles that may be recommended to ``viewer``."""
        return frozenset(item.id for item in self.items if item.library_ids & viewer.library_ids)


def corpus_of(items: Iterable[Item], viewers: Iterable[Viewer], facts: Iterable[Interaction]) -> Corpus:
    """The corpus of these facts; people without any, and facts about unknown titles or people, are left out."""
    ordered = tuple(sorted(items, key=lambda item: natural(item.id)))
    known = {item.id for item in ordered}
    of_viewer: defaultdict[str, list[Interaction]] = defaultdict(list)
    for fact in facts:
        if fact.item_id in known:
            of_viewer[fact.viewer_id].append(fact)
    ranked = sorted(viewers, key=lambda viewer: natural(viewer.id))
    people = (Person(viewer, meetings_of(of_viewer[viewer.id])) for viewer in ranked)
    return Corpus(ordered, tuple(person for person in people if person.meetings))


def natural(name: str) -> tuple[str | int, ...]:
    """A key that sorts ``person-9`` before ``person-10``."""
    return tuple(int(part) if place % 2 else part for place, part in enumerate(_NUMBERS.split(name)))


def meetings_of(facts: Iterable[Interaction]) -> tuple[Meeting, ...]:
    """One meeting per title, in order of time (titles of the same moment by id)."""
    by_title: defaultdict[str, list[Interaction]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: (fact.at, fact.id)):
        by_title[fact.item_id].append(fact)
    found: list[Meeting] = []
    for item_id, own in by_title.items():
        met = [fact.at for fact in own if fact.kind in MEETINGS]
        if met:
            found.append(Meeting(item_id, met[0], liked(own), tuple(own)))
    return tuple(sorted(found, key=lambda meeting: (meeting.at, meeting.item_id)))


def as_of(meeting: Meeting, moment: datetime) -> Meeting:
    """The meeting as it was known at ``moment``, not before it began."""
    facts = tuple(fact for fact in meeting.facts if fact.at <= moment)
    return meeting if len(facts) == len(meeting.facts) else Meeting(meeting.item_id, meeting.at, liked(facts), facts)


def moved(meeting: Meeting, moment: datetime) -> Meeting:
    """The same, as if it had begun at ``moment``."""
    step = moment - meeting.at
    if not step:
        return meeting
    ended = [fact.ended_at + step if fact.ended_at is not None else None for fact in meeting.facts]
    facts = (
        replace(fact, at=fact.at + step, ended_at=end, available_at=None)
        for fact, end in zip(meeting.facts, ended, strict=True)
    )
    return Meeting(meeting.item_id, moment, meeting.liked, tuple(facts))


def liked(facts: Sequence[Interaction]) -> bool:
    """By what was said last (a rating from 8, a thumb); where nothing was said, by having finished."""
    finished = False
    said: bool | None = None
    for fact in facts:
        if fact.kind is InteractionKind.RATING:
            said = fact.rating is not None and fact.rating >= WELL_RATED
        elif fact.kind in {InteractionKind.LIKE, InteractionKind.DISLIKE}:
            said = fact.kind is InteractionKind.LIKE
        elif fact.kind is InteractionKind.SEEN or (fact.completion or 0) >= FINISHED:
            finished = True
    return finished if said is None else said
