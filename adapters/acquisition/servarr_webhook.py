"""What reports of Radarr and Sonarr have alike: both leave out what they do not know. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import blake2b

from adapters.acquisition.reading import lines
from adapters.values import Record, positive, record, records, text
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.domain.media_events import AcquisitionMoment, AcquisitionTold, UnreadableEvent

MOMENTS = {
    "grab": AcquisitionMoment.GRABBED,
    "download": AcquisitionMoment.DOWNLOADED,
    "manualinteractionrequired": AcquisitionMoment.FAILED,
}
"""What both call alike. Everything else (health, renaming, updates) says nothing of a request."""


def opened(body: bytes) -> Record:
    """The report. Raises UnreadableEvent where it is none of theirs."""
    try:
        report = record(json.loads(body))
    except (ValueError, RecursionError):
        raise UnreadableEvent("no JSON") from None
    if not text(report.get("eventType")):
        raise UnreadableEvent("no eventType")
    return report


def event(report: Record) -> str:
    """Its kind, in lower case."""
    return text(report.get("eventType")).casefold()


def told(
    report: Record, moment: AcquisitionMoment, about: Record, found: ExternalIds, kind: MediaType
) -> AcquisitionTold:  # fmt: skip
    """What it says of the title ``about``."""
    return AcquisitionTold(
        moment,
        kind,
        found,
        title=text(about.get("title")),
        year=positive(about.get("year")),
        upgrade=report.get("isUpgrade") is True,
        message=message(report),
    )


def message(report: Record) -> str:
    """Why a person is needed."""
    said: list[str] = []
    for part in records(report.get("downloadStatusMessages")):
        said += lines(part.get("messages")) or [text(part.get("title"), 200)]
    return "; ".join(line for line in said if line)[:500]


def key(body: bytes, facts: Callable[[Record], Iterable[object]]) -> str:
    """The same for the same report, empty where it cannot be read; addresses, pictures and texts do not matter.

    ``facts``: what tells reports of that service apart beyond what both have.
    """
    try:
        report = opened(body)
    except UnreadableEvent:
        return ""
    known = [event(report), report.get("downloadId"), report.get("isUpgrade"), report.get("message"), *facts(report)]
    release, deleted = record(report.get("release")), report.get("deletedFiles")
    facts_told = json.dumps([*known, release.get("releaseTitle"), deleted, report.get("level")], default=str)
    return f"{event(report)[:40]}:{blake2b(facts_told.encode(), digest_size=16).hexdigest()}"


def numbers(parts: Iterable[Record]) -> list[str]:
    """Ids of files and episodes."""
    return sorted({str(part.get("id")) for part in parts})
