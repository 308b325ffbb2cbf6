"""What the adapter keeps between updates and across restarts, among the service's small named values."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from adapters.chat.nextcloud_talk.shown import Deal, codes, from_json, to_json
from engine.ports.storage import Storage, UnitOfWork

KEPT = timedelta(days=60)
"""For so long a code is not given to another answer."""
EVERYBODY = ""
"""In place of an account: what was shown to all who are in a room."""
SHARED_FOR = timedelta(hours=12)
"""For so long others than who asked may type a number for it; as long as an evening lasts."""
REMEMBERED = 5_000
"""Values that need not be looked up again."""
ON_TABLE = 4
"""Answers whose numbers may still be typed without their code."""


class Memory:
    """Codes and what was shown under them, rooms that are one person's own, and the bot's name on each server."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._waiting: dict[str, str] = {}
        self._known: OrderedDict[str, str] = OrderedDict()
        """As stored. Nobody else writes these values: the data directory belongs to one service."""
        self._writing: asyncio.Task[None] | None = None
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        """By room."""

    async def deal(self, room_id: str, code: str) -> Deal | None:
        """What was shown in that room under a code."""
        async with self._storage.unit() as unit:
            return await self._deal(unit, room_id, code)

    async def table(self, room_id: str, account_id: str, now: datetime) -> dict[str, Deal]:
        """What was last shown to a person in a room, or a while ago to all who are there, by code, newest first."""
        async with self._storage.unit() as unit:
            own = (await self._value(unit, _table(room_id, account_id))).split()
            shared = (await self._value(unit, _table(room_id, EVERYBODY))).split()
            found = {code: await self._deal(unit, room_id, code) for code in dict.fromkeys((*own, *shared))}
        there = [(code, deal) for code, deal in found.items() if deal and (code in own or now - deal.at < SHARED_FOR)]
        return dict(sorted(there, key=lambda one: one[1].at, reverse=True))

    async def keep(self, room_id: str, deal: Deal) -> str:
        """The code of ``deal``, which it keeps however often the same answer is tried.

        Two answers come to one room at once where one of them was asked for in another: neither takes the other's code,
        nor its place among what was shown last.
        """
        async with self._turns.setdefault(room_id, asyncio.Lock()):
            return await self._keep(room_id, deal)

    async def _keep(self, room_id: str, deal: Deal) -> str:
        async with self._storage.unit() as unit:
            code = await self._free_code(unit, room_id, deal)
            tables = [_table(room_id, one) for one in ((deal.owner, EVERYBODY) if deal.shared else (deal.owner,))]
            before = {table: (await self._value(unit, table)).split() for table in tables}
        shown = {table: " ".join(dict.fromkeys((code, *known[: ON_TABLE - 1]))) for table, known in before.items()}
        await self._put({_code(room_id, code): to_json(deal)} | shown)
        return code

    async def owner(self, room_id: str) -> str:
        """The account whose own a room is; empty where others may read along."""
        async with self._storage.unit() as unit:
            return await self._value(unit, _own(room_id))

    async def home(self, account_id: str) -> str:
        """A person's own room; empty where there is none."""
        async with self._storage.unit() as unit:
            room_id = await self._value(unit, _home(account_id))
            return room_id if room_id and await self._value(unit, _own(room_id)) == account_id else ""

    async def make_own(self, room_id: str, account_id: str, message_id: str) -> bool:
        """From now on the room is that person's own; False where they said so before, and it may be so no more.

        ``message_id``: of what they said. It rises, so that what was said once cannot be repeated by somebody else.
        """
        async with self._storage.unit() as unit:
            last = await self._value(unit, _claim(room_id))
        if last and int(message_id) <= int(last):
            return False
        await self._put({_own(room_id): account_id, _home(account_id): room_id, _claim(room_id): message_id})
        return True

    async def make_shared(self, room_id: str) -> None:
        """From now on others may read along."""
        await self._put({_own(room_id): ""})

    async def bot_name(self, backend: str) -> str:
        """What the bot is called on a server; empty where that was not told yet."""
        async with self._storage.unit() as unit:
            return await self._value(unit, f"talk-bot:{_digest(backend)}")

    async def put_bot_name(self, backend: str, name: str) -> None:
        await self._put({f"talk-bot:{_digest(backend)}": name})

    async def _value(self, unit: UnitOfWork, name: str) -> str:
        if name in self._waiting:
            return self._waiting[name]
        if name in self._known:
            self._known.move_to_end(name)
            return self._known[name]
        found = await unit.values.get(name) or ""
        if len(self._known) >= REMEMBERED:
            self._known.popitem(last=False)
        return self._known.setdefault(name, found)  # what was written meanwhile is newer than what was read

    async def _deal(self, unit: UnitOfWork, room_id: str, code: str) -> Deal | None:
        kept = await self._value(unit, _code(room_id, code))
        return from_json(kept) if kept else None

    async def _free_code(self, unit: UnitOfWork, room_id: str, deal: Deal) -> str:
        """The first that is free, this answer's already, or so old that nobody will type it any more."""
        oldest: tuple[str, str] | None = None
        for code in codes(deal.id):
            kept = await self._deal(unit, room_id, code)
            if kept is None or kept.id == deal.id or deal.at - kept.at > KEPT:
                return code
            oldest = min(oldest or (kept.at.isoformat(), code), (kept.at.isoformat(), code))
        return oldest[1] if oldest else next(codes(deal.id))

    async def _put(self, values: Mapping[str, str]) -> None:
        """Durable when it returns. What comes while a transaction is being written goes into the next."""
        self._waiting.update(values)
        while any(name in self._waiting for name in values):
            if self._writing is None:
                self._writing = asyncio.ensure_future(self._write())
            await asyncio.shield(self._writing)

    async def _write(self) -> None:
        batch = dict(self._waiting)
        for name in batch:
            self._known.pop(name, None)
        try:
            async with self._storage.unit() as unit:
                for name, value in batch.items():
                    await unit.values.put(name, value)
            self._known.update(batch)
        finally:
            # written, or refused: then whoever waits is told so, and nothing is half kept
            self._waiting = {name: value for name, value in self._waiting.items() if batch.get(name) != value}
            self._writing = None


def _digest(*names: str) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:32]


def _code(room_id: str, code: str) -> str:
    return f"talk-code:{_digest(room_id)}:{code}"


def _table(room_id: str, account_id: str) -> str:
    return f"talk-table:{_digest(room_id, account_id)}"


def _own(room_id: str) -> str:
    return f"talk-own:{_digest(room_id)}"


def _claim(room_id: str) -> str:
    return f"talk-claim:{_digest(room_id)}"


def _home(account_id: str) -> str:
    return f"talk-home:{_digest(account_id)}"
