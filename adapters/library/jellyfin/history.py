"""Playbacks, from the last time each account played each title: Jellyfin keeps no other history by itself.

A playback's id holds account, title and second of its start. The webhook does not know that start exactly, so the same
playback has another id there: the two are one where account and title are the same and the starts are close.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from heapq import heappop, heappush

from adapters.library.jellyfin.client import JellyfinClient
from adapters.library.jellyfin.fields import Json, count, key, moment, table, text, whole
from adapters.library.jellyfin.parsers import EPISODE, MOVIE, external_ids, year
from adapters.library.jellyfin.watched import PLAIN, completion, require_state
from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds, Playback

AT_ONCE = 500
"""Playbacks in a page."""


async def history(
    client: JellyfinClient, account_ids: Sequence[str], since: datetime | None
) -> AsyncIterator[Sequence[Playback]]:
    """Playbacks of these accounts after ``since``, the oldest first, page by page."""
    streams = [stream for told in account_ids for stream in _streams(client, told, since)]
    waiting: list[tuple[datetime, int, Playback]] = []
    for place, stream in enumerate(streams):
        if first := await anext(stream, None):
            heappush(waiting, (first.started_at, place, first))
    page: list[Playback] = []
    while waiting:
        _, place, oldest = heappop(waiting)
        page.append(oldest)
        if coming := await anext(streams[place], None):
            heappush(waiting, (coming.started_at, place, coming))
        if len(page) >= AT_ONCE:
            yield page
            page = []
    if page:
        yield page


def playback(row: Json, account_id: str) -> Playback | None:
    """The last playback of a film or episode; None where the account never played it."""
    told, at = key(row.get("Id")), moment(table(row.get("UserData")).get("LastPlayedDate"))
    kind = text(row.get("Type"))
    of_series = kind == EPISODE
    item = key(row.get("SeriesId")) if of_series else told
    if not told or not item or at is None or kind not in {MOVIE, EPISODE}:
        return None
    season, number = whole(row.get("ParentIndexNumber")), count(row.get("IndexNumber"))
    return Playback(
        id=f"{account_id}:{told}:{int(at.timestamp())}",
        account_id=account_id,
        item_key=item,
        media_type=MediaType.TV if of_series else MediaType.MOVIE,
        started_at=at,
        completion=completion(row),
        title=text(row.get("SeriesName")) if of_series else text(row.get("Name")),
        year=None if of_series else year(row.get("ProductionYear")),
        ids=ExternalIds() if of_series else external_ids(row),
        episode=Episode(season, number) if of_series and season is not None and number is not None else None,
    )


def _streams(client: JellyfinClient, account_id: str, since: datetime | None) -> list[AsyncIterator[Playback]]:
    if since is not None:
        return [_after(client, account_id, since)]
    return [_finished(client, account_id), _begun(client, account_id)]


async def _after(client: JellyfinClient, account_id: str, since: datetime) -> AsyncIterator[Playback]:
    """Read from the latest back to ``since``, told the other way round."""
    found: list[Playback] = []
    async for page in client.pages(_query(account_id, "Descending")):
        require_state(client, page)
        found += [one for row in page if (one := playback(row, account_id)) and one.started_at > since]
        if any(_is_old(row, since) for row in page):
            break
    for one in sorted(found, key=lambda one: one.started_at):
        yield one


async def _finished(client: JellyfinClient, account_id: str) -> AsyncIterator[Playback]:
    """Those seen to the end, without holding more than a page."""
    async for page in client.pages({**_query(account_id, "Ascending"), "filters": "IsPlayed"}):
        require_state(client, page)
        for row in page:
            one = playback(row, account_id)
            if one and one.completion == 1.0:
                yield one


async def _begun(client: JellyfinClient, account_id: str) -> AsyncIterator[Playback]:
    """Those under way, which are few."""
    found: list[Playback] = []
    async for page in client.pages({**_query(account_id, "Ascending"), "filters": "IsResumable"}):
        require_state(client, page)
        found += [one for row in page if (one := playback(row, account_id)) and one.completion != 1.0]
    for one in sorted(found, key=lambda one: one.started_at):
        yield one


def _is_old(row: Json, since: datetime) -> bool:
    """Whether everything behind it is older; what was never played comes last."""
    at = moment(table(row.get("UserData")).get("LastPlayedDate"))
    return at is None or at <= since


def _query(account_id: str, order: str) -> dict[str, str | bool]:
    told = {"userId": account_id, "includeItemTypes": f"{MOVIE},{EPISODE}", "fields": "ProviderIds"}
    return {**PLAIN, **told, "sortBy": "DatePlayed", "sortOrder": order}
