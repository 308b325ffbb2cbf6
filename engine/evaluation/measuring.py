"""Lets one model answer the jobs of one slice, and works out its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from importlib.util import find_spec

import numpy as np

from engine.evaluation.certainty import Promises, interval, paired
from engine.evaluation.corpus import Person
from engine.evaluation.job import Job
from engine.evaluation.known import Known, known_of
from engine.evaluation.metrics import ListFigures, coverage, diversity, list_figures, novelty
from engine.evaluation.models import LeftOut, Model, Task, Taught
from engine.ports.language import Embedder
from engine.ports.vectors import VectorStore

LENGTH = 10
MOST_PEOPLE = 2**32
"""Of a job; tells people of several jobs apart."""
DRAWING, RESAMPLING = 1, 0
"""Seeds, so that a report can be repeated."""
NAMES = {"ndcg": "ndcg", "recall": "recall", "precision": "precision", "hit": "hit_rate", "mrr": "mrr"}
Figures = dict[str, float | dict[str, float]]
People, Titles, Learning = "people", "titles", "learning"


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a run has come."""

    slice: str
    model: str
    what: str
    """``people`` answered, ``titles`` understood, or how often there was ``learning``, which goes on."""
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Where vectors come from, what counts processor seconds, and who is told of progress."""

    embedder: Embedder
    vectors: VectorStore
    seconds: Callable[[], float]
    """Processor time of this process."""
    progress: Callable[[Stage], None] | None = None


@dataclass(slots=True)
class Answers:
    """What one model said in one slice."""

    model: str
    lists: list[list[str]] = field(default_factory=list[list[str]])
    """Of every judged person, job by job."""
    owners: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """Place of the job and viewer id, parallel to ``lists``."""
    by_score: list[list[str]] = field(default_factory=list[list[str]])
    in_order: list[list[str]] = field(default_factory=list[list[str]])
    """Both see ``Plain``; empty where the model does not tell."""
    said: list[float] = field(default_factory=list[float])
    """Matches told for titles that were met later."""
    came: list[bool] = field(default_factory=list[bool])
    """Whether they were liked."""
    told_to: list[int] = field(default_factory=list[int])
    """The person, as a number."""
    train_s: float = 0.0
    answer_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One slice: its jobs, with the form in which peers learn from them."""

    name: str
    jobs: tuple[Job, ...]
    known: tuple[Known, ...]

    @property
    def people(self) -> int:
        return sum(len(job.truth) for job in self.jobs)


def asked_in(name: str, jobs: Sequence[Job]) -> Asked:
    """The slice with those of its jobs in which somebody can be judged."""
    judged = tuple(job for job in jobs if job.truth)
    return Asked(name, judged, tuple(known_of(job) for job in judged))


async def answers_of(model: Model, asked: Asked, sources: Sources) -> Answers:
    """Teach the model each job and ask it. Raises LeftOut."""
    if model.needs and find_spec(model.needs) is None:
        raise LeftOut(f"{model.needs} is not installed")
    found = Answers(model.name)
    for place, (job, known) in enumerate(zip(asked.jobs, asked.known, strict=True)):
        rng = np.random.default_rng([DRAWING, place])
        tell = _teller(sources, asked.name, model.name, Titles)
        if learning := _teller(sources, asked.name, model.name, Learning):
            learning(place, len(asked.jobs))
        began = sources.seconds()
        taught = await model.teach(Task(job, known, LENGTH, rng, sources.embedder, sources.vectors, tell))
        found.train_s += sources.seconds() - began
        await _ask(taught, job, place, found, sources, asked)
    return found


async def _ask(taught: Taught, job: Job, place: int, found: Answers, sources: Sources, asked: Asked) -> None:
    tell = _teller(sources, asked.name, found.model, People)
    for person in job.judged():
        began = sources.seconds()
        shown = await taught.answer(person)
        found.answer_s += sources.seconds() - began
        found.lists.append(list(shown)[:LENGTH])
        if taught.plain is not None:
            by_score, in_order = await taught.plain(person)
            found.by_score.append(list(by_score)[:LENGTH])
            found.in_order.append(list(in_order)[:LENGTH])
        found.owners.append((place, person.viewer.id))
        if tell is not None:
            tell(len(found.lists), asked.people)
    for number, person in enumerate(job.corpus.people, start=place * MOST_PEOPLE):
        await _weigh(taught, job, (number, person), found)


async def _weigh(taught: Taught, job: Job, one: tuple[int, Person], found: Answers) -> None:
    """Also of people who liked nothing of what they met: percentages must hold for them, too."""
    number, person = one
    held = job.held.get(person.viewer.id, ())
    if taught.matches is None or not held:
        return
    told = await taught.matches(person, [meeting.item_id for meeting in held])
    for meeting in held:
        if meeting.item_id in told:
            found.said.append(told[meeting.item_id])
            found.came.append(meeting.liked)
            found.told_to.append(number)


def _teller(sources: Sources, name: str, model: str, what: str) -> Callable[[int, int], None] | None:
    progress = sources.progress
    if progress is None:
        return None
    return lambda done, total: progress(Stage(name, model, what, done, total))


def gains(asked: Asked, answers: Answers) -> list[float]:
    """NDCG of every judged person."""
    return [own.ndcg for own in _single(asked, answers, answers.lists)]


def _single(asked: Asked, answers: Answers, lists: Sequence[Sequence[str]]) -> list[ListFigures]:
    return [
        list_figures(shown, asked.jobs[place].truth[viewer_id], LENGTH)
        for shown, (place, viewer_id) in zip(lists, answers.owners, strict=True)
    ]


def figures(asked: Asked, answers: Answers) -> Figures:
    """Means over the judged people, with the interval of the first."""
    single = _single(asked, answers, answers.lists)
    low, high = interval([known.ndcg for known in single], np.random.default_rng(RESAMPLING))
    genres = {item.id: frozenset(item.genres) for item in asked.jobs[0].corpus.items}
    found: Figures = {
        f"{NAMES[name.name]}@{LENGTH}": _mean([getattr(known, name.name) for known in single])
        for name in fields(ListFigures)
    }
    found |= {
        f"ndcg@{LENGTH}_low": low,
        f"ndcg@{LENGTH}_high": high,
        "coverage": coverage(answers.lists, asked.jobs[0].catalogue_size),
        "novelty": _novelty(asked, answers),
        "diversity": _mean([diversity(own, genres) for own in answers.lists]),
        "people": float(len(single)),
        "train_s": answers.train_s,
        "answer_ms": 1_000 * answers.answer_s / len(single),
    }
    for name, lists in (("by_score", answers.by_score), ("in_order", answers.in_order)):
        if lists:
            before = [known.ndcg for known in _single(asked, answers, lists)]
            change = paired([known.ndcg for known in single], before, np.random.default_rng(RESAMPLING))
            found[name] = {f"ndcg@{LENGTH}": _mean(before), **change}
    if answers.said:
        promises = Promises.of(answers.said, answers.came, answers.told_to)
        low, high = promises.interval(np.random.default_rng(RESAMPLING))
        found |= {"ece": promises.error(), "ece_low": low, "ece_high": high, "ece_by_person": promises.by_person()}
    return found


def _novelty(asked: Asked, answers: Answers) -> float:
    met_by = [Counter(meeting.item_id for own in job.train.values() for meeting in own) for job in asked.jobs]
    people = [sum(bool(own) for own in job.train.values()) for job in asked.jobs]
    pairs = zip(answers.lists, answers.owners, strict=True)
    return _mean([novelty(own, met_by[place], people[place]) for own, (place, _) in pairs])


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0
