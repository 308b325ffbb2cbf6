"""The page of one title."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from engine.domain.items import Item, MediaType
from tests.bot.web.conftest import Reader
from tests.bot.web.world import LONG, SCRIPT, SECRET, SECRET_TITLE, House

pytestmark = pytest.mark.untraced

Enter = Callable[[str], Awaitable[Reader]]


async def test_a_title_shows_facts_people_synopsis_and_how_its_score_comes_about(maya: Reader) -> None:
    shown = await maya.get("/item/movie:12")
    assert "The Robot of 12" in shown.words or "of 12" in shown.words
    for word in ("1972", "1 h 32 min", "Director 3", "change a quiet life", "How the score comes about"):
        assert word in shown.words
    assert 'href="/search?q=Director%203"' in shown.text


async def test_the_points_shown_add_up_to_the_score_shown(maya: Reader) -> None:
    shown = await maya.get("/item/movie:12")
    svg = next(one for one in re.findall(r"<svg.*?</svg>", shown.text, re.DOTALL) if "<desc>" in one or "Score" in one)
    figures = [
        float((element.text or "").replace("\u2212", "-"))
        for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
        if element.attrib.get("text-anchor") == "end"
    ]
    assert len(figures) > 2
    assert sum(figures[:-1]) == pytest.approx(figures[-1], abs=0.051)


async def test_the_parts_of_a_series_stand_in_order_with_this_one_marked(maya: Reader) -> None:
    shown = await maya.get("/item/movie:16")
    shelf = shown.text.split('id="franchise-heading"')[1].split("</section>")[0]
    assert re.findall(r'href="/item/([^"]+)"', shelf) == ["movie:8", "movie:16", "movie:24"]
    assert re.search(r'href="/item/movie:16" aria-current="true"', shelf)


async def test_a_part_that_was_moved_to_a_closed_library_is_named_no_more_at_once(maya: Reader, house: House) -> None:
    async with house.services.storage.unit() as unit:
        moved = (await unit.items.get_many(["movie:24"]))["movie:24"]
        await unit.items.upsert([replace(moved, library_ids=frozenset({"attic"}))])
    shown = await maya.get("/item/movie:16")
    assert "movie:8" in shown.text
    assert "movie:24" not in shown.text


async def test_titles_like_it_are_offered_but_not_itself(maya: Reader) -> None:
    shown = await maya.get("/item/movie:12")
    similar = shown.text.split('id="similar-heading"')[1]
    found = re.findall(r'href="/item/([^"]+)"', similar)
    assert 1 <= len(found) <= 6
    assert "movie:12" not in found


async def test_what_was_watched_says_why_it_is_not_offered(maya: Reader) -> None:
    assert "You have already seen or finished it" in (await maya.get("/item/movie:2")).words


async def test_forbidden_and_unknown_are_the_same_page_to_the_byte(maya: Reader) -> None:
    paths = (SECRET, "movie:424242", "nonsense", quote("../../etc/passwd", safe=""), "%00", "a" * 300)
    answers = [await maya.get(f"/item/{path}") for path in paths]
    assert {one.status for one in answers} == {404}
    assert len({one.text for one in answers}) == 1
    assert SECRET_TITLE not in answers[0].words


async def test_who_may_open_the_attic_sees_the_title(enter: Enter) -> None:
    assert SECRET_TITLE in (await (await enter("v-owner")).get(f"/item/{SECRET}")).words


async def test_access_that_is_withdrawn_closes_the_page_at_once(maya: Reader, house: House) -> None:
    assert (await maya.get("/item/tv:48")).status == 200
    async with house.services.storage.unit() as unit:
        await unit.viewers.set_access("v-maya", {"films"})
    assert (await maya.get("/item/tv:48")).status == 404


async def test_a_title_that_is_not_in_the_catalogue_yet_is_not_an_error(maya: Reader, house: House) -> None:
    async with house.services.storage.unit() as unit:
        await unit.items.upsert([Item("movie:5000", MediaType.MOVIE, "Brand new", library_ids=frozenset({"films"}))])
    assert (await maya.get("/item/movie:5000")).status == 404


async def test_a_script_in_a_title_is_only_words(maya: Reader) -> None:
    for path in ("/item/movie:70", "/search?q=script"):
        shown = await maya.get(path)
        assert "<script>window" not in shown.text
        assert "<img src=x" not in shown.text
        assert "window.broken" in shown.words
    assert SCRIPT.split()[0] not in shown.text.replace("&lt;", "").replace("<script src", "")


async def test_a_title_that_turns_the_text_around_cannot(maya: Reader) -> None:
    assert "\u202e" not in (await maya.get("/item/movie:71")).text


async def test_a_title_of_three_hundred_letters_has_a_page(maya: Reader) -> None:
    shown = await maya.get("/item/movie:72")
    assert shown.status == 200
    assert LONG.strip() in " ".join(shown.words.split())


async def test_ids_with_slashes_and_blanks_work(maya: Reader, house: House) -> None:
    strange = "movie:own:a/b c?d#e%f"
    item = Item(strange, MediaType.MOVIE, "Strange id", year=1999, library_ids=frozenset({"films"}))
    async with house.services.storage.unit() as unit:
        await unit.items.upsert([item])
    await house.services.snapshots.refresh()
    shown = await maya.get(f"/item/{quote(strange, safe='')}")
    assert shown.status == 200
    assert "Strange id" in shown.words
    poster = re.search(r'class="poster" src="([^"]+)"', shown.text)
    assert poster
    assert (await maya.get(poster[1])).status == 200


async def test_a_hidden_title_says_until_when(maya: Reader, house: House) -> None:
    await house.services.intake.hide("v-maya", "movie:12")
    assert "Hidden until 14 July 2026" in (await maya.get("/item/movie:12")).words
