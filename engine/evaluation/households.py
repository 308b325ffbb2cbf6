"""How quality grows with the household: a few people drawn from many are all that a server has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.measuring import Sources, asked_in
from engine.evaluation.models import Model, Task, Taught, content, engine, popularity
from engine.evaluation.report import ENGINE, NOBODY, WITH_ARTEFACT, Report, compare
from engine.evaluation.slices import main
from engine.evaluation.slices._dividing import lot

HOUSING = 23
PEOPLE, DRAWS = 120, 3
"""Households of one size together have at least so many people, and are at least so many."""


def households(corpus: Corpus, size: int, seed: int) -> tuple[Job, ...]:
    """The main slice of several households of ``size`` people, each drawn anew; the others live elsewhere.

    Raises InvalidQuery: evaluate-household-size.
    """
    if not 2 <= size <= len(corpus.people):
        raise InvalidQuery("evaluate-household-size", size=size, people=len(corpus.people))
    rng = lot(HOUSING, seed)
    found: list[Job] = []
    for _ in range(max(DRAWS, -(-PEOPLE // size))):
        drawn = set(rng.permutation(len(corpus.people))[:size].tolist())
        inside = tuple(person for place, person in enumerate(corpus.people) if place in drawn)
        outside = tuple(person for place, person in enumerate(corpus.people) if place not in drawn)
        (job,) = main.divide(Corpus(corpus.items, inside), seed)
        found.append(replace(job, elsewhere=outside))
    return tuple(found)


async def curve(corpus: Corpus, sources: Sources, sizes: Sequence[int], *, artefact: bool, seed: int = 0) -> Report:
    """Engine, popularity and content on households of each size, as slices ``household@<size>``.

    With ``artefact`` the engine is asked once more, with a public model learned from everybody outside.
    """
    drawn = {size: households(corpus, size, seed) for size in sizes}
    ways = [Model(ENGINE, engine.MODEL.summary, _alone), popularity.MODEL, content.MODEL]
    if artefact:
        ways.insert(1, Model(WITH_ARTEFACT, "the engine with a public model of everybody outside", engine.teach))
    report = Report()
    for size, jobs in drawn.items():
        asked = asked_in(f"household@{size}", jobs)
        if asked.jobs:
            await compare(asked, ways, sources, report)
        else:
            report.left_out[asked.name] = NOBODY
    return report


async def _alone(task: Task) -> Taught:
    return await engine.teach(replace(task, job=replace(task.job, elsewhere=())))
