"""Without the order of time: a random fifth of everybody's titles is held back."""

from __future__ import annotations

import numpy as np

from engine.evaluation.corpus import Corpus, moved
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice
from engine.evaluation.slices._dividing import Ordered, in_time, last_fifth, lot

SHUFFLING = 17


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """Each person's titles change places in their own history, then the last fifth is test.

    A gain that rests on the order in which a site showed its titles is gone here; a real one stays.
    """
    return (last_fifth(corpus, shuffled(in_time(corpus, seed), lot(SHUFFLING, seed))),)


def shuffled(ordered: Ordered, rng: np.random.Generator) -> Ordered:
    """The same moments, with other titles at them."""
    found: Ordered = {}
    for own, met in ordered.items():
        order = np.argsort(rng.random(len(met)), kind="stable")
        found[own] = tuple(moved(met[int(place)], then.at) for place, then in zip(order, met, strict=True))
    return found


SLICE = Slice("random", "a random fifth of everybody's titles, times shuffled", divide)
