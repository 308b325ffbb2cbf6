"""Figures learned from pairs: that somebody liked this rather than that.

Steffen Rendle and others, BPR: Bayesian Personalized Ranking from Implicit Feedback (2009), as *implicit* has it, which
sets what was liked against other titles as often as those are liked. It learns figures of people too; so that a history
can be folded in, what having met each title says of these is worked out by ridge regression.

In the blend it gained 1.5 % of NDCG@10 in the mean of val, randomval and newuserval@10 of MovieLens *latest-small* and
of 671 other people (−1.2 to 3.2 %). Several models added up, 3 of 11 figures or 4 of 8, move less when one history
changes, and gained 0.9 to 1.0 %. Of others beside the blend, with a fifth of the spread of the scores, this gained
1.4 %, with titles that were not liked among them 0.9 %, ALS, logistic factors, low-rank projections, random walks, and
EASE of what was liked, with penalties by how often titles were met, or of histories of one length 0.8 % or less.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.factorising import bpr
from engine.learning.log import LIKED, Log
from engine.learning.sparse import Floats, dense_product, table, turned

FIGURES = 32
"""Of each title. Beside the blend 16 … 128 measured alike."""
RATE, DECAY = 0.05, 0.01
ROUNDS, MOST_STEPS = 80, 4_000_000
"""Each liking is drawn so often in the mean, and all together so often at most, in half a second.

A rate of 0.02 for 200 rounds, 0.05 for 80 or 20 and 0.1 for 20 measured alike beside the blend, 0.1 or 0.2 for ten 1 %
worse; a lower rate at the end gained nothing. In the blend 200 rounds gained 0.9 % more than 80, its lists nothing."""
NOTHING = 1e-6
"""Share of the strongest direction below which one is but rounding."""
MODELS, MANY = 3, 300_000
"""So many models together, fewer the nearer likings come to ``MANY``: where there are few, chance weighs.

Of six runs on val and randomval of *latest-small* that differ in the draws alone, lists spread by 1.1 and 0.4 %, with
three models by 0.5 and 0.3 %, and gained 0.5 and 0.6 % in the mean; six gained no more."""
RIDGE = 1.0
"""λ of the regression; 0.01 … 1 measured alike."""
CLOSE, MOST_TURNS = 1e-3, 40
"""Of what is left of the regression's residual, and steps to that at most."""
_SEED = 20_090_618


def pairwise_of(log: Log, trust: Floats) -> Floats:
    """[2, m, ``FIGURES``]: what having met each of ``m`` titles says, by levelled leanings, and what that says of each.

    ``trust`` [people]: with this chance each liking is heard. Nothing but zeros where nobody likes anything.
    """
    titles, found = len(log.items), np.zeros((2, len(log.items), FIGURES), np.float32)
    rng = np.random.default_rng(_SEED)
    heard = (log.liking >= LIKED) & (rng.random(len(log)) < trust[log.person])
    if not heard.any():
        return found
    person, item = log.person[heard], log.item[heard]
    people, found[1] = _learned(table(np.ones(len(item)), person, item, (len(log.people), titles)))
    histories = levelled(log)
    found[0] = dense_product(turned(histories), _solved(histories, people))
    return found


def levelled(log: Log) -> Sparse:
    """``level(leanings(history).all)`` of everybody's history, [people, m]."""
    people = len(log.people)
    usual = np.bincount(log.person, log.liking, people) / np.maximum(np.bincount(log.person, minlength=people), 1)
    every = np.clip(0.6 + 1.2 * (log.liking - usual[log.person]), 0.05, 1.5)
    length = np.sqrt(np.bincount(log.person, every * every, people) + 1)
    return table(every / length[log.person], log.person, log.item, (people, len(log.items)))


def _learned(liked: Sparse) -> tuple[Floats, Floats]:
    """Of people and of titles; of who likes nothing and of what nobody likes, zeros."""
    rounds, models = np.clip([MOST_STEPS // liked.nnz, MANY // liked.nnz], 1, [ROUNDS, MODELS]).tolist()
    drawn = [
        bpr(liked, factors=FIGURES - 1, learning_rate=RATE, regularization=DECAY, iterations=rounds, random_state=seed)
        for seed in range(_SEED, _SEED + models)
    ]
    people = np.concatenate([model.user_factors for model in drawn], axis=1)
    return _strongest(people, np.concatenate([model.item_factors for model in drawn], axis=1))


def _strongest(people: Floats, titles: Floats) -> tuple[Floats, Floats]:
    """``FIGURES`` of each, whose products are nearest to those of all that were given (Eckart and Young 1936)."""
    if people.shape[1] <= FIGURES:
        return people.astype(np.float32), titles.astype(np.float32)
    (of_people, small), (of_titles, other) = np.linalg.qr(people.astype(float)), np.linalg.qr(titles.astype(float))
    left, size, right = np.linalg.svd(small @ other.T)
    kept = min(FIGURES, int((size > size[0] * NOTHING).sum()))
    found = of_people @ left[:, :kept] * np.sqrt(size[:kept]), of_titles @ right[:kept].T * np.sqrt(size[:kept])
    room = ((0, 0), (0, FIGURES - kept))
    return np.pad(found[0], room).astype(np.float32), np.pad(found[1], room).astype(np.float32)


def _solved(histories: Sparse, wanted: Floats) -> Floats:
    """X of (HH' + λI) X = ``wanted`` [people, k], by conjugate gradients, column by column at once."""
    back = turned(histories)
    found = np.zeros_like(wanted)
    left = wanted.copy()
    way, size = left.copy(), _squares(left)
    enough = CLOSE**2 * size
    for _ in range(MOST_TURNS):
        if (size <= enough).all():
            break
        seen = dense_product(histories, dense_product(back, way)) + np.float32(RIDGE) * way
        step = size / np.maximum(np.einsum("pk,pk->k", way, seen), 1e-30)
        found += step * way
        left -= step * seen
        size, before = _squares(left), size
        way = left + size / np.maximum(before, 1e-30) * way
    return found


def _squares(values: Floats) -> NDArray[np.float32]:
    return np.einsum("pk,pk->k", values, values)
