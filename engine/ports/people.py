"""Durable state about accounts and people; parts of the unit of work in ``engine.ports.storage``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from engine.domain.people import HeldWord, LinkCode, Manners, Sighting, Standing, Visitor


class Links(Protocol):
    """Codes that join accounts to people."""

    async def add(self, code: LinkCode) -> None:
        """Keep it; an earlier code of the same account or person is good no more."""
        ...

    async def get(self, digest: str, at: datetime) -> LinkCode | None:
        """None when unknown, used or expired."""
        ...

    async def claim(self, digest: str, platform: str, account_id: str, at: datetime) -> bool:
        """Keep the code for the account that gave it first; False where another was first, or it is not good.

        A code that the account gave before and did not use is good no more.
        """
        ...

    async def claimed(self, platform: str, account_id: str, at: datetime) -> str | None:
        """Digest of the code that is kept for the account."""
        ...

    async def take(self, digest: str, platform: str, account_id: str, at: datetime) -> LinkCode | None:
        """The code, once, for the account that it is kept for."""
        ...

    async def drop(self, digest: str) -> None: ...
    async def attempt(self, platform: str, account_id: str, at: datetime, since: datetime) -> int:
        """Notes an attempt to give a code; how many there were after ``since``, with this one."""
        ...

    async def forgive(self, platform: str, account_id: str, at: datetime) -> None:
        """The attempts made at that moment do not count."""
        ...


class People(Protocol):
    """Who was there, and who may come in."""

    async def visitor(self, platform: str, account_id: str) -> Visitor:
        """All that has to be known of an account before it is answered."""
        ...

    async def saw(self, sightings: Iterable[Sighting]) -> None: ...
    async def sighting(self, platform: str, account_id: str) -> Sighting | None: ...
    async def strangers(self, limit: int) -> list[Sighting]:
        """Accounts that belong to nobody, the latest first."""
        ...

    async def forget_strangers(self, before: datetime) -> None: ...
    async def standing(self, viewer_id: str) -> Standing: ...
    async def set_standing(self, viewer_id: str, standing: Standing, at: datetime) -> None: ...
    async def end_sessions(self, viewer_id: str) -> None:
        """Nobody is signed in as that person any more, and none of their codes is good."""
        ...


class Courtesies(Protocol):
    """When people want to hear unasked, and what waits for that."""

    async def of(self, viewer_id: str) -> Manners:
        """Those of a person who never chose any are the usual ones."""
        ...

    async def put(self, manners: Manners) -> None: ...
    async def hold(self, word: HeldWord) -> None: ...
    async def due(self, at: datetime, limit: int = 1_000) -> list[HeldWord]:
        """What may be said by ``at``, in the order in which it was held."""
        ...

    async def put_off(self, numbers: Iterable[int], until: datetime) -> None: ...
    async def release(self, numbers: Iterable[int]) -> None:
        """Said, or not to be said any more."""
        ...
