"""A real Chromium before a real server."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import BrowserContext, Page, async_playwright

from bot.web.access import login_url
from tests.bot.web.world import House, open_house

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@dataclass(slots=True)
class Visit:
    """A page with all that went wrong on it, and all it asked for."""

    page: Page
    house: House
    complaints: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    async def go(self, path: str) -> None:
        await self.page.goto(self.house.url + path)

    @property
    def strangers(self) -> list[str]:
        """Addresses asked for that are not on this server."""
        own = urlsplit(self.house.url).netloc
        return [url for url in self.requested if urlsplit(url).netloc != own and not url.startswith("data:")]


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[BrowserContext]:
    """One browser for all tests, with a profile of its own that is thrown away."""
    if not os.access(CHROMIUM, os.X_OK):
        if os.environ.get("CI"):
            pytest.fail(f"no Chromium at {CHROMIUM}: apt-get install chromium")
        pytest.skip(f"no Chromium at {CHROMIUM} (apt-get install chromium): the page is not tested in a browser")
    with tempfile.TemporaryDirectory(prefix="chromium-") as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile, executable_path=str(CHROMIUM), headless=True, args=list(FLAGS), viewport=WIDE
            )
            yield context
            await context.close()


@pytest.fixture
async def household() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


@pytest.fixture
async def visit(chromium: BrowserContext, household: House) -> AsyncIterator[Callable[..., Awaitable[Visit]]]:
    """Opens a page in which somebody is signed in by their link, as a person would do it."""
    pages: list[Page] = []

    async def opened(viewer_id: str | None = "v-maya", *, size: dict[str, int] = WIDE) -> Visit:
        await chromium.clear_cookies()
        page = await chromium.new_page()
        pages.append(page)
        await page.set_viewport_size(size)  # type: ignore[arg-type]
        seen = Visit(page, household)
        page.on("console", lambda said: seen.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: seen.complaints.append(f"error: {error}"))
        page.on("request", lambda request: seen.requested.append(request.url))
        if viewer_id:
            await page.goto(household.url + urlsplit(await login_url(household.services, viewer_id)).path)
            await page.get_by_role("button").last.click()
            await page.wait_for_url(f"{household.url}/")
        return seen

    yield opened
    for page in pages:
        await page.close()
