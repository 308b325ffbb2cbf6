"""The public page of a title."""

from __future__ import annotations

import re
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.web.card_links import KEY_NAME, LIFE, TASTE_LIFE, card_urls, read_card_link, revoke_card_links, taste_url
from engine.errors import Misconfigured
from tests.bot.web.conftest import Reader
from tests.bot.web.world import SCRIPT, SECRET, SECRET_TITLE, House, open_house

pytestmark = pytest.mark.untraced


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[House]:
    """A household with a data directory of its own."""
    async with open_house() as house:
        services = house.services
        object.__setattr__(services.settings, "data_dir", tmp_path)  # the server has these settings, too
        yield house


@pytest.fixture
async def anyone(kept: House) -> AsyncIterator[Reader]:
    """Whoever has the link, or a server that wants to preview it."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield Reader(kept, session)


async def link(house: House, item_id: str, viewer_id: str = "v-maya") -> str:
    async with house.services.storage.unit() as unit:
        viewer = await unit.viewers.get(viewer_id)
    assert viewer
    return urlsplit((await card_urls(house.services, viewer, [item_id]))[item_id]).path


async def test_a_title_is_shown_without_signing_in_and_without_anything_personal(kept: House, anyone: Reader) -> None:
    shown = await anyone.get(await link(kept, "movie:12"))
    assert shown.status == 200
    for word in ("The Robot of 12", "1972", "1 h 32 min", "change a quiet life"):
        assert word in shown.words
    for word in ("Maya", "v-maya", "%", "match", "Because", "liked"):
        assert word not in shown.words
    assert "v-maya" not in shown.path


async def test_a_preview_finds_title_description_and_picture(kept: House, anyone: Reader) -> None:
    address = await link(kept, "movie:12")
    shown = await anyone.get(address)
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', shown.text))
    assert told["title"] == "The Robot of 12"
    assert told["description"].startswith("1972 · ")
    assert "quiet life" in told["description"]
    assert told["url"] == "http://127.0.0.1" + address  # as the service knows itself, whatever it is called by
    # Nextcloud compares the whole header, and asks for the head of the page before anything else
    async with anyone.session.get(kept.url + urlsplit(told["image"]).path) as picture:
        assert (picture.status, picture.headers["Content-Type"]) == (200, "image/png")
        assert (await picture.read()).startswith(b"\x89PNG")
    drawing = await anyone.get(address + "/poster.svg")
    assert drawing.headers["Content-Type"] == "image/svg+xml"  # type: ignore[index]
    assert "XSL/Transform" not in drawing.text
    async with anyone.session.head(kept.url + address) as head:
        assert head.status == 200
        assert head.headers["Content-Type"].startswith("text/html;")


async def test_it_is_not_to_be_found_kept_or_framed(kept: House, anyone: Reader) -> None:
    shown = await anyone.get(await link(kept, "movie:12"))
    assert "noindex" in shown.headers["X-Robots-Tag"]  # type: ignore[index]
    assert 'name="robots" content="noindex' in shown.text
    assert shown.headers["Cache-Control"] == "no-store"  # type: ignore[index]
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]  # type: ignore[index]
    assert "<script" not in shown.text
    assert " style=" not in shown.text


async def test_it_speaks_the_language_of_the_chat_or_that_of_the_browser(kept: House, anyone: Reader) -> None:
    address = await link(kept, "movie:12", "v-jonas")
    assert "Das Robot Nummer 12" in (await anyone.get(address)).words
    assert "The Robot of 12" in (await anyone.get(address, **{"Accept-Language": "en"})).words


async def test_the_link_is_good_only_while_the_one_who_asked_may_open_the_title(kept: House, anyone: Reader) -> None:
    show = await link(kept, "tv:48")
    assert (await anyone.get(show)).status == 200
    async with kept.services.storage.unit() as unit:
        await unit.viewers.set_access("v-maya", {"films"})
    assert (await anyone.get(show)).status == 404
    assert (await anyone.get(show + "/poster.svg")).status == 404
    closed = await anyone.get(await link(kept, SECRET))
    assert closed.status == 404
    assert SECRET_TITLE not in closed.words
    assert SECRET_TITLE in (await anyone.get(await link(kept, SECRET, "v-owner"))).words


async def test_everything_else_is_the_same_404_to_the_byte(kept: House, anyone: Reader) -> None:
    good = await link(kept, "movie:12")
    closed = await link(kept, SECRET)
    token = good.removeprefix("/card/")
    flipped = token[:-1] + ("a" if token[-1] != "a" else "b")
    paths = (
        closed, f"/card/{flipped}", f"/card/{token[:-2]}", f"/card/{token}aa", f"/card/{token.upper()}", "/card/",
        "/card/movie:12", f"/card/{'a' * 80}", f"/card/{'2' * 600}", f"/card/{token}/x", "/card/%00",
    )  # fmt: skip
    answers = [await anyone.get(path) for path in paths]
    assert {one.status for one in answers} == {404}
    assert len({one.text for one in answers}) == 1


async def test_every_flipped_letter_is_noticed(kept: House) -> None:
    token = (await link(kept, "movie:12")).removeprefix("/card/")
    for place, letter in enumerate(token):
        other = "b" if letter != "b" else "c"
        assert await read_card_link(kept.services, token[:place] + other + token[place + 1 :]) is None
    assert await read_card_link(kept.services, token) is not None


async def test_links_of_two_titles_and_two_people_have_nothing_readable_in_common(kept: House) -> None:
    async with kept.services.storage.unit() as unit:
        people = [await unit.viewers.get(name) for name in ("v-maya", "v-jonas")]
    links = [(await card_urls(kept.services, one, ["movie:12"]))["movie:12"] for one in people if one]
    assert len({one.rpartition("/")[2][2:14] for one in links}) == 2
    again = await card_urls(kept.services, people[0], ["movie:12"])  # type: ignore[arg-type]
    assert again["movie:12"] == links[0]


async def test_a_link_ends_after_its_time(kept: House, anyone: Reader) -> None:
    address = await link(kept, "movie:12")
    kept.clock.advance(LIFE - timedelta(days=1))
    assert (await anyone.get(address)).status == 200
    kept.clock.advance(timedelta(days=3))
    assert (await anyone.get(address)).status == 404


async def test_links_of_a_person_can_be_revoked_and_made_anew(kept: House, anyone: Reader) -> None:
    before, other = await link(kept, "movie:12"), await link(kept, "movie:12", "v-jonas")
    await revoke_card_links(kept.services, "v-maya")
    assert (await anyone.get(before)).status == 404
    assert (await anyone.get(other)).status == 200
    assert (await anyone.get(await link(kept, "movie:12"))).status == 200


async def test_a_hostile_title_stays_text(kept: House, anyone: Reader) -> None:
    shown = await anyone.get(await link(kept, "movie:70"))
    assert SCRIPT in shown.words
    assert "<script" not in shown.text
    assert (await anyone.get(await link(kept, "movie:71"))).status == 200


async def test_the_key_is_kept_for_its_owner_alone_and_not_made_by_asking(kept: House, anyone: Reader) -> None:
    key = kept.services.settings.data_dir / KEY_NAME
    assert (await anyone.get(f"/card/{'a' * 80}")).status == 404
    assert not key.exists()
    await link(kept, "movie:12")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert [one.name for one in key.parent.iterdir()] == [KEY_NAME]


async def test_a_title_with_an_endless_id_has_no_link(kept: House) -> None:
    async with kept.services.storage.unit() as unit:
        viewer = await unit.viewers.get("v-maya")
    assert viewer
    assert await card_urls(kept.services, viewer, ["x" * 201]) == {}


async def test_a_data_directory_that_cannot_be_written_is_told(kept: House, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    object.__setattr__(kept.services.settings, "data_dir", tmp_path / "file" / "data")
    with pytest.raises(Misconfigured, match="data-dir-not-writable"):
        await link(kept, "movie:12")
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / KEY_NAME).write_bytes(b"short")
    object.__setattr__(kept.services.settings, "data_dir", damaged)
    with pytest.raises(Misconfigured, match="data-dir-not-writable"):
        await link(kept, "movie:12")


async def test_the_picture_of_a_taste_is_for_a_chat_to_fetch_and_lives_for_days(kept: House, anyone: Reader) -> None:
    async with kept.services.storage.unit() as unit:
        maya, nobody = await unit.viewers.get("v-maya"), await unit.viewers.get("v-new")
    assert maya
    assert nobody
    address = urlsplit(await taste_url(kept.services, maya)).path
    assert "maya" not in address
    for path in (address, urlsplit(await taste_url(kept.services, maya, "movie")).path):
        async with anyone.session.get(kept.url + path) as response:
            assert (response.status, response.content_type) == (200, "image/png")
            assert (await response.read()).startswith(b"\x89PNG")
            assert "no-store" in response.headers["Cache-Control"]
    token = address.rpartition("/")[2].removesuffix(".png")
    assert (await anyone.get(f"/card/{token}")).status == 404
    card = (await link(kept, "movie:12")).rpartition("/")[2]
    assert (await anyone.get(f"/taste/{card}.png")).status == 404
    assert (await anyone.get(urlsplit(await taste_url(kept.services, nobody)).path)).status == 404
    kept.clock.advance(TASTE_LIFE + timedelta(days=1))
    assert (await anyone.get(address)).status == 404
