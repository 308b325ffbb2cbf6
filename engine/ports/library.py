"""Media servers: what is on which shelf, who may open it, who watched what, and playing it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from engine.domain.media import (
    ExternalIds,
    NowPlaying,
    Part,
    Playback,
    Player,
    Section,
    ServerAccount,
    ServerIdentity,
    ShelfItem,
    SignedIn,
    SignInStep,
    WatchedState,
)


class Control(StrEnum):
    """What can be told to a player."""

    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    NEXT = "next"
    PREVIOUS = "previous"


class MediaServer(Protocol):
    """One server. Everything raises SourceUnavailable (time mends it) and SourceRejected (its owner does)."""

    async def identity(self) -> ServerIdentity: ...
    async def sections(self) -> list[Section]: ...
    async def accounts(self) -> list[ServerAccount]:
        """Everybody with access, the owner among them, each with the sections and parts they may open."""
        ...

    def items(self, section: str, *, start: int = 0) -> AsyncIterator[Sequence[ShelfItem]]:
        """Every film or series of the section in a stable order, page by page, from the ``start``-th on."""
        ...

    def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        """Those added or changed after ``since``, page by page."""
        ...

    def visible(self, account_id: str, part: Part, keys: Sequence[str] | None = None) -> AsyncIterator[Sequence[str]]:
        """Keys of the titles in a part, of all or of those among ``keys``, for an account that was told to have it."""
        ...

    async def item(self, key: str) -> ShelfItem | None:
        """None where the server says that there is no such title."""
        ...

    def watched(self, account_id: str, token: str) -> AsyncIterator[Sequence[WatchedState]]:
        """Where the account stands with every title it has met, read as that account, paged to the end."""
        ...

    def history(self, since: datetime | None = None) -> AsyncIterator[Sequence[Playback]]:
        """Playbacks of everybody, the oldest first, page by page, as far as the server keeps them."""
        ...

    async def players(self, token: str = "") -> list[Player]: ...
    async def play(self, player_id: str, keys: Sequence[str], *, token: str = "", queue: bool = False) -> None:
        """Play the titles one after another; ``queue``: after what plays now."""
        ...

    async def control(self, player_id: str, control: Control, *, token: str = "") -> None: ...
    async def now_playing(self) -> list[NowPlaying]: ...
    def deep_link(self, key: str) -> str:
        """Opens the title in the server's own app or page; empty before ``identity`` was asked."""
        ...

    async def put_playlist(self, token: str, name: str, keys: Sequence[str], summary: str) -> None:
        """Make the account's own playlist of that name hold exactly these; no keys: remove it."""
        ...

    async def put_collection(self, section: str, name: str, keys: Sequence[str], summary: str) -> None:
        """Make the section's collection of that name hold exactly these; no keys: remove it."""
        ...

    async def save(self, token: str, media_type: str, ids: ExternalIds) -> bool:
        """Put on the account's own watchlist or favourites; False where the server has no such thing."""
        ...

    async def close(self) -> None: ...


class SignIn(Protocol):
    """How a person proves to hold an account with access to this server."""

    async def begin(self) -> SignInStep: ...
    async def finish(self, handle: str) -> SignedIn | None:
        """None while they have not signed in. Raises InvalidQuery ``sign-in-expired`` and ``no-access-to-server``."""
        ...

    async def revoke(self, token: str) -> None:
        """Make the token good for nothing where the server offers that."""
        ...


class WatchHistory(Protocol):
    """Playbacks of everybody, from whoever keeps them."""

    def since(self, moment: datetime | None) -> AsyncIterator[Sequence[Playback]]:
        """The oldest first, page by page. Told again is told with the same id."""
        ...

    async def close(self) -> None: ...
