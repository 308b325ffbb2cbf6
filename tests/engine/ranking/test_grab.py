"""Worth grabbing: titles on no shelf, by taste × likelihood that they can be had × freshness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from engine.columns.build import build_catalogue
from engine.domain.items import Item, MediaType
from engine.domain.slate import NoteKind
from engine.scorers.availability import IN_CINEMAS, NOT_OUT, OUT, UNDATED, freshness, likelihood
from engine.testing.households import CLOSED, NOW
from engine.world import UNKNOWN, World
from tests.engine.ranking.world import Home, ids

TODAY = NOW.date()


@pytest.fixture
async def home() -> Home:
    return await Home().open()


def abroad(home: Home, count: int = 8, **facts: object) -> list[Item]:
    """Copies of titles here that are on no shelf, all as good as each other."""
    return [
        replace(item, id=f"{item.media_type}:9{number:05}", library_ids=frozenset(), collection=None, **facts)  # type: ignore[arg-type]
        for number, item in enumerate(home.of.items[:count])
    ]


async def test_only_what_is_on_no_shelf_is_offered_and_closed_shelves_are_shelves(home: Home) -> None:
    loose = abroad(home)
    await home.add(*loose, replace(loose[0], id="movie:closed", library_ids=frozenset({CLOSED})))
    slate = await home.ask("grab", limit=50)
    assert ids(slate)
    assert set(ids(slate)) <= {item.id for item in loose}
    assert {pick.source for pick in slate.picks} == {"tmdb"}
    assert set(ids(await home.ask("tonight", limit=50))).isdisjoint(item.id for item in loose)


async def test_what_is_being_got_already_is_left_out(home: Home) -> None:
    loose = abroad(home)
    await home.add(*loose)
    first = ids(await home.ask("grab", limit=50))
    home.recommender.world = World(taken=frozenset({first[0], "movie:nobody-knows"}))
    assert ids(await home.ask("grab", limit=50, place="again")) == first[1:]


async def test_what_is_not_out_yet_comes_behind_its_equal_that_is(home: Home) -> None:
    model = abroad(home, 1, year=TODAY.year, vote_count=400, vote_average=8.0)[0]
    early, out, old = (replace(model, id=f"{model.media_type}:77000{n}") for n in range(3))
    await home.add(early, out, old)
    released = {
        early.id: TODAY + timedelta(days=20),
        out.id: TODAY - timedelta(days=120),
        old.id: TODAY - timedelta(days=4_000),
    }
    home.recommender.world = World(released=released)
    slate = await home.ask("grab", limit=10)
    assert ids(slate) == [out.id, old.id, early.id]
    for pick in slate.picks:
        parts = {part.name: part.value for part in pick.contributions}
        assert parts["availability"] < 0
        assert sum(parts.values()) == pytest.approx(pick.score, abs=1e-4)


async def test_who_may_open_nothing_may_still_wish(home: Home) -> None:
    await home.add(*abroad(home))
    slate = await home.ask("grab", viewer_id="nobody")
    assert slate.picks
    assert NoteKind.EMPTY_LIBRARY not in {note.kind for note in slate.notes}


async def test_with_nothing_known_of_the_world_there_is_nothing(home: Home) -> None:
    slate = await home.ask("grab")
    assert not slate.picks
    assert slate.candidates == 0


def test_a_film_comes_home_some_months_after_its_release_and_a_series_at_once() -> None:
    days = np.array([-1, 0, 30, 60, 90, 9_000])
    known, films = np.ones(6, np.bool_), np.ones(6, np.bool_)
    middle = (IN_CINEMAS + OUT) / 2
    assert likelihood(days, known, films) == pytest.approx([NOT_OUT, IN_CINEMAS, IN_CINEMAS, middle, OUT, OUT])
    assert likelihood(days, known, ~films) == pytest.approx([NOT_OUT, OUT, OUT, OUT, OUT, OUT])
    assert likelihood(days, ~known, films) == pytest.approx([UNDATED] * 6)
    assert (np.diff(freshness(days[1:])) <= 0).all()


def test_columns_follow_the_catalogue_and_unknown_ids_do_no_harm() -> None:
    catalogue = build_catalogue([Item("movie:1", MediaType.MOVIE, "One"), Item("movie:2", MediaType.MOVIE, "Two")])
    columns = World(frozenset({"movie:2", "movie:3"}), {"movie:1": date(1970, 1, 11), "x": TODAY}).on(catalogue)
    assert columns.taken.tolist() == [False, True]
    assert columns.released.tolist() == [10, UNKNOWN]
