"""WARP (Weston et al. 2011) as in LightFM (Kula 2015), by the library ``lightfm-next``."""

from __future__ import annotations

from collections import Counter

import numpy as np

from engine.columns.sparse import Sparse
from engine.domain.items import CreditRole, Item
from engine.evaluation.known import Known
from engine.evaluation.matrices import beside_itself, by_entry, ones
from engine.evaluation.models._libraries import lightfm
from engine.evaluation.models._peer import Scores, peer

FACTORS, RATE = 32, 0.05
PENALTY, ROUNDS = 1e-3, 30
NEW_PENALTY, NEW_ROUNDS = 1e-4, 60
"""Where only new titles are asked for."""
FEWEST = 3
"""Titles that must share an attribute before it counts."""


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Inner products of factors; where only new titles are asked for, theirs are the sums of their attributes'.

    On titles that people know, attributes cost more than they bring; without them nothing is known of a new title.
    Chosen by the sum of val, randomval and both newuserval slices: FACTORS among 16 to 128, PENALTY among 0 to 0.003,
    ROUNDS among 15, 30 and 60; for new titles on colditemval, among the same.
    """
    new = known.job.only is not None
    features = _attributes(known.job.corpus.items) if new else None
    penalty = NEW_PENALTY if new else PENALTY
    model = lightfm(
        no_components=FACTORS, loss="warp", learning_rate=RATE, item_alpha=penalty, user_alpha=penalty,
        random_state=int(rng.integers(2**31)),
    )  # fmt: skip
    rounds = NEW_ROUNDS if new else ROUNDS
    model.fit(by_entry(known.liked), item_features=features, epochs=rounds, num_threads=1)
    _, people = model.get_user_representations()
    biases, titles = model.get_item_representations(features)
    return lambda row: titles @ people[row] + biases


def _attributes(items: tuple[Item, ...]) -> Sparse:
    """One column per title and one per attribute."""
    words = [_words(item) for item in items]
    counts = Counter(word for own in words for word in own)
    columns = {word: place for place, word in enumerate(sorted(w for w, count in counts.items() if count >= FEWEST))}
    places = [[columns[word] for word in sorted(own) if word in columns] for own in words]
    return beside_itself(ones(places, len(columns)))


def _words(item: Item) -> set[str]:
    people = item.people(CreditRole.ACTOR, CreditRole.DIRECTOR, CreditRole.CREATOR)
    return {
        *(f"genre {name}" for name in item.genres), *(f"keyword {name}" for name in item.keywords),
        *(f"person {name}" for name in people),
    }  # fmt: skip


MODEL = peer("warp", "LightFM's WARP; on new titles with genres, keywords and people", fit, "lightfm")
