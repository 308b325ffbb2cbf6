"""TMDB as a catalogue of the world."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from adapters.metadata.tmdb.candidates import with_names
from adapters.metadata.tmdb.client import TmdbClient
from adapters.metadata.tmdb.lists import Lists, Query, alike, elsewhere, kinds, search, trending, upcoming
from adapters.metadata.tmdb.memory import LONGEST, Memory
from adapters.metadata.tmdb.parsers import Frame, collection_id, place_in, read_details
from adapters.metadata.tmdb.pictures import Pictures
from adapters.metadata.tmdb.pruning import PARTS, prune
from adapters.metadata.tmdb.texts import wanted_languages
from adapters.values import Record, day, positive, record, records, text, values
from bot.integration import Instance, Outside
from engine.domain.acquisition import Candidate
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import SourceUnavailable
from engine.ports.metadata import Details

SIZE = "w500"
LONGEST_SEARCH = 200
_NOTHING = "null"
"""Body of what TMDB does not have."""


class Tmdb:
    """Fulfils ``Metadata``.

    TMDB numbers films and series apart: a Candidate's type is always MOVIE or TV, also of an anime; ``details`` of
    MediaType.ANIME means a series, an anime film is asked for as MOVIE.
    """

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self.client = TmdbClient(instance, outside)
        self._clock = outside.clock
        self._memory = Memory(outside)
        self._lists = Lists(self.client, self._memory)
        locale = outside.settings.locale
        self._tongue = "" if locale.partition("-")[0] == "en" else locale
        self.pictures = Pictures(instance, outside)
        self._pictures = ""
        self._asking = asyncio.Lock()
        """So that it is asked for once, and not by everybody who comes before the answer."""

    async def picture(self, url: str) -> bytes | None:
        """The poster at an address of TMDB's; None for any other."""
        return await self.pictures.of(url)

    @property
    def attribution(self) -> str:
        return "tmdb-attribution"

    async def details(
        self, media_type: MediaType, tmdb_id: int, *, languages: Sequence[str] = (), anew: bool = False
    ) -> Details | None:
        """None where there is no such title. Answers from what was heard in the last seven days where it can; not so
        ``anew``."""
        if media_type is MediaType.MANGA or tmdb_id <= 0:
            return None
        series = media_type is not MediaType.MOVIE
        wanted = wanted_languages(languages)
        path = f"{'tv' if series else 'movie'}/{tmdb_id}"
        answer = await (self._heard if anew else self._known)(path, wanted)
        if answer is None:
            return None
        franchise = None if series else collection_id(answer)
        frame = Frame(
            languages=wanted,
            pictures=await self._picture_address(),
            today=self._clock.now().date(),
            place=place_in(await self._franchise(franchise), tmdb_id) if franchise else None,
        )
        return read_details(answer, series, frame)

    async def find(self, ids: ExternalIds) -> list[Candidate]:
        """The titles that have one of these ids elsewhere."""
        sources = (("imdb_id", ids.imdb or ""), ("tvdb_id", str(ids.tvdb or "")))
        for source, key in sources:
            found = await self._all([elsewhere(key, source, kind) for kind in kinds(None)]) if key.isalnum() else []
            if found:
                return found
        return []

    async def search(
        self, text: str, *, media_type: MediaType | None = None, year: int | None = None
    ) -> list[Candidate]:
        """With a year: of that year, else of any, for catalogues do not always agree on it."""
        words = " ".join(text.split())[:LONGEST_SEARCH]
        for wanted in dict.fromkeys((year, None)) if words else ():
            found = await self._all([search(words, kind, wanted) for kind in kinds(media_type)])
            if found:
                return await self._named(
                    found, [search(words, kind, wanted, self._tongue) for kind in kinds(media_type)]
                )
        return []

    async def trending(self, media_type: MediaType, *, region: str = "") -> list[Candidate]:
        return _of_type(await self._all([trending(kind, _country(region)) for kind in kinds(media_type)]), media_type)

    async def upcoming(self, media_type: MediaType, *, region: str = "") -> list[Candidate]:
        today = self._clock.now().date()
        queries = [upcoming(kind, _country(region), today) for kind in kinds(media_type)]
        return _of_type(await self._all(queries), media_type)

    async def similar(self, media_type: MediaType, tmdb_id: int) -> list[Candidate]:
        return await self._lists.read(alike(media_type, tmdb_id, "similar")) if _asked(media_type, tmdb_id) else []

    async def recommended(self, media_type: MediaType, tmdb_id: int) -> list[Candidate]:
        wanted = alike(media_type, tmdb_id, "recommendations")
        return await self._lists.read(wanted) if _asked(media_type, tmdb_id) else []

    async def close(self) -> None:
        await self._memory.write()
        await self.client.close()
        await self.pictures.close()

    async def _named(self, found: list[Candidate], queries: list[Query]) -> list[Candidate]:
        """With the names of the service's own language: what stands on a shelf may be called so."""
        if not self._tongue:
            return found
        for query in queries:
            told = [entry for entry in found if entry.media_type is query.media_type]
            rest = [entry for entry in found if entry.media_type is not query.media_type]
            found = with_names(told, await self._lists.read(query)) + rest
        return found if len(queries) < 2 else _by_popularity(found)

    async def _all(self, queries: list[Query]) -> list[Candidate]:
        """Of one kind in TMDB's order; of several the most looked up first."""
        found = [await self._lists.read(query) for query in queries]
        together = [candidate for part in found for candidate in part]
        return together if len(found) < 2 else _by_popularity(together)

    async def _known(self, path: str, languages: Sequence[str]) -> Record | None:
        key = _key(path, languages)
        if (body := await self._memory.get(key)) is not None:
            return _read(body)
        try:
            return await self._heard(path, languages)
        except SourceUnavailable:
            # What was heard longer ago is better than nothing while TMDB is down.
            if (body := await self._memory.get(key, LONGEST)) is not None:
                return _read(body)
            raise

    async def _heard(self, path: str, languages: Sequence[str]) -> Record | None:
        answer = await self._asked(path)
        kept = prune(answer, languages) if answer is not None else None
        await self._memory.put(_key(path, languages), json.dumps(kept))
        return kept

    async def _asked(self, path: str) -> Record | None:
        """Details with all their parts, in one request: texts of every language are among the translations."""
        people = "credits" if path.startswith("movie") else "aggregate_credits"
        answer = await self.client.ask(path, {"append_to_response": ",".join((people, *PARTS))})
        if answer is None:
            return None
        titled = text(answer.get("title")) or text(answer.get("name"))
        if str(positive(answer.get("id"))) != path.partition("/")[2] or not titled:
            raise self.client.unreadable()
        return answer

    async def _franchise(self, number: int) -> Record:
        """Its films; nothing where TMDB does not tell them, for a place in a franchise is no reason to fail."""
        path = f"collection/{number}"
        if (body := await self._memory.get(f"tmdb:{path}")) is not None:
            return _read(body) or {}
        try:
            answer = await self.client.ask(path)
        except SourceUnavailable:
            return {}
        parts = [
            {"id": positive(part.get("id")), "release_date": str(day(part.get("release_date")) or "")}
            for part in records((answer or {}).get("parts"))
        ]
        await self._memory.put(f"tmdb:{path}", json.dumps({"parts": parts}))
        return {"parts": parts}

    async def _picture_address(self) -> str:
        """What comes before a poster's path, with the size."""
        async with self._asking:
            if not self._pictures:
                try:
                    self._pictures = self.pictures.address + _size((await self.client.ask("configuration")) or {})
                except SourceUnavailable:
                    self._pictures = f"{self.pictures.address}{SIZE}"  # as it has been for years
            return self._pictures


def _by_popularity(found: list[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda candidate: -candidate.popularity)


def _size(answer: Record) -> str:
    sizes = [text(size) for size in values(record(answer.get("images")).get("poster_sizes"))]
    return SIZE if SIZE in sizes or not sizes else sizes[-1]


def _key(path: str, languages: Sequence[str]) -> str:
    return f"tmdb:{path}:{','.join(languages)}"[:400]


def _read(body: str) -> Record | None:
    return None if body == _NOTHING else record(json.loads(body))


def _asked(media_type: MediaType, tmdb_id: int) -> bool:
    return media_type is not MediaType.MANGA and tmdb_id > 0


def _country(region: str) -> str:
    """ISO 3166 alpha-2, or empty."""
    code = region.strip().upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _of_type(found: list[Candidate], media_type: MediaType) -> list[Candidate]:
    """Of anime only what is drawn in Japan."""
    if media_type is not MediaType.ANIME:
        return found
    return [entry for entry in found if entry.language == "ja" and "Animation" in entry.genres]
