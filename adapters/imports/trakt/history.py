"""Viewings of films, and of series put together from their episodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from adapters.imports.trakt.titles import Entry, Title, object_of, objects_of, text_of, title_of
from bot.importing.rows import HistoryRow, Place
from bot.importing.values import moment, whole
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType

MOST_TIMES = 10


@dataclass(slots=True)
class _Series:
    title: Title
    episodes: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    plays: int = 0
    last: datetime | None = None

    def note(self, season: int, number: int, plays: int, at: datetime | None) -> None:
        if season > 0:  # specials are no part of a series' length
            self.episodes.add((season, number))
            self.plays += plays
        self.last = max(filter(None, (self.last, at)), default=None)


class History:
    """Collects viewings; summaries count only for titles of which there are no viewings."""

    def __init__(self) -> None:
        self._films: list[tuple[Title, HistoryRow]] = []
        self._series: dict[tuple[object, ...], _Series] = {}
        self._film_summaries: dict[tuple[object, ...], tuple[Title, HistoryRow]] = {}
        self._series_summaries: dict[tuple[object, ...], _Series] = {}
        self._collected: dict[tuple[object, ...], datetime] = {}

    def viewing(self, place: Place, entry: Entry) -> None:
        """One playback, of a film or of an episode."""
        title = title_of(place, entry)
        if title is None:
            return
        at = moment(text_of(entry, "watched_at"))
        if MediaType.MOVIE in title.media_types:
            self._films.append((title, replace(title.fact(InteractionKind.WATCH, at), completion=1.0)))
        else:
            episode = object_of(entry, "episode") or {}
            series = self._series.setdefault(title.key, _Series(title))
            series.note(whole(str(episode.get("season"))) or 0, whole(str(episode.get("number"))) or 0, 1, at)

    def summary(self, place: Place, entry: Entry) -> None:
        """How often and when last."""
        title = title_of(place, entry)
        if title is None:
            return
        last, plays = moment(text_of(entry, "last_watched_at")), whole(str(entry.get("plays"))) or 1
        if MediaType.MOVIE in title.media_types:
            fact = title.fact(InteractionKind.WATCH, last)
            times = min(max(plays, 1), MOST_TIMES)
            self._film_summaries[title.key] = (title, replace(fact, completion=1.0, times=times))
            return
        series = self._series_summaries.setdefault(title.key, _Series(title, last=last))
        for season in objects_of(entry, "seasons"):
            for episode in objects_of(season, "episodes"):
                number, played = whole(str(episode.get("number"))) or 0, whole(str(episode.get("plays"))) or 1
                at = moment(text_of(episode, "last_watched_at"))
                series.note(whole(str(season.get("number"))) or 0, number, played, at)

    def collected(self, place: Place, entry: Entry) -> None:
        """When it came into the house: tells how long it waited to be watched."""
        title = title_of(place, entry)
        at = moment(text_of(entry, "collected_at")) or moment(text_of(entry, "last_collected_at"))
        if title is not None and at is not None:
            self._collected[title.key] = at

    def rows(self) -> Iterator[HistoryRow]:
        """Everything, in the order of the files: films, then series."""
        seen = {title.key for title, _ in self._films}
        for title, row in self._films:
            yield self._with_collected(title, row)
        for key, (title, row) in self._film_summaries.items():
            if key not in seen:
                yield self._with_collected(title, row)
        for series in {**self._series_summaries, **self._series}.values():
            yield self._with_collected(series.title, _row(series))

    def _with_collected(self, title: Title, row: HistoryRow) -> HistoryRow:
        at = self._collected.get(title.key)
        return replace(row, available_at=at) if at and row.at and at <= row.at else row


def _row(series: _Series) -> HistoryRow:
    """Finished as often as every episode was, on average."""
    episodes = len(series.episodes)
    times = series.plays // episodes if episodes else 1
    fact = series.title.fact(InteractionKind.WATCH, series.last)
    return replace(fact, episodes=episodes or None, times=min(max(times, 1), MOST_TIMES))
