"""What a person does with a title, and who may not do it for them."""

from __future__ import annotations

import io
import re

import pytest

from bot.web.access import login_url
from bot.web.visitor import FORM
from engine.domain.interactions import InteractionKind
from tests.bot.web.conftest import Reader
from tests.bot.web.world import SECRET, House

pytestmark = pytest.mark.untraced

FRESH = "movie:12"


async def kinds(house: House, item_id: str = FRESH, viewer_id: str = "v-maya") -> list[InteractionKind]:
    async with house.services.storage.unit() as unit:
        return [fact.kind for fact in await unit.interactions.of_viewer(viewer_id) if fact.item_id == item_id]


async def ready(maya: Reader, item_id: str = FRESH) -> None:
    assert (await maya.get(f"/item/{item_id}")).status == 200


@pytest.mark.parametrize(
    ("verb", "kind", "told"),
    [
        ("like", InteractionKind.LIKE, "more like The"),
        ("dislike", InteractionKind.DISLIKE, "is not for you"),
        ("seen", InteractionKind.SEEN, "counts as seen"),
        ("save", InteractionKind.SAVE, "on your watchlist"),
    ],
)
async def test_a_button_teaches_says_so_and_can_be_taken_back(
    maya: Reader, house: House, verb: str, kind: InteractionKind, told: str
) -> None:
    await ready(maya)
    shown = await maya.post("/do", verb=verb, item=FRESH, back=f"/item/{FRESH}", anchor="yours")
    assert shown.path.startswith(f"/item/{FRESH}?done=")
    assert told in shown.words
    assert await kinds(house) == [kind]
    entry = re.search(r'name="entry" value="([^"]+)"', shown.text)
    assert entry
    undone = await maya.post("/undo", entry=entry[1], back=f"/item/{FRESH}")
    assert "Taken back" in undone.words
    assert await kinds(house) == []


async def test_a_rating_shows_and_a_second_one_takes_its_place(maya: Reader, house: House) -> None:
    await ready(maya)
    await maya.post("/do", verb="rate", points="8", item=FRESH, back=f"/item/{FRESH}")
    shown = await maya.post("/do", verb="rate", points="3", item=FRESH, back=f"/item/{FRESH}")
    assert await kinds(house) == [InteractionKind.RATING]
    pressed = re.findall(r'value="(\d+)" aria-label="\d+ out of 10" aria-pressed="true"', shown.text)
    assert pressed == ["3"]


@pytest.mark.parametrize("points", ["0", "11", "-1", "7.5", "ten", "", "9" * 400])
async def test_points_outside_one_to_ten_are_refused(maya: Reader, house: House, points: str) -> None:
    await ready(maya)
    shown = await maya.post("/do", verb="rate", points=points, item=FRESH)
    assert shown.status == 400
    assert "nothing was changed" in shown.words
    assert await kinds(house) == []


async def test_hiding_and_showing_again(maya: Reader, house: House) -> None:
    await ready(maya)
    shown = await maya.post("/do", verb="hide", item=FRESH, back=f"/item/{FRESH}")
    assert "hidden for four months" in shown.words
    assert "Hidden until" in shown.words
    shown = await maya.post("/do", verb="unhide", item=FRESH, back=f"/item/{FRESH}")
    assert "can be recommended again" in shown.words
    async with house.services.storage.unit() as unit:
        assert not await unit.hidings.of_viewer("v-maya", house.clock.now())


async def test_the_watchlist_button_takes_off_what_it_put_on(maya: Reader, house: House) -> None:
    await ready(maya)
    shown = await maya.post("/do", verb="save", item=FRESH, back=f"/item/{FRESH}")
    assert 'value="unsave"' in shown.text
    listed = await maya.get("/watchlists")
    assert "The Robot of 12" in listed.words or "12" in listed.words
    await maya.post("/do", verb="unsave", item=FRESH, list="Watchlist", back="/watchlists")
    async with house.services.storage.unit() as unit:
        assert not any(one.item_ids for one in await unit.watchlists.of_viewer("v-maya"))


async def test_only_the_last_action_can_be_taken_back(maya: Reader, house: House) -> None:
    await ready(maya)
    first = await maya.post("/do", verb="like", item=FRESH, back=f"/item/{FRESH}")
    entry = re.search(r'name="entry" value="([^"]+)"', first.text)
    assert entry
    await maya.post("/do", verb="like", item="movie:9", back="/item/movie:9")
    assert (await maya.post("/undo", entry=entry[1])).status == 400
    assert await kinds(house) == [InteractionKind.LIKE]


async def test_pressing_a_pick_twice_teaches_once(maya: Reader, house: House) -> None:
    feed = await maya.get("/")
    slate = re.search(r'name="slate" value="([^"]+)"', feed.text)
    item = re.search(r'name="item" value="([^"]+)"', feed.text)
    assert slate
    assert item
    for _ in range(2):
        shown = await maya.post("/do", verb="like", item=item[1], slate=slate[1], back="/")
        assert shown.status == 200
    assert (await kinds(house, item[1])).count(InteractionKind.LIKE) == 1


@pytest.mark.parametrize("token", ["", "0" * 64, "ü", "a" * 5_000])
async def test_a_form_without_the_right_token_is_refused(maya: Reader, house: House, token: str) -> None:
    await ready(maya)
    shown = await maya.post("/do", verb="like", item=FRESH, token=token)
    assert shown.status == 403
    assert "nothing was changed" in shown.words
    assert await kinds(house) == []


async def test_the_token_of_one_browser_is_worth_nothing_in_another(maya: Reader, enter: object, house: House) -> None:
    jonas = await enter("v-jonas")  # type: ignore[operator]
    await jonas.get("/language")
    await ready(maya)
    shown = await maya.post("/do", verb="like", item=FRESH, token=jonas.token)
    assert shown.status == 403
    assert await kinds(house) == []


async def test_a_form_sent_by_another_site_is_refused_even_with_the_token(maya: Reader, house: House) -> None:
    await ready(maya)
    async with maya.session.post(
        house.url + "/do",
        data={"token": maya.token, "verb": "like", "item": FRESH},
        headers={"Sec-Fetch-Site": "cross-site"},
    ) as response:
        assert response.status == 403
    assert await kinds(house) == []


async def test_signing_in_needs_the_token_too(stranger: Reader, house: House) -> None:
    link = "/" + (await login_url(house.services, "v-maya")).split("/", 3)[3]
    assert (await stranger.post(link)).status == 403
    await stranger.get(link)
    assert (await stranger.post(link, token="0" * 64)).status == 403
    assert (await stranger.post(link)).status == 200


async def test_nothing_can_be_done_without_being_signed_in(stranger: Reader, house: House) -> None:
    await stranger.get("/" + (await login_url(house.services, "v-maya")).split("/", 3)[3])
    shown = await stranger.post("/do", verb="like", item=FRESH)
    assert shown.status == 401
    assert await kinds(house) == []


async def test_a_forbidden_title_cannot_be_acted_upon_and_looks_like_an_unknown_one(maya: Reader) -> None:
    await ready(maya)
    answers = [await maya.post("/do", verb="like", item=one) for one in (SECRET, "movie:424242", "", "\x00", "x" * 900)]
    assert {one.status for one in answers} == {404}
    assert len({one.text for one in answers}) == 1


@pytest.mark.parametrize("verb", ["", "delete", "__class__", "like' OR 1=1", "undo"])
async def test_an_unknown_verb_is_refused(maya: Reader, verb: str) -> None:
    await ready(maya)
    assert (await maya.post("/do", verb=verb, item=FRESH)).status == 400


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\r\nSet-Cookie: a", ""],
)
async def test_the_way_back_never_leaves_the_site(maya: Reader, house: House, back: str) -> None:
    await ready(maya)
    async with maya.session.post(
        house.url + "/do",
        data={"token": maya.token, "verb": "like", "item": FRESH, "back": back},
        allow_redirects=False,
    ) as response:
        assert response.status == 303
        assert re.match(r"/(\?done=|$)", response.headers["Location"])


async def test_ten_megabytes_are_refused_unread(maya: Reader, house: House) -> None:
    await ready(maya)
    body = b"token=" + maya.token.encode() + b"&verb=like&item=movie:12&x=" + b"a" * 10_000_000
    async with maya.session.post(house.url + "/do", data=io.BytesIO(body), headers={"Content-Type": FORM}) as response:
        assert response.status == 413
        assert "nothing was changed" in (await response.text()).casefold()
    assert await kinds(house) == []


async def test_files_and_json_are_not_taken(maya: Reader, house: House) -> None:
    await ready(maya)
    async with maya.session.post(house.url + "/do", json={"token": maya.token, "verb": "like"}) as response:
        assert response.status == 415


async def test_a_page_is_not_posted_to(maya: Reader) -> None:
    await ready(maya)
    assert (await maya.post("/taste")).status == 405


async def test_changing_the_language_changes_the_page_and_the_person(maya: Reader, house: House) -> None:
    assert (await maya.get("/language")).status == 200
    shown = await maya.post("/language", language="de")
    assert 'lang="de"' in shown.text
    assert "Die Sprache ist umgestellt" in shown.words
    async with house.services.storage.unit() as unit:
        viewer = await unit.viewers.get("v-maya")
    assert viewer is not None
    assert viewer.locale == "de"


async def test_a_language_nobody_speaks_here_is_refused(maya: Reader) -> None:
    await maya.get("/language")
    assert (await maya.post("/language", language="../../etc")).status == 400
