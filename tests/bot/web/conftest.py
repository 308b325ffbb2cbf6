"""A household, its server, and a browser without a screen."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.web.access import login_url
from tests.bot.web.world import House, open_house

TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')


@dataclass(slots=True)
class Shown:
    """A page as it came."""

    status: int
    text: str
    headers: aiohttp.typedefs.LooseHeaders
    path: str

    @property
    def words(self) -> str:
        """What is to be read, without markup."""
        return html.unescape(re.sub(r"<[^>]+>", " ", self.text))


@dataclass(slots=True)
class Reader:
    """Keeps cookies, follows redirects, and fills in the token of the page last seen."""

    house: House
    session: aiohttp.ClientSession
    token: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> Shown:
        async with self.session.get(self.house.url + path, headers=headers) as response:
            return await self._shown(response)

    async def post(self, path: str, **fields: str) -> Shown:
        async with self.session.post(self.house.url + path, data={"token": self.token} | fields) as response:
            return await self._shown(response)

    async def sign_in(self, viewer_id: str) -> Shown:
        link = urlsplit(await login_url(self.house.services, viewer_id)).path
        await self.get(link)
        return await self.post(link)

    async def _shown(self, response: aiohttp.ClientResponse) -> Shown:
        text = await response.text()
        if found := TOKEN.search(text):
            self.token = found[1]
        return Shown(response.status, text, response.headers, str(response.url.relative()))


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


@pytest.fixture
async def stranger(house: House) -> AsyncIterator[Reader]:
    """A browser that nobody has signed in with."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Reader(house, session)


@pytest.fixture
async def enter(house: House) -> AsyncIterator[Callable[[str], Awaitable[Reader]]]:
    """Opens a browser signed in as somebody."""
    sessions: list[aiohttp.ClientSession] = []

    async def opened(viewer_id: str) -> Reader:
        session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        sessions.append(session)
        reader = Reader(house, session)
        assert (await reader.sign_in(viewer_id)).status == 200
        return reader

    yield opened
    for session in sessions:
        await session.close()


@pytest.fixture
async def maya(enter: Callable[[str], Awaitable[Reader]]) -> Reader:
    """Somebody with a history, who may not open the attic."""
    return await enter("v-maya")
