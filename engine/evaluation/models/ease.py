"""EASE (Steck 2019): linear item weights in closed form."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.evaluation.known import Known
from engine.evaluation.matrices import gram, rows_of, turned
from engine.evaluation.models import LeftOut
from engine.evaluation.models._peer import Scores, peer

PENALTY = 100.0
LARGEST = 12_000
"""Rows of a matrix that is inverted: at this size it takes about 3 GB."""
BLOCK = 1_000


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """x·B with B = I − P/diag(P) and P = (XᵀX + λI)⁻¹; by people or by titles, whichever are fewer.

    PENALTY was chosen on val and randomval, among 50, 100, 200 and 500 and among likes and all meetings. Raises LeftOut
    where both people and titles are too many.
    """
    del rng
    liked = known.liked
    if min(liked.shape) > LARGEST:
        raise LeftOut(f"more than {LARGEST} people and titles")
    return _by_people(liked) if liked.shape[0] < liked.shape[1] else _by_titles(liked)


def _by_people(liked: Sparse) -> Scores:
    """P = (I − XᵀKX)/λ with K = (XXᵀ + λI)⁻¹, by the matrix inversion lemma: people³ instead of titles³."""
    likers = turned(liked)
    inner = _inverse(liked)
    diagonal = np.empty(liked.shape[1])
    for start in range(0, liked.shape[1], BLOCK):
        block = rows_of(likers, np.arange(start, min(start + BLOCK, liked.shape[1]))).toarray()
        diagonal[start : start + BLOCK] = 1 - np.einsum("ij,ij->i", block @ inner, block)

    def scores(row: int) -> NDArray[np.float64]:
        own = rows_of(liked, np.array([row])).toarray()[0]
        return own - (own - likers @ (inner @ (liked @ own)).astype(np.float32)) / diagonal

    return scores


def _by_titles(liked: Sparse) -> Scores:
    inverse = _inverse(turned(liked))
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return lambda row: weights[Known.of(liked, row)].sum(axis=0)


def _inverse(matrix: Sparse) -> NDArray[np.float64]:
    """(matrix·matrixᵀ + λI)⁻¹"""
    found = gram(matrix)
    found.flat[:: len(found) + 1] += PENALTY
    return np.linalg.inv(found).astype(np.float64, copy=False)


MODEL = peer("ease", "EASE, closed-form item weights", fit)
