"""Reads what a Plex server reports by itself. Pure.

A report is a form of several parts: ``payload`` is JSON, ``thumb`` a picture that comes with some. No header and no
signature can be set on Plex's side, so what proves them stands in the address they are sent to.
The server's owner is account 1 in them, here ``OWNER``; everybody else has the id of plex.tv.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from email.errors import MessageError
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

from adapters.library.plex import playing
from adapters.library.plex.elements import Unreadable, flag, number, text, tree, whole
from adapters.library.plex.parsers import TYPES, external_ids, item_key, key_of, year
from engine.domain.items import MediaType
from engine.domain.media import OWNER, Episode, ExternalIds, Playback
from engine.domain.media_events import (
    MediaEvent,
    PlaybackMoment,
    PlaybackTold,
    RatingTold,
    ShelfChanged,
    UnreadableEvent,
)

LARGEST_PAYLOAD = 1 << 20
LONGEST = 86_400_000
"""Milliseconds; no film is longer than a day."""
_DAY_BREAK = timedelta(hours=10)
"""The hour (UTC) at which a day ends for ids of playbacks: fewest people are in the middle of a film then."""
_MOMENTS = {
    "media.play": PlaybackMoment.STARTED,
    "media.pause": PlaybackMoment.PAUSED,
    "media.resume": PlaybackMoment.RESUMED,
    "media.scrobble": PlaybackMoment.WATCHED,
    "media.stop": PlaybackMoment.ENDED,
}
_PLAYED = {"movie": MediaType.MOVIE, "episode": MediaType.TV}
_TOP = {"episode": "grandparent", "season": "parent"}


def read(headers: Mapping[str, str], body: bytes, at: datetime) -> Sequence[MediaEvent]:
    """Nothing for what is of no interest here (music, trailers, live television, backups …)."""
    try:
        told = tree(_payload(headers, body))
    except Unreadable as error:
        raise UnreadableEvent(f"the payload of a Plex webhook is not readable: {error}") from None
    event, item = text(told, "event"), told.find("Metadata")
    if not event:
        raise UnreadableEvent("a Plex webhook without an event")
    if item is None or flag(item, "live"):
        return ()
    if event == "library.new":
        return _arrived(item)
    account = playing.account_of(_of(told.find("Account"), "id"), OWNER)
    if not account:
        return ()
    if event == "media.rate":
        return _rated(told, item, account, at)
    moment = _MOMENTS.get(event)
    return _played(moment, item, (account, told.find("Player")), at) if moment else ()


def _played(
    moment: PlaybackMoment, item: Element, who: tuple[str, Element | None], at: datetime
) -> Sequence[MediaEvent]:
    account, player = who
    kind, key = _PLAYED.get(text(item, "type")), item_key(item)
    if kind is None or not key:
        return ()
    series = kind is MediaType.TV
    offset, length = _milliseconds(item, "viewOffset"), _milliseconds(item, "duration")
    share = min(1.0, offset / length) if offset is not None and length else None
    if moment is PlaybackMoment.WATCHED:
        share = max(share or 0.0, playing.SEEN)
    played = timedelta(milliseconds=(length or 0) * (share or 0.0))
    # What counts as seen begins when it came to count, as in the history, which tells no other time.
    counted = timedelta(milliseconds=(length or 0) * playing.SEEN) if (share or 0.0) >= playing.SEEN else timedelta()
    told = Playback(
        id=_id(account, player, key, at - played),
        account_id=account,
        item_key=_top_key(item) if series else key,
        media_type=kind,
        started_at=at if moment is PlaybackMoment.WATCHED else at - played + counted,
        ended_at=at if moment is PlaybackMoment.ENDED else None,
        completion=share,
        title=text(item, "grandparentTitle") if series else text(item, "title"),
        year=None if series else year(item),
        ids=ExternalIds() if series else external_ids(item),
        episode=_episode(item) if series else None,
        device=_of(player, "title") or None,
    )
    return (PlaybackTold(moment, told),)


def _milliseconds(item: Element, name: str) -> int | None:
    told = whole(item, name)
    return min(max(told, 0), LONGEST) if told is not None else None


def _id(account: str, player: Element | None, key: str, started: datetime) -> str:
    """The same for all that is reported of one playback: Plex gives none, so it is account, device, title and day."""
    day = (started - _DAY_BREAK).date().isoformat()
    return f"hook:{account}:{_of(player, 'uuid')}:{key}:{day}"


def _rated(told: Element, item: Element, account: str, at: datetime) -> Sequence[MediaEvent]:
    kind, key = TYPES.get(text(item, "type")), item_key(item)
    if kind is None or not key:
        return ()  # a season's or an episode's, which says little of the series
    given = number(told, "rating")
    given = number(item, "userRating") if given is None else given
    return (
        RatingTold(account, key, kind, playing.rating(given), at, external_ids(item), text(item, "title"), year(item)),
    )


def _arrived(item: Element) -> Sequence[MediaEvent]:
    kind = text(item, "type")
    if kind not in {"movie", "show", "season", "episode"}:
        return ()
    level = _TOP.get(kind, "")
    title = text(item, f"{level}Title") if level else text(item, "title")
    return (ShelfChanged(_top_key(item), text(item, "librarySectionID"), title=title),)


def _top_key(item: Element) -> str:
    level = _TOP.get(text(item, "type"), "")
    return (text(item, f"{level}RatingKey") or key_of(text(item, f"{level}Key"))) if level else item_key(item)


def _episode(item: Element) -> Episode | None:
    season, index = whole(item, "parentIndex"), whole(item, "index")
    return Episode(season, index) if season is not None and index is not None else None


def _of(element: Element | None, name: str) -> str:
    return text(element, name) if element is not None else ""


def _payload(headers: Mapping[str, str], body: bytes) -> bytes:
    kind = headers.get("content-type", "")
    if body.lstrip()[:1] == b"{":
        return _bounded(body)
    if kind.startswith("application/x-www-form-urlencoded"):
        found = parse_qs(_bounded(body).decode(errors="replace")).get("payload")
        return found[0].encode() if found else b""
    if not kind.startswith("multipart/"):
        # Whoever kept the report without its headers: the body begins with its own boundary.
        boundary = body.lstrip().split(b"\r\n", 1)[0].removeprefix(b"--").decode("ascii", errors="replace")
        kind = f'multipart/form-data; boundary="{boundary[:200]}"'
    return _part(kind, body)


def _part(kind: str, body: bytes) -> bytes:
    try:
        form = BytesParser(policy=HTTP).parsebytes(
            b"Content-Type: " + kind.encode("latin-1", errors="replace").replace(b"\n", b" ") + b"\r\n\r\n" + body
        )
        for part in form.iter_parts() if form.is_multipart() else ():
            if part.get_param("name", header="content-disposition") == "payload":
                return _bounded(_content(part.get_payload(decode=True)))
    except (MessageError, ValueError, LookupError, IndexError, AttributeError) as error:
        raise UnreadableEvent("a Plex webhook whose form cannot be read") from error
    raise UnreadableEvent("a Plex webhook without a payload")


def _content(payload: object) -> bytes:
    return payload if isinstance(payload, bytes) else b""


def _bounded(body: bytes) -> bytes:
    if len(body) > LARGEST_PAYLOAD:
        raise UnreadableEvent("a Plex webhook that is too large")
    return body
