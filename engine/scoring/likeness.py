"""How alike titles are to one another, whatever a viewer thinks of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.columns.named import Features
from engine.scoring.baselines import Baselines, Floats

GENRE_PART = 0.5
"""Without vectors: half genres, half keywords."""


def likeness(baselines: Baselines, rows: NDArray[np.int64], others: NDArray[np.int64]) -> Floats:
    """0 (nothing in common beyond what is usual) to 1 (the same), [len(others), len(rows)].

    The cosine of the two vectors, each less the mean of its domain; by genres and keywords where there are no vectors.
    """
    if baselines.catalogue.vectors is None:
        return by_features(baselines, rows, others)
    own, theirs = centred_directions(baselines, rows), centred_directions(baselines, others)
    found = np.clip(theirs @ own.T, 0, 1)
    blank = np.logical_not(np.outer(theirs.any(axis=1), own.any(axis=1)))
    if blank.any():
        found = np.where(blank, by_features(baselines, rows, others), found)
    return found.astype(np.float32)


def centred_directions(baselines: Baselines, rows: NDArray[np.int64]) -> Floats:
    """Unit vectors of ``rows`` less the mean of their domain, [len(rows), d]; zero where not embedded."""
    vectors = baselines.catalogue.vectors
    if vectors is None:
        return np.zeros((len(rows), 0), np.float32)
    exact = vectors.exact(rows)
    known = exact.any(axis=1)
    types = baselines.catalogue.media_type[rows]
    kinds = sorted(set(types.tolist()))
    means = np.zeros((kinds[-1] + 1 if kinds else 0, exact.shape[1]), np.float32)
    for place in kinds:
        means[place] = baselines.means[MEDIA_TYPES[place]]
    exact -= means[types]
    lengths = np.sqrt(np.einsum("ij,ij->i", exact, exact))
    scale = np.where(known & (lengths > 1e-6), 1 / np.maximum(lengths, 1e-6), 0)
    exact *= scale[:, None].astype(np.float32)
    return exact


def by_features(baselines: Baselines, rows: NDArray[np.int64], others: NDArray[np.int64]) -> Floats:
    """Likeness by genres and keywords alone, [len(others), len(rows)]."""
    catalogue = baselines.catalogue
    found = [
        GENRE_PART * cosine(catalogue.genres, int(other), rows)
        + (1 - GENRE_PART) * cosine(catalogue.keywords, int(other), rows)
        for other in others
    ]
    return np.stack(found).astype(np.float32) if found else np.zeros((0, len(rows)), np.float32)


def cosine(features: Features, row: int, rows: NDArray[np.int64]) -> Floats:
    """Cosine of the features of ``row`` to those of each of ``rows``, [len(rows)]; 0 where either has none."""
    columns, values = features.of(row)
    weights = np.zeros(features.matrix.shape[1], np.float32)
    weights[columns] = values
    places, found, amounts = features.entries(rows)
    products = np.bincount(places, weights[found] * amounts, len(rows))
    lengths = np.sqrt(np.bincount(places, amounts * amounts, len(rows))) * np.sqrt(float(values @ values))
    return np.divide(products, lengths, out=np.zeros(len(rows)), where=lengths > 0).astype(np.float32)


def overlap(catalogue: Catalogue, features: Features, columns: NDArray[np.int32], values: Floats) -> Floats:
    """Σ of ``values`` times what each title has of ``columns``, [n]; touches those columns only."""
    found = np.zeros(len(catalogue), np.float32)
    store = features.columns
    for column, value in zip(columns, values, strict=True):
        part = slice(store.indptr[column], store.indptr[column + 1])
        found[store.indices[part]] += np.float32(value) * store.data[part]
    return found


def largest_first(features: Features, columns: NDArray[np.int32], values: Floats) -> list[int]:
    """Places of ``columns`` by falling value, then by name, so that the order in which names came does not show."""
    named = [(-float(value), features.names[int(column)]) for column, value in zip(columns, values, strict=True)]
    return sorted(range(len(named)), key=named.__getitem__)
