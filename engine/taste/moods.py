"""Mood clusters and anti-profile of a profile: placing titles, adding them up, grouping them anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.vectors import ItemVectors
from engine.domain.items import MediaType
from engine.taste.clusters import group, nearest
from engine.taste.profile import MoodCluster

SHRINK = 0.5
"""Weight of nothing, with which every cluster is diluted: a single title is not yet a mood."""


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Titles to be clustered: rows of the catalogue and how much each weighs; ``labels`` -1 where not placed yet."""

    rows: NDArray[np.int64]
    """-1 where unknown."""
    weights: NDArray[np.float32]
    """Above 0 where the title belongs in a cluster now."""
    labels: NDArray[np.int8]

    def members(self, vectors: ItemVectors) -> NDArray[np.int64]:
        """Positions of the titles that belong and have a vector."""
        wanted = np.flatnonzero((self.weights > 0) & (self.rows >= 0))
        return wanted[vectors.has(self.rows[wanted])]


def regroup(pool: Pool, vectors: ItemVectors | None, most: int) -> NDArray[np.int8]:
    """Labels from a fresh k-means; what does not belong is not placed."""
    labels = np.full(len(pool.rows), -1, np.int8)
    if vectors is None:
        return labels
    members = pool.members(vectors)
    # in row order, so that the order in which facts arrived does not matter
    members = members[np.argsort(pool.rows[members], kind="stable")]
    if len(members):
        labels[members] = group(vectors.reduced[pool.rows[members]], pool.weights[members], most)
    return labels


def place(pool: Pool, vectors: ItemVectors | None) -> NDArray[np.int8]:
    """Labels with every newcomer put to the nearest cluster; those placed before stay."""
    if vectors is None:
        return pool.labels
    members = pool.members(vectors)
    new = members[pool.labels[members] < 0]
    if not len(new):
        return pool.labels
    labels = pool.labels.copy()
    old = members[pool.labels[members] >= 0]
    if not len(old):
        labels[new] = 0
        return labels
    used = np.unique(labels[old])
    belongs = np.where(labels[old][None, :] == used[:, None], pool.weights[old], 0).astype(np.float32)
    centres = belongs @ vectors.reduced[pool.rows[old]]
    labels[new] = used[nearest(vectors.reduced[pool.rows[new]], centres)]
    return labels


def clusters_of(pool: Pool, vectors: ItemVectors | None, domain: MediaType) -> tuple[MoodCluster, ...]:
    """The clusters of a labelled pool, heaviest first."""
    if vectors is None:
        return ()
    members = pool.members(vectors)
    if not len(members):
        return ()
    rows, weights, labels = pool.rows[members], pool.weights[members], pool.labels[members]
    used = np.unique(labels)
    belongs = np.where(labels[None, :] == used[:, None], weights, 0).astype(np.float32)
    totals = belongs @ vectors.exact(rows)
    found = [
        _cluster(rows[labels == label], weights[labels == label], total, vectors, domain)
        for label, total in zip(used, totals, strict=True)
    ]
    return tuple(sorted(found, key=lambda cluster: -cluster.mass))


def lighten(cluster: MoodCluster, gone: NDArray[np.int64], vectors: ItemVectors | None) -> MoodCluster | None:
    """The cluster without the rows ``gone``; None where nothing is left."""
    stays = ~np.isin(cluster.members, gone)
    if stays.all() or vectors is None:
        return cluster
    if not stays.any():
        return None
    rows, weights = cluster.members[stays], cluster.weights[stays]
    return _cluster(rows, weights, weights @ vectors.exact(rows), vectors, cluster.domain)


def _cluster(
    rows: NDArray[np.int64],
    weights: NDArray[np.float32],
    total: NDArray[np.float32],
    vectors: ItemVectors,
    domain: MediaType,
) -> MoodCluster:
    order = np.lexsort((rows, -weights))
    mass = float(weights.sum(dtype=np.float64))
    centre = vectors.reduce(total) / np.float32(mass + SHRINK)
    return MoodCluster(rows[order], weights[order], total, mass, SHRINK, centre, domain)
