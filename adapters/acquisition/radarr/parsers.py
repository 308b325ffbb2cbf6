"""Radarr's films as the product's values. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from adapters.acquisition.servarr_parsers import Title, failed, under
from adapters.values import Record, day, imdb, number, positive, record, text
from engine.domain.acquisition import Coming, Known, Presence, RequestState
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds

_RELEASES = ("digitalRelease", "physicalRelease", "inCinemas")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a film is added."""

    profile: int
    root_folder: str
    minimum_availability: str
    tags: tuple[int, ...]
    search: bool


def ids(movie: Record) -> ExternalIds:
    """Radarr says 0 for what it does not know."""
    return ExternalIds(tmdb=positive(movie.get("tmdbId")), imdb=imdb(movie.get("imdbId")))


def has_file(movie: Record, excluded_root: str) -> bool:
    """Whether it can be watched; a placeholder cannot."""
    there = movie.get("hasFile") is True or bool(positive(movie.get("movieFileId")))
    return there and not under(movie.get("path"), excluded_root)


def known(movie: Record, excluded_root: str) -> Known | None:
    """None for a film without an id, and for a placeholder."""
    if not ids(movie).tmdb or under(movie.get("path"), excluded_root):
        return None
    presence = Presence.AVAILABLE if has_file(movie, excluded_root) else Presence.WANTED
    return Known(MediaType.MOVIE, ids(movie), presence)


def state(movie: Record | None, queue: list[Record], excluded_root: str) -> RequestState:
    """What became of a film that was asked for. Nobody looks for one that is not monitored: its owner said no."""
    if movie is None:
        return RequestState.GONE
    if has_file(movie, excluded_root):
        return RequestState.AVAILABLE
    if queue and all(failed(entry) for entry in queue):
        return RequestState.FAILED
    return RequestState.DECLINED if movie.get("monitored") is False else RequestState.APPROVED


def body(found: Record, choices: Choices) -> dict[str, object]:
    """What adds a film that was looked up."""
    tmdb = positive(found.get("tmdbId"))
    return {
        "title": text(found.get("title")) or text(found.get("originalTitle")),
        "titleSlug": text(found.get("titleSlug")) or str(tmdb),
        "tmdbId": tmdb,
        "year": positive(found.get("year")) or 0,
        "qualityProfileId": choices.profile,
        "rootFolderPath": choices.root_folder,
        "minimumAvailability": choices.minimum_availability,
        "monitored": True,
        "tags": list(choices.tags),
        "addOptions": {"searchForMovie": choices.search},
    }


def title_of(entry: Record, films: Mapping[int, Record]) -> Title | None:
    """Which film an entry of the queue is about; None for what Radarr does not know."""
    movie = record(entry.get("movie")) or films.get(positive(entry.get("movieId")) or 0, {})
    found = ids(movie)
    return Title(MediaType.MOVIE, found, text(movie.get("title"))) if found else None


def coming(movie: Record, first: date, last: date) -> Coming | None:
    """Its first release in those days; None where there is none, or it is there already."""
    days = sorted(on for field in _RELEASES if (on := day(movie.get(field))) and first <= on <= last)
    if not days or movie.get("hasFile") is True or not ids(movie):
        return None
    return Coming(MediaType.MOVIE, ids(movie), text(movie.get("title")), days[0])


def sizes(movies: list[Record]) -> Iterator[tuple[int, float]]:
    """Quality profile and bytes a minute of the films that have a file."""
    for movie in movies:
        size, minutes = number(movie.get("sizeOnDisk")) or 0.0, positive(movie.get("runtime"))
        profile = positive(movie.get("qualityProfileId"))
        if size > 0 and minutes and profile:
            yield profile, size / minutes
