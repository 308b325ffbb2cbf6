"""What a viewer has dealt with in one domain, and which later parts it keeps closed: from profile and shelves alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Baselines, Floats, Mask, among
from engine.taste.profile import TasteProfile
from engine.taste.tally import DAY, Figure
from engine.taste.weights import ABANDONED, IN_PROGRESS_DAYS

SKIPS = 3
REJECTED = -0.3
"""Strength at which a title itself was disliked."""

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Dealt:
    """Of one profile, and of one who may open its shelves."""

    watched: Rows
    rejected: Rows
    """Abandoned or disliked."""
    skipped: Rows
    series: Rows
    """Franchises of what was watched and may still be spoken of, ascending, each once."""
    later: NDArray[np.int32]
    """Rows with an earlier part that is open to the viewer and unseen by them, and none that they saw in between."""
    mix: NDArray[np.float64]
    """[genres] of what was finished, each title by how much it still counts."""
    _begun: Rows
    _begun_on: NDArray[np.float64]
    """Days since 1970 when ``_begun`` were last watched."""

    def in_progress(self, today: int) -> Rows:
        """Rows begun and not finished, last watched within thirty days before the day ``today`` (since 1970) ends."""
        return self._begun[self._begun_on > today + 1 - IN_PROGRESS_DAYS]


def dealt(profile: TasteProfile, baselines: Baselines, library_ids: frozenset[str]) -> Dealt:
    """Work it out for the owner of ``profile``, who may open ``library_ids``; also from what no longer teaches."""
    titles, table = profile.titles, profile.titles.table
    known, times = titles.rows >= 0, titles.times
    watched = (times > 0) & known
    begun = (table[:, Figure.COMPLETION] >= ABANDONED) & ~watched & known
    rejected = (titles.abandoned | (titles.strength <= REJECTED)) & ~watched & known
    told = watched & (titles.weight > 0)
    rows = titles.rows[watched]
    spoken_of = baselines.catalogue.visible_rows(library_ids, rows)
    return Dealt(
        watched=rows,
        rejected=titles.rows[rejected],
        skipped=titles.rows[(table[:, Figure.SKIPS] >= SKIPS) & known],
        series=np.unique(baselines.franchise[rows[spoken_of]]),
        later=_later(baselines, baselines.open_to(library_ids), rows, profile),
        mix=_mix(baselines, titles.rows[told], titles.weight[told]),
        _begun=titles.rows[begun],
        _begun_on=titles.last_watched[begun] / DAY,
    )


def unseen_parts(baselines: Baselines, open_rows: Mask, watched: Rows) -> Rows:
    """Rows with a place in a franchise that are open and were not seen, ascending."""
    rows = baselines.in_sequence
    unseen = open_rows[rows]
    unseen &= ~among(rows, np.sort(watched))
    return rows[unseen]


def stretch_of(baselines: Baselines, rows: Rows, watched: Rows) -> Rows:
    """A number per run of parts between those that were seen, for each of ``rows``, all of which are in a strand.

    A part that was seen ends its run: who knows the third may go on with the fourth, whatever they missed before.
    """
    seen = watched[baselines.strand[watched] >= 0]
    ends = np.sort(_in_order(baselines, seen))
    return baselines.strand[rows] + np.searchsorted(ends, _in_order(baselines, rows))


def _in_order(baselines: Baselines, rows: Rows) -> Rows:
    """Numbers that rise with the strand and within it with the place."""
    return (baselines.strand[rows] << 32) + baselines.sequence[rows]


def _later(baselines: Baselines, open_rows: Mask, watched: Rows, profile: TasteProfile) -> NDArray[np.int32]:
    scope = baselines.domain_rows.get(profile.domain)
    rows = baselines.in_sequence
    if scope is None:
        return np.zeros(0, np.int32)
    rows = rows[among(rows, scope) if isinstance(scope, np.ndarray) else (rows >= scope.start) & (rows < scope.stop)]
    runs, place = stretch_of(baselines, rows, watched), baselines.sequence[rows]
    unseen = among(rows, unseen_parts(baselines, open_rows, watched))
    first = np.full(int(runs.max(initial=-1)) + 1, np.iinfo(np.int32).max, np.int32)
    np.minimum.at(first, runs[unseen], place[unseen])
    return rows[place > first[runs]].astype(np.int32)


def _mix(baselines: Baselines, rows: Rows, weights: Floats) -> NDArray[np.float64]:
    return weights.astype(np.float64) @ baselines.genre_sets[baselines.genre_set[rows]]
