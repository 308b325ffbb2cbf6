"""Worth grabbing: what is offered, what is left out without a word, and what stands in the way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.requesting.discovering import region_of
from bot.requesting.elsewhere import not_to_be_had
from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.domain.items import Item, MediaType
from tests.bot.requesting.world import FIRST_MISSING, Grabbing, grabbing
from tests.conversations.household import House, cards, open_house, said, token

pytestmark = pytest.mark.untraced


@pytest.fixture
async def stage() -> AsyncIterator[Grabbing]:
    async with grabbing("tmdb", "radarr", "sonarr") as running:
        yield running


async def offered(stage: Grabbing, line: str = "grab 10", who: str = "v-anna") -> list[str]:
    return [card.item_id for card in cards(await stage.house.say(line, who))]


async def test_what_is_offered_is_on_no_shelf_and_has_a_size_and_a_button(stage: Grabbing) -> None:
    answer = await stage.house.say("grab type:movie")
    assert len(cards(answer)) == 5
    assert "worth having" in said(answer)
    for card in cards(answer):
        assert int(card.item_id.rpartition(":")[2]) >= FIRST_MISSING
        assert any("GB" in badge for badge in card.badges)
        assert [action.label for action in card.actions][:2] == ["Request", "Tell me"]
    assert not set(await offered(stage)) & set(await offered(stage, "tonight 10"))


async def test_whose_facts_they_are_is_told_by_help_and_by_the_whole_card(stage: Grabbing) -> None:
    notice = "This product uses the TMDB API but is not endorsed or certified by TMDB."
    assert notice in said(await stage.house.say("help"))
    assert "API de TMDB" in said(await stage.house.say("aide", "v-chloe"))
    offer = await stage.house.say("grab type:movie")
    assert not [badge for card in cards(offer) for badge in card.badges if "TMDB" in badge]
    assert "Facts: TMDB" in cards(await stage.house.press(token(offer, "open")))[0].badges
    here = await stage.house.say("tonight 1")
    assert "Facts: TMDB" not in cards(await stage.house.press(token(here, "open")))[0].badges
    assert notice not in said(await (await open_house()).say("help"))


async def test_recommend_grab_is_the_same(stage: Grabbing) -> None:
    assert await offered(stage, "recommend grab 6") == await offered(stage, "grab 6")


async def test_more_goes_on_with_others(stage: Grabbing) -> None:
    first = await stage.house.say("grab 4")
    more = await stage.house.press(first.actions[-1].token)
    assert cards(more)
    assert not {card.item_id for card in cards(first)} & {card.item_id for card in cards(more)}


async def test_what_radarr_or_sonarr_have_already_is_left_out(stage: Grabbing) -> None:
    before = await offered(stage)
    film = next(key for key in before if key.startswith("movie:"))
    series = next(key for key in before if key.startswith("tv:"))
    stage.radarr.has(int(film.rpartition(":")[2]), "There")
    tv = int(series.rpartition(":")[2])
    stage.sonarr.has(tv + 70_000, "There", [], tmdbId=0)
    await stage.requesting.read_elsewhere()
    after = await offered(stage)
    assert film not in after
    assert series not in after
    assert after


async def test_a_title_on_a_closed_shelf_is_neither_offered_nor_spoken_of(stage: Grabbing) -> None:
    closed = (await offered(stage))[0]
    await stage.shelve(closed, "attic")
    await stage.house.services.snapshots.refresh()
    answer = await stage.house.say("grab 10")
    assert closed not in [card.item_id for card in cards(answer)]
    assert "attic" not in said(answer).lower()


async def test_hidden_titles_stay_away(stage: Grabbing) -> None:
    first = await stage.house.say("grab 5")
    gone = cards(first)[0]
    await stage.house.press(next(one.token for one in gone.actions if one.token.startswith("dislike:")))
    assert gone.item_id not in await offered(stage)


async def test_the_world_is_looked_at_twice_a_day_and_titles_are_kept_once(stage: Grabbing) -> None:
    count, asked = len(stage.house.services.snapshots.current), len(stage.tmdb.requests)
    await stage.requesting.look_around()
    assert len(stage.tmdb.requests) == asked
    await stage.requesting.look_around(now=True)
    assert len(stage.house.services.snapshots.current) == count


async def test_what_was_known_of_services_lasts_over_a_restart_and_an_outage(stage: Grabbing) -> None:
    film = next(key for key in await offered(stage) if key.startswith("movie:"))
    stage.radarr.has(int(film.rpartition(":")[2]), "There")
    await stage.requesting.read_elsewhere()
    await stage.radarr.stop()
    stage.house.services.recommender.world = replace(stage.house.services.recommender.world, taken=frozenset())
    await stage.requesting.elsewhere.load()
    await stage.requesting.read_elsewhere()
    assert film not in await offered(stage)


async def test_without_a_catalogue_of_the_world_and_anybody_to_ask_it_says_what_is_missing() -> None:
    house: House = await open_house()
    text = said(await house.say("grab"))
    assert "TMDB" in text
    assert "Radarr" in text
    assert "no titles beyond" in text


async def test_a_title_here_under_its_other_id_and_one_without_a_number_are_not_to_be_had() -> None:
    def item(key: str, *shelves: str) -> Item:
        return Item(key, MediaType(key.partition(":")[0]), key, library_ids=frozenset(shelves))

    odd = ("movie:server:home-video", "tv:imdb:tt7", "manga:7")
    known = (item("tv:7"), item("anime:7", "x"), item("anime:film:9"), item("movie:8"), *map(item, odd))
    catalogue: Catalogue = build_catalogue(known)
    assert not_to_be_had(catalogue) == {"tv:7", *odd}


@pytest.mark.parametrize(("locale", "region"), [("de", "DE"), ("de-AT", "AT"), ("fr", "FR"), ("en", "US"), ("x", "")])
def test_a_locale_stands_for_a_country(locale: str, region: str) -> None:
    assert region_of(locale) == region
