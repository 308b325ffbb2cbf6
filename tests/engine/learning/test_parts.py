"""The tables behind the components: the same figures whichever way they are worked out."""

from __future__ import annotations

import numpy as np
import pytest

from engine.columns.sparse import Sparse
from engine.learning import item_weights
from engine.learning.attributes import Described
from engine.learning.components import leanings
from engine.learning.history import History
from engine.learning.kinship import Features, Kinship
from engine.learning.log import Log
from engine.learning.neighbours import Neighbours
from engine.learning.rows import largest
from engine.learning.sequence import successors
from engine.learning.sparse import table

PEOPLE, TITLES = 12, 20


def met() -> Sparse:
    rng = np.random.default_rng(4)
    rows, columns = np.nonzero(rng.random((PEOPLE, TITLES)) < 0.4)
    return table(rng.uniform(0.1, 1, len(rows)), rows, columns, (PEOPLE, TITLES))


def reference(penalty: float) -> np.ndarray:
    dense = met().toarray().astype(np.float64)
    solved = np.linalg.inv(dense.T @ dense + penalty * np.eye(TITLES))
    weights = -solved / np.diag(solved)
    np.fill_diagonal(weights, 0)
    return weights


def test_exact_weights_are_those_of_the_formula() -> None:
    found = met().T.toarray() @ item_weights.exact(met(), 3.0).T
    np.fill_diagonal(found, 0)
    np.testing.assert_allclose(found, reference(3.0), atol=1e-4)


@pytest.mark.parametrize(("people", "solved"), [(5_000, 5_000), (0, 5_000), (0, 8)])
def test_the_strongest_weights_are_those_of_the_formula_from_either_side(
    people: int, solved: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(item_weights, "MOST_PEOPLE", people)
    monkeypatch.setattr(item_weights, "MOST_SOLVED", solved)
    found = item_weights.strongest(met(), [3.0], keep=TITLES)[0].toarray()
    scope = np.flatnonzero(found.any(axis=0))
    if solved == 5_000:
        np.testing.assert_allclose(found, reference(3.0), atol=1e-4)
    else:
        assert len(scope) == solved
        dense = met().toarray()[:, scope].astype(np.float64)
        inverse = np.linalg.inv(dense.T @ dense + 3.0 * np.eye(solved))
        weights = -inverse / np.diag(inverse)
        np.fill_diagonal(weights, 0)
        np.testing.assert_allclose(found[np.ix_(scope, scope)], weights, atol=1e-3)


def test_of_weights_of_either_sign_the_strongest_are_kept() -> None:
    found, whole = item_weights.strongest(met(), [3.0], keep=4)[0].toarray(), reference(3.0)
    for column in range(TITLES):
        kept = np.flatnonzero(found[:, column])
        assert set(kept) == set(np.argsort(-np.abs(whole[:, column]))[:4])


def test_of_each_row_the_largest_entries_are_kept() -> None:
    whole = met()
    kept = largest(whole.indptr, whole.data, 3)
    for row in range(PEOPLE):
        own = slice(whole.indptr[row], whole.indptr[row + 1])
        assert set(np.flatnonzero(kept[own])) == set(np.argsort(-whole.data[own], kind="stable")[:3])
    alike = largest(np.array([0, 5, 6]), np.array([1, 2, 1, 1, 0, 1], np.float32), 3)
    assert alike.tolist() == [True, True, True, False, False, True]


def features() -> Features:
    rng = np.random.default_rng(5)
    named = table(rng.random(60), rng.integers(0, TITLES, 60), rng.integers(0, 9, 60), (TITLES, 9))
    text, years = rng.normal(size=(TITLES, 3)), rng.random((TITLES, 2))
    return Features.of(
        Described(named, text.astype(np.float32), years.astype(np.float32), np.ones(TITLES, np.int64))
    )  # fmt: skip


def test_what_hidden_titles_taught_is_forgotten_as_if_they_had_never_been_there() -> None:
    counts = np.full(TITLES, 5, np.float32)
    hidden = np.arange(TITLES) % 3 == 0
    quick = Kinship.of(features(), counts).without(hidden)
    slow = Kinship.of(features(), np.where(hidden, 0, counts).astype(np.float32))
    np.testing.assert_array_equal(quick.columns, slow.columns)
    np.testing.assert_allclose(quick.inverse, slow.inverse, atol=1e-4)


def test_all_directions_together_foretell_what_the_kernel_does() -> None:
    kinship = Kinship.of(features(), np.full(TITLES, 5, np.float32))
    wishes = np.random.default_rng(6).normal(size=(4, TITLES)).astype(np.float32)
    directions = kinship.directions(wishes, 50)
    np.testing.assert_allclose(directions.T @ directions, np.eye(directions.shape[1]), atol=1e-3)
    found = wishes @ kinship.solved(directions, TITLES)[kinship.columns] @ features().along(directions).T
    np.testing.assert_allclose(found, wishes @ kinship.inverse @ features().kernel(), atol=1e-3)


def test_nobody_is_their_own_neighbour() -> None:
    counts = np.full(TITLES, 3, np.float32)
    crowd = Neighbours.of(met(), counts, np.zeros(PEOPLE), np.ones(PEOPLE, np.float32))
    titles = np.flatnonzero(met().toarray()[2])
    history = History(titles, np.full(len(titles), 0.8, np.float32), np.arange(len(titles), dtype=np.float64), 2)
    alone = dict(crowd.told(titles, leanings(history), 0.0, 2))["people"].each[0]
    among = dict(crowd.told(titles, leanings(history), 0.0, -1))["people"].each[0]
    assert 2 not in alone.rows
    assert among.rows[np.argmax(among.weights)] == 2


def test_what_is_met_soon_after_counts_more_and_the_other_way_round_it_came_before() -> None:
    log = Log(
        ("a", "b", "c"), ("p",), np.zeros(3, np.int32), np.arange(3, dtype=np.int32), np.ones(3, np.float32),
        np.array([0.0, 60.0, 120.0]),
    )  # fmt: skip
    after, before = (matrix.toarray() for matrix in successors(log, np.ones(3, np.float32)))
    assert after[0, 1] > after[0, 2] > 0
    assert after[1, 0] == 0
    assert before[2, 1] > before[2, 0] > 0


def test_titles_of_one_moment_share_their_mean_place() -> None:
    history = History(np.arange(4), np.ones(4, np.float32), np.array([1.0, 5.0, 5.0, 9.0]))
    np.testing.assert_allclose(history.back, [3, 1.5, 1.5, 0])
    assert history.latest(2).rows.tolist() == [2, 3]
