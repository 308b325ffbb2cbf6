"""From counted facts to titles with strengths."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.named import Features
from engine.domain.viewers import Viewer
from engine.taste import signals
from engine.taste.facts import Facts
from engine.taste.shelf import Shelf
from engine.taste.signals import Entries, Figures, Met
from engine.taste.tally import Figure
from engine.taste.titles import SIGNALS, Titles
from engine.taste.weights import Tuning
from engine.taste.windows import window_weights


@dataclass(frozen=True, slots=True, eq=False)
class Appraisal:
    titles: Titles
    genres: Entries
    people: Met


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Where facts are read: the catalogue, who reads, what stands open to them, and what must not teach."""

    catalogue: Catalogue
    viewer: Viewer
    shelf: Shelf
    tuning: Tuning
    muted: frozenset[str] = frozenset()
    rows: NDArray[np.int64] | None = None
    """Catalogue rows of the first titles, where they were looked up before."""


def appraise(facts: Facts, scene: Scene) -> Appraisal:
    """Every title's signals, strength and weight, as of the newest fact."""
    catalogue, tuning, table = scene.catalogue, scene.tuning, facts.table
    ids = tuple(facts.by_title)
    rows = _rows(ids, scene)
    newest = facts.newest_at.timestamp() if facts.newest_at else 0.0
    weight = window_weights(table[:, Figure.LAST], newest, scene.viewer.history_depth, tuning)
    weight = np.where(_teaches(ids, rows, table, scene), weight, 0.0)
    started = weight * (table[:, Figure.SEEN] > 0)
    genres, people = _entries(catalogue.genres, rows), _met(catalogue.people, rows, weight)
    known = np.full((len(ids), len(SIGNALS)), np.nan)
    known[:, 0] = signals.completion(table, newest, tuning.coarse)
    known[:, 1] = signals.rewatch(table)
    known[:, 2] = signals.stated(table, tuning.coarse)
    known[:, 3] = signals.genre_frequency(genres, started, scene.shelf)
    known[:, 4] = signals.time_to_start(table, rows, catalogue)
    known[:, 5] = signals.session_time(table, genres, started, len(scene.shelf.genres))
    known[:, 7] = signals.abandon_velocity(table, rows, catalogue, newest)
    # people are judged by the other signals first, else their titles would vouch for themselves
    alone = signals.strength(signals.weighted_mean(known, tuning.signals), table, tuning)
    known[:, 6] = signals.people(people, alone)
    strength = signals.strength(signals.weighted_mean(known, tuning.signals), table, tuning)
    titles = _titles(ids, rows, facts, (strength, weight, known), scene)
    return Appraisal(titles, genres, people)


def _teaches(ids: tuple[str, ...], rows: NDArray[np.int64], table: Figures, scene: Scene) -> NDArray[np.bool_]:
    """Known here, open to the viewer (or on no shelf), and something happened that says anything."""
    told = (table[:, Figure.FACTS] > 0) | (table[:, Figure.SKIPS] >= scene.tuning.skips)
    visible = scene.catalogue.visible_rows(scene.viewer.library_ids, rows)
    if scene.muted:
        told &= np.fromiter((item_id not in scene.muted for item_id in ids), np.bool_, len(ids))
    return told & visible


def _entries(features: Features, rows: NDArray[np.int64]) -> Entries:
    known = np.flatnonzero(rows >= 0)
    positions, columns, values = features.entries(rows[known])
    return Entries(known[positions], columns.astype(np.int64), values.astype(np.float64))


def _met(features: Features, rows: NDArray[np.int64], weight: Figures) -> Met:
    """Number the people met among themselves; flags are quicker here than sorting."""
    entries = _entries(features, rows)
    flags = np.zeros(len(features.names), np.bool_)
    flags[entries.columns] = True
    columns = np.flatnonzero(flags)
    numbers = np.empty(len(features.names), np.int64)
    numbers[columns] = np.arange(len(columns))
    dense = numbers[entries.columns]
    importance = weight[entries.places] * entries.values
    mass = np.asarray(np.bincount(dense, importance, len(columns)), np.float64)
    return Met(columns, Entries(entries.places, dense, entries.values), importance, mass)


def _rows(ids: tuple[str, ...], scene: Scene) -> NDArray[np.int64]:
    """Catalogue rows of the titles, -1 unknown; looked up only for those the profile before did not have."""
    known = scene.rows if scene.rows is not None and len(scene.rows) <= len(ids) else np.zeros(0, np.int64)
    fresh = list(map(scene.catalogue.index.get, ids[len(known) :], repeat(-1)))
    return np.concatenate([known, np.array(fresh, np.int64)])


def _titles(
    ids: tuple[str, ...], rows: NDArray[np.int64], facts: Facts, figures: tuple[Figures, Figures, Figures], scene: Scene
) -> Titles:
    strength, weight, known = figures
    counts_in = weight > 0
    met = (facts.column(Figure.FINISHES) > 0) | (facts.column(Figure.STATED) > 0)
    return Titles(
        ids=ids,
        places=facts.places,
        rows=rows,
        strength=strength.astype(np.float32),
        weight=weight.astype(np.float32),
        counts_in=counts_in,
        liked=counts_in & met & (strength >= scene.tuning.liked),
        disliked=counts_in & (strength <= scene.tuning.disliked),
        signals=known.astype(np.float32),
        table=facts.table,
        newest=facts.newest_at.timestamp() if facts.newest_at else 0.0,
    )
