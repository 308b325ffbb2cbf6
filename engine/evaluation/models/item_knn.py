"""Item-kNN with TF-IDF (Sarwar et al. 2001; weights as in Manning et al., Introduction to Information Retrieval)."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.matrices import Floats, scaled, summed, turned, unit_rows
from engine.evaluation.models._peer import Scores, peer


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Σ over the liked titles of the cosine with a title; what a person of many likes liked counts less.

    All neighbours count. Chosen on val, randomval and both newuserval slices among 20, 50, 100, 200 and all, and among
    likes and all meetings: all neighbours of likes led on each of them.
    """
    del rng
    liked = known.liked
    degrees = np.maximum(np.diff(liked.indptr), 1)
    weighted = turned(scaled(liked, rows=np.log(liked.shape[1] / degrees).astype(np.float32)))
    titles = scaled(weighted, rows=unit_rows(weighted))

    def scores(row: int) -> Floats:
        # with all neighbours the sum of cosines is one product with the sum of the liked titles' vectors
        return titles @ summed(titles, known.of(liked, row))

    return scores


MODEL = peer("item-knn", "item neighbours by cosine, TF-IDF", fit)
