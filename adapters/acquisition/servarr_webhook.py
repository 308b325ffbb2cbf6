"""What reports of Radarr and Sonarr have alike: both leave out what they do not know. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b

from adapters.acquisition.reading import lines
from adapters.values import Record, record, records, text
from engine.domain.media_events import AcquisitionMoment, UnreadableEvent

MOMENTS = {
    "grab": AcquisitionMoment.GRABBED,
    "download": AcquisitionMoment.DOWNLOADED,
    "manualinteractionrequired": AcquisitionMoment.FAILED,
}
"""What both call alike. Everything else (health, renaming, updates) says nothing of a request."""


def opened(body: bytes) -> Record:
    """The report. Raises UnreadableEvent where it is none of theirs."""
    try:
        told = record(json.loads(body))
    except (ValueError, RecursionError):
        raise UnreadableEvent("no JSON") from None
    if not text(told.get("eventType")):
        raise UnreadableEvent("no eventType")
    return told


def event(report: Record) -> str:
    """Its kind, in lower case."""
    return text(report.get("eventType")).casefold()


def message(report: Record) -> str:
    """Why a person is needed."""
    said: list[str] = []
    for part in records(report.get("downloadStatusMessages")):
        said += lines(part.get("messages")) or [text(part.get("title"), 200)]
    return "; ".join(line for line in said if line)[:500]


def key(report: Record, *facts: object) -> str:
    """The same for the same report; the addresses, pictures and texts in it do not matter."""
    known = [event(report), report.get("downloadId"), report.get("isUpgrade"), report.get("message"), *facts]
    release, deleted = record(report.get("release")), report.get("deletedFiles")
    told = json.dumps([*known, release.get("releaseTitle"), deleted, report.get("level")], default=str)
    return f"{event(report)[:40]}:{blake2b(told.encode(), digest_size=16).hexdigest()}"


def numbers(parts: Iterable[Record]) -> list[str]:
    """Ids of files and episodes."""
    return sorted({str(part.get("id")) for part in parts})
