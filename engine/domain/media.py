"""What media servers tell: sections, titles on their shelves, files, accounts, playbacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engine.domain.items import Credit, MediaType


@dataclass(frozen=True, slots=True)
class ExternalIds:
    """A title's ids in the catalogues of the world, as far as a server knows them."""

    tmdb: int | None = None
    imdb: str | None = None
    tvdb: int | None = None

    def __bool__(self) -> bool:
        return self.tmdb is not None or self.imdb is not None or self.tvdb is not None


@dataclass(frozen=True, slots=True)
class ServerIdentity:
    """A media server. ``id`` stays the same when its name and address change."""

    id: str
    name: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A library of a server, by the server's key for it."""

    key: str
    name: str
    media_type: MediaType | None = None
    """None for what is not recommended here (music, photos)."""
    count: int = 0


class Hdr(StrEnum):
    DOLBY_VISION = "dolby-vision"
    HDR10_PLUS = "hdr10+"
    HDR10 = "hdr10"
    HLG = "hlg"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One version of a title as it lies on a server; None and empty where the server does not say."""

    width: int | None = None
    height: int | None = None
    hdr: tuple[Hdr, ...] = ()
    """Best first."""
    video_codec: str = ""
    """Lower case: hevc, h264, av1 …"""
    audio_codec: str = ""
    """Lower case, of the best track: truehd, eac3, dts …"""
    channels: int | None = None
    atmos: bool = False
    container: str = ""
    bitrate: int | None = None
    """kbit/s."""
    size: int | None = None
    """Bytes."""


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A film or series on a server's shelf, by the server's key for it."""

    key: str
    section: str
    media_type: MediaType
    title: str
    year: int | None = None
    original_title: str | None = None
    ids: ExternalIds = field(default=ExternalIds())
    runtime: int | None = None
    """Minutes."""
    genres: tuple[str, ...] = ()
    """As the server calls them."""
    credits: tuple[Credit, ...] = ()
    synopsis: str = ""
    language: str | None = None
    """Of ``synopsis`` and ``title``, where the server says."""
    seasons: int | None = None
    episodes: int | None = None
    labels: frozenset[str] = frozenset()
    rated: str = ""
    """For which age, as the server calls it."""
    added_at: datetime | None = None
    changed_at: datetime | None = None
    files: tuple[MediaFile, ...] = ()
    """Best first; for series those of one episode, as an example."""


OWNER = "@owner"
"""Stands for the id of the server's owner in reports of services that do not tell it."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Some titles of a section: those that accounts with certain limits may open."""

    section: str
    """The server's key of it."""
    name: str
    """Another one where the limits are others; who has the same sees the same. Letters and digits only."""


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """A person's account on a server. The id is the key, never the name."""

    id: str
    name: str
    """For display; may be empty."""
    owner: bool = False
    active: bool = True
    sections: frozenset[str] | None = frozenset()
    """Keys of the sections it may open; None: every one."""
    parts: frozenset[Part] = frozenset()
    """Of further sections, of which single titles are or may be kept from it (by age, by labels)."""
    unclear: frozenset[str] = frozenset()
    """Keys of sections that stay closed to it, as it is not understood which of their titles it may open."""


@dataclass(frozen=True, slots=True)
class Episode:
    """Which part of a series."""

    season: int
    number: int


@dataclass(frozen=True, slots=True)
class Playback:
    """One playback by one account, as a history tells it or a server reports it."""

    id: str
    """Of the playback, unique in its source and the same however often it is told."""
    account_id: str
    """In the id space of the media server."""
    item_key: str
    """The film's or the series' key on the media server; empty where only ``ids`` are known."""
    media_type: MediaType
    started_at: datetime
    ended_at: datetime | None = None
    completion: float | None = None
    """0–1, of the film or the episode; None where it is not told."""
    title: str = ""
    year: int | None = None
    ids: ExternalIds = field(default=ExternalIds())
    """Of the film or the series, never of the episode."""
    episode: Episode | None = None
    device: str | None = None
    own: bool = True
    """False where an administrator's view told it, which is not reliable for others."""
    part_key: str = ""
    """The episode's own key where the series' is not told; the server's ``item`` finds the series by it."""


@dataclass(frozen=True, slots=True)
class WatchedState:
    """Where an account stands with a title, read as that account."""

    account_id: str
    item_key: str
    media_type: MediaType
    plays: int = 0
    completion: float = 0.0
    """0–1: of the film, or the share of the series' episodes that are seen."""
    at: datetime | None = None
    """When it was last played."""
    rating: float | None = None
    """1–10, the account's own."""


@dataclass(frozen=True, slots=True)
class Player:
    """A device that can play."""

    id: str
    name: str
    product: str = ""
    online: bool = True
    formats: frozenset[str] = frozenset()
    """Video codecs it plays without transcoding; empty where it does not say."""


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What is on somewhere at the moment."""

    session: str
    account_id: str
    item_key: str
    title: str
    player_id: str
    player: str
    position: float = 0.0
    """0–1."""
    paused: bool = False
    transcoding: bool = False


@dataclass(frozen=True, slots=True)
class SignInStep:
    """What a person has to do elsewhere to prove who they are."""

    handle: str
    """What ``finish`` asks with; secret."""
    url: str
    """Where to sign in; empty where only a code is typed."""
    code: str
    """What to type there; empty where the address is enough."""
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person has proved to hold an account that may use the server."""

    account_id: str
    name: str
    token: str = field(repr=False)
    """To act for them. Encrypted wherever it is kept."""
