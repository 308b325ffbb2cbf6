"""The titles of a profile: a mapping for reading one, columns for reading all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from engine.taste.tally import DAY, Figure
from engine.taste.weights import ABANDONED, FINISHED, IN_PROGRESS_DAYS

SIGNALS = (
    "completion", "rewatch", "rating", "genre_frequency", "time_to_start", "session_time", "people", "abandon_velocity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TitleTaste:
    """What one title tells of a viewer."""

    row: int
    """In the catalogue, -1 where it is not there (yet)."""
    item_id: str
    strength: float
    """−1 (rejected) … 1 (loved)"""
    weight: float
    """0–1, falls with age; 0 where it does not teach."""
    counts_in: bool
    """Known here, open to the viewer and within the history window."""
    times: int
    """Finished, at least once where it was rated or said to be seen."""
    completion: float | None
    """Best, 0–1."""
    rating: float | None
    """Newest, 1–10."""
    first_at: datetime
    last_at: datetime
    in_progress: bool
    """As of the viewer's newest fact; ``TasteProfile.in_progress`` asks for a moment."""
    skips: int
    abandoned: bool
    """Left before a fifth."""
    saved: bool
    signals: Mapping[str, float]
    """The signals that are known, −1…1."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Titles(Mapping[str, TitleTaste]):
    """Titles by item id. The columns run parallel to ``ids``."""

    ids: tuple[str, ...]
    places: Mapping[str, int]
    """Item id to position in the columns."""
    rows: NDArray[np.int64]
    """Catalogue rows, -1 unknown."""
    strength: NDArray[np.float32]
    weight: NDArray[np.float32]
    counts_in: NDArray[np.bool_]
    liked: NDArray[np.bool_]
    """Teaches, was finished or praised, and strong enough for a mood cluster."""
    disliked: NDArray[np.bool_]
    """Teaches, and weak enough for the anti-profile."""
    signals: NDArray[np.float32]
    """[t, 8] in the order of ``SIGNALS``, nan unknown."""
    table: NDArray[np.float64]
    """[t, len(Figure)]"""
    newest: float
    """POSIX seconds of the newest fact."""

    @property
    def times(self) -> NDArray[np.int64]:
        """How often finished, [t]."""
        return self.table[:, Figure.FINISHES].astype(np.int64)

    @property
    def last_watched(self) -> NDArray[np.float64]:
        """POSIX seconds, -inf when never, [t]."""
        return self.table[:, Figure.LAST_WATCHED]

    @property
    def last(self) -> NDArray[np.float64]:
        """POSIX seconds of the last fact, [t]."""
        return self.table[:, Figure.LAST]

    @property
    def begun(self) -> NDArray[np.bool_]:
        """Watched from a fifth on, but not to the end, [t]."""
        return begun(self.table)

    @property
    def abandoned(self) -> NDArray[np.bool_]:
        """Left before a fifth, [t]."""
        return abandoned(self.table)

    def __getitem__(self, item_id: str) -> TitleTaste:
        place = self.places[item_id]
        figures = self.table[place]
        return TitleTaste(
            row=int(self.rows[place]),
            item_id=item_id,
            strength=float(self.strength[place]),
            weight=float(self.weight[place]),
            counts_in=bool(self.counts_in[place]),
            times=int(figures[Figure.FINISHES]),
            completion=_known(figures[Figure.COMPLETION]),
            rating=_known(figures[Figure.RATING]),
            first_at=datetime.fromtimestamp(figures[Figure.FIRST], UTC),
            last_at=datetime.fromtimestamp(figures[Figure.LAST], UTC),
            in_progress=bool(in_progress(self.table[place : place + 1], self.newest)[0]),
            skips=int(figures[Figure.SKIPS]),
            abandoned=bool(abandoned(self.table[place : place + 1])[0]),
            saved=bool(figures[Figure.SAVED]),
            signals={
                name: float(value)
                for name, value in zip(SIGNALS, self.signals[place], strict=True)
                if not np.isnan(value)
            },
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self.places


def begun(table: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Watched from a fifth on, but not to the end, [t]."""
    completion = table[:, Figure.COMPLETION]
    return (completion >= ABANDONED) & (completion < FINISHED) & (table[:, Figure.FINISHES] == 0)


def abandoned(table: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Left before a fifth and never finished, [t]."""
    return (table[:, Figure.COMPLETION] < ABANDONED) & (table[:, Figure.FINISHES] == 0)


def in_progress(table: NDArray[np.float64], now: float) -> NDArray[np.bool_]:
    """Begun, and last watched within thirty days before ``now`` (POSIX seconds), [t]."""
    return begun(table) & (table[:, Figure.LAST_WATCHED] > now - IN_PROGRESS_DAYS * DAY)


def _known(value: np.float64) -> float | None:
    return None if np.isnan(value) else float(value)
