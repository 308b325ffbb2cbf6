"""What Sonarr's webhook (“Connect”) reports. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from adapters.acquisition.servarr_webhook import MOMENTS, event, key, numbers, opened, told
from adapters.acquisition.sonarr.parsers import ids, media_type
from adapters.values import Record, record, records, whole
from engine.domain.media_events import AcquisitionMoment, MediaEvent, Trial, UnreadableEvent

_MOMENTS = {
    **MOMENTS,
    "importcomplete": AcquisitionMoment.DOWNLOADED,
    "seriesadd": AcquisitionMoment.ADDED,
    "seriesdelete": AcquisitionMoment.REMOVED,
}


def read(headers: Mapping[str, str], body: bytes, at: datetime) -> Sequence[MediaEvent]:
    """What is reported. What was downloaded comes in two shapes: by file, and all files. Raises UnreadableEvent."""
    del headers, at
    report = opened(body)
    if event(report) == "test":
        return [Trial()]  # its series has the TMDB id 0, and a TVDB id of somebody else's
    moment = _MOMENTS.get(event(report))
    if moment is None:
        return []
    series = record(report.get("series"))
    found = ids(series)
    if not found and moment is AcquisitionMoment.FAILED:
        return []  # a download of which it does not know the series itself
    if not found:
        raise UnreadableEvent("no series")
    episodes = [whole(episode.get("seasonNumber")) for episode in records(report.get("episodes"))]
    seasons = tuple(sorted({season for season in episodes if season is not None}))
    return [replace(told(report, moment, series, found, media_type(series)), seasons=seasons)]


def identify(headers: Mapping[str, str], body: bytes) -> str:
    """The same for a report that is sent again; empty where it cannot be read."""
    del headers
    return key(body, _facts)


def _facts(report: Record) -> list[object]:
    series, file = record(report.get("series")), record(report.get("episodeFile"))
    files, episodes = numbers(records(report.get("episodeFiles"))), numbers(records(report.get("episodes")))
    return [series.get("id"), series.get("tvdbId"), episodes, file.get("id"), file.get("dateAdded"), files]
