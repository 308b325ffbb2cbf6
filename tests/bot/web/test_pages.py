"""Search, taste, watchlists: what they show, and to whom."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from tests.bot.web.conftest import Reader
from tests.bot.web.world import SECRET_TITLE, House, history

pytestmark = pytest.mark.untraced

Enter = Callable[[str], Awaitable[Reader]]
PATHS = (
    "/",
    "/?mode=mood",
    "/?mode=rediscover",
    "/?mode=similar",
    "/search",
    "/search?q=harbour",
    "/item/movie:16",
    "/item/movie:2",
    "/taste",
    "/taste?domain=movie",
    "/taste?domain=manga",
    "/watchlists",
    "/language",
    "/nothing",
)


async def test_search_finds_titles_in_any_language_and_with_mistakes(maya: Reader) -> None:
    for typed in ("The Robot of 12", "das robot nummer 12", "the robbot of 12"):
        shown = await maya.get("/search?q=" + typed.replace(" ", "+"))
        assert "/item/movie:12" in shown.text, typed


async def test_search_finds_people_with_their_titles(maya: Reader) -> None:
    shown = await maya.get("/search?q=Director+3")
    section = shown.text.split('id="person-1"')[1]
    assert section.split("</h2>")[0].endswith("Director 3")
    assert "/item/movie:3" in section


async def test_search_finds_nothing_that_is_forbidden(maya: Reader, enter: Enter) -> None:
    for typed in ("Forbidden+Attic+Film", "Secret+Person", "attic"):
        shown = await maya.get(f"/search?q={typed}")
        answered = shown.words.split("Results for")[1].split("”", 1)[1]
        assert SECRET_TITLE not in answered
        assert "Secret Person" not in answered
    assert SECRET_TITLE in (await (await enter("v-owner")).get("/search?q=Secret+Person")).words


async def test_search_says_when_nothing_is_found_and_when_nothing_was_asked(maya: Reader) -> None:
    assert "Nothing was found" in (await maya.get("/search?q=zzzzqqqq")).words
    assert "Type a title" in (await maya.get("/search")).words
    assert "Type a title" in (await maya.get("/search?q=%20%20")).words


async def test_what_was_searched_for_is_shown_harmlessly(maya: Reader) -> None:
    shown = await maya.get("/search?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in shown.text


async def test_taste_shows_genres_people_moods_dislikes_habits_and_history(maya: Reader) -> None:
    shown = await maya.get("/taste")
    for heading in ("Genres", "When you watch", "Your moods", "What you do not like", "History"):
        assert heading in shown.words
    assert shown.text.count("<svg xmlns") == 3
    assert "Learned from 19 events" in shown.words


async def test_each_domain_has_a_taste_of_its_own(maya: Reader) -> None:
    films, manga = await maya.get("/taste?domain=movie"), await maya.get("/taste?domain=manga")
    assert "tv:47" not in films.text
    assert "Nothing is known of your taste here yet" in manga.words
    assert re.search(r'href="/taste\?domain=movie" aria-current="page"', films.text)


async def test_taste_of_somebody_new_says_what_to_do(enter: Enter) -> None:
    shown = await (await enter("v-new")).get("/taste")
    assert "Rien n’est encore connu de tes goûts" in shown.words


async def test_a_long_history_is_paged(maya: Reader, house: House) -> None:
    more = [replace(fact, id=f"{fact.id}-again-{time}") for fact in history("v-maya") for time in range(3)]
    await house.services.intake.record(more)
    first, second = await maya.get("/taste"), await maya.get("/taste?page=2")
    assert first.text.count('<span class="event">') == 30
    assert "page=2#history" in first.text
    assert "Page 2 of 3" in second.words
    for page in ("0", "-1", "99", "x", "9" * 30):
        assert (await maya.get(f"/taste?page={page}")).status == 200


async def test_taste_names_nothing_that_was_closed_since(maya: Reader, house: House) -> None:
    assert "tv:47" in (await maya.get("/taste")).text
    async with house.services.storage.unit() as unit:
        await unit.viewers.set_access("v-maya", {"films"})
    assert "tv:47" not in (await maya.get("/taste")).text


async def test_a_watchlist_hides_what_was_closed_since_and_counts_only_the_rest(maya: Reader, house: House) -> None:
    async with house.services.storage.unit() as unit:
        for item_id in ("movie:9", "tv:48"):
            await unit.watchlists.add_item("v-maya", "Rainy <i>days</i>", item_id, house.clock.now())
        await unit.viewers.set_access("v-maya", {"films"})
    shown = await maya.get("/watchlists")
    assert "<i>days</i>" not in shown.text
    assert "1 title" in shown.words
    assert "tv:48" not in shown.text


async def test_an_empty_watchlist_says_how_to_fill_it(maya: Reader) -> None:
    assert "Your watchlist is empty" in (await maya.get("/watchlists")).words


@pytest.mark.parametrize("viewer_id", ["v-maya", "v-jonas", "v-new"])
async def test_every_page_exists_in_every_language(enter: Enter, viewer_id: str) -> None:
    reader = await enter(viewer_id)
    for path in PATHS:
        shown = await reader.get(path)
        assert shown.status == (404 if path == "/nothing" else 200), path
        assert 'class="skip"' in shown.text
        assert "web-" not in re.sub(r'class="[^"]*"', "", shown.text)
