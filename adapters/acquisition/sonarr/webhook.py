"""What Sonarr's webhook (“Connect”) reports. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from adapters.acquisition.servarr_webhook import MOMENTS, event, key, message, numbers, opened
from adapters.acquisition.sonarr.parsers import ids, media_type
from adapters.values import positive, record, records, text, whole
from engine.domain.media_events import AcquisitionMoment, AcquisitionTold, MediaEvent, Trial, UnreadableEvent

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
    if not found:
        raise UnreadableEvent("no series")
    episodes = [whole(episode.get("seasonNumber")) for episode in records(report.get("episodes"))]
    return [
        AcquisitionTold(
            moment,
            media_type(series),
            found,
            title=text(series.get("title")),
            year=positive(series.get("year")),
            seasons=tuple(sorted({season for season in episodes if season is not None})),
            upgrade=report.get("isUpgrade") is True,
            message=message(report),
        )
    ]


def identify(headers: Mapping[str, str], body: bytes) -> str:
    """The same for a report that is sent again; empty where it cannot be read."""
    del headers
    try:
        report = opened(body)
    except UnreadableEvent:
        return ""
    series, file = record(report.get("series")), record(report.get("episodeFile"))
    files = numbers(records(report.get("episodeFiles")))
    episodes = numbers(records(report.get("episodes")))
    return key(report, series.get("id"), series.get("tvdbId"), episodes, file.get("id"), file.get("dateAdded"), files)
