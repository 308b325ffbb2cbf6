"""People who have just come: of theirs only the first few titles are known, of everybody else's all."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job, job_of
from engine.evaluation.slices import Slice
from engine.evaluation.slices._dividing import cut, in_time, lot

DEALING = 11
FOLDS = 5
TUNING, REPORTED = (0, 1), (2, 3, 4)


def newcomers(known: int, *, tuning: bool) -> Slice:
    """People are dealt into five folds; those of one fold keep their first ``known`` titles, the rest is test."""

    def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
        ordered = in_time(corpus, seed)
        dealt = lot(DEALING, seed).permutation(len(corpus.people)) % FOLDS
        jobs: list[Job] = []
        for fold in TUNING if tuning else REPORTED:
            new = {person.viewer.id for person, own in zip(corpus.people, dealt, strict=True) if own == fold}
            halves = {own: cut(met, known if own in new else len(met)) for own, met in ordered.items()}
            train = {own: before for own, (before, _) in halves.items()}
            jobs.append(job_of(corpus, train, {own: after for own, (_, after) in halves.items()}))
        return tuple(jobs)

    share, name = ("two", "newuserval") if tuning else ("three", "newuser")
    summary = f"{share} fifths of all people, a fifth at a time, as if new with {known} titles"
    return Slice(f"{name}@{known}", summary, divide, tuning)
