"""One division of a corpus into what may be learned from and what is to be found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.evaluation.corpus import Corpus, Meeting, Person


@dataclass(frozen=True, slots=True)
class Job:
    """People of whom nothing is known before are neither judged nor asked."""

    corpus: Corpus
    train: Mapping[str, tuple[Meeting, ...]]
    """By viewer id, everybody of the corpus, in order of time and where that is equal by lot."""
    held: Mapping[str, tuple[Meeting, ...]]
    """By viewer id, candidates that were met later; only people with at least one."""
    truth: Mapping[str, frozenset[str]]
    """By viewer id, those of ``held`` that were liked; only people with at least one."""
    only: frozenset[str] | None = None
    """The only titles that are asked for; None: all."""
    elsewhere: tuple[Person, ...] = ()
    """People of other households, from whom a public model may be learned."""

    def candidates(self, person: Person) -> list[str]:
        """Titles that are asked for, may be opened and are not in the person's training part, in the corpus's order."""
        known = {meeting.item_id for meeting in self.train[person.viewer.id]}
        allowed = self.corpus.open_to(person.viewer) - known
        if self.only is not None:
            allowed &= self.only
        return [item.id for item in self.corpus.items if item.id in allowed]

    def judged(self) -> list[Person]:
        """People with something to be found."""
        return [person for person in self.corpus.people if person.viewer.id in self.truth]

    def past(self) -> Corpus:
        """What was known then, to be divided once more."""
        known = [Person(person.viewer, self.train[person.viewer.id]) for person in self.corpus.people]
        return Corpus(self.corpus.items, tuple(person for person in known if person.meetings))

    @property
    def catalogue_size(self) -> int:
        """Titles that could be shown to anybody."""
        return len(self.corpus.items) if self.only is None else len(self.only)


def job_of(
    corpus: Corpus,
    train: Mapping[str, Sequence[Meeting]],
    later: Mapping[str, Sequence[Meeting]],
    only: frozenset[str] | None = None,
) -> Job:
    """The job; of ``later``, what the person may not open or is not asked for is left out."""
    open_to: dict[frozenset[str], frozenset[str]] = {}
    held: dict[str, tuple[Meeting, ...]] = {}
    truth: dict[str, frozenset[str]] = {}
    for person in corpus.people:
        own = person.viewer.id
        if not train[own] or not later.get(own):
            continue
        libraries = person.viewer.library_ids
        if libraries not in open_to:
            open_to[libraries] = corpus.open_to(person.viewer)
        allowed = open_to[libraries]
        met = tuple(
            meeting for meeting in later[own]
            if meeting.item_id in allowed and (only is None or meeting.item_id in only)
        )  # fmt: skip
        if met:
            held[own] = met
        if wanted := frozenset(meeting.item_id for meeting in met if meeting.liked):
            truth[own] = wanted
    return Job(corpus, {own: tuple(known) for own, known in train.items()}, held, truth, only)
