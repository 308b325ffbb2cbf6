"""Durable state about media servers and wishes; parts of the unit of work in ``engine.ports.storage``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from engine.domain.acquisition import RequestState
from engine.domain.media_records import (
    MediaRequest,
    Report,
    SealedToken,
    StoredAccount,
    StoredItem,
    SyncKind,
    SyncRun,
    Want,
)


class ServerItems(Protocol):
    """Titles on the shelves of servers."""

    async def put(self, items: Sequence[StoredItem]) -> None:
        """Add or replace by server and key."""
        ...

    async def get(self, server: str, keys: Iterable[str]) -> dict[str, StoredItem]: ...
    async def of_item(self, item_id: str) -> list[StoredItem]: ...
    async def of_items(self, item_ids: Iterable[str]) -> dict[str, list[StoredItem]]: ...
    def stream(self, server: str, batch: int = 2_000) -> AsyncIterator[list[StoredItem]]: ...
    async def unmatched(self, limit: int = 20, offset: int = 0) -> list[StoredItem]:
        """Those recognised by nothing or with little confidence (< 0.8), by title."""
        ...

    async def by_hand(self, server: str) -> list[StoredItem]:
        """Those of which an administrator said what they are, by key."""
        ...

    async def count(self, server: str = "") -> tuple[int, int]:
        """How many there are, and how many of them are unmatched."""
        ...

    async def see(self, server: str, keys: Iterable[str], generation: int) -> None:
        """Note that a full sync saw them unchanged."""
        ...

    async def unseen(self, server: str, section: str, generation: int) -> list[StoredItem]:
        """Those an earlier full sync saw last."""
        ...

    async def drop(self, server: str, keys: Iterable[str]) -> None: ...
    async def drop_server(self, server: str) -> None: ...


class ServerAccounts(Protocol):
    """Accounts on servers."""

    async def put(self, accounts: Sequence[StoredAccount]) -> None: ...
    async def get(self, server: str, account_id: str) -> StoredAccount | None: ...
    async def of_server(self, server: str) -> list[StoredAccount]: ...
    async def of_viewer(self, viewer_id: str) -> list[StoredAccount]: ...
    async def drop(self, server: str, account_ids: Iterable[str]) -> None: ...


class Tokens(Protocol):
    """People's own keys to services, encrypted."""

    async def put(self, token: SealedToken) -> None: ...
    async def get(self, viewer_id: str, server: str) -> SealedToken | None: ...
    async def of_viewer(self, viewer_id: str) -> list[SealedToken]: ...
    async def of_server(self, server: str) -> list[SealedToken]: ...
    async def drop(self, viewer_id: str, server: str = "") -> int:
        """How many were dropped; an empty ``server``: all of theirs."""
        ...


class Reports(Protocol):
    """Reports of other services that wait to be worked in."""

    async def add(self, reports: Sequence[Report]) -> int:
        """Keep those whose instance and key are new; how many. Keys are remembered after ``done``."""
        ...

    async def waiting(self, at: datetime, after: int = 0, limit: int = 1_000) -> list[Report]:
        """Those that are not dead and due by ``at``, numbered above ``after``, in order."""
        ...

    async def done(self, numbers: Iterable[int]) -> None: ...
    async def put_back(self, report: Report) -> None:
        """Keep ``tries``, ``due_at``, ``trouble`` and ``dead`` of that number."""
        ...

    async def dead(self, limit: int = 100) -> list[Report]: ...
    async def counts(self) -> dict[tuple[str, bool], int]:
        """How many there are, by instance and whether they are dead."""
        ...

    async def forget(self, before: datetime) -> None:
        """Keys of what was done before, and what died before."""
        ...


class SyncRuns(Protocol):
    async def put(self, run: SyncRun) -> None:
        """Add or replace the latest of its server and kind."""
        ...

    async def get(self, server: str, kind: SyncKind) -> SyncRun | None: ...
    async def all(self) -> list[SyncRun]: ...


class MediaRequests(Protocol):
    async def put(self, request: MediaRequest) -> None: ...
    async def get(self, request_id: str) -> MediaRequest | None: ...
    async def of_viewer(self, viewer_id: str, limit: int = 50) -> list[MediaRequest]:
        """Latest first."""
        ...

    async def of_item(self, item_id: str) -> list[MediaRequest]: ...
    async def by_service(self, instance: str, request_id: str) -> MediaRequest | None: ...
    async def in_state(self, *states: RequestState, limit: int = 1_000) -> list[MediaRequest]:
        """Oldest first."""
        ...


class Wants(Protocol):
    async def put(self, want: Want) -> None: ...
    async def drop(self, viewer_id: str, item_id: str) -> bool: ...
    async def of_viewer(self, viewer_id: str) -> list[Want]:
        """Latest first."""
        ...

    async def of_items(self, item_ids: Iterable[str]) -> list[Want]:
        """Of those who were not told yet."""
        ...

    async def open(self, limit: int = 10_000) -> list[Want]:
        """All who were not told yet, oldest first."""
        ...


class TitleLists(Protocol):
    """What a public catalogue lists beside a title, by public keys such as ``movie:603``."""

    async def put(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Add or replace, by item id."""
        ...

    def stream(self, batch: int = 2_000) -> AsyncIterator[list[tuple[str, tuple[str, ...]]]]:
        """All of them in order of item id."""
        ...

    async def count(self) -> int: ...


class FactsRead(Protocol):
    """When what a catalogue of the world says of titles was read."""

    async def put(self, item_ids: Iterable[str], at: datetime) -> None:
        """Add or replace, by item id."""
        ...

    async def before(self, moment: datetime, limit: int) -> list[str]:
        """Titles of which it was read before ``moment``, the longest ago first."""
        ...

    async def drop(self, item_ids: Iterable[str]) -> None: ...


class MetadataCache(Protocol):
    """What catalogues of the world said."""

    async def get(self, keys: Iterable[str], since: datetime) -> dict[str, str]:
        """Bodies by key, of those heard after ``since``."""
        ...

    async def put(self, bodies: dict[str, str], at: datetime) -> None: ...
    async def forget(self, before: datetime) -> None: ...
