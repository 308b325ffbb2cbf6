"""The door between vendors and the product: what a folder of an integration declares."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from engine.domain.media_events import MediaEvent
    from engine.errors import RecommendarrError
    from engine.ports.acquisition import Requests
    from engine.ports.clock import Clock
    from engine.ports.library import MediaServer, SignIn, WatchHistory
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage


class Port(StrEnum):
    LIBRARY = "library"
    HISTORY = "history"
    METADATA = "metadata"
    ACQUISITION = "acquisition"


@dataclass(frozen=True, slots=True)
class Instance:
    """One configured server of a vendor; several of one kind are told apart by ``name``."""

    name: str
    """``plex``, or ``plex-<what its owner calls it>``: a–z, 0–9 and hyphens, unique in the service."""
    url: str
    secret: str
    """Of its API. Never shown: see ``__repr__``."""
    options: Mapping[str, str]
    verify_tls: bool = True
    """False only where its owner says so, for a certificate of their own."""
    hook_secret: str = ""
    """What its webhooks prove themselves with; empty: none are taken."""

    def __repr__(self) -> str:
        return f"Instance({self.name!r}, {self.url!r})"


@dataclass(frozen=True, slots=True)
class Health:
    """How an instance is doing."""

    trouble: RecommendarrError | None = None
    since: datetime | None = None
    next_try: datetime | None = None
    last_success: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A running client, as whatever of the ports it fulfils; None for what it does not."""

    instance: Instance
    close: Callable[[], Awaitable[None]]
    health: Callable[[], Health]
    server: MediaServer | None = None
    sign_in: SignIn | None = None
    history: WatchHistory | None = None
    metadata: Metadata | None = None
    requests: Requests | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """What a client may use of the rest."""

    clock: Clock
    storage: Storage
    """For what is cached; secrets never go there unencrypted."""
    settings: Settings


Reader = Callable[[Mapping[str, str], bytes, datetime], "Sequence[MediaEvent]"]
"""Headers in lower case, the raw body and when it arrived to what it reports. Raises UnreadableEvent. Pure."""
Identify = Callable[[Mapping[str, str], bytes], str]
"""A key that is the same for the same report, however often it is sent; empty: the body itself is the key. Pure."""


@dataclass(frozen=True, slots=True)
class Integration:
    """``INTEGRATION`` of a vendor's folder. Configured means enabled."""

    name: str
    """The vendor: plex, jellyfin, tautulli, tmdb, radarr, sonarr, seerr."""
    port: Port
    instances: Callable[[], Sequence[Instance]]
    """Those that are configured; raises Misconfigured naming the setting that is wrong."""
    open: Callable[[Instance, Outside], Awaitable[Opened]]
    """Makes the client; nothing is asked of the other side yet."""
    read: Reader | None = None
    """Reads its webhooks, which arrive at ``/hooks/<name of the instance>``."""
    identify: Identify | None = None
    steps: Callable[[Settings], Sequence[tuple[str, Mapping[str, str]]]] | None = None
    """Message keys with arguments: how its owner sets it up, webhooks included."""
    repeats: timedelta | None = None
    """After so long what reads the same has happened anew; None: the same report is never another."""
