"""What keeps a title out of a slate, however good its score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Hiding
from engine.domain.slate import ExclusionKind
from engine.scoring.baselines import Baselines, Floats, Mask
from engine.scoring.dealt import Dealt, stretch_of, unseen_parts
from engine.taste.profile import TasteProfile

ANTI_MARGIN = 0.10
"""A title is left out when it is closer to the disliked than to the liked by more than this (centred cosine)."""

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


def met_by(domains: Sequence[Dealt], hidden: Rows, today: int) -> Met:
    """What was dealt with in every domain, as of the day ``today`` (since 1970)."""
    return Met(
        watched=_joined(one.watched for one in domains),
        in_progress=_joined(one.in_progress(today) for one in domains),
        rejected=_joined(one.rejected for one in domains),
        skipped=_joined(one.skipped for one in domains),
        hidden=hidden,
    )


def part_before(baselines: Baselines, open_rows: Mask, watched: Rows, row: int) -> int | None:
    """The row to see first, if ``row`` is a later part."""
    if baselines.sequence[row] <= 0:
        return None
    unseen = unseen_parts(baselines, open_rows, watched)
    unseen = unseen[baselines.strand[unseen] == baselines.strand[row]]
    run = stretch_of(baselines, np.append(unseen, row), watched)
    place = baselines.sequence[unseen]
    before = (run[:-1] == run[-1]) & (place < baselines.sequence[row])
    return int(unseen[before][np.argmin(place[before])]) if before.any() else None


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


def _joined(parts: Iterable[Rows]) -> Rows:
    return np.concatenate([np.zeros(0, np.int64), *parts])
