"""Services that get titles: asked by people, decided by administrators."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Protocol

from engine.domain.acquisition import Coming, Download, Known, Quota, Requested, Rules, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds


class Requests(Protocol):
    """One instance. Everything raises SourceUnavailable and SourceRejected; wishes also InvalidQuery."""

    @property
    def takes(self) -> frozenset[MediaType]:
        """Kinds of titles that can be asked of it; none where its owner wants nothing asked of it."""
        ...

    @property
    def decides(self) -> bool:
        """Whether it knows people, quotas and approval by itself (Seerr), so that it goes first."""
        ...

    @property
    def rules(self) -> Rules:
        """What its owner set of approval, quota and what it takes; without meaning for one that decides."""
        ...

    def known(self) -> AsyncIterator[Sequence[Known]]:
        """Every title it has, page by page."""
        ...

    async def request(self, wish: Wish) -> Requested:
        """Ask for it. Raises InvalidQuery: ``request-already`` (there or asked for), ``request-nothing-left`` (no
        season is missing), ``request-quota``, ``request-unknown-title``, ``request-not-allowed``."""
        ...

    async def state(self, request_id: str) -> Requested: ...
    async def find(self, media_type: MediaType, ids: ExternalIds) -> Known | None: ...
    async def pending(self) -> list[Requested]:
        """What waits for an administrator."""
        ...

    async def decide(self, request_id: str, *, approve: bool) -> Requested:
        """What it is then: something else than was wished where it had been decided before."""
        ...

    async def cancel(self, request_id: str, for_account: str = "") -> Requested:
        """Take it back, as the person with that account or, with none, as its owner.

        Gives back what became of it. Raises InvalidQuery: ``cancel-too-late`` (it is there), ``cancel-refused``.
        """
        ...

    async def quota(self, account_id: str, media_type: MediaType) -> Quota: ...
    async def downloads(self) -> list[Download]: ...
    async def coming(self, first: date, last: date) -> list[Coming]: ...
    async def size_estimate(self, wish: Wish) -> int | None:
        """Bytes it will probably take with the chosen quality; None where it cannot be told."""
        ...

    async def close(self) -> None: ...
