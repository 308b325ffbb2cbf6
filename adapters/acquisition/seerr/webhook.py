"""What Seerr's webhook reports, in its default template; fields may be missing where an owner wrote their own. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

from adapters.acquisition.seerr.parsers import ids, media_type
from adapters.values import Record, record, records, text, whole
from engine.domain.items import MediaType
from engine.domain.media_events import AcquisitionMoment, AcquisitionTold, MediaEvent, Trial, UnreadableEvent

_MOMENTS = {
    "MEDIA_PENDING": AcquisitionMoment.REQUESTED,
    "MEDIA_AUTO_REQUESTED": AcquisitionMoment.REQUESTED,
    "MEDIA_APPROVED": AcquisitionMoment.APPROVED,
    "MEDIA_AUTO_APPROVED": AcquisitionMoment.APPROVED,
    "MEDIA_AVAILABLE": AcquisitionMoment.AVAILABLE,
    "MEDIA_DECLINED": AcquisitionMoment.DECLINED,
    "MEDIA_FAILED": AcquisitionMoment.FAILED,
}
_SUBJECT = re.compile(r"(?P<title>.+?) \((?P<year>\d{4})\)", re.DOTALL)
_SEASONS = "requested seasons"


def read(headers: Mapping[str, str], body: bytes, at: datetime) -> Sequence[MediaEvent]:
    """What is reported. Raises UnreadableEvent."""
    del headers, at
    report = _opened(body)
    kind = text(report.get("notification_type"))
    if kind == "TEST_NOTIFICATION":
        return [Trial()]
    moment = _MOMENTS.get(kind)
    if moment is None:
        return []  # problems that people report, and their comments
    media, request = record(report.get("media")), record(report.get("request"))
    sort = media_type(media.get("media_type")) or _by_event(report)
    request_id = str(whole(request.get("request_id")) or "")
    if sort is None or not (ids(media) or request_id):
        raise UnreadableEvent("neither title nor request")
    title, year = _subject(report)
    return [
        AcquisitionTold(
            moment,
            sort,
            ids(media),
            title=title,
            year=year,
            request_id=request_id,
            seasons=_seasons(report),
            message=text(report.get("message")) if moment is AcquisitionMoment.FAILED else "",
            person=text(request.get("requestedBy_username"), 60),
        )
    ]


REPEATS = timedelta(seconds=10)
"""A request that is approved, declined and approved again is reported alike both times; nothing in it tells when."""


def identify(headers: Mapping[str, str], body: bytes) -> str:
    """The same for a report that is sent again; empty where it cannot be read."""
    del headers
    try:
        report = _opened(body)
    except UnreadableEvent:
        return ""
    media, request = record(report.get("media")), record(report.get("request"))
    issue, comment = record(report.get("issue")), record(report.get("comment"))
    facts = (
        *(report.get(name) for name in ("event", "subject", "extra")),
        *(media.get(name) for name in ("media_type", "tmdbId", "status", "status4k")),
        *(request.get("request_id"), issue.get("issue_id"), issue.get("issue_status"), comment.get("comment_message")),
    )
    kind = text(report.get("notification_type"))
    return f"{kind[:40]}:{blake2b(json.dumps(facts, default=str).encode(), digest_size=16).hexdigest()}"


def _opened(body: bytes) -> Record:
    try:
        report = record(json.loads(body))
    except (ValueError, RecursionError):
        raise UnreadableEvent("no JSON") from None
    if not text(report.get("notification_type")):
        raise UnreadableEvent("no notification_type")
    return report


def _by_event(report: Record) -> MediaType | None:
    event = text(report.get("event")).casefold()
    if "movie" in event:
        return MediaType.MOVIE
    return MediaType.TV if "series" in event else None


def _subject(report: Record) -> tuple[str, int | None]:
    subject = text(report.get("subject"))
    found = _SUBJECT.fullmatch(subject)
    return (found["title"], int(found["year"])) if found else (subject, None)


def _seasons(report: Record) -> tuple[int, ...]:
    for part in records(report.get("extra")):
        if text(part.get("name")).casefold() == _SEASONS:
            told = (whole(number) for number in text(part.get("value")).split(","))
            return tuple(sorted({number for number in told if number is not None}))
    return ()
