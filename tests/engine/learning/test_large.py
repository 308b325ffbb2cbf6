"""The ways that large logs and catalogues with vectors take, on a small world."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from engine.catalogue import Catalogue
from engine.learning import item_weights, neighbours
from engine.learning.crowd import Crowd, learn
from engine.learning.history import History
from engine.learning.log import Log, log_of
from engine.learning.sharing import renamed, without_people
from engine.testing.clock import START
from engine.testing.worlds import Size, World

WORLD = World(Size(240, 30, seed=5, dimensions=32, shortest=10, longest=60))
EVERY = np.arange(240)


@cache
def catalogue() -> Catalogue:
    return WORLD.catalogue()


@cache
def log() -> Log:
    return log_of(WORLD.interactions(), catalogue().ids, START.timestamp())


def learned() -> Crowd:
    return learn(log(), catalogue(), np.random.default_rng(2))


def history(person: int) -> History:
    own = log().person == person
    return History(log().item[own].astype(np.int64), log().liking[own], log().at[own], person)


@pytest.fixture(scope="module")
def listed() -> Crowd:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(item_weights, "MOST_EXACT", 0)
        patch.setattr(neighbours, "MOST", 5)
        return learned()


def test_listed_weights_answer_much_as_exact_ones(listed: Crowd) -> None:
    exact = learned().aligned(catalogue())
    for person in (0, 7, 29):
        one, other = (
            crowd.fold_in(history(person)).over(EVERY).sum(axis=0) for crowd in (exact, listed.aligned(catalogue()))
        )
        assert np.corrcoef(one, other)[0, 1] > 0.9


def test_listed_weights_come_back_from_their_arrays_and_are_checked(listed: Crowd) -> None:
    arrays, facts = listed.arrays(), listed.facts()
    restored = Crowd.from_arrays(arrays, facts).aligned(catalogue()).fold_in(history(3))
    np.testing.assert_allclose(
        restored.over(EVERY), listed.aligned(catalogue()).fold_in(history(3)).over(EVERY), atol=1e-6
    )
    for name, spoilt in (
        ("parts.narrow.indices", arrays["parts.narrow.indices"] + 10_000),
        ("parts.narrow.indptr", arrays["parts.narrow.indptr"][::-1]),
        ("parts.moments", arrays["parts.moments"][::-1]),
        ("parts.latest", arrays["parts.latest"] * np.nan),
    ):
        with pytest.raises(ValueError, match=name.rpartition(".")[0]):
            Crowd.from_arrays({**arrays, name: spoilt}, facts)
    for fact in ("summary", "text_model", "people"):
        with pytest.raises(ValueError, match=fact):
            Crowd.from_arrays(arrays, {**facts, fact: 7})


def test_evidence_is_exact_with_listed_weights_too(listed: Crowd) -> None:
    signals = listed.aligned(catalogue()).fold_in(history(4))
    gone = history(4).rows[:2]
    again = listed.aligned(catalogue()).fold_in(history(4).without(gone))
    for row in range(0, 240, 37):
        np.testing.assert_allclose(signals.figures(row), signals.over(EVERY)[:, row], atol=2e-4)
        np.testing.assert_allclose(signals.without(gone)(row), again.over(EVERY)[:, row], atol=2e-4)


def test_what_leaves_the_house_names_nobody_and_still_answers(listed: Crowd) -> None:
    shared = renamed(without_people(listed), listed.item_ids)
    assert not shared.people
    signals = shared.aligned(catalogue()).fold_in(history(1))
    assert np.isfinite(signals.over(EVERY)).all()
    assert signals.public
    assert signals.supporters(3, history(1).rows[:1]) == 0


def test_texts_of_another_model_say_nothing(listed: Crowd) -> None:
    other = WORLD.catalogue(model="another")
    values = listed.aligned(other).fold_in(history(2)).over(EVERY)
    assert np.isfinite(values).all()
    assert not np.allclose(values, listed.aligned(catalogue()).fold_in(history(2)).over(EVERY))


def test_each_step_of_the_training_is_told_in_order() -> None:
    told: list[float] = []
    learn(log(), catalogue(), np.random.default_rng(2), progress=lambda _, share: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0
