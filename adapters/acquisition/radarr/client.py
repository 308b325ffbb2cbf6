"""Radarr as a service that films are asked of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta

from adapters.acquisition.radarr import parsers
from adapters.acquisition.radarr.parsers import Choices
from adapters.acquisition.servarr_parsers import downloads
from adapters.acquisition.servarr_requests import ServarrRequests
from adapters.values import Record, positive, text
from engine.domain.acquisition import Coming, Download, Known, Requested, RequestState, Takes, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceUnavailable

TAKES = frozenset({MediaType.MOVIE})
_DAY = timedelta(days=1)


class Radarr(ServarrRequests):
    """One instance. A request's id is the film's TMDB id: Radarr's own number changes when a film is added anew."""

    @property
    def takes(self) -> frozenset[MediaType]:
        return TAKES if self.rules.takes is not Takes.NOTHING else frozenset()

    async def known(self) -> AsyncIterator[Sequence[Known]]:
        await self._arr.examine()
        sizes: dict[int, list[float]] = defaultdict(list)
        async for page in self._arr.everything("movie"):
            for profile, size in parsers.sizes(page):
                sizes[profile].append(size)
            yield [known for movie in page if (known := parsers.known(movie, self._excluded))]
        self._sizes = dict(sizes)

    async def request(self, wish: Wish) -> Requested:
        if wish.media_type not in TAKES or not wish.ids.tmdb:
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name)
        if await self._movie(wish.ids.tmdb):
            raise InvalidQuery("request-already", title=wish.title, name=self._name)
        if not self.takes:
            raise InvalidQuery("request-not-taken", title=wish.title, name=self._name)
        found = await self._look_up(wish.ids.tmdb)
        if found is None:
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name)
        body = parsers.body(found, await self._choices())
        try:
            await self._arr.add("movie", body, wish.title)
        except SourceUnavailable:
            # The answer may have been lost on its way back: then asking again would say that it is there already.
            if not await self._movie(wish.ids.tmdb):
                raise
        return self._requested(found, RequestState.APPROVED)

    async def state(self, request_id: str) -> Requested:
        tmdb = positive(request_id)
        movie = await self._movie(tmdb) if tmdb else None
        queue: list[Record] = []
        if movie and not parsers.has_file(movie, self._excluded) and (number := positive(movie.get("id"))):
            queue = [entry for entry in await self._arr.queue({"movieIds": number}) if entry.get("movieId") == number]
        state = parsers.state(movie, queue, self._excluded)
        return self._requested(movie or {"tmdbId": tmdb}, state)

    async def find(self, media_type: MediaType, ids: ExternalIds) -> Known | None:
        if media_type not in TAKES or not ids.tmdb:
            return None
        movie = await self._movie(ids.tmdb)
        return parsers.known(movie, self._excluded) if movie else None

    async def cancel(self, request_id: str, for_account: str = "") -> Requested:
        """The film is taken out again, its files are never touched. What is being downloaded goes on in its client."""
        del for_account
        tmdb = positive(request_id)
        movie = await self._movie(tmdb) if tmdb else None
        if movie is None:
            return Requested(request_id, RequestState.GONE)
        title = text(movie.get("title"))
        if parsers.has_file(movie, ""):
            raise InvalidQuery("cancel-too-late", title=title)
        await self._arr.remove(f"movie/{positive(movie.get('id'))}")
        return self._requested(movie, RequestState.CANCELLED)

    async def downloads(self) -> list[Download]:
        queue = await self._arr.queue({"includeMovie": True, "includeUnknownMovieItems": False})
        films: dict[int, Record] = {}
        if any(positive(entry.get("movieId")) and not entry.get("movie") for entry in queue):
            async for page in self._arr.everything("movie"):
                films |= {number: movie for movie in page if (number := positive(movie.get("id")))}
        return downloads(queue, lambda entry: parsers.title_of(entry, films))

    async def coming(self, first: date, last: date) -> list[Coming]:
        if first > last:
            return []
        days = {"start": f"{first - _DAY}T00:00:00Z", "end": f"{last + _DAY}T23:59:59Z", "unmonitored": False}
        movies = await self._arr.listing("calendar", days)
        found = [release for movie in movies if (release := parsers.coming(movie, first, last))]
        return sorted(found, key=lambda release: (release.on, release.title))

    async def size_estimate(self, wish: Wish) -> int | None:
        if wish.media_type not in TAKES or not wish.ids.tmdb:
            return None
        profile = await self._arr.profile(self._options.get("profile", ""), "PROFILE")
        rate = await self._arr.bytes_per_minute(profile, self._sizes.get(positive(profile.get("id")) or 0, []))
        minutes = wish.runtime if rate else None
        if rate and not minutes:
            found = await self._movie(wish.ids.tmdb) or await self._look_up(wish.ids.tmdb)
            minutes = positive(found.get("runtime")) if found else None
        return int(rate * minutes) if rate and minutes else None

    async def _movie(self, tmdb: int) -> Record | None:
        movies = await self._arr.listing("movie", {"tmdbId": tmdb})
        return next((movie for movie in movies if positive(movie.get("tmdbId")) == tmdb), None)

    async def _look_up(self, tmdb: int) -> Record | None:
        # Not lookup/tmdb: that answers with an error of the server for a film it does not find.
        movies = await self._arr.listing("movie/lookup", {"term": f"tmdb:{tmdb}"})
        return next((movie for movie in movies if positive(movie.get("tmdbId")) == tmdb), None)

    async def _choices(self) -> Choices:
        profile = await self._arr.profile(self._options.get("profile", ""), "PROFILE")
        return Choices(
            positive(profile.get("id")) or 0,
            await self._arr.root_folder(self._options.get("root_folder", ""), "ROOT_FOLDER"),
            self._options.get("minimum_availability", "released"),
            tuple(await self._arr.tag_numbers()),
            self._searches,
        )

    def _requested(self, movie: Record, state: RequestState) -> Requested:
        found = parsers.ids(movie)
        title = text(movie.get("title"))
        return Requested(str(found.tmdb or ""), state, media_type=MediaType.MOVIE, ids=found, title=title)
