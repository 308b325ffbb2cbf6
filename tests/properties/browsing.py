"""One person's browser at two households at once."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

import aiohttp
from yarl import URL

from bot.services import Services
from bot.web.access import login_url
from bot.web.server import start_server
from tests.properties.lockstep import Script

TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')
PASSING = frozenset({"Date", "Set-Cookie"})
VERBS = ("like", "dislike", "seen", "save", "unsave", "hide", "unhide")
PAGES = (
    "/", "/?mode=shuffle", "/?mode=rediscover", "/?mode=mood&text=cozy+heist", "/?genre=Comedy&type=movie",
    "/?attempt=1", "/taste", "/taste?domain=tv", "/taste?page=2", "/watchlists", "/search?q=harbour",
    "/language", "/health",
)  # fmt: skip


@dataclass(slots=True)
class Browser:
    """Keeps its cookie and the token of the page last seen."""

    url: str
    session: aiohttp.ClientSession
    token: str = ""

    async def open(self, address: str, fields: dict[str, str] | None = None) -> str:
        """Status, headers and body of the answer to a page (or a form with ``fields``), without what is random."""
        where = URL(self.url + address, encoded=True)
        if fields is None:
            answering = self.session.get(where, allow_redirects=False)
        else:
            answering = self.session.post(where, data={"token": self.token} | fields, allow_redirects=False)
        async with answering as response:
            body = await response.text()
            headers = sorted(f"{name}: {value}" for name, value in response.headers.items() if name not in PASSING)
        if found := TOKEN.search(body):
            self.token = found[1]
        text = "\n".join([str(response.status), *headers, body])
        return TOKEN.sub("", text).replace(self.url, "http://here")


@asynccontextmanager
async def browser_at(services: Services, viewer_id: str) -> AsyncIterator[Browser]:
    """Signed in as ``viewer_id`` at a real server."""
    async with AsyncExitStack() as stack:
        server = await start_server(services, "127.0.0.1", 0)
        stack.push_async_callback(server.close)
        session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        browser = Browser(server.url, await stack.enter_async_context(session))
        link = urlsplit(await login_url(services, viewer_id)).path
        await browser.open(link)
        assert (await browser.open(link, {})).startswith("303")
        await browser.open("/language")
        yield browser


def addresses(script: Script, count: int) -> Iterator[tuple[str, dict[str, str] | None]]:
    """Pages to open and forms to send, most of them about something closed."""
    for _ in range(count):
        item_id, subject = script.item().id, script.subject()
        shelf = script.one(one.id for one in script.plan.libraries)
        asked = [
            script.one(PAGES),
            f"/item/{quote(item_id, safe=':')}",
            f"/poster/{quote(item_id, safe=':')}.svg",
            f"/?{urlencode({'mode': 'similar', 'from': item_id})}",
            f"/?{urlencode({'mode': 'similar', 'text': subject})}",
            f"/?{urlencode({'mode': 'mood', 'text': f'like {subject}'})}",
            f"/?{urlencode({'library': shelf})}",
            f"/search?{urlencode({'q': subject})}",
        ]
        if script.rng.integers(4):
            yield script.one(asked), None
        elif script.rng.integers(4):
            yield "/do", {"verb": script.one(VERBS), "item": item_id, "back": "/watchlists"}
        else:
            yield "/do", {"verb": "rate", "points": "7", "item": item_id, "back": "/taste"}
