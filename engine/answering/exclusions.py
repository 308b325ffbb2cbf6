"""What keeps a title out of a slate, however good its score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Hiding
from engine.domain.slate import ExclusionKind
from engine.scoring.baselines import MOST_TYPES, Baselines, Floats, Mask, among
from engine.scoring.context import Asked
from engine.taste.profile import TasteProfile
from engine.taste.tally import DAY, Figure
from engine.taste.weights import ABANDONED, IN_PROGRESS_DAYS

SKIPS = 3
ANTI_MARGIN = 0.10
"""A title is left out when it is closer to the disliked than to the liked by more than this (centred cosine)."""
REJECTED = -0.3
"""Strength at which a title itself was disliked."""

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """Rows that a viewer has dealt with already, over all domains asked for."""

    watched: Rows
    in_progress: Rows
    rejected: Rows
    """Abandoned or disliked."""
    skipped: Rows
    hidden: Rows

    def of(self, kind: ExclusionKind) -> Rows:
        """Rows by the exclusion they fall under; empty for kinds that are judged otherwise."""
        by_kind = {
            ExclusionKind.WATCHED: self.watched,
            ExclusionKind.IN_PROGRESS: self.in_progress,
            ExclusionKind.ANTI_PROFILE: self.rejected,
            ExclusionKind.SKIPPED: self.skipped,
            ExclusionKind.HIDDEN: self.hidden,
        }
        return by_kind.get(kind, np.zeros(0, np.int64))


def met_by(profiles: Iterable[TasteProfile], hidden: Rows, asked: Asked) -> Met:
    """What the profiles remember, also of what no longer teaches."""
    found: dict[str, list[Rows]] = {"watched": [], "begun": [], "rejected": [], "skipped": []}
    for profile in profiles:
        titles = profile.titles
        known, table = titles.rows >= 0, titles.table
        watched = (titles.times > 0) & known
        recent = titles.last_watched / DAY > asked.today + 1 - IN_PROGRESS_DAYS
        begun = (table[:, Figure.COMPLETION] >= ABANDONED) & ~watched & known & recent
        rejected = (titles.abandoned | (titles.strength <= REJECTED)) & ~watched & known
        for name, mask in (("watched", watched), ("begun", begun), ("rejected", rejected)):
            found[name].append(titles.rows[mask])
        found["skipped"].append(titles.rows[(table[:, Figure.SKIPS] >= SKIPS) & known])
    joined = {name: np.concatenate(parts) if parts else np.zeros(0, np.int64) for name, parts in found.items()}
    return Met(joined["watched"], joined["begun"], joined["rejected"], joined["skipped"], hidden)


def first_unseen(baselines: Baselines, open_rows: Mask, watched: Rows) -> NDArray[np.int32]:
    """Per franchise and media type, the lowest place that is open and unseen, [collections · types]."""
    catalogue = baselines.catalogue
    unseen = open_rows[baselines.in_sequence]
    seen = np.zeros(len(catalogue), np.bool_)
    seen[watched] = True
    rows = baselines.in_sequence[unseen & ~seen[baselines.in_sequence]]
    first = np.full((len(catalogue.collection_names) + 1) * MOST_TYPES, np.iinfo(np.int32).max, np.int32)
    np.minimum.at(first, baselines.franchise[rows], baselines.sequence[rows])
    return first


def sequels(baselines: Baselines, open_rows: Mask, watched: Rows) -> Rows:
    """Rows with an earlier part that is open to the viewer and unseen by them."""
    first = first_unseen(baselines, open_rows, watched)
    rows = baselines.in_sequence
    return rows[baselines.sequence[rows] > first[baselines.franchise[rows]]]


def part_before(baselines: Baselines, open_rows: Mask, watched: Rows, row: int) -> int | None:
    """The row to see first, if ``row`` is a later part."""
    if baselines.sequence[row] <= 0:
        return None
    first = first_unseen(baselines, open_rows, watched)
    own = baselines.franchise[row]
    if baselines.sequence[row] <= first[own]:
        return None
    rows = baselines.in_sequence
    same = rows[(baselines.franchise[rows] == own) & (baselines.sequence[rows] == first[own])]
    same = same[open_rows[same] & ~among(same, watched)]
    return int(same[0])


def too_close_to_disliked(figures: Mapping[str, Floats]) -> Mask | None:
    """Rows closer to the anti-profile than to any mood by the margin; None where nothing was disliked."""
    content, anti = figures.get("content"), figures.get("anti-profile")
    if content is None or anti is None or not anti.any():
        return None
    return np.asarray(-anti > np.maximum(content, 0) + np.float32(ANTI_MARGIN))


def hidden_until(hidings: Mapping[str, Hiding], item_id: str) -> date | None:
    """The local-less date on which a title comes back, if it is hidden."""
    hiding = hidings.get(item_id)
    return hiding.until.date() if hiding else None


def watched_on(profile: TasteProfile, item_id: str) -> date | None:
    """When a title was last watched, or said to be."""
    place = profile.titles.places.get(item_id)
    if place is None:
        return None
    watched = float(profile.titles.last_watched[place])
    last = watched if np.isfinite(watched) else float(profile.titles.last[place])
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=last)).date()
