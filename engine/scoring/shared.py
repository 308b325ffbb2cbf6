"""What two titles share by name: people, genres, keywords."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.columns.named import Features
from engine.scoring.baselines import Baselines, Floats
from engine.scoring.likeness import largest_first, overlap
from engine.scoring.scorer import Batch, Subject

PEOPLE, GENRES, KEYWORDS = 0.45, 0.20, 0.35
ENOUGH_PEOPLE = 1.0
"""Shared weight of people that counts as half."""


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Shares of a likeness by names, each 0–1."""

    people: Floats
    genres: Floats
    keywords: Floats

    def total(self) -> Floats:
        """The weighted sum, 0–1."""
        return np.asarray(PEOPLE * self.people + GENRES * self.genres + KEYWORDS * self.keywords, np.float32)


def shared_with(baselines: Baselines, seed: int, batch: Batch) -> Shared:
    """What each title of ``batch`` shares with the title at row ``seed``; touches only the seed's own names."""
    catalogue = baselines.catalogue
    people = batch.take(overlap(catalogue, catalogue.people, *catalogue.people.of(seed)))
    lengths = np.linalg.norm(baselines.genre_sets, axis=1, keepdims=True)
    directions = baselines.genre_sets / np.maximum(lengths, 1e-6)
    by_set = (directions @ directions[baselines.genre_set[seed]]).astype(np.float32)
    return Shared(
        people=np.asarray(people / (people + ENOUGH_PEOPLE), np.float32),
        genres=by_set[batch.take(baselines.genre_set)],
        keywords=batch.take(_keywords(catalogue.keywords, baselines, seed)),
    )


def shared_names(subject: Subject, seed: int, features: Features) -> list[int]:
    """Columns that the title and the seed both have, the seed's weightiest first, then by name."""
    columns, values = features.of(seed)
    own = set(features.of(subject.row)[0].tolist())
    order = largest_first(features, columns, values)
    return [int(columns[place]) for place in order if int(columns[place]) in own]


def _keywords(features: Features, baselines: Baselines, seed: int) -> Floats:
    """Shared keywords, a rare one counting more than a common one, over all of the seed's."""
    columns = features.of(seed)[0]
    if not len(columns):
        return np.zeros(len(baselines.catalogue), np.float32)
    frequency = baselines.keyword_counts[columns]
    rarity = np.log1p(baselines.size / np.maximum(frequency, 1)).astype(np.float32)
    found = overlap(baselines.catalogue, features, columns, rarity)
    return found / np.float32(max(float(rarity.sum()), 1e-6))
