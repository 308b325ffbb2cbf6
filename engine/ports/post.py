"""Durable state of the post; parts of the unit of work in ``engine.ports.storage``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from engine.domain.letters import Arrival, Correspondent, Letter, ShownPick


class Deliveries(Protocol):
    """Remembers what arrived, so that a duplicate changes nothing."""

    async def first_time(self, platform: str, update_id: str, at: datetime) -> bool:
        """True once per update."""
        ...


class Inbox(Protocol):
    """Updates that were accepted and wait for their answer."""

    async def add(self, arrivals: Sequence[Arrival]) -> frozenset[int]:
        """Keep those that arrive for the first time, as ``Deliveries.first_time`` has it; gives back their numbers."""
        ...

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Arrival]:
        """Those numbered above ``after``, in order."""
        ...

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Arrival]:
        """The same for one chat."""
        ...

    async def put_progress(self, number: int, messages: Sequence[str]) -> None: ...
    async def done(self, numbers: Iterable[int]) -> None:
        """Answered: they wait no more, and are still remembered as having arrived."""
        ...

    async def counts(self) -> dict[str, int]:
        """How many wait, by platform."""
        ...

    async def last_number(self) -> int:
        """The highest number of all that wait; 0 where nothing does."""
        ...


class Outbox(Protocol):
    """Answers on their way."""

    async def put(self, letters: Sequence[Letter]) -> None:
        """Add or replace by number."""
        ...

    async def put_written(self, written: Mapping[int, Sequence[str]]) -> None:
        """By number: which messages of a letter are written for certain."""
        ...

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Letter]:
        """Those that are not dead, numbered above ``after``, in order."""
        ...

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Letter]:
        """The same for one chat."""
        ...

    async def get(self, letter_id: str) -> Letter | None:
        """Dead or not."""
        ...

    async def done(self, numbers: Iterable[int]) -> None:
        """Delivered or dropped."""
        ...

    async def dead(self, limit: int = 100) -> list[Letter]:
        """Those given up, latest first."""
        ...

    async def counts(self) -> dict[tuple[str, bool], int]:
        """How many there are, by platform and whether they are dead."""
        ...

    async def last_number(self) -> int:
        """The highest number of all; 0 where there is none."""
        ...


class Correspondents(Protocol):
    """Accounts of which the post must know something."""

    async def get(self, platform: str, account_id: str) -> Correspondent: ...
    async def set_banned(self, platform: str, account_id: str, *, banned: bool) -> None: ...
    async def set_silent(self, platform: str, account_id: str, since: datetime | None) -> None: ...
    async def silent(self) -> list[Correspondent]:
        """All that blocked the bot."""
        ...


class ShownPicks(Protocol):
    """Where picks stand in chats."""

    async def put(self, shown: Sequence[ShownPick]) -> None:
        """Add, or replace what the same message showed before."""
        ...

    async def of_pick(self, slate_id: str, rank: int) -> list[ShownPick]:
        """Latest first."""
        ...

    async def of_item(self, item_id: str) -> list[ShownPick]:
        """Latest first."""
        ...

    async def of_message(self, platform: str, room_id: str, message_id: str) -> ShownPick | None:
        """What a message shows; None where it shows no pick."""
        ...

    async def forget(self, before: datetime) -> None: ...
