"""Viewers as vertices: who finished what. They are only counted, three or more together; no path leads through one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.sparse import Sparse, by_column, by_row

FEWEST_PEOPLE = 3
"""Fewer would point at someone."""


@dataclass(frozen=True, slots=True)
class Finished:
    """One edge: a viewer who finished a title."""

    viewer_id: str
    item_id: str
    completion: float = 1.0
    """0–1"""
    rating: float | None = None
    """1–10"""
    at: float = 0.0
    """POSIX seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """The edges between ``p`` viewers and the titles they finished."""

    by_viewer: Sparse
    """[p, n]: how well it was liked, above 0 to 1."""
    by_title: Sparse
    at: NDArray[np.float64]
    """POSIX seconds, parallel to ``by_viewer.data``."""

    @classmethod
    def of(cls, catalogue: Catalogue, finished: Iterable[Finished]) -> Watched:
        """Edges of titles that are known; of several between the same two the latest counts."""
        latest: dict[tuple[str, int], Finished] = {}
        for edge in sorted(finished, key=lambda edge: edge.at):
            if (row := catalogue.index.get(edge.item_id)) is not None:
                latest[edge.viewer_id, row] = edge
        people = {viewer_id: place for place, viewer_id in enumerate(sorted({viewer for viewer, _ in latest}))}
        order = sorted(latest, key=lambda pair: (people[pair[0]], pair[1]))
        counts = np.bincount([people[viewer] for viewer, _ in order], minlength=len(people)).astype(np.int64)
        values = np.array([_liking(latest[pair]) for pair in order], np.float32)
        columns = np.array([row for _, row in order], np.int32)
        matrix = by_row(values, columns, np.append(0, np.cumsum(counts)), (len(people), len(catalogue)))
        return cls(matrix, by_column(matrix), np.array([latest[pair].at for pair in order], np.float64))

    def finished_by(self, row: int) -> int:
        """How many finished a title; 0 for fewer than three."""
        count = int(self.by_title.indptr[row + 1] - self.by_title.indptr[row])
        return count if count >= FEWEST_PEOPLE else 0

    def also_finished(self, row: int, visible: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Visible titles that three or more of those who finished ``row`` finished, too, and how many, most first."""
        people = self.by_title.indices[self.by_title.indptr[row] : self.by_title.indptr[row + 1]]
        if len(people) < FEWEST_PEOPLE or not visible[row]:
            return []
        ends = self.by_viewer.indptr
        titles = np.concatenate([self.by_viewer.indices[ends[one] : ends[one + 1]] for one in people.tolist()])
        rows, counts = np.unique(titles, return_counts=True)
        fits = (counts >= FEWEST_PEOPLE) & visible[rows] & (rows != row)
        found = zip(rows[fits].tolist(), counts[fits].tolist(), strict=True)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _liking(edge: Finished) -> float:
    """A rating r of 10 as (r − 2) / 8, else the completion; never 0, as an edge of nothing would be none."""
    liking = edge.completion if edge.rating is None else (edge.rating - 2) / 8
    return float(np.clip(liking, 0.01, 1.0)) if np.isfinite(liking) else 0.01
