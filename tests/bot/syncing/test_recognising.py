"""Which title something on a shelf is: ids first, then its names and its year."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.syncing.recognising import LEAST, best, by_its_own, folded, likeness, listed_as, title_id
from engine.domain.acquisition import Candidate
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds, ShelfItem
from engine.domain.media_records import MatchedBy
from tests.bot.media.stage import Stage
from tests.fakes.plex.world import MACHINE

MOVIE, TV, ANIME = MediaType.MOVIE, MediaType.TV, MediaType.ANIME


def shelf(title: str, year: int | None = None, *, kind: MediaType = MOVIE, original: str = "") -> ShelfItem:
    return ShelfItem("1", "1", kind, title, year, original or None)


def found(number: int, title: str, year: int | None, *titles: str, popularity: float = 1.0) -> Candidate:
    return Candidate(MOVIE, number, title, year, popularity=popularity, titles=titles)


@pytest.mark.parametrize(
    ("item", "candidate", "least", "most"),
    [
        (shelf("Amélie", 2001), found(1, "Amelie!", 2001), 1, 1),
        (shelf("Das Boot", 1981), found(1, "The Boat", 1981, "Das Boot"), 1, 1),
        (shelf("Shoplifters", 2018, original="万引き家族"), found(1, "Manbiki", 2018, "万引き家族"), 1, 1),
        (shelf("Das Boot", 1982), found(1, "Das Boot", 1981), 0.8, 0.9),
        (shelf("Das Boot"), found(1, "Das Boot", 1981), 0.75, 0.8),
        (shelf("Das Boot", 1981), found(1, "Das Boot", 2018), 0, 0.3),
        (shelf("???", 1981), found(1, "!!!", 1981), 0, 0),
    ],
)
def test_names_in_every_language_count_and_years_apart_cost(
    item: ShelfItem, candidate: Candidate, least: float, most: float
) -> None:
    assert least <= likeness(candidate, item) <= most


def test_a_rival_makes_it_doubtful() -> None:
    alone = best([found(1, "Dune", 1984)], shelf("Dune", 1984))
    contested = best([found(1, "Dune", 1984), found(2, "Dune", 1984, popularity=9)], shelf("Dune", 1984))
    apart = best([found(1, "Dune", 1984), found(2, "Dune", 2021)], shelf("Dune", 1984))
    assert alone == apart
    assert alone is not None
    assert contested is not None
    assert alone[1] >= 0.9
    assert contested[0].tmdb_id == 2
    assert contested[1] < 0.8
    assert best([found(1, "Something Else Entirely", 1950)], shelf("Dune", 1984)) is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.integers(1900, 2030), st.integers(1900, 2030))
def test_likeness_is_a_share_whatever_titles_are_made_of(one: str, other: str, year: int, another: int) -> None:
    assert 0 <= likeness(found(1, other, another), shelf(one or "x", year)) <= 1
    assert folded(folded(one)) == folded(one)
    guess = best([found(1, other, another)], shelf(one or "x", year))
    assert guess is None or LEAST - 0.3 <= guess[1] <= 1


@pytest.mark.parametrize(("kind", "listed"), [(MOVIE, MOVIE), (TV, TV), (ANIME, TV), (ANIME, MOVIE)])
def test_a_key_tells_how_the_title_is_listed(kind: MediaType, listed: MediaType) -> None:
    assert listed_as(title_id(kind, listed, 42)) == (listed, 42)
    own = by_its_own(shelf("x", kind=listed), kind, "server")
    assert (listed_as(own.item_id), own.matched_by) == ((listed, None), MatchedBy.NONE)
    item = ShelfItem("1", "1", listed, "x", ids=ExternalIds(imdb="tt1"))
    assert listed_as(by_its_own(item, kind, "server").item_id) == (listed, None)


async def test_over_the_catalogue_ids_go_first_then_title_and_year_and_the_rest_is_listed(stage: Stage) -> None:
    told: dict[int, dict[str, Any]] = {
        1: {"Guid": [{"id": "imdb://tt0000042"}], "title": "Whatever"},
        2: {"Guid": [], "title": "Golden Harbour 1", "originalTitle": "", "year": 1960},
        3: {"Guid": [], "title": "Unheard Of", "originalTitle": "", "year": 2020},
        4: {"Guid": [{"id": "tmdb://299"}], "title": "Golden Harbour 1"},
    }
    async with stage.running() as running:
        metadata = running.stack.metadata
        assert metadata is not None
        year = (await metadata.search("Golden Harbour 1", media_type=MOVIE))[0].year
        assert year is not None
        stage.plex.world.changes = told | {2: told[2] | {"year": year}}
        await running.full()
        async with stage.storage.unit() as unit:
            known = await unit.server_items.get(MACHINE, ["1", "2", "3", "4"])
            weak = await unit.server_items.unmatched()
        assert known["1"].matched_by is MatchedBy.IDS
        assert known["4"].item_id == "movie:299"
        assert known["2"].matched_by is MatchedBy.SEARCH
        assert [one.title for one in weak if one.matched_by is MatchedBy.NONE] == ["Unheard Of"]
