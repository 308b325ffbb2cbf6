"""Where an account stands with titles, from what Jellyfin keeps for each of them (``UserData``).

Jellyfin keeps it per account and tells any account's to an administrator who names it by ``userId``; that is as
reliable as reading with the account's own token. Servers that ignore ``userId`` with an API key (10.8 to 10.10) leave
``UserData`` out: that is an error here, never “has seen nothing”.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters.library.jellyfin.client import JellyfinClient
from adapters.library.jellyfin.fields import Json, count, key, moment, number, share, table, whole
from adapters.library.jellyfin.parsers import EPISODE, MOVIE, SERIES
from engine.domain.items import MediaType
from engine.domain.media import WatchedState
from engine.errors import SourceRejected

PLAIN = {
    "recursive": True,
    "enableImages": False,
    "enableUserData": True,
    "collapseBoxSetItems": False,
    "sortBy": "DateCreated,SortName",
    "sortOrder": "Ascending",
}
LIKED, DISLIKED = 10.0, 1.0
"""What Jellyfin itself stores for a thumb up and down."""
BEST_RATING, WORST_RATING = 10.0, 1.0
_LARGE = 1_000


@dataclass(slots=True)
class _Run:
    """What an account has seen of a series."""

    seen: int = 0
    at: datetime | None = None


async def watched(client: JellyfinClient, account_id: str, token: str) -> AsyncIterator[Sequence[WatchedState]]:
    """Every film and series the account has met, paged to the end."""
    query = {**PLAIN, "userId": account_id}
    async for page in client.pages({**query, "includeItemTypes": MOVIE}, token=token, size=_LARGE):
        require_state(client, page)
        if found := [state for row in page if (state := film_state(row, account_id))]:
            yield found
    runs = await _runs(client, query, token)
    asked = {**query, "includeItemTypes": SERIES, "fields": "RecursiveItemCount"}
    async for page in client.pages(asked, token=token):
        require_state(client, page)
        if found := [state for row in page if (state := _series_state(row, account_id, runs))]:
            yield found


def require_state(client: JellyfinClient, page: Sequence[Json]) -> None:
    """Raises SourceRejected where the server tells titles without saying where the account stands with them."""
    if page and not any(isinstance(row.get("UserData"), dict) for row in page):
        raise SourceRejected("jellyfin-state-hidden", name=client.name)


def film_state(row: Json, account_id: str) -> WatchedState | None:
    """None for what the account has not met."""
    state, told = table(row.get("UserData")), key(row.get("Id"))
    done = completion(row)
    plays = _plays(state)
    mark, at = rating(state), moment(state.get("LastPlayedDate"))
    if not told or not (done or plays or mark is not None or at):
        return None
    return WatchedState(account_id, told, MediaType.MOVIE, plays, done, at, mark)


def _plays(state: Json) -> int:
    """Jellyfin counts starts, and a film that is begun once more is no longer played until it is through again."""
    starts = count(state.get("PlayCount")) or 0
    return max(1, starts) if state.get("Played") is True else max(0, starts - 1)


def completion(row: Json) -> float:
    """0–1, of a film or an episode."""
    state = table(row.get("UserData"))
    if state.get("Played") is True:
        return 1.0
    told = share(state.get("PlayedPercentage"), 100)
    return told or share(state.get("PlaybackPositionTicks"), row.get("RunTimeTicks")) or 0.0


def rating(state: Json) -> float | None:
    """1–10, by number or by thumb. A favourite is no rating: it is also how titles are saved for later."""
    told = number(state.get("Rating"))
    if told is not None and told > 0:
        return min(BEST_RATING, max(WORST_RATING, told))
    likes = state.get("Likes")
    return (LIKED if likes else DISLIKED) if isinstance(likes, bool) else None


def _series_state(row: Json, account_id: str, runs: dict[str, _Run]) -> WatchedState | None:
    state, told = table(row.get("UserData")), key(row.get("Id"))
    run = runs.get(told, _Run())
    done = _series_completion(row, state, run.seen)
    mark = rating(state)
    at = max((at for at in (run.at, moment(state.get("LastPlayedDate"))) if at), default=None)
    if not told or not (done or mark is not None or at):
        return None
    plays = max(count(state.get("PlayCount")) or 0, 1) if done >= 1 else 0
    return WatchedState(account_id, told, MediaType.TV, plays, done, at, mark)


def _series_completion(row: Json, state: Json, seen: int) -> float:
    """The share of episodes that are seen: as the server counts, else as they were counted here."""
    if state.get("Played") is True:
        return 1.0
    episodes, left = count(row.get("RecursiveItemCount")), whole(state.get("UnplayedItemCount"))
    if episodes and left is not None:
        return share(episodes - left, episodes) or 0.0
    return share(state.get("PlayedPercentage"), 100) or share(seen, episodes) or 0.0


async def _runs(client: JellyfinClient, query: dict[str, str | bool], token: str) -> dict[str, _Run]:
    """By series: how many episodes are seen, and when one was last played, which a series itself does not know."""
    runs: dict[str, _Run] = {}
    for which in ("IsPlayed", "IsResumable"):
        asked = {**query, "includeItemTypes": EPISODE, "filters": which}
        async for page in client.pages(asked, token=token, size=_LARGE):
            require_state(client, page)
            for row in page:
                _count(row, runs)
    return runs


def _count(row: Json, runs: dict[str, _Run]) -> None:
    series, state = key(row.get("SeriesId")), table(row.get("UserData"))
    if not series:
        return
    run = runs.setdefault(series, _Run())
    run.seen += state.get("Played") is True
    at = moment(state.get("LastPlayedDate"))
    run.at = max((moment_ for moment_ in (run.at, at) if moment_), default=None)
