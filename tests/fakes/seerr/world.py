"""Users, titles and requests, and what Seerr decides about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
ADMIN, MANAGE_USERS, MANAGE_REQUESTS, REQUEST, AUTO_APPROVE = 2, 8, 16, 32, 128
UNKNOWN, PENDING, PROCESSING, PARTLY, AVAILABLE, BLOCKED = 1, 2, 3, 4, 5, 6
WAITS, APPROVED, DECLINED, FAILED, COMPLETED = 1, 2, 3, 4, 5
AT = "2026-11-21T01:26:30.000Z"


class Refusal(Exception):
    """A status and what is said with it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class User:
    """``limit``: films and series a week; 0: as many as they like."""

    id: int
    name: str
    permissions: int = REQUEST
    plex_id: int | None = None
    jellyfin_id: str | None = None
    limit: int = 0

    def may(self, *permissions: int) -> bool:
        """Whether they hold one of them; administrators hold all."""
        return any(self.permissions & one for one in (ADMIN, *permissions))

    def told(self) -> Json:
        """As an administrator sees them."""
        return {
            "permissions": self.permissions,
            "id": self.id,
            "email": f"user{self.id}@example.invalid",
            "plexUsername": self.name if self.plex_id else None,
            "username": self.name,
            "userType": 1 if self.plex_id else 3,
            "plexId": self.plex_id,
            "jellyfinUserId": self.jellyfin_id,
            "avatar": "/os_logo_square.png",
            "createdAt": AT,
            "updatedAt": AT,
            "requestCount": 0,
            "displayName": self.name,
        }


@dataclass
class Media:
    """A title that Seerr has heard of."""

    id: int
    kind: str
    tmdb: int
    status: int = UNKNOWN
    tvdb: int | None = None
    service: int | None = None
    """Number of the Radarr or Sonarr that has it."""
    seasons: dict[int, int] = field(default_factory=dict)
    """Status by number."""
    downloads: list[Json] = field(default_factory=list)

    def told(self) -> Json:
        return {
            "downloadStatus": self.downloads,
            "downloadStatus4k": [],
            "id": self.id,
            "mediaType": self.kind,
            "tmdbId": self.tmdb,
            "tvdbId": self.tvdb,
            "imdbId": None,
            "status": self.status,
            "status4k": UNKNOWN,
            "createdAt": AT,
            "updatedAt": AT,
            "serviceId": self.service,
            "ratingKey": None,
            "jellyfinMediaId": None,
            "seasons": [{"seasonNumber": number, "status": status} for number, status in self.seasons.items()],
        }


@dataclass
class Asked:
    """A request."""

    id: int
    media: Media
    user: User
    status: int
    four_k: bool | None
    """None where nobody said, which Seerr takes for neither."""
    seasons: tuple[int, ...] = ()

    def told(self) -> Json:
        return {
            "id": self.id,
            "status": self.status,
            "createdAt": AT,
            "updatedAt": AT,
            "type": self.media.kind,
            "is4k": bool(self.four_k),
            "media": self.media.told(),
            "seasons": [{"id": number, "seasonNumber": number, "status": self.status} for number in self.seasons],
            "requestedBy": self.user.told(),
            "modifiedBy": None,
            "seasonCount": len(self.seasons),
        }


@dataclass
class World:
    """Everything Seerr keeps. ``titles``: what TMDB knows, with the seasons of series."""

    users: dict[int, User] = field(default_factory=dict)
    titles: dict[tuple[str, int], tuple[str, tuple[int, ...]]] = field(default_factory=dict)
    media: dict[tuple[str, int], Media] = field(default_factory=dict)
    requests: dict[int, Asked] = field(default_factory=dict)
    _last: int = 0

    def ask(self, user: User, body: Json) -> Asked:
        """A new request, in the order of the real one's checks. Raises Refusal."""
        kind, tmdb = body["mediaType"], body["mediaId"]
        if not user.may(REQUEST):
            noun = "movie" if kind == "movie" else "series"
            raise Refusal(403, f"You do not have permission to make {noun} requests.")
        if user.limit and self.used(user, kind) >= user.limit:
            raise Refusal(403, f"{'Movie' if kind == 'movie' else 'Series'} Quota exceeded.")
        if (kind, tmdb) not in self.titles:
            raise Refusal(500, f"[TMDB] Failed to fetch {kind} details")
        media = self.heard_of(kind, tmdb, body.get("tvdbId"))
        if media.status == BLOCKED:
            raise Refusal(403, "This media is blocklisted.")
        four_k = body.get("is4k")
        seasons = self._seasons(media, body, four_k) if kind == "tv" else ()
        if kind == "movie" and self._is_asked_for(media, four_k):
            raise Refusal(409, "Request for this media already exists.")
        status = APPROVED if user.may(AUTO_APPROVE, MANAGE_REQUESTS) else WAITS
        if media.status == UNKNOWN:
            media.status = PROCESSING if status == APPROVED else PENDING
        self._last += 1
        made = Asked(self._last, media, user, status, four_k, seasons)
        self.requests[made.id] = made
        return made

    def withdraw(self, number: int) -> None:
        """It is gone for good: no other ever gets its number."""
        media = self.requests.pop(number).media
        if media.status in {PENDING, PROCESSING} and not any(one.media is media for one in self.requests.values()):
            media.status = UNKNOWN

    def heard_of(self, kind: str, tmdb: int, tvdb: int | None = None) -> Media:
        """The title's entry, made where there is none."""
        return self.media.setdefault((kind, tmdb), Media(len(self.media) + 1, kind, tmdb, tvdb=tvdb))

    def used(self, user: User, kind: str) -> int:
        """How many of their requests count."""
        return sum(
            one.user.id == user.id and one.media.kind == kind and one.status != DECLINED
            for one in self.requests.values()
        )

    def decide(self, number: int, *, approve: bool) -> Asked:
        """Raises Refusal."""
        if number not in self.requests:
            raise Refusal(404, "Request not found.")
        asked = self.requests[number]
        asked.status = APPROVED if approve else DECLINED
        if asked.media.status in {PENDING, PROCESSING}:
            asked.media.status = PROCESSING if approve else UNKNOWN
        return asked

    def _is_asked_for(self, media: Media, four_k: bool | None) -> bool:
        # A request that says nothing of 4K is compared with null, which is equal to nothing.
        return four_k is not None and any(
            one.media is media and one.four_k == four_k and one.status not in {DECLINED, COMPLETED}
            for one in self.requests.values()
        )

    def _seasons(self, media: Media, body: Json, four_k: bool | None) -> tuple[int, ...]:
        told: Sequence[int] | str = body.get("seasons") or ()
        every = self.titles[media.kind, media.tmdb][1]
        wanted = [number for number in every if number > 0] if told == "all" else [int(number) for number in told]
        taken = {number for number, status in media.seasons.items() if status == AVAILABLE}
        for one in self.requests.values():
            if one.media is media and one.four_k == four_k and one.status != DECLINED:
                taken |= set(one.seasons)
        left = tuple(number for number in wanted if number not in taken and number in every)
        if not left:
            raise Refusal(202, "No seasons available to request")
        return left
