"""What is learned of a viewer in one domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from engine.domain.items import MediaType
from engine.taste.facts import Facts
from engine.taste.titles import Titles, TitleTaste, in_progress

__all__ = ["MoodCluster", "TasteProfile", "TitleTaste", "Titles"]


@dataclass(frozen=True, slots=True, eq=False)
class MoodCluster:
    """Titles that belong together; similarity to it is a shrunken weighted mean of similarities to its members.

    ``similarity(e) = (total · e) / (mass + shrink)``. Take a member away whose own similarity to ``e`` is above that,
    and it falls.
    """

    members: NDArray[np.int64]
    """Catalogue rows, weightiest first."""
    weights: NDArray[np.float32]
    """Of the members, above 0."""
    total: NDArray[np.float32]
    """[d], Σ weight · vector"""
    mass: float
    """Σ weight"""
    shrink: float
    centre: NDArray[np.float32]
    """[r], ``total / (mass + shrink)`` in the reduced space: ``vectors.reduced @ centre`` ranks the whole catalogue."""
    domain: MediaType
    """Where it was learned; another domain's in a blended profile."""

    def similarity(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Of unit ``vectors`` [.., d] to the cluster, −1…1, shape [..]."""
        return np.asarray(vectors @ self.total / np.float32(self.mass + self.shrink))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class TasteProfile:
    """A viewer's taste in one domain, as of one catalogue. Immutable: learning gives a new one."""

    viewer_id: str
    domain: MediaType
    catalogue_version: str
    interactions: int
    """Facts that teach now: about titles known here and open to the viewer, without skips."""
    newest_at: datetime | None
    """Of the newest fact in this domain."""
    meaningful: bool
    """From ten interactions."""
    titles: Titles
    """By item id, everything ever met, also what no longer teaches (``counts_in``); has whole columns too."""
    clusters: tuple[MoodCluster, ...]
    """Moods: own ones first, then those of blended domains."""
    anti: tuple[MoodCluster, ...]
    """What was abandoned or disliked; own domain only. Weights are positive."""
    genre_affinity: NDArray[np.float32]
    """[G] columns of ``catalogue.genres``, −1…1; mildly negative where available and never started."""
    genre_started: NDArray[np.int32]
    """[G] titles that teach"""
    genre_finished: NDArray[np.int32]
    """[G]"""
    genre_available: NDArray[np.int32]
    """[G] titles of the domain on a shelf the viewer may open"""
    available: int
    """Titles of the domain on a shelf the viewer may open, in all."""
    people_columns: NDArray[np.int64]
    """Columns of ``catalogue.people`` met, ascending."""
    people_affinity: NDArray[np.float32]
    """Of ``people_columns``, −1…1."""
    people_titles: Mapping[int, NDArray[np.int64]]
    """Person column to the liked rows behind it, best first; people with at least one."""
    hours: NDArray[np.int32]
    """[24] starts per local hour"""
    weekdays: NDArray[np.int32]
    """[7] starts per local weekday, Monday first"""
    facts: Facts
    """What all of this was made from."""
    settled: int
    """Titles in the clusters when these were last grouped."""

    def people_scores(self, size: int) -> NDArray[np.float32]:
        """``people_affinity`` spread over all ``size`` columns, zero where nobody was met."""
        spread = np.zeros(size, np.float32)
        spread[self.people_columns] = self.people_affinity
        return spread

    def affinity_for(self, columns: NDArray[np.int32]) -> NDArray[np.float32]:
        """``people_affinity`` of people given by column, [len(columns)]; zero for those never met."""
        return looked_up(columns, self.people_columns, self.people_affinity)

    def in_progress(self, now: datetime) -> NDArray[np.int64]:
        """Rows begun, not finished, and last watched within thirty days before ``now``."""
        going = in_progress(self.titles.table, now.timestamp()) & (self.titles.rows >= 0)
        return self.titles.rows[going]

    def seen(self) -> NDArray[np.int64]:
        """Rows finished at least once, or rated or said to be seen."""
        return self.titles.rows[(self.titles.times > 0) & (self.titles.rows >= 0)]


def looked_up(
    wanted: NDArray[np.int32] | NDArray[np.int64],
    columns: NDArray[np.int32] | NDArray[np.int64],
    values: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The one of ``values`` that stands beside each of ``wanted`` in ``columns`` (ascending); zero where none does."""
    if not len(columns):
        return np.zeros(len(wanted), np.float32)
    places = np.minimum(np.searchsorted(columns, wanted), len(columns) - 1)
    return np.where(columns[places] == wanted, values[places], 0).astype(np.float32, copy=False)
