"""The feed."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest

from engine.domain.query import Query
from tests.bot.web.conftest import Reader
from tests.bot.web.world import SECRET, SECRET_TITLE, House

pytestmark = pytest.mark.untraced

CARD = re.compile(r'<a class="front" href="/item/([^"]+)"')
Enter = Callable[[str], Awaitable[Reader]]


def cards(text: str) -> list[str]:
    return CARD.findall(text)


async def test_tonight_shows_ten_cards_with_poster_match_and_reason(maya: Reader) -> None:
    shown = await maya.get("/")
    assert len(cards(shown.text)) == 10
    assert shown.text.count('class="match') == 10
    assert shown.text.count('class="reason"') == 10
    assert shown.text.count('src="/poster/') == 10


async def test_every_mode_of_the_engine_has_a_tab_and_opens(maya: Reader, house: House) -> None:
    for mode in house.services.recommender.modes:
        shown = await maya.get(f"/?mode={mode}")
        assert shown.status == 200, mode
        assert re.search(rf'href="/\?[^"]*mode={mode}[^"]*" aria-current="page"', shown.text), mode


async def test_more_shows_others_and_none_twice(maya: Reader) -> None:
    first = await maya.get("/")
    more = re.search(r'href="(/\?[^"]*attempt=1[^"]*)" rel="next"', first.text)
    assert more
    second = await maya.get(more[1].replace("&amp;", "&"))
    assert cards(second.text)
    assert not set(cards(first.text)) & set(cards(second.text))


async def test_filters_bound_what_is_shown_and_stay_in_the_form(maya: Reader) -> None:
    shown = await maya.get("/?type=tv&genre=Drama&year_from=1960&runtime_to=400")
    assert cards(shown.text)
    assert all(card.startswith("tv:") for card in cards(shown.text))
    assert re.search(r'value="tv" checked', shown.text)
    assert re.search(r'value="Drama" checked', shown.text)
    assert 'name="year_from" type="number" min="1870" max="2200" inputmode="numeric" value="1960"' in shown.text
    assert "Filters (4 set)" in shown.words


async def test_filters_that_leave_nothing_say_so_and_offer_to_clear_them(maya: Reader) -> None:
    shown = await maya.get("/?year_from=2199&year_to=2200")
    assert "Nothing passes these filters" in shown.words
    assert 'href="/?mode=tonight"' in shown.text


async def test_a_mood_is_asked_for_first_and_then_answered(maya: Reader) -> None:
    asked = await maya.get("/?mode=mood")
    assert 'name="text"' in asked.text
    assert not cards(asked.text)
    assert cards((await maya.get("/?mode=mood&text=a+quiet+harbour+in+winter")).text)


async def test_similar_starts_from_a_title_by_name_or_by_address(maya: Reader) -> None:
    named = await maya.get("/?mode=similar&text=The+Robot+of+12")
    assert "from=movie" in named.path
    assert "More like The Robot of 12" in named.words
    assert "movie:12" not in cards(named.text)


async def test_a_title_that_is_not_clear_leads_to_a_choice(maya: Reader) -> None:
    shown = await maya.get("/?mode=similar&text=harbour")
    assert shown.path.startswith("/search?q=harbour")
    assert "/?mode=similar&amp;from=" in shown.text


async def test_a_forbidden_title_cannot_be_started_from(maya: Reader) -> None:
    forbidden = await maya.get(f"/?mode=similar&from={SECRET}")
    unknown = await maya.get("/?mode=similar&from=movie:424242")
    assert forbidden.status == unknown.status == 404
    assert forbidden.text == unknown.text


async def test_a_forbidden_title_is_on_no_page_of_any_mode(maya: Reader, house: House) -> None:
    for mode in house.services.recommender.modes:
        for attempt in range(8):
            shown = await maya.get(f"/?mode={mode}&attempt={attempt}&text=attic+film&from=movie:3&library=attic")
            assert SECRET_TITLE not in shown.words
            assert SECRET not in shown.text
    assert "Attic" not in (await maya.get("/")).words


async def test_who_may_open_the_attic_finds_it_there(enter: Enter) -> None:
    owner = await enter("v-owner")
    shown = await owner.get("/?library=attic")
    assert cards(shown.text) == [SECRET]
    assert "Attic" in shown.words


async def test_after_a_thumb_the_same_cards_stay_and_the_button_shows_it(maya: Reader) -> None:
    before = await maya.get("/")
    slate = re.search(r'name="slate" value="([^"]+)"', before.text)
    back = re.search(r'name="back" value="([^"]+)"', before.text)
    assert slate
    assert back
    item = cards(before.text)[2]
    after = await maya.post(
        "/do", verb="like", item=item, slate=slate[1], back=back[1].replace("&amp;", "&"), anchor="c-3"
    )
    assert cards(after.text) == cards(before.text)
    card = after.text.split('id="c-3"')[1].split("</li>")[0]
    assert 'value="like" class="deed like" aria-pressed="true"' in card
    assert "Undo" in card


async def test_somebody_elses_slate_is_not_shown(maya: Reader, enter: Enter) -> None:
    owner = await enter("v-owner")
    theirs = re.search(r'name="slate" value="([^"]+)"', (await owner.get("/?library=attic")).text)
    assert theirs
    shown = await maya.get(f"/?slate={theirs[1]}")
    assert shown.status == 200
    assert SECRET_TITLE not in shown.words


async def test_a_title_that_was_closed_since_is_gone_from_the_stored_cards(maya: Reader, house: House) -> None:
    before = await maya.get("/?type=tv")
    slate = re.search(r'name="slate" value="([^"]+)"', before.text)
    assert slate
    async with house.services.storage.unit() as unit:
        await unit.viewers.set_access("v-maya", {"films"})
    assert not cards((await maya.get(f"/?type=tv&slate={slate[1]}")).text)


async def test_looking_at_pages_leaves_the_cards_on_the_table_of_the_chat(maya: Reader, house: House) -> None:
    chat = await house.services.recommender.recommend(Query("v-maya", limit=3, place="chat:a"))
    for path in ("/", "/?mode=shuffle", "/item/movie:12", "/taste"):
        await maya.get(path)
    async with house.services.storage.unit() as unit:
        assert await unit.slates.latest("v-maya", "chat:a") == chat
        assert await unit.slates.latest("v-maya", "web:page") is not None


async def test_a_thin_history_is_said_honestly(enter: Enter) -> None:
    newcomer = await enter("v-new")
    shown = await newcomer.get("/")
    assert cards(shown.text)
    assert 'class="note"' in shown.text


async def test_a_name_with_markup_in_it_is_only_a_name(enter: Enter) -> None:
    shown = await (await enter("v-new")).get("/")
    assert "<b>One</b>" not in shown.text
    assert "New <b>One</b>" in shown.words.replace("  ", " ") or "New &lt;b&gt;One" in shown.text


async def test_each_person_reads_their_own_language(enter: Enter) -> None:
    jonas = await (await enter("v-jonas")).get("/")
    assert 'lang="de"' in jonas.text
    assert "Heute Abend" in jonas.words
    assert "Das " in jonas.words


@pytest.mark.parametrize(
    "query", ["mode=nonsense", "mode=nonsense&genre=Drama", "mode=" + "a" * 31, "mode=__init__&text=%00"]
)
async def test_an_unknown_mode_is_explained_or_left_out(maya: Reader, query: str) -> None:
    assert (await maya.get(f"/?{query}")).status in {200, 400}


@pytest.mark.parametrize(
    "query",
    [
        "text=" + "a" * 7_000 + "&mode=mood",
        "genre=" + "&genre=".join(["Drama"] * 500),
        "%00=%00&mode=%ff%fe",
        "year_from=9999999999999999999999&attempt=1e309",
        "attempt=499",
        "slate=%F0%9F%92%A9",
        "from=%2e%2e%2f%2e%2e&mode=similar&text=%F0%9F%92%A9%E2%80%AE",
        "q[]=1&mode[]=x&type[$ne]=movie",
    ],
)
async def test_garbage_in_the_address_never_breaks_the_page(maya: Reader, query: str) -> None:
    assert (await maya.get(f"/?{query}")).status in {200, 404}
