"""Sonarr as a service that series are asked of."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta

from adapters.acquisition.servarr_parsers import downloads
from adapters.acquisition.servarr_requests import ServarrRequests
from adapters.acquisition.sonarr import parsers
from adapters.acquisition.sonarr.parsers import Choices
from adapters.values import Record, positive, text
from engine.domain.acquisition import Coming, Download, Known, Requested, RequestState, Takes, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable

_ALL = frozenset({MediaType.TV, MediaType.ANIME})
_TAKES = {
    Takes.USUAL: frozenset({MediaType.TV}),
    Takes.ANIME: frozenset({MediaType.ANIME}),
    Takes.NOTHING: frozenset[MediaType](),
}
_DAY = timedelta(days=1)
_log = logging.getLogger(__name__)


class Sonarr(ServarrRequests):
    """One instance. A request's id is the series' TVDB id, with ``/1,2`` for seasons 1 and 2 of it."""

    @property
    def takes(self) -> frozenset[MediaType]:
        return _TAKES.get(self.rules.takes, _ALL)

    async def known(self) -> AsyncIterator[Sequence[Known]]:
        await self._arr.examine()
        sizes: dict[int, list[float]] = defaultdict(list)
        async for page in self._arr.everything("series"):
            for profile, size in parsers.sizes(page):
                sizes[profile].append(size)
            yield [known for series in page if (known := parsers.known(series, self._excluded))]
        self._sizes = dict(sizes)

    async def request(self, wish: Wish) -> Requested:
        """The TVDB id must be given: whoever asks knows it, or TMDB does.

        A series that is there gets more seasons whatever else is taken here.
        """
        if wish.media_type not in _ALL or not wish.ids.tvdb or wish.ids.tvdb <= 0:
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name)
        series = await self._series(wish.ids.tvdb)
        if series is not None and self.takes:
            return await self._extend(wish, series)
        if wish.media_type not in self.takes:
            raise InvalidQuery("request-not-taken", title=wish.title, name=self._name)
        return await self._add(wish, wish.ids.tvdb)

    async def state(self, request_id: str) -> Requested:
        tvdb, numbers = _read(request_id)
        series = await self._series(tvdb) if tvdb else None
        queue: list[Record] = []
        if series and (number := positive(series.get("id"))):
            queue = [entry for entry in await self._arr.queue({"seriesIds": number}) if entry.get("seriesId") == number]
        return self._requested(series or {"tvdbId": tvdb}, numbers, parsers.state(series, numbers, queue))

    async def find(self, media_type: MediaType, ids: ExternalIds) -> Known | None:
        if media_type not in _ALL or not ids.tvdb:
            return None
        series = await self._series(ids.tvdb)
        return parsers.known(series, self._excluded) if series else None

    async def cancel(self, request_id: str, for_account: str = "") -> Requested:
        """The seasons that are not there yet are not looked for any more; the series and its files stay."""
        del for_account
        tvdb, numbers = _read(request_id)
        series = await self._series(tvdb) if tvdb else None
        if series is None:
            return Requested(request_id, RequestState.GONE)
        wanted = [season.number for season in parsers.wished(series, numbers) if not season.complete]
        if not wanted:
            raise InvalidQuery("cancel-too-late", title=text(series.get("title")))
        await self._arr.change(f"series/{positive(series.get('id'))}", parsers.without_seasons(series, wanted))
        return self._requested(series, numbers, RequestState.CANCELLED)

    async def downloads(self) -> list[Download]:
        queue = await self._arr.queue({"includeSeries": True, "includeUnknownSeriesItems": False})
        shelf = await self._shelf(queue)
        return downloads(queue, lambda entry: parsers.title_of(entry, shelf))

    async def coming(self, first: date, last: date) -> list[Coming]:
        if first > last:
            return []
        days = {
            "start": f"{first - _DAY}T00:00:00Z",
            "end": f"{last + _DAY}T23:59:59Z",
            "unmonitored": False,
            "includeSeries": True,
        }
        episodes = await self._arr.listing("calendar", days)
        shelf = await self._shelf(episodes)
        found = [release for episode in episodes if (release := parsers.coming(episode, shelf, first, last))]
        return sorted(found, key=lambda release: (release.on, release.title, release.episode))

    async def size_estimate(self, wish: Wish) -> int | None:
        if wish.media_type not in self.takes:
            return None
        profile = await self._arr.profile(*self._chosen("profile", wish.media_type))
        rate = await self._arr.bytes_per_minute(profile, self._sizes.get(positive(profile.get("id")) or 0, []))
        minutes, episodes = wish.runtime, wish.episodes
        if rate and wish.ids.tvdb and not (minutes and episodes):
            found = await self._series(wish.ids.tvdb) or await self._look_up(wish.ids.tvdb) or {}
            minutes = minutes or positive(found.get("runtime"))
            episodes = episodes or parsers.episode_count(found, wish.seasons)
        return int(rate * minutes * episodes) if rate and minutes and episodes else None

    async def _add(self, wish: Wish, tvdb: int) -> Requested:
        found = await self._look_up(tvdb)
        if found is None or not text(found.get("title")):
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name)
        if wish.seasons and parsers.seasons(found) and not parsers.wished(found, wish.seasons):
            raise InvalidQuery("request-nothing-left", title=wish.title, name=self._name)
        body = parsers.body(found, wish.media_type, wish.seasons, await self._choices(wish.media_type))
        try:
            await self._arr.add("series", body, wish.title)
        except SourceUnavailable:
            # The answer may have been lost on its way back: then asking again would say that it is there already.
            if not await self._series(tvdb):
                raise
        return self._requested(found, wish.seasons, RequestState.APPROVED)

    async def _extend(self, wish: Wish, series: Record) -> Requested:
        """Add seasons to a series that is there. Raises InvalidQuery where none of them is missing."""
        missing = [season for season in parsers.wished(series, wish.seasons) if not season.complete]
        if not missing:
            raise InvalidQuery("request-nothing-left", title=wish.title, name=self._name)
        resting = series.get("monitored") is False
        fresh = [season.number for season in missing if resting or not season.monitored]
        if not fresh:
            raise InvalidQuery("request-already", title=wish.title, name=self._name)
        number = positive(series.get("id"))
        await self._arr.change(f"series/{number}", parsers.with_seasons(series, fresh))
        if self._searches:
            await self._search(number, fresh)
        return self._requested(series, tuple(fresh), RequestState.APPROVED)

    async def _search(self, number: int | None, seasons: Sequence[int]) -> None:
        for season in seasons:
            try:
                await self._arr.command({"name": "SeasonSearch", "seriesId": number, "seasonNumber": season})
            except (SourceUnavailable, SourceRejected) as error:
                # They are monitored by now: Sonarr finds what comes, and searches again by itself.
                _log.warning("%s: season %d is monitored but was not searched for: %s", self._name, season, error)
                return

    async def _series(self, tvdb: int) -> Record | None:
        found = await self._arr.listing("series", {"tvdbId": tvdb})
        return next((series for series in found if positive(series.get("tvdbId")) == tvdb), None)

    async def _look_up(self, tvdb: int) -> Record | None:
        found = await self._arr.listing("series/lookup", {"term": f"tvdb:{tvdb}"})
        return next((series for series in found if positive(series.get("tvdbId")) == tvdb), None)

    async def _shelf(self, entries: Sequence[Record]) -> dict[int, Record]:
        """Series by number, where entries tell no more of theirs."""
        shelf: dict[int, Record] = {}
        if any(positive(entry.get("seriesId")) and not entry.get("series") for entry in entries):
            async for page in self._arr.everything("series"):
                shelf |= {number: series for series in page if (number := positive(series.get("id")))}
        return shelf

    async def _choices(self, media_type: MediaType) -> Choices:
        profile = await self._arr.profile(*self._chosen("profile", media_type))
        return Choices(
            positive(profile.get("id")) or 0,
            await self._arr.root_folder(*self._chosen("root_folder", media_type)),
            tuple(await self._arr.tag_numbers()),
            self._searches,
        )

    def _chosen(self, option: str, media_type: MediaType) -> tuple[str, str]:
        """What is set for that kind of series, and the setting's name."""
        if media_type is MediaType.ANIME and (own := self._options.get(f"anime_{option}")):
            return own, f"ANIME_{option}".upper()
        return self._options.get(option, ""), option.upper()

    def _requested(self, series: Record, seasons: Sequence[int], state: RequestState) -> Requested:
        found = parsers.ids(series)
        parts = ",".join(str(season) for season in sorted(set(seasons)))
        return Requested(
            f"{found.tvdb or ''}{'/' if parts else ''}{parts}",
            state,
            media_type=parsers.media_type(series),
            ids=found,
            title=text(series.get("title")),
            seasons=tuple(seasons),
        )


def _read(request_id: str) -> tuple[int | None, tuple[int, ...]]:
    """TVDB id and seasons of a request."""
    told, _, parts = request_id.partition("/")
    return positive(told), tuple(int(part) for part in parts.split(",") if part.isascii() and part.isdigit())
