"""What an evaluation is made on: people, the titles they met in order of time, and whether they liked them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    """All of it; items in id order."""

    items: tuple[Item, ...]
    people: tuple[Person, ...]

    def open_to(self, viewer: Viewer) -> frozenset[str]:
        """Ids of the titles that may be recommended to ``viewer``."""
        return frozenset(item.id for item in self.items if item.library_ids & viewer.library_ids)


def corpus_of(items: Iterable[Item], viewers: Iterable[Viewer], facts: Iterable[Interaction]) -> Corpus:
    """The corpus of these facts; people without any, and facts about unknown titles or people, are left out."""
    ordered = tuple(sorted(items, key=lambda item: item.id))
    known = {item.id for item in ordered}
    of_viewer: defaultdict[str, list[Interaction]] = defaultdict(list)
    for fact in facts:
        if fact.item_id in known:
            of_viewer[fact.viewer_id].append(fact)
    people = (Person(viewer, meetings_of(of_viewer[viewer.id])) for viewer in viewers)
    return Corpus(ordered, tuple(person for person in people if person.meetings))


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


@dataclass(frozen=True, slots=True)
class Job:
    """One division of a corpus into what may be learned from and what is to be found."""

    corpus: Corpus
    train: Mapping[str, tuple[Meeting, ...]]
    """By viewer id, everybody of the corpus."""
    truth: Mapping[str, frozenset[str]]
    """By viewer id, liked titles that were held back; only people with at least one."""

    def candidates(self, person: Person) -> list[str]:
        """Every title the person may open that is not in their training part, in id order."""
        known = {meeting.item_id for meeting in self.train[person.viewer.id]}
        allowed = self.corpus.open_to(person.viewer)
        return [item.id for item in self.corpus.items if item.id in allowed and item.id not in known]

    def judged(self) -> list[Person]:
        """People with something to be found."""
        return [person for person in self.corpus.people if person.viewer.id in self.truth]
