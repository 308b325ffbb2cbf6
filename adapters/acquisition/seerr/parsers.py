"""Seerr's media, requests and users as the product's values. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from adapters.acquisition.servarr_parsers import Title
from adapters.values import Record, imdb, positive, record, records, text, whole
from engine.domain.acquisition import Known, Presence, Quota, Requested, RequestState
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds

PENDING, PROCESSING, PARTLY, AVAILABLE, BLOCKED, DELETED = 2, 3, 4, 5, 6, 7
"""Of a title. In Overseerr, 6 is what was deleted."""
_PRESENCE = {
    PENDING: Presence.WANTED,
    PROCESSING: Presence.WANTED,
    PARTLY: Presence.PARTLY,
    AVAILABLE: Presence.AVAILABLE,
    BLOCKED: Presence.BLOCKED,
}
_STATES = {1: RequestState.PENDING, 3: RequestState.DECLINED, 4: RequestState.FAILED}
_COMPLETED = 5
_KINDS = {"movie": MediaType.MOVIE, "tv": MediaType.TV}


def kind(media_type: MediaType) -> str:
    """Seerr's word; anime is a series to it."""
    return "movie" if media_type is MediaType.MOVIE else "tv"


def is_overseerr(version: object) -> bool:
    """Overseerr never came beyond 1; what succeeded it began at 2 with this meaning of 6."""
    first = text(version).partition(".")[0]
    return first in {"0", "1"}


def ids(media: Record) -> ExternalIds:
    """The ids Seerr has of a title."""
    return ExternalIds(
        tmdb=positive(media.get("tmdbId")), imdb=imdb(media.get("imdbId")), tvdb=positive(media.get("tvdbId"))
    )


def media_type(told: object) -> MediaType | None:
    """None for what is neither film nor series."""
    return _KINDS.get(text(told).casefold())


def is_there(media: Record, *, doubtful: bool) -> bool:
    """Whether its availability can be believed: placeholders are on the media server, but in no Radarr or Sonarr."""
    return not doubtful or whole(media.get("serviceId")) is not None


def known(media: Record, *, overseerr: bool, doubtful: bool) -> Known | None:
    """None for what Seerr merely has heard of."""
    sort, found = media_type(media.get("mediaType")), ids(media)
    status = whole(media.get("status"))
    presence = _PRESENCE.get(status or 0)
    if sort is None or not found.tmdb or presence is None or (overseerr and status == BLOCKED):
        return None
    if presence in {Presence.PARTLY, Presence.AVAILABLE} and not is_there(media, doubtful=doubtful):
        return None
    return Known(sort, found, presence)


def requested(told: Record, *, doubtful: bool) -> Requested:
    """A request and what became of it."""
    media = record(told.get("media"))
    seasons = [
        number for part in records(told.get("seasons")) if (number := whole(part.get("seasonNumber"))) is not None
    ]
    return Requested(
        str(positive(told.get("id")) or ""),
        _state(told, media, seasons, doubtful=doubtful),
        account_id=account_of(record(told.get("requestedBy"))),
        media_type=media_type(told.get("type")) or media_type(media.get("mediaType")),
        ids=ids(media),
        seasons=tuple(sorted(seasons)),
        four_k=told.get("is4k") is True,
    )


def _state(told: Record, media: Record, seasons: list[int], *, doubtful: bool) -> RequestState:
    status = whole(told.get("status")) or 0
    if status in _STATES:
        return _STATES[status]
    standing = whole(media.get("status4k" if told.get("is4k") is True else "status"))
    if standing == DELETED:
        return RequestState.GONE
    there = standing == AVAILABLE or status == _COMPLETED or _has_seasons(media, seasons)
    return RequestState.AVAILABLE if there and is_there(media, doubtful=doubtful) else RequestState.APPROVED


def _has_seasons(media: Record, seasons: list[int]) -> bool:
    there = {
        whole(part.get("seasonNumber"))
        for part in records(media.get("seasons"))
        if whole(part.get("status")) == AVAILABLE
    }
    return bool(seasons) and there.issuperset(seasons)


def account_of(user: Record) -> str:
    """Id of a user's account on the media server; empty for a local user."""
    plex = positive(user.get("plexId"))
    return str(plex) if plex else text(user.get("jellyfinUserId"))


def users_of(account_id: str, users: Iterable[Record]) -> list[int]:
    """Seerr's numbers of the users with that account, or one of those, separated by commas.

    Jellyfin's ids are written with and without hyphens.
    """
    wanted = {_plain(part) for part in account_id.split(",")} - {""}
    return [
        number
        for user in users
        if wanted & {_plain(str(positive(user.get("plexId")) or "")), _plain(text(user.get("jellyfinUserId")))}
        and (number := positive(user.get("id")))
    ]


def asked_by(told: Record, account_id: str) -> int | None:
    """Seerr's number of whoever made a request, where that is the person with one of those accounts."""
    return next(iter(users_of(account_id, [record(told.get("requestedBy"))])), None)


def _plain(account_id: str) -> str:
    return account_id.strip().casefold().replace("-", "")


def quota(told: Record, media_type: MediaType) -> Quota:
    """No limit, or one of 0, means as many as one likes."""
    part = record(told.get(kind(media_type)))
    limit, days = positive(part.get("limit")), positive(part.get("days"))
    if part.get("restricted") is True:
        return Quota(0, limit, days)
    if limit is None:
        return Quota(None)
    left = whole(part.get("remaining"))
    return Quota(max(0, limit - (whole(part.get("used")) or 0) if left is None else left), limit, days)


def title(details: Record) -> str:
    """Of a film or series."""
    return text(details.get("title")) or text(details.get("name"))


def title_of(media: Record) -> Title | None:
    """Which title a download belongs to; its name stands with the download."""
    sort, found = media_type(media.get("mediaType")), ids(media)
    return Title(sort, found, text(media.get("title"))) if sort and found else None


def scans(settings: Record, library: str) -> bool | None:
    """Whether the library of that name is read by Seerr; None where it is not named."""
    told = [
        part for part in records(settings.get("libraries")) if text(part.get("name")).casefold() == library.casefold()
    ]
    return any(part.get("enabled") is True for part in told) if told else None


def message(body: object) -> str:
    """What a refusal says."""
    told = record(body)
    return text(told.get("message"), 300) or text(told.get("error"), 300)
