"""The page of a title: its files and the way into the server's app, as far as they are open to the reader."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import aiohttp

from bot.web.access import login_url
from bot.web.server import start_server
from tests.bot.playing.home import HIGH, LOW, TWICE, Home


async def test_the_page_tells_open_files_and_leads_to_an_open_copy(home: Home) -> None:
    server = await start_server(home.services, "127.0.0.1", 0)
    try:
        pages = [await page(home, server.url, (await who).account.id) for who in (home.rosa(), home.otto())]
    finally:
        await server.close()
    rosas, ottos = pages
    assert "1080p · H.264" in rosas
    assert LOW in rosas
    assert not [word for word in ("4K", "Dolby Vision", HIGH) if word in rosas]
    assert "4K · Dolby Vision · HDR10 · HEVC" in ottos
    assert HIGH in ottos


async def page(home: Home, url: str, viewer_id: str) -> str:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        link = url + urlsplit(await login_url(home.services, viewer_id)).path
        async with session.get(link) as shown:
            token = (await shown.text()).partition('name="token" value="')[2].partition('"')[0]
        await session.post(link, data={"token": token})
        async with session.get(f"{url}/item/{quote(TWICE, safe='')}") as shown:
            assert shown.status == 200
            return await shown.text()
