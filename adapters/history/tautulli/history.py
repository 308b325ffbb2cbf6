"""Tautulli as a keeper of everybody's playbacks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta

from adapters.history.tautulli.client import TautulliClient
from adapters.history.tautulli.parsers import Page, read_page, read_row
from adapters.values import Record
from bot.integration import Instance, Outside
from engine.domain.media import Playback

ROWS = 2_000
"""On a page."""
MARGIN = timedelta(days=2)
"""Tautulli counts days of its own time zone by when a playback began, which may be a day before it ended."""


class TautulliHistory:
    """Fulfils ``WatchHistory``.

    Accounts are numbers of plex.tv, the owner's too. Playbacks have the same id as in Tautulli's webhooks, but not
    as in Plex's own history.
    """

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self.client = TautulliClient(instance, outside)

    async def since(self, moment: datetime | None) -> AsyncIterator[Sequence[Playback]]:
        """Those that ended after ``moment`` (all of them without one), the earliest begun first, page by page."""
        after = (moment - MARGIN).date().isoformat() if moment else None
        start, before = 0, list[Record]()
        while True:
            page = await self._page(start, after)
            if page.rows and page.rows == before:
                raise self.client.unreadable("the same page again")
            before = page.rows
            found = [playback for row in page.rows if (playback := read_row(row))]
            yield [playback for playback in found if moment is None or (playback.ended_at or moment) >= moment]
            start += len(page.rows)
            if start >= page.total:
                return

    async def close(self) -> None:
        await self.client.close()

    async def _page(self, start: int, after: str | None) -> Page:
        """Raises SourceUnavailable for a page that is empty although there is more: that is not the end."""
        data = await self.client.ask(
            "get_history",
            grouping=0,
            include_activity=0,
            order_column="date",
            order_dir="asc",
            start=start,
            length=ROWS,
            after=after,
        )
        page = read_page(data)
        if page is None:
            raise self.client.unreadable("no history")
        if not page.rows and start < page.total:
            raise self.client.unreadable("an empty page before the end")
        return page
