"""The eight signals of a title and its strength, for all titles of a viewer at once.

Every signal is −1…1, nan where it is not known. All arrays are parallel to the tally, [t].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.taste.shelf import Shelf
from engine.taste.tally import DAY, SLOTS, Figure
from engine.taste.titles import abandoned, in_progress
from engine.taste.weights import FINISHED, CoarseStrengths, SignalWeights, Tuning

Figures = NDArray[np.float64]
COMPLETION_CURVE = ((0.0, -1.0), (0.2, -0.5), (0.5, -0.1), (FINISHED, 0.85), (1.0, 1.0))
"""Completion and the value of its signal; straight between two."""
STILL_GOING = 0.1
"""The least the completion signal says of a title in progress."""
START_HALF_LIFE_DAYS = 30.0
QUIT_HALF_LIFE_MINUTES = 20.0
PRIOR_TITLES = 3.0
"""Weight of titles as usual on the shelf that are taken for granted before a preference for a genre shows."""
PRIOR_STARTS = 5.0
"""Starts of a genre at the viewer's usual times that are taken for granted before a habit shows."""
PRIOR_PEOPLE = 1.0
"""Weight of the neutral title that every person is given."""


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """Features of the titles, flat: position in the tally, column, value."""

    places: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """The people of the titles: ``entries.columns`` are positions in ``columns``."""

    columns: NDArray[np.int64]
    """Of ``catalogue.people``, ascending."""
    entries: Entries
    importance: NDArray[np.float64]
    """Per entry: how much of the title is theirs, times what the title weighs."""
    mass: NDArray[np.float64]
    """Per person: the sum of that."""


def completion(table: Figures, newest: float, coarse: CoarseStrengths) -> Figures:
    """How far it was watched; where only coarse facts exist, what they stand for."""
    best = table[:, Figure.COMPLETION]
    amounts, values = zip(*COMPLETION_CURVE, strict=True)
    signal = np.where(np.isnan(best), np.nan, np.interp(np.nan_to_num(best), amounts, values))
    signal = np.where(in_progress(table, newest), np.maximum(signal, STILL_GOING), signal)
    stand_in = np.select(
        [~np.isnan(table[:, Figure.STATED]), table[:, Figure.SEEN] > 0, table[:, Figure.SAVED] > 0],
        [np.nan, coarse.watched / coarse.scale, coarse.saved / coarse.scale],
        np.nan,
    )
    return np.where(np.isnan(best), stand_in, signal)


def rewatch(table: Figures) -> Figures:
    """0 after one playback to the end, then ever closer to 1; unknown without a finished playback."""
    finishes = table[:, Figure.FINISHES]
    played = (finishes > 0) & (table[:, Figure.COMPLETION] >= FINISHED)
    return np.where(played, 1 - np.exp2(1 - np.maximum(finishes, 1)), np.nan)


def stated(table: Figures, coarse: CoarseStrengths) -> Figures:
    """The newest rating or thumb."""
    return np.clip(table[:, Figure.STATED], -1, coarse.like / coarse.scale)


def genre_frequency(entries: Entries, started: Figures, shelf: Shelf) -> Figures:
    """Whether its genres are watched more (→ 1) or less (→ −1) than the shelf would suggest."""
    with_genre = np.zeros(len(started))
    with_genre[entries.places] = started[entries.places]
    if with_genre.sum() <= 0:
        return np.full(len(started), np.nan)
    usual = shelf.share()
    starts = _by_column(entries, started[entries.places], len(usual))
    share = (starts + PRIOR_TITLES * usual) / (with_genre.sum() + PRIOR_TITLES)
    return _mean_over(entries, relative(share, usual)[entries.columns], len(started))


def time_to_start(table: Figures, rows: NDArray[np.int64], catalogue: Catalogue) -> Figures:
    """1 when started at once after being added or saved, halved every thirty days of waiting."""
    added = np.where(rows >= 0, catalogue.added_day[rows] if len(catalogue) else -1, -1)
    since_added = np.where(added >= 0, table[:, Figure.FIRST_WATCHED] / DAY - added, np.nan)
    waited = np.where(np.isnan(table[:, Figure.WAIT]), since_added, table[:, Figure.WAIT])
    known = np.isfinite(waited) & (waited >= 0)
    return np.where(known, np.exp2(-np.where(known, waited, 0) / START_HALF_LIFE_DAYS), np.nan)


def session_time(table: Figures, entries: Entries, started: Figures, genres: int) -> Figures:
    """Whether it was started at the hours and on the days at which its genres usually are."""
    slot = table[:, Figure.SLOT]
    timed = ~np.isnan(slot[entries.places]) & (started[entries.places] > 0)
    places, columns = entries.places[timed], entries.columns[timed]
    if not len(places):
        return np.full(len(table), np.nan)
    slots = slot[places].astype(np.int64)
    counts = np.bincount(slots * genres + columns, started[places], SLOTS * genres).reshape(SLOTS, genres)
    usual = (counts.sum(axis=1) / counts.sum())[:, None]
    habit = (counts + PRIOR_STARTS * usual) / (counts.sum(axis=0) + PRIOR_STARTS)
    return _mean_over(
        Entries(places, columns, entries.values[timed]), relative(habit, usual)[slots, columns], len(table)
    )


def people(met: Met, strength: Figures) -> Figures:
    """How the viewer's other titles with the same people fared; unknown where they share none."""
    column, places = met.entries.columns, met.entries.places
    liking = met.importance * strength[places]
    elsewhere = met.mass[column] - met.importance
    shared = np.flatnonzero(elsewhere > 1e-9)
    column = column[shared]
    liked_elsewhere = np.bincount(met.entries.columns, liking, len(met.mass))[column] - liking[shared]
    others = Entries(places[shared], column, met.entries.values[shared])
    return _mean_over(others, liked_elsewhere / (elsewhere[shared] + PRIOR_PEOPLE), len(strength))


def abandon_velocity(table: Figures, rows: NDArray[np.int64], catalogue: Catalogue, newest: float) -> Figures:
    """How fast they quit: −1 at once, halved every twenty minutes (by the part watched where no length is known)."""
    best = table[:, Figure.COMPLETION]
    quitted = (table[:, Figure.FINISHES] == 0) & ~np.isnan(best) & ~in_progress(table, newest)
    runtime = np.where(rows >= 0, catalogue.runtime[rows] if len(catalogue) else 0, 0)
    minutes = np.where(np.isnan(table[:, Figure.MINUTES]), best * runtime, table[:, Figure.MINUTES])
    timed = ~np.isnan(table[:, Figure.MINUTES]) | (runtime > 0)
    value = np.where(timed, -np.exp2(-minutes / QUIT_HALF_LIFE_MINUTES), np.minimum(best / FINISHED - 1, 0))
    return np.where(quitted, value, np.nan)


def weighted_mean(signals: Figures, weights: SignalWeights) -> Figures:
    """Over the signals that are known, [t, 8] → [t]; 0 where none is."""
    factors = np.array(
        [
            weights.completion, weights.rewatch, weights.rating, weights.genre_frequency,
            weights.time_to_start, weights.session_time, weights.people, weights.abandon_velocity,
        ]
    )  # fmt: skip
    known = ~np.isnan(signals)
    divisor = known @ factors
    total = np.where(known, signals, 0) @ factors
    return np.divide(total, divisor, out=np.zeros(len(signals)), where=divisor > 0)


def strength(mean: Figures, table: Figures, tuning: Tuning) -> Figures:
    """The weighted mean, kept near what the viewer said outright; low where abandoned; lowered by skips; −1…1."""
    said = table[:, Figure.STATED]
    spoken = ~np.isnan(said)
    value = np.where(spoken, np.clip(mean, said - tuning.word, said + tuning.word), mean)
    value = np.where(abandoned(table) & ~spoken, np.minimum(value, tuning.abandoned), value)
    value = np.where(table[:, Figure.FACTS] > 0, value, 0.0)
    skipped = table[:, Figure.SKIPS] >= tuning.skips
    return np.clip(value + np.where(skipped, tuning.skipped, 0.0), -1, 1)


def relative(share: Figures, base: Figures) -> Figures:
    """How much more (→ 1) or less (→ −1) than usual; 0 where both are nothing."""
    total = share + base
    return np.divide(share - base, total, out=np.zeros_like(total), where=total > 0)


def _by_column(entries: Entries, values: Figures, columns: int) -> Figures:
    return np.asarray(np.bincount(entries.columns, values, columns), np.float64)


def _mean_over(entries: Entries, values: Figures, titles: int) -> Figures:
    """Mean of ``values`` per title, weighted by the entries; nan where a title has none."""
    divisor = np.bincount(entries.places, entries.values, titles)
    total = np.bincount(entries.places, entries.values * values, titles)
    return np.divide(total, divisor, out=np.full(titles, np.nan), where=divisor > 0)
