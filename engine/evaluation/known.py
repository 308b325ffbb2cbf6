"""A job's training part as matrices, the form in which peers learn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.evaluation.corpus import Meeting
from engine.evaluation.job import Job
from engine.evaluation.matrices import Places, ones, weighted

MOST_RATED, UNLIKED = 10.0, 0.4
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """``p`` people are rows and ``n`` titles are columns, both in the corpus's order."""

    job: Job
    met: Sparse
    """[p, n] 1 for every title that was met."""
    liked: Sparse
    """[p, n] 1 for every title that was liked."""
    esteem: Sparse
    """[p, n] how much each met title was esteemed, 0–1: its rating, else 1 where it was liked and 0.4 where not."""
    rows: Mapping[str, int]
    """Viewer id to row."""
    allowed: Mapping[frozenset[str], Mask]
    """Libraries that somebody may enter, to the titles that are asked for and stand there, [n]."""

    def candidates(self, row: int) -> Places:
        """Columns that may be shown to the person, ascending."""
        allowed = self.allowed[self.job.corpus.people[row].viewer.library_ids].copy()
        allowed[self.of(self.met, row)] = False
        return np.flatnonzero(allowed)

    @staticmethod
    def of(matrix: Sparse, row: int) -> Places:
        """Columns of one person."""
        return matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].astype(np.int64)


def known_of(job: Job) -> Known:
    """The matrices of ``job``."""
    columns = {item.id: column for column, item in enumerate(job.corpus.items)}
    met = [job.train[person.viewer.id] for person in job.corpus.people]
    every = [[columns[meeting.item_id] for meeting in own] for own in met]
    liked = [[columns[meeting.item_id] for meeting in own if meeting.liked] for own in met]
    rows = {person.viewer.id: row for row, person in enumerate(job.corpus.people)}
    libraries = {person.viewer.library_ids for person in job.corpus.people}
    esteem = [[(columns[meeting.item_id], _esteem(meeting)) for meeting in own] for own in met]
    width = len(columns)
    open_to = {own: _open(job, own) for own in libraries}
    return Known(job, ones(every, width), ones(liked, width), weighted(esteem, width), rows, open_to)


def _esteem(meeting: Meeting) -> float:
    said = [fact.rating for fact in meeting.facts if fact.rating is not None]
    return said[-1] / MOST_RATED if said else 1.0 if meeting.liked else UNLIKED


def _open(job: Job, libraries: frozenset[str]) -> Mask:
    asked = job.only
    return np.array(
        [bool(item.library_ids & libraries) and (asked is None or item.id in asked) for item in job.corpus.items],
        np.bool_,
    )  # fmt: skip
