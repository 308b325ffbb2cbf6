"""Signing in and out, and the sessions behind it."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.web.access import SESSION_LIFE, digest, login_url
from tests.bot.web.conftest import Reader
from tests.bot.web.world import House, open_house

pytestmark = pytest.mark.untraced


async def link_for(house: House, viewer_id: str = "v-maya") -> str:
    return urlsplit(await login_url(house.services, viewer_id)).path


async def test_without_a_session_every_page_explains_how_to_get_a_link(stranger: Reader) -> None:
    for path in ("/", "/taste", "/watchlists", "/search?q=harbour", "/item/movie:1", "/language"):
        shown = await stranger.get(path)
        assert shown.status == 401
        assert "/me" in shown.words
        assert "Harbour" not in shown.words


async def test_the_page_says_who_would_be_signed_in_and_waits_for_a_yes(stranger: Reader, house: House) -> None:
    asked = await stranger.get(await link_for(house))
    assert "Sign in as Maya?" in asked.words
    assert (await stranger.get("/")).status == 401


async def test_a_link_preview_does_not_use_the_link_up(stranger: Reader, house: House) -> None:
    link = await link_for(house)
    for _ in range(3):
        assert (await stranger.get(link)).status == 200
    assert (await stranger.post(link)).path == "/"


async def test_a_link_works_once(stranger: Reader, house: House) -> None:
    link = await link_for(house)
    await stranger.get(link)
    assert (await stranger.post(link)).status == 200
    again = await stranger.get(link)
    assert again.status == 410
    assert "/me" in again.words
    assert (await stranger.post(link)).status == 410


async def test_a_link_lives_ten_minutes(stranger: Reader, house: House) -> None:
    link = await link_for(house)
    house.clock.advance(timedelta(minutes=10, seconds=1))
    assert (await stranger.get(link)).status == 410


async def test_an_unknown_code_is_as_good_as_an_old_one(stranger: Reader) -> None:
    assert (await stranger.get("/signin/nobody-has-this-code")).status == 410
    assert (await stranger.get("/signin/x")).status == 404


async def test_the_secret_in_the_cookie_is_never_stored(stranger: Reader, house: House) -> None:
    await stranger.sign_in("v-maya")
    secret = next(cookie.value for cookie in stranger.session.cookie_jar)
    async with house.services.storage.unit() as unit:
        assert await unit.access.session(secret, house.clock.now()) is None
        stored = await unit.access.session(digest(secret), house.clock.now())
    assert stored is not None
    assert stored.viewer_id == "v-maya"


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(stranger: Reader, house: House) -> None:
    link = await link_for(house)
    await stranger.get(link)
    before = {cookie.value for cookie in stranger.session.cookie_jar}
    async with stranger.session.post(
        house.url + link, data={"token": stranger.token}, allow_redirects=False
    ) as response:
        (given,) = response.headers.getall("Set-Cookie")
    assert "HttpOnly" in given
    assert "SameSite=Lax" in given
    assert "Secure" not in given
    assert {cookie.value for cookie in stranger.session.cookie_jar} != before


async def test_behind_https_the_cookie_is_bound_to_it() -> None:
    async with open_house(public_url="https://watch.example.org") as house:
        port = house.server.port
        link = await link_for(house)
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{link}") as response:
            given = response.headers["Set-Cookie"]
        assert given.startswith("__Host-recommendarr=")
        assert "Secure" in given
        assert (await login_url(house.services, "v-maya")).startswith("https://watch.example.org/signin/")


async def test_signing_out_ends_the_session_for_good(maya: Reader, house: House) -> None:
    cookies = {cookie.key: cookie.value for cookie in maya.session.cookie_jar}
    await maya.get("/")
    left = await maya.post("/signout")
    assert left.status == 401
    async with aiohttp.ClientSession(cookies=cookies) as session, session.get(house.url + "/taste") as response:
        assert response.status == 401


async def test_a_session_ends_after_its_time(maya: Reader, house: House) -> None:
    house.clock.advance(SESSION_LIFE + timedelta(seconds=1))
    assert (await maya.get("/taste")).status == 401


async def test_a_new_sign_in_gets_a_new_secret_and_ends_the_old_session(maya: Reader, house: House) -> None:
    old = {cookie.key: cookie.value for cookie in maya.session.cookie_jar}
    shown = await maya.sign_in("v-owner")
    assert "Owner" in shown.words
    async with aiohttp.ClientSession(cookies=old) as session, session.get(house.url + "/taste") as response:
        assert response.status == 401


async def test_a_cookie_of_garbage_is_nobody(house: House) -> None:
    for garbage in ("", "x", "ä" * 50, "a" * 5_000):
        async with (
            aiohttp.ClientSession(headers={"Cookie": f"recommendarr={garbage}"}) as session,
            session.get(house.url + "/") as response,
        ):
            assert response.status == 401


async def test_the_demo_opens_signed_in_as_whoever_is_played() -> None:
    async with open_house(demo=True) as house, aiohttp.ClientSession() as session:
        async with session.get(house.url + "/taste") as response:
            assert "Maya" in await response.text()
        async with house.services.storage.unit() as unit:
            await unit.values.put("demo-viewer", "v-jonas")
        async with session.get(house.url + "/taste") as response:
            assert "Jonas" in await response.text()


async def test_the_demo_opens_for_nobody_who_comes_from_elsewhere() -> None:
    async with open_house(demo=True) as house, aiohttp.ClientSession() as session:
        for headers in ({"Host": "rebound.example"}, {"X-Forwarded-For": "10.0.0.9"}, {"Forwarded": "for=10.0.0.9"}):
            async with session.get(house.url + "/taste", headers=headers) as response:
                assert response.status == 401


async def test_outside_the_demo_nobody_is_signed_in_by_being_near(house: House, stranger: Reader) -> None:
    async with house.services.storage.unit() as unit:
        assert await unit.values.get("demo-viewer") == "v-maya"
    assert (await stranger.get("/")).status == 401
