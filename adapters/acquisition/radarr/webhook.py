"""What Radarr's webhook (“Connect”) reports. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from adapters.acquisition.radarr.parsers import ids
from adapters.acquisition.servarr_webhook import MOMENTS, event, key, opened, told
from adapters.values import Record, record
from engine.domain.items import MediaType
from engine.domain.media_events import AcquisitionMoment, MediaEvent, Trial, UnreadableEvent

_MOMENTS = {**MOMENTS, "movieadded": AcquisitionMoment.ADDED, "moviedelete": AcquisitionMoment.REMOVED}


def read(headers: Mapping[str, str], body: bytes, at: datetime) -> Sequence[MediaEvent]:
    """What is reported. Raises UnreadableEvent."""
    del headers, at
    report = opened(body)
    if event(report) == "test":
        return [Trial()]  # its film has the TMDB id 0
    moment = _MOMENTS.get(event(report))
    if moment is None:
        return []
    movie = record(report.get("movie"))
    found = ids(movie) or ids(record(report.get("remoteMovie")))
    if not found and moment is AcquisitionMoment.FAILED:
        return []  # a download of which it does not know the film itself
    if not found:
        raise UnreadableEvent("no film")
    return [told(report, moment, movie, found, MediaType.MOVIE)]


def identify(headers: Mapping[str, str], body: bytes) -> str:
    """The same for a report that is sent again; empty where it cannot be read."""
    del headers
    return key(body, _facts)


def _facts(report: Record) -> list[object]:
    movie, file = record(report.get("movie")), record(report.get("movieFile"))
    return [movie.get("id"), movie.get("tmdbId"), file.get("id"), file.get("dateAdded")]
