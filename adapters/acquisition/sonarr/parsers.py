"""Sonarr's series as the product's values. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adapters.acquisition.servarr_parsers import Title, failed, under
from adapters.values import Record, day, imdb, number, positive, record, records, text, whole
from engine.domain.acquisition import Coming, Known, Presence, RequestState
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds

ANIME = "anime"
_TYPES = frozenset({"standard", "daily", ANIME})


@dataclass(frozen=True, slots=True)
class Choices:
    """How a series is added."""

    profile: int
    root_folder: str
    tags: tuple[int, ...]
    search: bool


@dataclass(frozen=True, slots=True)
class SeasonStanding:
    """Where a season stands. Specials are season 0."""

    number: int
    monitored: bool
    files: int
    total: int
    """Episodes, those that are not aired yet among them; 0 where it is not told."""
    complete: bool
    """Everything that was aired is there."""
    to_come: bool
    """Announced: nothing of it was aired, so nothing is missing."""


def ids(series: Record) -> ExternalIds:
    """Sonarr says 0 for what it does not know."""
    return ExternalIds(
        tmdb=positive(series.get("tmdbId")), imdb=imdb(series.get("imdbId")), tvdb=positive(series.get("tvdbId"))
    )


def media_type(series: Record) -> MediaType:
    """Sonarr tells anime from other series; its webhook calls the field ``type``."""
    kind = text(series.get("seriesType")) or text(series.get("type"))
    return MediaType.ANIME if kind.casefold() == ANIME else MediaType.TV


def seasons(series: Record) -> list[SeasonStanding]:
    """Every season that is told, in order."""
    found = [_season(part) for part in records(series.get("seasons")) if (whole(part.get("seasonNumber")) or 0) >= 0]
    return sorted((season for season in found if season), key=lambda season: season.number)


def _season(part: Record) -> SeasonStanding | None:
    told = whole(part.get("seasonNumber"))
    if told is None:
        return None
    statistics = record(part.get("statistics"))
    files = whole(statistics.get("episodeFileCount")) or 0
    aired = whole(statistics.get("episodeCount"))
    total = whole(statistics.get("totalEpisodeCount")) or 0
    monitored = part.get("monitored") is True
    # Episodes that are not monitored are not counted as aired: without them a season looks complete.
    complete = files > 0 and files >= (aired if monitored and aired else total)
    return SeasonStanding(told, monitored, files, total, complete, to_come=monitored and not files and aired == 0)


def wished(series: Record, numbers: Sequence[int]) -> list[SeasonStanding]:
    """The seasons that are wished for: those, or all but the specials."""
    return [season for season in seasons(series) if (season.number in numbers if numbers else season.number > 0)]


def known(series: Record, excluded_root: str) -> Known | None:
    """None for a series without an id, and for placeholders."""
    if not ids(series) or under(series.get("path"), excluded_root):
        return None
    return Known(media_type(series), ids(series), _presence(series))


def _presence(series: Record) -> Presence:
    begun = [season for season in seasons(series) if season.number > 0 and (season.files or season.total)]
    if not begun:
        return _presence_by_sum(record(series.get("statistics")))
    missing = [season for season in begun if not season.complete and not season.to_come]
    if not any(season.files for season in begun):
        return Presence.WANTED
    return Presence.PARTLY if missing else Presence.AVAILABLE


def _presence_by_sum(statistics: Record) -> Presence:
    files = whole(statistics.get("episodeFileCount")) or 0
    if files <= 0:
        return Presence.WANTED
    return Presence.AVAILABLE if files >= (whole(statistics.get("totalEpisodeCount")) or 0) else Presence.PARTLY


def state(series: Record | None, numbers: Sequence[int], queue: list[Record]) -> RequestState:
    """What became of the seasons that were asked for."""
    if series is None:
        return RequestState.GONE
    wanted = wished(series, numbers)
    open_ones = [season for season in wanted if not season.complete and not season.to_come]
    if wanted and not open_ones:
        return RequestState.AVAILABLE if any(season.files for season in wanted) else RequestState.APPROVED
    of_them = {season.number for season in open_ones}
    loads = [entry for entry in queue if whole(entry.get("seasonNumber")) in of_them]
    if loads and all(failed(entry) for entry in loads):
        return RequestState.FAILED
    watched_over = series.get("monitored") is not False and any(season.monitored for season in open_ones)
    return RequestState.APPROVED if watched_over else RequestState.DECLINED


def body(found: Record, kind: MediaType, numbers: Sequence[int], choices: Choices) -> dict[str, object]:
    """What adds a series that was looked up, with the seasons that are wished for."""
    told_of = [season.number for season in seasons(found)] or list(numbers)
    chosen = set(numbers) or {season for season in told_of if season > 0}
    told = text(found.get("seriesType"))
    return {
        "title": text(found.get("title")),
        "titleSlug": text(found.get("titleSlug")),
        "tvdbId": positive(found.get("tvdbId")),
        "year": positive(found.get("year")) or 0,
        "qualityProfileId": choices.profile,
        "rootFolderPath": choices.root_folder,
        "seasonFolder": True,
        "seriesType": ANIME if kind is MediaType.ANIME else told if told in _TYPES else "standard",
        "monitored": True,
        "monitorNewItems": "none" if numbers else "all",
        "seasons": [{"seasonNumber": season, "monitored": season in chosen} for season in told_of],
        "tags": list(choices.tags),
        # Without a “monitor” among them, Sonarr keeps to the seasons above.
        "addOptions": {"ignoreEpisodesWithFiles": True, "searchForMissingEpisodes": choices.search},
    }


def with_seasons(series: Record, numbers: Iterable[int]) -> dict[str, object]:
    """The series with those seasons monitored too; everything else as it is."""
    more = set(numbers)
    return {**_monitored(series, lambda number, before: before or number in more), "monitored": True}


def without_seasons(series: Record, numbers: Iterable[int]) -> dict[str, object]:
    """The series with those seasons not monitored; everything else as it is, apart from what is to come by itself."""
    fewer = set(numbers)
    changed = _monitored(series, lambda number, before: before and number not in fewer)
    return {**changed, "monitorNewItems": "none"}


def _monitored(series: Record, decide: Callable[[int | None, bool], bool]) -> dict[str, object]:
    changed = [
        {**part, "monitored": decide(whole(part.get("seasonNumber")), part.get("monitored") is True)}
        for part in records(series.get("seasons"))
    ]
    return {**series, "seasons": changed}


def episode_count(series: Record, numbers: Sequence[int]) -> int | None:
    """Episodes of the seasons that are wished for; None where Sonarr does not say (it says so only of its own)."""
    wanted = wished(series, numbers)
    count = sum(season.total for season in wanted)
    return count if wanted and all(season.total for season in wanted) else None


def title_of(entry: Record, shelf: Mapping[int, Record]) -> Title | None:
    """Which series an entry of the queue is about; None for what Sonarr does not know."""
    series = record(entry.get("series")) or shelf.get(positive(entry.get("seriesId")) or 0, {})
    found = ids(series)
    return Title(media_type(series), found, text(series.get("title"))) if found else None


def coming(episode: Record, shelf: Mapping[int, Record], first: date, last: date) -> Coming | None:
    """An episode of those days; None for one that is there."""
    series = record(episode.get("series")) or shelf.get(positive(episode.get("seriesId")) or 0, {})
    on = day(episode.get("airDateUtc")) or day(episode.get("airDate"))
    if on is None or not first <= on <= last or episode.get("hasFile") is True or not ids(series):
        return None
    return Coming(media_type(series), ids(series), text(series.get("title")), on, episode_name(episode))


def episode_name(episode: Record) -> str:
    """``S01E02``; empty where it has no number."""
    season, place = whole(episode.get("seasonNumber")), whole(episode.get("episodeNumber"))
    return "" if season is None or place is None else f"S{season:02}E{place:02}"


def sizes(page: Iterable[Record]) -> Iterator[tuple[int, float]]:
    """Quality profile and bytes a minute of the series that have files."""
    for series in page:
        statistics = record(series.get("statistics"))
        size, files = number(statistics.get("sizeOnDisk")) or 0.0, positive(statistics.get("episodeFileCount"))
        minutes, profile = positive(series.get("runtime")), positive(series.get("qualityProfileId"))
        if size > 0 and files and minutes and profile:
            yield profile, size / files / minutes
