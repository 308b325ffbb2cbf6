"""Questions about the graph, each in a world where the answer can be seen."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest

from engine.columns.vectors import item_vectors
from engine.domain.items import CreditRole
from engine.errors import Misconfigured
from engine.graph import census
from engine.graph.alike import alike, similar_to
from engine.graph.blocks import TIES, Tie
from engine.graph.central import central, most_central
from engine.graph.communities import between, communities
from engine.graph.graph import Graph
from engine.graph.routes import route, routes, shared_people, told
from engine.graph.rules import BROADER, after, before, broader, implied_genres, series
from engine.graph.watched import Finished, Watched
from tests.engine.graph.shelf import (
    ACTOR,
    CLOSED,
    COMPOSER,
    DIRECTOR,
    OPEN,
    STUDIO,
    by,
    film,
    graph_of,
    random_shelf,
    row,
)  # fmt: skip


def names(graph: Graph) -> dict[int, str]:
    return dict(enumerate(item.removeprefix("movie:") for item in graph.catalogue.ids))


def test_the_way_between_two_titles_is_told_step_by_step_with_what_people_did() -> None:
    graph = graph_of(
        [
            film("Brazil", by("Gilliam")),
            film("Twelve Monkeys", by("Gilliam"), by("Willis", ACTOR)),
            film("Die Hard", by("Willis", ACTOR)),
            film("Else"),
        ]
    )
    found = route(graph, row(graph, "Brazil"), row(graph, "Die Hard"))
    assert found is not None
    assert told(found.steps, names(graph)) == "Brazil – director: Gilliam – Twelve Monkeys – actor: Willis – Die Hard"
    assert found.steps[0].roles == (CreditRole.DIRECTOR,)


def test_somebody_in_another_role_is_told_with_the_one_in_the_first_title() -> None:
    graph = graph_of([film("a", by("X", COMPOSER), genres=()), film("b", by("X", ACTOR), genres=())])
    found = route(graph, 0, 1)
    assert found is not None
    assert [step.roles for step in found.steps] == [(COMPOSER,)]


def test_a_way_goes_by_a_genre_only_where_there_is_no_other() -> None:
    graph = graph_of([film("a"), film("b"), film("c", genres=("War",)), film("d", genres=())])
    found = route(graph, 0, 1)
    assert found is not None
    assert [(step.tie, step.name) for step in found.steps] == [(Tie.GENRES, "Drama")]
    assert told(found.steps, names(graph)) == "a – “Drama” – b"
    assert route(graph, 0, 3) is None


def test_no_way_leads_through_a_closed_title_nor_to_one() -> None:
    items = [
        film("a", by("X"), genres=()), film("shut", by("X"), by("Y"), genres=(), shelf=CLOSED),
        film("b", by("Y"), genres=()),
    ]  # fmt: skip
    assert route(graph_of(items), 0, 1) is not None
    graph = graph_of(items, closed=True)
    assert route(graph, row(graph, "a"), row(graph, "b")) is None
    assert route(graph, row(graph, "a"), row(graph, "shut")) is None
    assert routes(graph, np.array([row(graph, "shut")]), row(graph, "a"), 3) == []


def test_a_title_is_no_step_from_itself() -> None:
    graph = graph_of([film("a"), film("b")])
    found = route(graph, 0, 0)
    assert found is not None
    assert found.steps == ()
    assert told(found.steps, {}) == ""


def test_ways_from_a_viewers_titles_come_cheapest_first_and_no_more_than_asked_for() -> None:
    graph = graph_of(
        [
            film("far", by("Y"), genres=()),
            film("near", by("X"), genres=()),
            film("pick", by("X"), genres=()),
            film("middle", by("X"), by("Y"), genres=()),
            film("apart", genres=("War",)),
        ]
    )
    starts = np.array([row(graph, name) for name in ("far", "near", "apart")])
    found = routes(graph, starts, row(graph, "pick"), 5)
    assert [names(graph)[one.steps[0].start] for one in found] == ["near", "far"]
    assert len(routes(graph, starts, row(graph, "pick"), 1)) == 1


def test_titles_that_share_two_people_or_more_come_with_their_names_most_first() -> None:
    cast = [by("A"), by("B", ACTOR), by("C", ACTOR)]
    graph = graph_of(
        [film("seed", *cast), film("two", *cast[:2]), film("three", *cast), film("one", cast[0]),
         film("shut", *cast, shelf=CLOSED)],
        closed=True,
    )  # fmt: skip
    found = shared_people(graph, row(graph, "seed"))
    assert [(names(graph)[other], who) for other, who in found] == [("three", ("A", "B", "C")), ("two", ("A", "B"))]
    assert shared_people(graph, row(graph, "shut")) == []
    assert len(shared_people(graph, row(graph, "seed"), 3)) == 1
    assert shared_people(graph_of([film("a"), film("b")]), 0) == []


def test_likeness_is_six_parts_vectors_and_four_parts_connections() -> None:
    graph = graph_of([film("seed", by("X"), genres=()), film("told"), film("tied", by("X")), film("other", genres=())])
    vectors = np.zeros((4, 3), np.float16)
    vectors[row(graph, "seed")] = vectors[row(graph, "told")] = (1, 0, 0)
    vectors[row(graph, "tied")], vectors[row(graph, "other")] = (0, 1, 0), (0, 0, 1)
    catalogue = replace(graph.catalogue, vectors=item_vectors("m", vectors))
    found = {names(graph)[one.row]: one for one in alike(Graph.of(catalogue), row(graph, "seed"), 9)}
    assert found["told"].score == pytest.approx(0.6 + 0.4 * found["told"].by_graph, abs=2e-3)
    assert (found["tied"].by_vector, found["tied"].by_graph) == (0, 1)
    assert found["tied"].score == pytest.approx(0.4)
    assert next(iter(found)) == "told"
    assert "seed" not in found
    edges = similar_to(catalogue, row(graph, "seed"), 2, np.ones(4, np.bool_))
    assert edges[0] == (row(graph, "told"), pytest.approx(1, abs=1e-3))
    assert similar_to(graph.catalogue, 0, 2, np.ones(4, np.bool_)) == []


def test_without_vectors_connections_alone_tell_what_is_alike_and_closed_titles_are_never_among_it() -> None:
    items = random_shelf(3, closed=0.4)
    graph = graph_of(items, closed=True)
    for one in range(0, 60, 7):
        found = alike(graph, one, 5)
        assert all(graph.shown[other.row] and other.row != one for other in found)
        assert [other.score for other in found] == sorted((other.score for other in found), reverse=True)
        assert found == [] or graph.shown[one]
    assert alike(graph, 0, 0) == []


def test_a_slasher_is_horror_and_a_yakuza_film_is_crime_by_way_of_gangsters() -> None:
    assert broader(["Slasher"]) == {"horror"}
    assert broader(["yakuza"]) == {"gangster", "crime"}
    assert broader(["horror", "slasher"]) == frozenset()
    graph = graph_of([film("a", genres=("Drama",), keywords=("yakuza",)), film("b", genres=("Crime", "Drama"))])
    assert implied_genres(graph.catalogue, 0) == ("Crime",)
    assert implied_genres(graph.catalogue, 1) == ()


def test_no_rule_goes_in_a_circle() -> None:
    assert all(word not in broader([word]) for word in BROADER)


def test_a_series_is_in_its_order_or_by_year_where_that_is_incomplete() -> None:
    graph = graph_of(
        [film("c", series="S", order=3), film("a", series="S", order=1), film("b", series="S", order=2),
         film("late", series="T", year=1999), film("early", series="T", year=1980), film("some", series="T", order=9),
         film("shut", series="S", order=4, shelf=CLOSED), film("none")],
        closed=True,
    )  # fmt: skip
    catalogue, told_by = graph.catalogue, names(graph)

    def named(rows: tuple[int, ...]) -> list[str]:
        return [told_by[one] for one in rows]

    assert named(series(catalogue, row(graph, "b"), graph.shown)) == ["a", "b", "c"]
    assert named(before(catalogue, row(graph, "b"), graph.shown)) == ["a"]
    assert named(after(catalogue, row(graph, "b"), graph.shown)) == ["c"]
    assert named(series(catalogue, row(graph, "late"), graph.shown)) == ["early", "late", "some"]
    shut, none = row(graph, "shut"), row(graph, "none")
    assert series(catalogue, shut, graph.shown) == series(catalogue, none, graph.shown) == ()
    assert before(catalogue, none, graph.shown) == after(catalogue, none, graph.shown) == ()


def edges_of(**finished: str) -> list[Finished]:
    return [Finished(viewer, f"movie:{name}") for viewer, all_of in finished.items() for name in all_of]


def test_other_viewers_are_only_ever_counted_and_only_three_or_more_together() -> None:
    graph = graph_of([film(name, shelf=CLOSED if name == "d" else OPEN) for name in "abcd"], closed=True)
    found = Watched.of(graph.catalogue, edges_of(u="abd", v="abd", w="abcd", x="c"))
    assert found.also_finished(0, graph.shown) == [(1, 3)]
    assert found.finished_by(0) == 3
    assert found.finished_by(2) == 0
    assert found.also_finished(2, graph.shown) == []
    assert found.also_finished(3, graph.shown) == []


def test_the_latest_of_several_watches_counts_and_unknown_titles_do_not() -> None:
    graph = graph_of([film("a"), film("b")])
    found = Watched.of(
        graph.catalogue,
        [Finished("u", "movie:a", rating=10, at=5), Finished("u", "movie:a", rating=2, at=9), Finished("u", "movie:x"),
         Finished("u", "movie:b", completion=float("nan"))],
    )  # fmt: skip
    assert found.by_viewer.shape == (1, 2)
    assert found.by_viewer.data.tolist() == pytest.approx([0.01, 0.01])
    assert found.at.tolist() == [9, 0]
    assert Watched.of(graph.catalogue, []).by_viewer.nnz == 0


def test_what_everything_leads_to_is_central() -> None:
    graph = graph_of([film("hub", *(by(f"P{n}") for n in range(6)), genres=()),
                      *(film(f"leaf-{n}", by(f"P{n}"), genres=()) for n in range(6))])  # fmt: skip
    titles, passed = central(graph)
    assert titles.sum() == pytest.approx(1)
    assert int(titles.argmax()) == row(graph, "hub")
    assert (passed >= 0).all()
    assert [count for _, count, _ in most_central(graph, Tie.PEOPLE, 3)] == [2, 2, 2]
    assert most_central(graph, Tie.NAMES, 3) == []
    assert not central(graph_of([film("a", genres=())]))[0].any()


def test_titles_that_hang_together_make_a_community_named_by_what_they_share() -> None:
    pytest.importorskip("networkit")
    graph = graph_of(
        [film(f"{group}-{number}", by(f"Director {group}"), keywords=(f"theme {group}",))
         for group in "xy" for number in range(5)]
    )  # fmt: skip
    found = communities(graph, 5)
    told_by = names(graph)
    assert [{told_by[one][0] for one in group.rows} for group in found] == [{"x"}, {"y"}]
    assert {f"Director {told_by[found[0].rows[0]][0]}"} <= set(found[0].names)
    assert communities(graph, 1) == found[:1]


def test_what_lies_between_groups_is_found() -> None:
    pytest.importorskip("networkit")
    graph = graph_of([*(film(f"{group}-{number}", by(group), genres=()) for group in "xy" for number in range(4)),
                      film("bridge", by("x"), by("y"), genres=())])  # fmt: skip
    assert names(graph)[between(graph, 3)[0][0]] == "bridge"


def test_without_networkit_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkit", None)
    graph = graph_of([film("a"), film("b")])
    for question in (communities, between):
        with pytest.raises(Misconfigured) as problem:
            question(graph, 3)
        assert problem.value.key == "graph-extra-missing"


def test_vertices_and_edges_are_counted_by_kind() -> None:
    items = [
        film("a", by("X", DIRECTOR), by("X", ACTOR), by("S", STUDIO), keywords=("heist",), synopsis="To Port Royal.",
             series="Saga"),
        film("b", by("X", COMPOSER), by("S", STUDIO), synopsis="One heist in Port Royal.", series="Saga"),
        film("shut", by("X"), shelf=CLOSED),
    ]  # fmt: skip
    graph = graph_of(items, closed=True)
    watched = Watched.of(graph.catalogue, edges_of(u="ab"))
    assert census.vertices(graph, watched) == {
        "title": 2, "person": 1, "studio": 1, "keyword": 1, "genre": 1, "collection": 1, "name": 1, "viewer": 1,
    }  # fmt: skip
    found = census.edges(graph, watched)
    assert (found["directed"], found["acted in"], found["composed"], found["made"], found["wrote"]) == (1, 1, 1, 2, 0)
    assert (found["has keyword"], found["mentions keyword"], found["mentions"], found["in collection"]) == (1, 1, 2, 2)
    assert found["watched"] == 2
    assert census.vertices(graph_of([film("a", genres=())]))["person"] == 0
    assert census.edges(graph)["watched"] == 0
    assert len(TIES) == 5
