"""The details of a title, as TMDB tells them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adapters.metadata.tmdb.candidates import language, vote_average, vote_count
from adapters.metadata.tmdb.people import read_credits
from adapters.metadata.tmdb.texts import synopses_in, titles_in
from adapters.values import Record, day, imdb, number, positive, record, records, text, values, whole
from engine.domain.genres import canonical_genres
from engine.domain.items import Collection, Item, MediaType, item_id
from engine.domain.media import ExternalIds
from engine.ports.metadata import Details

_UNRELEASED = frozenset({"Rumored", "Planned", "In Production", "Post Production", "Pilot", "Canceled"})
_PICTURE = re.compile(r"/[A-Za-z0-9_-]{1,80}\.(jpg|jpeg|png|webp)\Z")
_VIDEO = re.compile(r"[A-Za-z0-9_-]{6,20}\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the answer is read with."""

    languages: Sequence[str]
    pictures: str
    """Address in front of a poster's path."""
    today: date
    place: int | None = None
    """In its collection, by release."""


def read_details(answer: Record, series: bool, frame: Frame) -> Details | None:  # noqa: FBT001
    """The title; None where the answer is not about one."""
    tmdb_id = positive(answer.get("id"))
    title = text(answer.get("title")) or text(answer.get("name"))
    if tmdb_id is None or not title:
        return None
    ids = read_ids(answer, tmdb_id)
    return Details(
        item=_item(answer, series, ids, frame),
        ids=ids,
        similar=_numbers(answer.get("similar")),
        recommended=_numbers(answer.get("recommendations")),
        trailer=_trailer(answer),
        seasons=_seasons(answer),
        released=_released(answer, frame.today),
    )


def read_ids(answer: Record, tmdb_id: int) -> ExternalIds:
    elsewhere = record(answer.get("external_ids"))
    return ExternalIds(
        tmdb=tmdb_id,
        imdb=imdb(elsewhere.get("imdb_id")) or imdb(answer.get("imdb_id")),
        tvdb=positive(elsewhere.get("tvdb_id")),
    )


def collection_id(answer: Record) -> int | None:
    """The franchise it belongs to."""
    return positive(record(answer.get("belongs_to_collection")).get("id"))


def place_in(collection: Record, tmdb_id: int) -> int | None:
    """Which of the franchise's films it is by release, from 1; None while no date is known."""
    dated = [
        (released, number)
        for part in records(collection.get("parts"))
        if (released := day(part.get("release_date"))) and (number := positive(part.get("id")))
    ]
    order = [number for _, number in sorted(dated)]
    return order.index(tmdb_id) + 1 if tmdb_id in order else None


def _item(answer: Record, series: bool, ids: ExternalIds, frame: Frame) -> Item:  # noqa: FBT001
    genres = canonical_genres([text(entry.get("name"), 60) for entry in records(answer.get("genres"))])
    origin = language(answer.get("original_language"))
    media_type, key = identity(ids.tmdb or 0, series=series, anime="Animation" in genres and origin == "ja")
    released = day(answer.get("release_date")) or day(answer.get("first_air_date"))
    name = text(record(answer.get("belongs_to_collection")).get("name"), 200)
    original = text(answer.get("original_title")) or text(answer.get("original_name"))
    return Item(
        id=key,
        media_type=media_type,
        title=text(answer.get("title")) or text(answer.get("name")),
        year=released.year if released else None,
        original_title=original or None,
        titles=titles_in(answer, frame.languages),
        synopses=synopses_in(answer, frame.languages),
        runtime=_runtime(answer),
        genres=genres,
        keywords=_keywords(answer),
        countries=_countries(answer),
        language=origin,
        credits=read_credits(answer),
        collection=Collection(name, frame.place) if name else None,
        seasons=(positive(answer.get("number_of_seasons")) or len(set(_seasons(answer)) - {0})) if series else None,
        episodes=positive(answer.get("number_of_episodes")) if series else None,
        tmdb_id=ids.tmdb,
        imdb_id=ids.imdb,
        external_ids={"tvdb": str(ids.tvdb)} if ids.tvdb else {},
        vote_average=vote_average(answer),
        vote_count=vote_count(answer) or 0,
        popularity=number(answer.get("popularity")),
        poster_url=poster(answer.get("poster_path"), frame.pictures),
    )


def identity(tmdb_id: int, *, series: bool, anime: bool) -> tuple[MediaType, str]:
    """Kind and id of a title.

    TMDB numbers films and series apart, but both may be anime: an anime film carries its kind in its id, so that it
    is not taken for the series of the same number.
    """
    if not anime:
        kind = MediaType.TV if series else MediaType.MOVIE
        return kind, item_id(kind, tmdb_id=tmdb_id)
    if series:
        return MediaType.ANIME, item_id(MediaType.ANIME, tmdb_id=tmdb_id)
    return MediaType.ANIME, item_id(MediaType.ANIME, provider="film", key=str(tmdb_id))


def poster(path: object, pictures: str) -> str | None:
    """Address of the picture; None unless the path is one."""
    told = text(path)
    return f"{pictures}{told}" if _PICTURE.match(told) else None


def _runtime(answer: Record) -> int | None:
    usual = [positive(minutes) for minutes in values(answer.get("episode_run_time"))]
    found = positive(answer.get("runtime")) or next((minutes for minutes in usual if minutes), None)
    return found if found is None or found < 2_000 else None


def _keywords(answer: Record) -> tuple[str, ...]:
    told = record(answer.get("keywords"))
    names = [text(row.get("name"), 80) for name in ("keywords", "results") for row in records(told.get(name))]
    return tuple(dict.fromkeys(name for name in names if name))


def _countries(answer: Record) -> tuple[str, ...]:
    produced = [row.get("iso_3166_1") for row in records(answer.get("production_countries"))]
    told = [text(code).upper() for code in (*values(answer.get("origin_country")), *produced)]
    return tuple(dict.fromkeys(code for code in told if len(code) == 2 and code.isalpha()))


def _numbers(value: object) -> tuple[int, ...]:
    found = [positive(row.get("id")) for row in records(record(value).get("results"))]
    return tuple(dict.fromkeys(number for number in found if number))


def _seasons(answer: Record) -> tuple[int, ...]:
    """With the specials, which are season 0."""
    found = {whole(row.get("season_number")) for row in records(answer.get("seasons"))}
    return tuple(sorted(number for number in found if number is not None and number >= 0))


def _trailer(answer: Record) -> str:
    rows = [
        row
        for row in records(record(answer.get("videos")).get("results"))
        if text(row.get("site")) == "YouTube" and _VIDEO.match(text(row.get("key")))
    ]
    rows.sort(key=lambda row: (text(row.get("type")) != "Trailer", row.get("official") is not True))
    return text(rows[0].get("key")) if rows else ""


def _released(answer: Record, today: date) -> bool:
    if text(answer.get("status")) in _UNRELEASED:
        return False
    on = day(answer.get("release_date")) or day(answer.get("first_air_date"))
    return on <= today if on else text(answer.get("status")) != ""
