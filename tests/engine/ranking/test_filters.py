"""Every bound of a query, against the items themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.answering.answer import answer
from engine.columns.build import build_catalogue, empty_catalogue
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.domain.query import Filters, Query
from engine.domain.shelf_tags import tag_on
from engine.domain.slate import Confidence
from engine.filters import passing, tagged_openly
from engine.testing.households import TODAY, household

pytestmark = pytest.mark.untraced

HOME = household(11, titles=200, watched=80)
TWO = {"Director 3-1", "Actor 2-2"}
MOVIES, ANIME = frozenset({MediaType.MOVIE}), frozenset({MediaType.ANIME})


def names(item: Item) -> set[str]:
    return {credit.name for credit in item.credits}


CASES: list[tuple[Filters, Callable[[Item], bool]]] = [
    (Filters(), lambda item: True),
    (Filters(media_types=ANIME), lambda item: item.media_type is MediaType.ANIME),
    (Filters(media_types=MOVIES | ANIME), lambda item: True),
    (Filters(library_ids=frozenset({"open-shelf"})), lambda item: "open-shelf" in item.library_ids),
    (Filters(library_ids=frozenset({"no such shelf"})), lambda item: False),
    (Filters(genres=frozenset({"Comedy", "Crime"})), lambda item: bool({"Comedy", "Crime"} & set(item.genres))),
    (Filters(genres=frozenset({"sci-fi"})), lambda item: "Science Fiction" in item.genres),
    (Filters(genres=frozenset({"No Such Genre"})), lambda item: False),
    (Filters(exclude_genres=frozenset({"drama"})), lambda item: "Drama" not in item.genres),
    (Filters(countries=frozenset({"KR"})), lambda item: "KR" in item.countries),
    (Filters(languages=frozenset({"de", "ko"})), lambda item: item.language in {"de", "ko"}),
    (Filters(languages=frozenset({"xx"})), lambda item: False),
    (Filters(people=frozenset({"Director 3-1", "Actor 2-2"})), lambda item: bool(TWO & names(item))),
    (
        Filters(collections=frozenset({"SAGA 4"})),
        lambda item: item.collection is not None and item.collection.name == "Saga 4",
    ),
    (Filters(year_from=1990), lambda item: (item.year or 0) >= 1990),
    (Filters(year_to=1989), lambda item: (item.year or 0) <= 1989),
    (Filters(year_from=2000, year_to=1990), lambda item: False),
    (Filters(runtime_to=100), lambda item: (item.runtime or 0) <= 100),
    (Filters(runtime_from=100, runtime_to=120), lambda item: 100 <= (item.runtime or 0) <= 120),
    (Filters(year_from=-(10**9), runtime_to=10**9), lambda item: True),
    (
        Filters(genres=frozenset({"Drama"}), year_from=1990),
        lambda item: "Drama" in item.genres and (item.year or 0) >= 1990,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("filters", "fits"), CASES)
def test_a_bound_lets_through_exactly_what_fits(filters: Filters, fits: Callable[[Item], bool]) -> None:
    mask = passing(HOME.catalogue, filters)
    assert {HOME.catalogue.ids[row] for row in mask.nonzero()[0]} == {item.id for item in HOME.items if fits(item)}


def test_all_of_the_tags_are_needed() -> None:
    items = [
        Item(f"movie:{place}", MediaType.MOVIE, "T", tags=frozenset(tags))
        for place, tags in enumerate([{"4k", "hdr"}, {"4k"}, set[str]()])
    ]
    catalogue = build_catalogue(items)
    assert passing(catalogue, Filters(tags=frozenset({"4k", "hdr"}))).tolist() == [True, False, False]
    assert passing(catalogue, Filters(tags=frozenset({"4k"}))).tolist() == [True, True, False]


def test_what_is_unknown_of_a_title_is_not_within_a_bound_on_it() -> None:
    bare = Item("movie:bare", MediaType.MOVIE, "Bare")
    known = Item(
        "movie:known", MediaType.MOVIE, "Known", year=1999, runtime=90, genres=("Drama",), language="en",
        countries=("US",), credits=(Credit("Someone", CreditRole.ACTOR),), collection=Collection("Set"),
    )  # fmt: skip
    catalogue = build_catalogue([bare, known])
    for filters in (
        Filters(year_from=1900), Filters(year_to=2100), Filters(runtime_to=300), Filters(genres=frozenset({"Drama"})),
        Filters(languages=frozenset({"en"})), Filters(countries=frozenset({"US"})),
        Filters(people=frozenset({"Someone"})), Filters(collections=frozenset({"set"})),
    ):  # fmt: skip
        assert passing(catalogue, filters).tolist() == [False, True]
    assert passing(catalogue, Filters(exclude_genres=frozenset({"Drama"}))).tolist() == [True, False]


def test_an_empty_catalogue_passes_nothing() -> None:
    filters = Filters(genres=frozenset({"Drama"}), tags=frozenset({"4k"}), year_from=1, media_types=MOVIES)
    assert len(passing(empty_catalogue(), filters)) == 0


@pytest.mark.parametrize(("filters", "fits"), CASES)
def test_picks_keep_to_the_bounds_of_their_query(filters: Filters, fits: Callable[[Item], bool]) -> None:
    by_id = {item.id: item for item in HOME.items}
    picks = answer(HOME.situation(Query("ada", on=TODAY, limit=200, filters=filters))).picks
    assert all(fits(by_id[pick.item_id]) for pick in picks)


@pytest.mark.parametrize(("least", "watched"), [(0.5, 40), (0.75, 80)])
def test_a_least_confidence_lets_through_its_word_and_better_only(least: float, watched: int) -> None:
    home = household(11, titles=200, watched=watched)
    words = {Confidence.HIGH} if least >= 0.75 else {Confidence.MEDIUM, Confidence.HIGH}
    everything = answer(home.situation(Query("ada", on=TODAY, limit=200))).picks
    sure = answer(home.situation(Query("ada", on=TODAY, limit=200, filters=Filters(minimum_confidence=least)))).picks
    assert {pick.confidence for pick in sure} <= words
    able = {pick.item_id for pick in everything if pick.confidence in words}
    # a later part stays behind where an earlier one is not sure enough
    assert {pick.item_id for pick in sure} <= able
    assert len(sure) >= 0.9 * len(able)
    assert 0 < len(sure) < len(everything)


def moving_title() -> str:
    """One of the viewer's titles that moves some pick but not all."""
    picks = answer(HOME.situation(Query("ada", on=TODAY, limit=60))).picks
    movers = [known.item_id for pick in picks for known in pick.influenced_by]
    return max(set(movers), key=lambda item_id: (movers.count(item_id), item_id))


def test_influenced_by_leaves_only_picks_that_the_title_moved_and_says_so() -> None:
    mover = moving_title()
    query = Query("ada", on=TODAY, limit=60, filters=Filters(influenced_by=frozenset({mover})))
    picks = answer(HOME.situation(query)).picks
    assert 0 < len(picks) < len(answer(HOME.situation(Query("ada", on=TODAY, limit=60))).picks)
    assert all(mover in {known.item_id for known in pick.influenced_by} for pick in picks)


def test_what_was_never_met_influences_nothing() -> None:
    stranger = next(item.id for item in HOME.items if item.id not in {fact.item_id for fact in HOME.interactions})
    for item_id in (stranger, "movie:none"):
        query = Query("ada", on=TODAY, filters=Filters(influenced_by=frozenset({item_id})))
        assert answer(HOME.situation(query)).picks == ()


def test_an_excluded_influence_teaches_nothing_but_stays_watched() -> None:
    mover = moving_title()
    query = Query("ada", on=TODAY, limit=60, filters=Filters(exclude_influence=frozenset({mover})))
    picks = answer(HOME.situation(query)).picks
    assert picks
    assert mover not in {pick.item_id for pick in picks}
    for pick in picks:
        assert mover not in {known.item_id for known in pick.influenced_by}
        assert mover not in {item for fact in pick.evidence for item in fact.items}
    usual = {pick.item_id: pick.score for pick in answer(HOME.situation(Query("ada", on=TODAY, limit=60))).picks}
    assert any(usual.get(pick.item_id) != pick.score for pick in picks)


def test_a_tag_of_a_copy_holds_for_those_alone_who_may_open_its_library() -> None:
    films, attic = frozenset({"plex:s:1"}), frozenset({"plex:s:2"})
    tags = frozenset({"4k", tag_on("4k", "plex:s:2")})
    titles = [
        Item("movie:0", MediaType.MOVIE, "T", tags=tags, library_ids=films | attic),
        Item("movie:1", MediaType.MOVIE, "T", tags=tags | {tag_on("4k", "plex:s:1")}, library_ids=films | attic),
        Item("movie:2", MediaType.MOVIE, "T", tags=frozenset({"4k"}), library_ids=films),
        Item("movie:3", MediaType.MOVIE, "T", tags=tags, library_ids=films),
    ]
    catalogue = build_catalogue(titles)
    assert tagged_openly(catalogue, {"4k"}, films).tolist() == [False, True, True, False]
    assert tagged_openly(catalogue, {"4k"}, films | attic).tolist() == [True, True, True, False]
    assert tagged_openly(catalogue, {tag_on("4k", "plex:s:2")}, films).tolist() == [False] * 4
    assert tagged_openly(catalogue, {tag_on("4k", "plex:s:2")}, attic).tolist() == [True, True, False, False]
