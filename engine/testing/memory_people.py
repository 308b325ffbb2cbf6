"""Accounts and people in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.domain.people import HeldWord, LinkCode, Manners, Sighting, Standing, Visitor
from engine.testing.memory_letters import LetterRows
from engine.testing.memory_records import RecordRows
from engine.testing.memory_viewers import ViewerRows
from engine.testing.table import Table, Undo

Account = tuple[str, str]
"""Platform and id."""


@dataclass(slots=True)
class PeopleRows:
    codes: Table[str, LinkCode] = field(default_factory=Table[str, LinkCode])
    claims: Table[str, Account] = field(default_factory=Table[str, Account])
    """By digest."""
    attempts: Table[int, tuple[Account, datetime]] = field(default_factory=Table[int, "tuple[Account, datetime]"])
    sightings: Table[Account, Sighting] = field(default_factory=Table[Account, Sighting])
    standings: Table[str, Standing] = field(default_factory=Table[str, Standing])
    manners: Table[str, Manners] = field(default_factory=Table[str, Manners])
    held: Table[int, HeldWord] = field(default_factory=Table[int, HeldWord])


class MemoryLinks:
    def __init__(self, rows: PeopleRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def add(self, code: LinkCode) -> None:
        maker = (code.viewer_id, code.platform, code.account_id)
        for known in list(self._rows.codes.values()):
            if (known.viewer_id, known.platform, known.account_id) == maker:
                await self.drop(known.digest)
        self._rows.codes.put(code.digest, code, self._undo)

    async def get(self, digest: str, at: datetime) -> LinkCode | None:
        code = self._rows.codes.get(digest)
        return code if code and at < code.expires_at else None

    async def claim(self, digest: str, platform: str, account_id: str, at: datetime) -> bool:
        mine = (platform, account_id)
        good = await self.get(digest, at) is not None and self._rows.claims.get(digest) in {None, mine}
        for other in [known for known, owner in self._rows.claims.items() if owner == mine and known != digest]:
            await self.drop(other)
        if good:
            self._rows.claims.put(digest, mine, self._undo)
        return good

    async def claimed(self, platform: str, account_id: str, at: datetime) -> str | None:
        mine = [digest for digest, owner in self._rows.claims.items() if owner == (platform, account_id)]
        good = [digest for digest in mine if await self.get(digest, at)]
        return good[0] if good else None

    async def take(self, digest: str, platform: str, account_id: str, at: datetime) -> LinkCode | None:
        if self._rows.claims.get(digest) != (platform, account_id):
            return None
        code = await self.get(digest, at)
        await self.drop(digest)
        return code

    async def drop(self, digest: str) -> None:
        self._rows.codes.drop(digest, self._undo)
        self._rows.claims.drop(digest, self._undo)

    async def attempt(self, platform: str, account_id: str, at: datetime, since: datetime) -> int:
        for number in [number for number, (_, when) in self._rows.attempts.items() if when <= since]:
            self._rows.attempts.drop(number, self._undo)
        self._rows.attempts.put(max(self._rows.attempts, default=0) + 1, ((platform, account_id), at), self._undo)
        return sum(account == (platform, account_id) for account, _ in self._rows.attempts.values())

    async def forgive(self, platform: str, account_id: str, at: datetime) -> None:
        made = ((platform, account_id), at)
        for number in [number for number, attempt in self._rows.attempts.items() if attempt == made]:
            self._rows.attempts.drop(number, self._undo)


class MemoryPeople:
    def __init__(
        self, rows: PeopleRows, viewers: ViewerRows, letters: LetterRows, records: RecordRows, undo: Undo
    ) -> None:
        self._rows, self._viewers, self._letters = rows, viewers, letters
        self._records, self._undo = records, undo

    async def visitor(self, platform: str, account_id: str) -> Visitor:
        key = (platform, account_id)
        identity, known = self._viewers.identities.get(key), self._letters.correspondents.get(key)
        viewer = self._viewers.viewers.get(identity.viewer_id) if identity else None
        standing = await self.standing(viewer.id) if viewer else Standing.ACTIVE
        return Visitor(viewer, standing, self._rows.sightings.get(key), known is not None and known.banned)

    async def saw(self, sightings: Iterable[Sighting]) -> None:
        for sighting in sightings:
            self._rows.sightings.put((sighting.platform, sighting.account_id), sighting, self._undo)

    async def sighting(self, platform: str, account_id: str) -> Sighting | None:
        return self._rows.sightings.get((platform, account_id))

    async def strangers(self, limit: int) -> list[Sighting]:
        found = [one for key, one in self._rows.sightings.items() if key not in self._viewers.identities]
        by_id = sorted(found, key=lambda one: one.account_id)
        return sorted(by_id, key=lambda one: one.at, reverse=True)[:limit]

    async def forget_strangers(self, before: datetime) -> None:
        for key in [key for key, one in self._rows.sightings.items() if one.at < before]:
            if key not in self._viewers.identities:
                self._rows.sightings.drop(key, self._undo)

    async def standing(self, viewer_id: str) -> Standing:
        return self._rows.standings.get(viewer_id) or Standing.ACTIVE

    async def set_standing(self, viewer_id: str, standing: Standing, at: datetime) -> None:  # noqa: ARG002
        if standing is Standing.ACTIVE:
            self._rows.standings.drop(viewer_id, self._undo)
        else:
            self._rows.standings.put(viewer_id, standing, self._undo)

    async def end_sessions(self, viewer_id: str) -> None:
        records = self._records
        for session in [one for one in records.sessions.values() if one.viewer_id == viewer_id]:
            records.sessions.drop(session.digest, self._undo)
        for code in [one for one in records.codes.values() if one.viewer_id == viewer_id]:
            records.codes.drop(code.digest, self._undo)
        for link in [one for one in self._rows.codes.values() if one.viewer_id == viewer_id]:
            self._rows.codes.drop(link.digest, self._undo)
            self._rows.claims.drop(link.digest, self._undo)


class MemoryCourtesies:
    def __init__(self, rows: PeopleRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def of(self, viewer_id: str) -> Manners:
        return self._rows.manners.get(viewer_id) or Manners(viewer_id)

    async def put(self, manners: Manners) -> None:
        self._rows.manners.put(manners.viewer_id, manners, self._undo)

    async def hold(self, word: HeldWord) -> None:
        number = max(self._rows.held, default=0) + 1
        self._rows.held.put(number, replace(word, number=number), self._undo)

    async def due(self, at: datetime, limit: int = 1_000) -> list[HeldWord]:
        return sorted((word for word in self._rows.held.values() if word.due_at <= at), key=_number)[:limit]

    async def put_off(self, numbers: Iterable[int], until: datetime) -> None:
        for number in numbers:
            if (word := self._rows.held.get(number)) is not None:
                self._rows.held.put(number, replace(word, due_at=until), self._undo)

    async def release(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._rows.held.drop(number, self._undo)


def _number(word: HeldWord) -> int:
    return word.number
