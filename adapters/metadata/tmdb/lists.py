"""Lists of titles: found, talked of, coming, alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from adapters.http.addresses import Parameter
from adapters.metadata.tmdb.candidates import read_candidates
from adapters.metadata.tmdb.client import TmdbClient
from adapters.metadata.tmdb.memory import HALF_A_DAY, WEEK, Memory
from adapters.values import Record, records, values
from engine.domain.acquisition import Candidate
from engine.domain.items import MediaType

PAGES = 2
"""Of twenty titles each."""
AHEAD = timedelta(days=90)
_KEPT = (
    "id", "title", "name", "original_title", "original_name", "release_date", "first_air_date", "popularity",
    "vote_average", "vote_count", "original_language", "genre_ids", "overview", "adult",
)  # fmt: skip
_LONGEST_KEY = 300


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and how long the answer holds."""

    path: str
    parameters: dict[str, Parameter]
    media_type: MediaType
    field: str = "results"
    pages: int = 1
    young: timedelta = WEEK


class Lists:
    """Asks once and remembers."""

    def __init__(self, client: TmdbClient, memory: Memory) -> None:
        self._client = client
        self._memory = memory

    async def read(self, query: Query) -> list[Candidate]:
        """Titles in TMDB's order, each once."""
        found: dict[int, Candidate] = {}
        for page in range(1, query.pages + 1):
            rows = await self._rows(query, page)
            found = {entry.tmdb_id: entry for entry in read_candidates(rows, query.media_type)} | found
            if not rows:
                break
        return list(found.values())

    async def _rows(self, query: Query, page: int) -> list[object]:
        parameters = query.parameters | ({"page": page} if query.pages > 1 else {})
        told = json.dumps([query.path, parameters, query.field], sort_keys=True)
        key = f"tmdb:list:{told if len(told) < _LONGEST_KEY else hashlib.sha256(told.encode()).hexdigest()}"
        if body := await self._memory.get(key, query.young):
            return values(json.loads(body))
        answer = await self._client.ask(query.path, parameters)
        if answer is None:
            return []
        if not isinstance(answer.get(query.field), list):
            raise self._client.unreadable()
        rows = [_pruned(row) for row in records(answer[query.field])]
        if rows:
            await self._memory.put(key, json.dumps(rows))
        return list(rows)


def search(text: str, media_type: MediaType, year: int | None, language: str = "") -> Query:
    """Titles like ``text`` in any language, told in ``language`` (English where none is given)."""
    parameters: dict[str, Parameter] = {"query": text, "include_adult": False}
    parameters |= {"language": language} if language else {}
    if year is not None:
        parameters["year" if media_type is MediaType.MOVIE else "first_air_date_year"] = year
    return Query(f"search/{_folder(media_type)}", parameters, media_type)


def elsewhere(key: str, source: str, media_type: MediaType) -> Query:
    """Titles with that id in another catalogue."""
    field = "movie_results" if media_type is MediaType.MOVIE else "tv_results"
    return Query(f"find/{key}", {"external_source": source}, media_type, field)


def trending(media_type: MediaType, region: str) -> Query:
    """What is talked of this week; in a region: what is looked up most of what can be seen there."""
    folder = _folder(media_type)
    if not region:
        return Query(f"trending/{folder}/week", {}, media_type, pages=PAGES, young=HALF_A_DAY)
    parameters: dict[str, Parameter] = {
        "sort_by": "popularity.desc",
        "include_adult": False,
        "watch_region": region,
        "with_watch_monetization_types": "flatrate|free|ads|rent|buy",
    }
    return Query(f"discover/{folder}", parameters, media_type, pages=PAGES, young=HALF_A_DAY)


def upcoming(media_type: MediaType, region: str, today: date) -> Query:
    """What comes out in the next three months, the most looked up first."""
    parameters: dict[str, Parameter] = {"sort_by": "popularity.desc", "include_adult": False}
    last = (today + AHEAD).isoformat()
    if media_type is MediaType.MOVIE:
        parameters |= {"release_date.gte": today.isoformat(), "release_date.lte": last, "with_release_type": "2|3"}
        parameters |= {"region": region} if region else {}
    else:
        parameters |= {"first_air_date.gte": today.isoformat(), "first_air_date.lte": last}
    return Query(f"discover/{_folder(media_type)}", parameters, media_type, pages=PAGES, young=HALF_A_DAY)


def alike(media_type: MediaType, tmdb_id: int, part: str) -> Query:
    """``similar`` or ``recommendations``."""
    return Query(f"{_folder(media_type)}/{tmdb_id}/{part}", {}, media_type)


def kinds(media_type: MediaType | None) -> Iterable[MediaType]:
    """Where TMDB keeps titles of that type: anime among films and among series, manga nowhere."""
    if media_type in {MediaType.MOVIE, MediaType.TV}:
        return (media_type,) if media_type else ()
    return () if media_type is MediaType.MANGA else (MediaType.MOVIE, MediaType.TV)


def _folder(media_type: MediaType) -> str:
    return "movie" if media_type is MediaType.MOVIE else "tv"


def _pruned(row: Record) -> dict[str, object]:
    return {name: row[name] for name in _KEPT if name in row}
