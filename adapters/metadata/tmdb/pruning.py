"""What is kept of an answer: details of a known film are large, and most of it is never read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from adapters.metadata.tmdb.people import ACTORS
from adapters.metadata.tmdb.texts import wanted_languages
from adapters.values import Record, record, records, text, whole

PARTS = ("keywords", "videos", "external_ids", "similar", "recommendations", "translations")
"""What is asked for along with the details; TMDB allows twenty."""
LISTED = 20
KEYWORDS = 40
_JOBS = frozenset({"Director", "Writer", "Screenplay", "Original Music Composer", "Music"})
_KEPT = (
    "id", "imdb_id", "title", "name", "original_title", "original_name", "original_language", "overview",
    "release_date", "first_air_date", "status", "runtime", "episode_run_time", "genres", "origin_country",
    "production_countries", "belongs_to_collection", "number_of_seasons", "number_of_episodes", "vote_average",
    "vote_count", "popularity", "poster_path", "adult",
)  # fmt: skip


def prune(answer: Record, languages: Sequence[str]) -> dict[str, object]:
    """The same shape with less in it: translations only into ``languages`` and English."""
    kept: dict[str, object] = {name: answer[name] for name in _KEPT if name in answer}
    for name, shorten in _SHORTER.items():
        if name in answer:
            kept[name] = shorten(answer[name])
    kept["translations"] = _translations(answer.get("translations"), languages)
    return kept


def _translations(value: object, languages: Sequence[str]) -> dict[str, object]:
    tongues = {tag.partition("-")[0].casefold() for tag in wanted_languages(languages)}
    entries = records(record(value).get("translations"))
    return {"translations": [dict(entry) for entry in entries if text(entry.get("iso_639_1")).casefold() in tongues]}


def _only(value: object, names: tuple[str, ...], most: int) -> list[dict[str, object]]:
    return [{name: row[name] for name in names if name in row} for row in records(value)[:most]]


def _credits(value: object) -> dict[str, object]:
    told = record(value)
    last = 10**6
    cast = sorted(records(told.get("cast")), key=lambda r: last if (o := whole(r.get("order"))) is None else o)
    crew = [row for row in records(told.get("crew")) if _JOBS & _jobs(row)]
    crew.sort(key=lambda row: -(whole(row.get("total_episode_count")) or 0))
    return {
        "cast": _only(list(cast), ("name", "order"), ACTORS * 2),
        "crew": _only(list(crew), ("name", "job", "jobs", "total_episode_count"), 30),
    }


def _jobs(row: Record) -> set[str]:
    return {text(row.get("job")), *(text(job.get("job")) for job in records(row.get("jobs")))}


def _keywords(value: object) -> dict[str, object]:
    told = record(value)
    return {name: _only(told[name], ("name",), KEYWORDS) for name in ("keywords", "results") if name in told}


def _listed(value: object) -> dict[str, object]:
    return {"results": _only(record(value).get("results"), ("id",), LISTED)}


def _videos(value: object) -> dict[str, object]:
    rows = [row for row in records(record(value).get("results")) if text(row.get("type")) in {"Trailer", "Teaser"}]
    return {"results": _only(list(rows), ("key", "site", "type", "official", "iso_639_1"), LISTED)}


_SHORTER: dict[str, Callable[[object], object]] = {
    "credits": _credits,
    "aggregate_credits": _credits,
    "created_by": lambda value: _only(value, ("name",), 5),
    "production_companies": lambda value: _only(value, ("name",), 5),
    "keywords": _keywords,
    "videos": _videos,
    "external_ids": lambda value: {name: record(value).get(name) for name in ("imdb_id", "tvdb_id")},
    "similar": _listed,
    "recommendations": _listed,
    "seasons": lambda value: _only(value, ("season_number",), 200),
}
