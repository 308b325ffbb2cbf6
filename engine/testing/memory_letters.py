"""The post in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.domain.letters import Arrival, Correspondent, Letter, ShownPick
from engine.testing.memory_records import RecordRows
from engine.testing.table import Table, Undo


@dataclass(slots=True)
class LetterRows:
    arrivals: Table[int, Arrival] = field(default_factory=Table[int, Arrival])
    letters: Table[int, Letter] = field(default_factory=Table[int, Letter])
    correspondents: Table[tuple[str, str], Correspondent] = field(default_factory=Table[tuple[str, str], Correspondent])
    shown: Table[tuple[str, str, str], ShownPick] = field(default_factory=Table[tuple[str, str, str], ShownPick])
    """By platform, room and message."""


class MemoryInbox:
    def __init__(self, rows: LetterRows, records: RecordRows, undo: Undo) -> None:
        self._rows, self._arrived, self._undo = rows.arrivals, records.deliveries, undo

    async def add(self, arrivals: Sequence[Arrival]) -> frozenset[int]:
        fresh: set[int] = set()
        for arrival in arrivals:
            if (arrival.platform, arrival.update_id) not in self._arrived:
                self._arrived.put((arrival.platform, arrival.update_id), arrival.at, self._undo)
                self._rows.put(arrival.number, arrival, self._undo)
                fresh.add(arrival.number)
        return frozenset(fresh)

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Arrival]:
        return self._from(after)[:limit]

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Arrival]:
        own = [arrival for arrival in self._from(after) if (arrival.platform, arrival.room_id) == (platform, room_id)]
        return own[:limit]

    async def put_progress(self, number: int, messages: Sequence[str]) -> None:
        if (arrival := self._rows.get(number)) is not None:
            self._rows.put(number, replace(arrival, progress=tuple(messages)), self._undo)

    async def done(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._rows.drop(number, self._undo)

    async def counts(self) -> dict[str, int]:
        return dict(Counter(arrival.platform for arrival in self._rows.values()))

    async def last_number(self) -> int:
        return max(self._rows, default=0)

    def _from(self, after: int) -> list[Arrival]:
        found = [arrival for arrival in self._rows.values() if arrival.number > after]
        return sorted(found, key=lambda arrival: arrival.number)


class MemoryOutbox:
    def __init__(self, rows: LetterRows, undo: Undo) -> None:
        self._rows, self._undo = rows.letters, undo

    async def put(self, letters: Sequence[Letter]) -> None:
        for letter in letters:
            self._rows.put(letter.number, letter, self._undo)

    async def put_written(self, written: Mapping[int, Sequence[str]]) -> None:
        for number, messages in written.items():
            if (letter := self._rows.get(number)) is not None:
                self._rows.put(number, replace(letter, written=tuple(messages)), self._undo)

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Letter]:
        return self._from(after)[:limit]

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Letter]:
        own = [letter for letter in self._from(after) if (letter.platform, letter.room_id) == (platform, room_id)]
        return own[:limit]

    async def get(self, letter_id: str) -> Letter | None:
        return next((letter for letter in self._rows.values() if letter.id == letter_id), None)

    async def done(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._rows.drop(number, self._undo)

    async def dead(self, limit: int = 100) -> list[Letter]:
        given_up = [letter for letter in self._rows.values() if letter.dead]
        return sorted(given_up, key=lambda letter: -letter.number)[:limit]

    async def counts(self) -> dict[tuple[str, bool], int]:
        return dict(Counter((letter.platform, letter.dead) for letter in self._rows.values()))

    async def last_number(self) -> int:
        return max(self._rows, default=0)

    def _from(self, after: int) -> list[Letter]:
        found = [letter for letter in self._rows.values() if letter.number > after and not letter.dead]
        return sorted(found, key=lambda letter: letter.number)


class MemoryCorrespondents:
    def __init__(self, rows: LetterRows, undo: Undo) -> None:
        self._rows, self._undo = rows.correspondents, undo

    async def get(self, platform: str, account_id: str) -> Correspondent:
        return self._rows.get((platform, account_id)) or Correspondent(platform, account_id)

    async def set_banned(self, platform: str, account_id: str, *, banned: bool) -> None:
        known = await self.get(platform, account_id)
        self._rows.put((platform, account_id), replace(known, banned=banned), self._undo)

    async def set_silent(self, platform: str, account_id: str, since: datetime | None) -> None:
        known = await self.get(platform, account_id)
        self._rows.put((platform, account_id), replace(known, silent_since=since), self._undo)

    async def silent(self) -> list[Correspondent]:
        found = [known for known in self._rows.values() if known.silent_since is not None]
        return sorted(found, key=lambda known: (known.platform, known.account_id))


class MemoryShownPicks:
    def __init__(self, rows: LetterRows, undo: Undo) -> None:
        self._rows, self._undo = rows.shown, undo

    async def put(self, shown: Sequence[ShownPick]) -> None:
        for one in shown:
            self._rows.put((one.platform, one.room_id, one.message_id), one, self._undo)

    async def of_pick(self, slate_id: str, rank: int) -> list[ShownPick]:
        return _latest_first(one for one in self._rows.values() if (one.slate_id, one.rank) == (slate_id, rank))

    async def of_item(self, item_id: str) -> list[ShownPick]:
        return _latest_first(one for one in self._rows.values() if one.item_id == item_id)

    async def of_message(self, platform: str, room_id: str, message_id: str) -> ShownPick | None:
        place = (platform, room_id, message_id)
        return next((one for one in self._rows.values() if (one.platform, one.room_id, one.message_id) == place), None)

    async def forget(self, before: datetime) -> None:
        for key in [key for key, one in self._rows.items() if one.at < before]:
            self._rows.drop(key, self._undo)


def _latest_first(shown: Iterable[ShownPick]) -> list[ShownPick]:
    by_place = sorted(shown, key=lambda one: (one.platform, one.room_id, one.message_id))
    return sorted(by_place, key=lambda one: one.at, reverse=True)
