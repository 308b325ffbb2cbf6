"""Headers, files, posters, health, problems, ports."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from xml.etree import ElementTree as ET

import aiohttp
import pytest

from bot.web.assets import Assets
from bot.web.flash import way_back
from bot.web.languages import preferred
from bot.web.server import start_server
from engine.errors import Misconfigured, SourceUnavailable
from tests.bot.web.conftest import Reader
from tests.bot.web.world import SECRET, House, open_house

Enter = Callable[[str], Awaitable[Reader]]


async def test_every_answer_forbids_what_it_does_not_need(maya: Reader, stranger: Reader) -> None:
    for reader, path in ((maya, "/"), (stranger, "/"), (maya, "/nope"), (maya, "/health"), (maya, "/static/page.css")):
        headers = (await reader.get(path)).headers
        policy = headers["Content-Security-Policy"]  # type: ignore[index]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"  # type: ignore[index]
        assert headers["Referrer-Policy"] == "no-referrer"  # type: ignore[index]
        assert "aiohttp" not in headers["Server"]  # type: ignore[index]


async def test_personal_pages_are_never_kept(maya: Reader) -> None:
    for path in ("/", "/taste", "/item/movie:3", "/nope", "/health"):
        assert (await maya.get(path)).headers["Cache-Control"] == "no-store"  # type: ignore[index]


async def test_a_page_brings_no_script_or_style_of_its_own(maya: Reader) -> None:
    for path in ("/", "/taste", "/item/movie:3", "/search?q=harbour"):
        text = (await maya.get(path)).text
        assert "<style" not in text
        assert " style=" not in text
        assert text.count("<script") == 1
        assert " on" + "click=" not in text
        assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in text


async def test_files_are_named_by_their_content_and_not_sent_twice(house: House) -> None:
    address = Assets.shipped().url("page.css")
    async with aiohttp.ClientSession() as session:
        async with session.get(house.url + address) as response:
            assert response.headers["Cache-Control"].endswith("immutable")
            assert response.content_type == "text/css"
            mark = response.headers["ETag"]
        async with session.get(house.url + "/static/page.css", headers={"If-None-Match": mark}) as response:
            assert response.status == 304
            assert "immutable" not in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    ["../server.py", "..%2fserver.py", "%2e%2e/%2e%2e/settings.py", "....//page.css", "page.css%00", "/etc/passwd",
     "page.css/..", "__init__.py", "..\\server.py"],
)  # fmt: skip
async def test_there_is_no_way_to_any_other_file(house: House, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.server.port)
    writer.write(f"GET /static/{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert b" 404 " in answer.split(b"\r\n")[0] or b" 400 " in answer.split(b"\r\n")[0]
    assert b"def " not in answer
    assert b"root:" not in answer


async def test_health_says_that_it_lives_and_nothing_of_anybody(stranger: Reader) -> None:
    shown = await stranger.get("/health")
    assert shown.status == 200
    assert '"status": "ok"' in shown.text
    assert "Maya" not in shown.text
    assert "Set-Cookie" not in shown.headers  # type: ignore[operator]


async def test_a_poster_is_drawn_for_who_may_see_the_title(maya: Reader) -> None:
    shown = await maya.get("/poster/movie:12.svg")
    assert shown.status == 200
    assert "1972 · Film" in shown.text
    ET.fromstring(shown.text)
    assert shown.headers["Cache-Control"].startswith("private")  # type: ignore[index]
    again = await maya.get("/poster/movie:12.svg", **{"If-None-Match": shown.headers["ETag"]})  # type: ignore[index]
    assert again.status == 304


async def test_everybody_else_gets_one_and_the_same_poster(maya: Reader, stranger: Reader) -> None:
    paths = (SECRET, "movie:424242", "x", "..%2f..%2fetc")
    answers = [await maya.get(f"/poster/{path}.svg") for path in paths]
    assert {one.status for one in answers} == {404}
    assert len({one.text for one in answers}) == 1
    assert "Forbidden" not in answers[0].text
    assert (await stranger.get("/poster/movie:12.svg")).status == 404


async def test_a_fault_of_ours_is_logged_and_told_without_details(
    maya: Reader, house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("secret detail of the disk")

    monkeypatch.setattr(house.services.profiles, "view", broken)
    shown = await maya.get("/taste")
    assert shown.status == 500
    assert "secret detail" not in shown.text
    assert "This is our fault" in shown.words
    assert "secret detail" in caplog.text


async def test_a_source_that_does_not_answer_is_told_with_the_time_to_wait(
    maya: Reader, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise SourceUnavailable("storage-busy", retry_after=60)

    monkeypatch.setattr(house.services.profiles, "view", away)
    shown = await maya.get("/taste")
    assert shown.status == 503
    assert "That does not work just now" in shown.words


async def test_a_code_never_reaches_the_log(
    stranger: Reader, house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(house.services.storage, "unit", broken)
    async with stranger.session.get(house.url + "/signin/a-code-of-somebody") as response:
        assert response.status == 500
    assert "a-code-of-somebody" not in caplog.text


async def test_methods_and_hosts_that_make_no_sense_are_refused_politely(maya: Reader, house: House) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        async with maya.session.request(method, house.url + "/taste") as response:
            assert response.status in {403, 405, 415}


async def test_a_head_request_is_answered_like_a_get_without_the_page(maya: Reader, house: House) -> None:
    async with maya.session.head(house.url + "/taste") as response:
        assert response.status == 200
        assert await response.read() == b""


async def test_a_taken_port_stops_the_start_and_says_which(house: House) -> None:
    with pytest.raises(Misconfigured) as stopped:
        await start_server(house.services, "127.0.0.1", house.server.port)
    assert stopped.value.key == "port-taken"
    assert stopped.value.arguments == {"port": house.server.port}


async def test_the_demo_takes_the_next_port_instead(house: House) -> None:
    async with open_house(demo=True) as other:
        server = await start_server(other.services, "127.0.0.1", house.server.port)
        try:
            assert server.port != house.server.port
            async with aiohttp.ClientSession() as session, session.get(server.url + "/health") as response:
                assert response.status == 200
        finally:
            await server.close()


async def test_a_host_that_is_not_here_stops_the_start(house: House) -> None:
    for host in ("203.0.113.7", "no such host.invalid"):
        with pytest.raises(Misconfigured) as stopped:
            await start_server(house.services, host, 0)
        assert stopped.value.key == "host-unknown"


async def test_a_closed_server_gives_its_port_back() -> None:
    async with open_house() as house:
        port = house.server.port
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


async def test_addresses_name_a_host_that_a_browser_can_open(house: House) -> None:
    for host, start in (("0.0.0.0", "http://127.0.0.1:"), ("localhost", "http://localhost:")):
        server = await start_server(house.services, host, 0)
        assert server.url.startswith(start)
        await server.close()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("es, fr;q=0.3, en;q=0.7", "en"),
        ("pt-BR", None),
        ("", None),
        ("fr;q=0, de;q=zero, en;q=0.1", "en"),
        (";;;,q=,=;q", None),
        ("*;q=0.5", None),
        ("de;" * 10_000, None),
    ],
)
def test_the_language_a_browser_asks_for(header: str, expected: str | None) -> None:
    assert preferred(header, ("de", "en", "fr")) == expected


async def test_a_stranger_is_addressed_in_the_language_of_their_browser(stranger: Reader) -> None:
    assert "Du bist nicht angemeldet" in (await stranger.get("/", **{"Accept-Language": "de-CH"})).words


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/taste?page=2&done=old", "/taste?page=2&done=new#a"),
        ("/", "/?done=new#a"),
        ("//evil", "/?done=new#a"),
        ("/\\evil", "/?done=new#a"),
        ("http://evil", "/?done=new#a"),
        ("/a b", "/?done=new#a"),
        ("/" + "a" * 3_000, "/?done=new#a"),
    ],
)
def test_the_way_back_stays_here(given: str, expected: str) -> None:
    assert way_back(given, anchor="a", done="new") == expected


def test_an_anchor_that_is_none_is_left_out() -> None:
    assert way_back("/taste", anchor='"><x') == "/taste"
