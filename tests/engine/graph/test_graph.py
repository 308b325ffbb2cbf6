"""Nearness in the graph: what it follows, what it does not feel, and that both ways to work it out agree."""

from __future__ import annotations

from dataclasses import replace

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.build import build_catalogue, empty_catalogue
from engine.domain.items import MediaType
from engine.graph import push as pushing
from engine.graph.adjacency import adjacency
from engine.graph.graph import Graph
from engine.graph.push import push, spread
from engine.graph.walk import RESTART, step, walk
from tests.engine.graph.shelf import ACTOR, CLOSED, OPEN, by, film, graph_of, near, random_shelf, row


def test_a_rare_connection_brings_nearer_than_a_common_one() -> None:
    graph = graph_of(
        [
            film("seed", by("Rare"), by("Common"), genres=()),
            film("rare", by("Rare"), genres=()),
            *(film(f"common-{number}", by("Common"), genres=()) for number in range(9)),
        ]
    )
    found = near(graph, "seed")
    assert found["rare"] > 1.5 * found["common-0"] > 0


def test_who_leads_the_cast_connects_more_than_who_is_last_in_it() -> None:
    cast = [replace(by(f"Face {order}", ACTOR), order=order) for order in range(10)]
    graph = graph_of([film("seed", *cast), film("lead", cast[0]), film("last", cast[9])])
    found = near(graph, "seed")
    assert found["lead"] > found["last"] > 0


def test_what_only_one_title_has_connects_nothing_and_a_title_alone_is_near_to_nothing() -> None:
    graph = graph_of([film("alone", by("Nobody Else"), genres=("Western",)), film("a"), film("b")])
    assert graph.strength[row(graph, "alone")] == 0
    assert not any(near(graph, "alone").values())
    assert near(graph, "a")["alone"] == 0
    assert near(graph, "a")["b"] > 0


def test_a_word_that_is_common_in_synopses_is_no_theme() -> None:
    listed = [film(f"listed-{number}", keywords=("who",), genres=()) for number in range(2)]
    told = [film(f"told-{number}", synopsis="one who waits", genres=()) for number in range(20)]
    graph = graph_of([*listed, *told])
    assert not graph.strength.any()
    assert near(graph_of([*listed, *told[:5]]), "listed-0")["told-0"] > 0


def test_ways_of_many_steps_count_less_than_ways_of_two() -> None:
    graph = graph_of(
        [
            film("a", by("X"), genres=()),
            film("b", by("X"), by("Y"), genres=()),
            film("c", by("Y"), by("Z"), genres=()),
            film("d", by("Z"), genres=()),
        ]
    )
    found = near(graph, "a")
    assert found["b"] > found["c"] > found["d"] > 0


@pytest.mark.parametrize("seed", range(6))
def test_closed_titles_are_not_felt_at_all(seed: int) -> None:
    items = random_shelf(seed, closed=0.4)
    seen, alone = graph_of(items, closed=True), graph_of([item for item in items if OPEN in item.library_ids])
    assert seen.edges == alone.edges
    assert seen.usual == pytest.approx(alone.usual, rel=1e-6)
    assert seen.usual_near(MediaType.MOVIE) == pytest.approx(alone.usual_near(MediaType.MOVIE), rel=1e-5)
    names = [item.title for item in items if OPEN in item.library_ids][:4]
    theirs, ours = near(seen, *names), near(alone, *names)
    assert {name: theirs[name] for name in ours} == pytest.approx(ours, rel=1e-5, abs=1e-12)
    assert not any(theirs[item.title] for item in items if CLOSED in item.library_ids)


def test_a_walk_that_begins_at_a_closed_title_goes_nowhere() -> None:
    graph = graph_of([film("shut", by("X"), shelf=CLOSED), film("a", by("X")), film("b", by("X"))], closed=True)
    assert not any(near(graph, "shut").values())
    assert graph.around(row(graph, "shut"))[0].size == 0


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12), st.floats(1e-7, 1e-3))
def test_pushing_comes_as_close_to_walking_every_edge_as_it_says_and_never_above(
    seed: int, begun: int, tolerance: float
) -> None:
    graph = graph_of(random_shelf(seed % 50, closed=0.2), closed=True)
    rng = np.random.default_rng(seed)
    rows, amounts = rng.choice(len(graph.strength), begun, replace=False), rng.random(begun)
    amounts[graph.strength[rows] <= 0] = 0
    exact, found = walk(graph, rows, amounts, 1e-9), push(graph, graph.ways, rows, amounts, tolerance)
    bound = 2 * tolerance * float(amounts.sum()) * graph.strength
    assert (found <= exact * (1 + 1e-5) + 1e-9).all()
    assert (exact - found <= bound * (1 + 1e-5) + 1e-6).all()
    assert (found == push(graph, graph.ways, rows, amounts, tolerance)).all()


def test_a_large_graph_is_pushed_and_ranks_the_nearest_as_a_walk_does(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = graph_of(random_shelf(3, 400))
    rows, amounts = np.array([5, 80, 200]), np.array([0.5, 0.2, 0.3])
    walked = graph.near(rows, amounts)
    monkeypatch.setattr("engine.graph.graph.WALKED", 0)
    pushed = graph.near(rows, amounts)
    assert (pushed <= walked * (1 + 1e-5) + 1e-9).all()
    assert len(set(np.argsort(-walked)[:20]) & set(np.argsort(-pushed)[:20])) >= 18


def test_what_is_compiled_does_what_is_written() -> None:
    graph = graph_of(random_shelf(7))
    rows, amounts = np.array([1, 2, 30]), np.array([0.2, 0.3, 0.5])
    compiled = push(graph, graph.ways, rows, amounts, 1e-5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pushing, "compiled", lambda: spread)
        assert push(graph, graph.ways, rows, amounts, 1e-5) == pytest.approx(compiled, rel=1e-12)


def test_where_nothing_can_be_kept_on_disk_it_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[bool] = []

    def refusing(**options: bool) -> object:
        kept.append(bool(options.get("cache")))
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: function

    monkeypatch.setattr(numba, "njit", refusing)
    assert pushing.compiled.__wrapped__() is spread
    assert kept == [True, False]


@pytest.mark.parametrize("amounts", [np.zeros(2), np.array([-1.0, 0.0])])
def test_a_walk_of_nothing_ends_nowhere(amounts: np.ndarray) -> None:
    graph = graph_of(random_shelf(1, 30))
    assert not graph.near(np.array([0, 1]), amounts).any()
    assert not push(graph, graph.ways, np.array([0, 1]), np.zeros(2), 1e-5).any()


def test_nothing_gets_lost_on_the_way() -> None:
    graph = graph_of(random_shelf(2))
    amounts = np.where(graph.strength > 0, 1.0, 0.0)
    assert step(graph, amounts).sum() == pytest.approx(amounts.sum(), rel=1e-5)
    assert walk(graph, np.array([0, 9]), np.array([0.5, 0.5])).sum() == pytest.approx(1, abs=2e-4)


def test_nearness_is_as_great_one_way_as_the_other_by_strength() -> None:
    graph = graph_of(random_shelf(4))
    one, other = np.flatnonzero(graph.strength > 0)[[3, 40]]
    there = walk(graph, np.array([one]), np.ones(1), 1e-9)[other] / graph.strength[other]
    back = walk(graph, np.array([other]), np.ones(1), 1e-9)[one] / graph.strength[one]
    assert there == pytest.approx(back, rel=1e-4)


def test_what_begins_at_a_title_ends_there_first() -> None:
    graph = graph_of(random_shelf(5))
    begun = int(np.flatnonzero(graph.strength > 0)[0])
    assert walk(graph, np.array([begun]), np.ones(1))[begun] >= RESTART - 1e-6


def test_an_empty_catalogue_and_one_without_any_features_make_a_graph() -> None:
    nothing = Graph.of(empty_catalogue())
    assert nothing.edges == 0
    assert not len(nothing.near(np.zeros(0, np.int64), np.zeros(0)))
    bare = Graph.of(build_catalogue([film("a", genres=()), film("b", genres=())]))
    assert not bare.near(np.array([0]), np.ones(1)).any()
    assert bare.usual_near(MediaType.MOVIE) == bare.usual_near(MediaType.MANGA) == 0


def test_vertices_have_names_kinds_and_titles() -> None:
    graph = graph_of([film("a", by("X"), keywords=("heist",)), film("b", by("X"), keywords=("heist",)), film("c")])
    names = {graph.name_of(vertex): (graph.tie_of(vertex), graph.titles_of(vertex).tolist()) for vertex in range(3)}
    assert names["X"] == ("people", [0, 1])
    assert names["heist"] == ("keywords", [0, 1])
    assert names["Drama"][1] == [0, 1, 2]


def test_the_whole_graph_is_one_symmetric_matrix_of_what_is_open() -> None:
    graph = graph_of(random_shelf(6, closed=0.3), closed=True)
    matrix = adjacency(graph)
    dense = matrix.toarray()
    assert dense.shape == (len(graph.strength) + len(graph.weight),) * 2
    assert (dense == dense.T).all()
    assert dense.sum(axis=1)[: len(graph.strength)] == pytest.approx(graph.strength, rel=1e-4, abs=1e-4)
    assert matrix.nnz == 2 * graph.edges
