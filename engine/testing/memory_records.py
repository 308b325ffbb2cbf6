"""Slates, lists, sessions, journals and jobs in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.domain.records import ImportJob, JournalEntry, LoginCode, Watchlist, WebSession
from engine.domain.slate import Slate
from engine.testing.table import Table, Undo


@dataclass(slots=True)
class RecordRows:
    slates: Table[str, Slate] = field(default_factory=Table[str, Slate])
    watchlists: Table[tuple[str, str], Watchlist] = field(default_factory=Table[tuple[str, str], Watchlist])
    """By viewer and folded name, without the entries."""
    entries: Table[tuple[str, str, str], datetime] = field(default_factory=Table[tuple[str, str, str], datetime])
    """By viewer, folded name and item id: since when."""
    codes: Table[str, LoginCode] = field(default_factory=Table[str, LoginCode])
    sessions: Table[str, WebSession] = field(default_factory=Table[str, WebSession])
    journal: Table[str, JournalEntry] = field(default_factory=Table[str, JournalEntry])
    jobs: Table[str, ImportJob] = field(default_factory=Table[str, ImportJob])
    deliveries: Table[tuple[str, str], datetime] = field(default_factory=Table[tuple[str, str], datetime])
    values: Table[str, str] = field(default_factory=Table[str, str])


class MemorySlates:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._rows, self._undo = rows.slates, undo

    async def add(self, slate: Slate) -> None:
        self._rows.put(slate.id, slate, self._undo)

    async def get(self, slate_id: str) -> Slate | None:
        return self._rows.get(slate_id)

    async def latest(self, viewer_id: str, place: str) -> Slate | None:
        asked = (viewer_id, place)
        mine = [slate for slate in self._rows.values() if (slate.query.viewer_id, slate.query.place) == asked]
        return max(reversed(mine), key=lambda slate: slate.generated_at, default=None)

    async def newest(self, viewer_id: str) -> Slate | None:
        mine = [slate for slate in self._rows.values() if slate.query.viewer_id == viewer_id]
        return max(reversed(mine), key=lambda slate: slate.generated_at, default=None)

    async def of_period(self, since: datetime, until: datetime) -> list[Slate]:
        found = [slate for slate in self._rows.values() if since <= slate.generated_at < until]
        return sorted(found, key=lambda slate: slate.generated_at)


class MemoryWatchlists:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._lists, self._entries, self._undo = rows.watchlists, rows.entries, undo

    async def of_viewer(self, viewer_id: str) -> list[Watchlist]:
        mine = [self._filled(known) for known in self._lists.values() if known.viewer_id == viewer_id]
        return sorted(mine, key=lambda watchlist: watchlist.name.casefold())

    async def add_item(self, viewer_id: str, name: str, item_id: str, at: datetime) -> bool:
        folded = name.casefold()
        if (viewer_id, folded) not in self._lists:
            self._lists.put((viewer_id, folded), Watchlist(f"{viewer_id}:{folded}", viewer_id, name), self._undo)
        if (viewer_id, folded, item_id) in self._entries:
            return False
        self._entries.put((viewer_id, folded, item_id), at, self._undo)
        return True

    async def remove_item(self, viewer_id: str, name: str, item_id: str) -> bool:
        return self._entries.drop((viewer_id, name.casefold(), item_id), self._undo) is not None

    async def drop(self, viewer_id: str, name: str) -> Watchlist | None:
        known = self._lists.drop((viewer_id, name.casefold()), self._undo)
        if known is None:
            return None
        filled = self._filled(known)
        for item_id in filled.item_ids:
            self._entries.drop((viewer_id, name.casefold(), item_id), self._undo)
        return filled

    def _filled(self, known: Watchlist) -> Watchlist:
        list_key = (known.viewer_id, known.name.casefold())
        own = [(at, place, key[2]) for place, (key, at) in enumerate(self._entries.items()) if key[:2] == list_key]
        return replace(known, item_ids=tuple(item_id for _, _, item_id in sorted(own, reverse=True)))


class MemoryAccess:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._codes, self._sessions, self._undo = rows.codes, rows.sessions, undo

    async def add_code(self, code: LoginCode) -> None:
        self._codes.put(code.digest, code, self._undo)

    async def holder_of(self, digest: str, at: datetime) -> str | None:
        code = self._codes.get(digest)
        return code.viewer_id if code and at < code.expires_at else None

    async def take_code(self, digest: str, at: datetime) -> str | None:
        code = self._codes.drop(digest, self._undo)
        return code.viewer_id if code and at < code.expires_at else None

    async def add_session(self, session: WebSession) -> None:
        self._sessions.put(session.digest, session, self._undo)

    async def session(self, digest: str, at: datetime) -> WebSession | None:
        session = self._sessions.get(digest)
        return session if session and at < session.expires_at else None

    async def drop_session(self, digest: str) -> None:
        self._sessions.drop(digest, self._undo)


class MemoryJournal:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._rows, self._undo = rows.journal, undo

    async def add(self, entry: JournalEntry) -> None:
        self._rows.put(entry.id, entry, self._undo)

    async def latest(self, viewer_id: str) -> JournalEntry | None:
        mine = [entry for entry in self._rows.values() if entry.viewer_id == viewer_id and not entry.undone]
        return max(reversed(mine), key=lambda entry: entry.at, default=None)

    async def mark_undone(self, entry_id: str) -> None:
        if (entry := self._rows.get(entry_id)) is not None:
            self._rows.put(entry_id, replace(entry, undone=True), self._undo)


class MemoryImportJobs:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._rows, self._undo = rows.jobs, undo

    async def put(self, job: ImportJob) -> None:
        self._rows.put(job.id, job, self._undo)

    async def get(self, job_id: str) -> ImportJob | None:
        return self._rows.get(job_id)


class MemoryDeliveries:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._rows, self._undo = rows.deliveries, undo

    async def first_time(self, platform: str, update_id: str, at: datetime) -> bool:
        if (platform, update_id) in self._rows:
            return False
        self._rows.put((platform, update_id), at, self._undo)
        return True


class MemoryValues:
    def __init__(self, rows: RecordRows, undo: Undo) -> None:
        self._rows, self._undo = rows.values, undo

    async def get(self, name: str) -> str | None:
        return self._rows.get(name)

    async def put(self, name: str, value: str) -> None:
        self._rows.put(name, value, self._undo)
