"""Media servers, their accounts and reports, and wishes in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.domain.acquisition import RequestState
from engine.domain.media_records import (
    MatchedBy,
    MediaRequest,
    Report,
    SealedToken,
    StoredAccount,
    StoredItem,
    SyncKind,
    SyncRun,
    Want,
)
from engine.testing.table import Table, Undo

Pair = tuple[str, str]


@dataclass(slots=True)
class MediaRows:
    items: Table[Pair, StoredItem] = field(default_factory=Table[Pair, StoredItem])
    accounts: Table[Pair, StoredAccount] = field(default_factory=Table[Pair, StoredAccount])
    tokens: Table[Pair, SealedToken] = field(default_factory=Table[Pair, SealedToken])
    reports: Table[int, Report] = field(default_factory=Table[int, Report])
    keys: Table[Pair, datetime] = field(default_factory=Table[Pair, datetime])
    runs: Table[tuple[str, SyncKind], SyncRun] = field(default_factory=Table[tuple[str, SyncKind], SyncRun])
    requests: Table[str, MediaRequest] = field(default_factory=Table[str, MediaRequest])
    wants: Table[Pair, Want] = field(default_factory=Table[Pair, Want])
    lists: Table[str, tuple[str, ...]] = field(default_factory=Table[str, "tuple[str, ...]"])
    facts_read: Table[str, datetime] = field(default_factory=Table[str, datetime])
    bodies: Table[str, tuple[datetime, str]] = field(default_factory=Table[str, "tuple[datetime, str]"])
    last_report: list[int] = field(default_factory=lambda: [0])


class MemoryServerItems:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.items, undo

    async def put(self, items: Sequence[StoredItem]) -> None:
        for item in items:
            self._rows.put((item.server, item.key), item, self._undo)

    async def get(self, server: str, keys: Iterable[str]) -> dict[str, StoredItem]:
        found = {key: self._rows.get((server, key)) for key in keys}
        return {key: item for key, item in found.items() if item is not None}

    async def of_item(self, item_id: str) -> list[StoredItem]:
        return (await self.of_items([item_id])).get(item_id, [])

    async def of_items(self, item_ids: Iterable[str]) -> dict[str, list[StoredItem]]:
        wanted, found = set(item_ids), defaultdict[str, list[StoredItem]](list)
        for item in sorted(self._rows.values(), key=lambda item: (item.server, item.key)):
            if item.item_id in wanted:
                found[item.item_id].append(item)
        return dict(found)

    async def stream(self, server: str, batch: int = 2_000) -> AsyncIterator[list[StoredItem]]:
        own = sorted((item for item in self._rows.values() if item.server == server), key=lambda item: item.key)
        for start in range(0, len(own), batch):
            yield own[start : start + batch]

    async def unmatched(self, limit: int = 20, offset: int = 0) -> list[StoredItem]:
        weak = [item for item in self._rows.values() if _is_weak(item)]
        return sorted(weak, key=lambda item: (item.title, item.server, item.key))[offset : offset + limit]

    async def by_hand(self, server: str) -> list[StoredItem]:
        own = [item for item in self._rows.values() if item.server == server and item.matched_by is MatchedBy.HAND]
        return sorted(own, key=lambda item: item.key)

    async def count(self, server: str = "") -> tuple[int, int]:
        own = [item for item in self._rows.values() if server in {"", item.server}]
        return len(own), sum(map(_is_weak, own))

    async def see(self, server: str, keys: Iterable[str], generation: int) -> None:
        for key, item in (await self.get(server, keys)).items():
            self._rows.put((server, key), replace(item, generation=generation), self._undo)

    async def unseen(self, server: str, section: str, generation: int) -> list[StoredItem]:
        own = [item for item in self._rows.values() if (item.server, item.section) == (server, section)]
        return sorted((item for item in own if item.generation < generation), key=lambda item: item.key)

    async def drop(self, server: str, keys: Iterable[str]) -> None:
        for key in keys:
            self._rows.drop((server, key), self._undo)

    async def drop_server(self, server: str) -> None:
        await self.drop(server, [item.key for item in self._rows.values() if item.server == server])


def _is_weak(item: StoredItem) -> bool:
    sure = item.matched_by is not MatchedBy.NONE and item.confidence >= 0.8
    return item.matched_by is not MatchedBy.HAND and not sure


class MemoryServerAccounts:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.accounts, undo

    async def put(self, accounts: Sequence[StoredAccount]) -> None:
        for account in accounts:
            self._rows.put((account.server, account.account.id), account, self._undo)

    async def get(self, server: str, account_id: str) -> StoredAccount | None:
        return self._rows.get((server, account_id))

    async def of_server(self, server: str) -> list[StoredAccount]:
        return self._sorted(account for account in self._rows.values() if account.server == server)

    async def of_viewer(self, viewer_id: str) -> list[StoredAccount]:
        return self._sorted(account for account in self._rows.values() if account.viewer_id == viewer_id)

    async def drop(self, server: str, account_ids: Iterable[str]) -> None:
        for account_id in account_ids:
            self._rows.drop((server, account_id), self._undo)

    def _sorted(self, accounts: Iterable[StoredAccount]) -> list[StoredAccount]:
        return sorted(accounts, key=lambda account: (account.server, account.account.id))


class MemoryTokens:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.tokens, undo

    async def put(self, token: SealedToken) -> None:
        self._rows.put((token.viewer_id, token.server), token, self._undo)

    async def get(self, viewer_id: str, server: str) -> SealedToken | None:
        return self._rows.get((viewer_id, server))

    async def of_viewer(self, viewer_id: str) -> list[SealedToken]:
        return sorted((t for t in self._rows.values() if t.viewer_id == viewer_id), key=lambda t: t.server)

    async def of_server(self, server: str) -> list[SealedToken]:
        return sorted((t for t in self._rows.values() if t.server == server), key=lambda t: t.viewer_id)

    async def drop(self, viewer_id: str, server: str = "") -> int:
        gone = [key for key in self._rows if key[0] == viewer_id and server in {"", key[1]}]
        for key in gone:
            self._rows.drop(key, self._undo)
        return len(gone)


class MemoryReports:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._keys, self._last, self._undo = rows.reports, rows.keys, rows.last_report, undo

    async def add(self, reports: Sequence[Report]) -> int:
        new = 0
        for report in reports:
            if (report.instance, report.key) not in self._keys:
                self._last[0] += 1
                new += 1
                self._keys.put((report.instance, report.key), report.received_at, self._undo)
                self._rows.put(self._last[0], replace(report, number=self._last[0]), self._undo)
        return new

    async def waiting(self, at: datetime, after: int = 0, limit: int = 1_000) -> list[Report]:
        found = [r for r in self._rows.values() if not r.dead and r.number > after and (r.due_at or at) <= at]
        return sorted(found, key=lambda report: report.number)[:limit]

    async def done(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._rows.drop(number, self._undo)

    async def put_back(self, report: Report) -> None:
        if report.number in self._rows:
            self._rows.put(report.number, report, self._undo)

    async def dead(self, limit: int = 100) -> list[Report]:
        dead = [report for report in self._rows.values() if report.dead]
        return sorted(dead, key=lambda report: -report.number)[:limit]

    async def counts(self) -> dict[tuple[str, bool], int]:
        return dict(Counter((report.instance, report.dead) for report in self._rows.values()))

    async def forget(self, before: datetime) -> None:
        await self.done([n for n, report in self._rows.items() if report.dead and report.received_at < before])
        waiting = {(report.instance, report.key) for report in self._rows.values()}
        for key in [key for key, at in self._keys.items() if at < before and key not in waiting]:
            self._keys.drop(key, self._undo)


class MemorySyncRuns:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.runs, undo

    async def put(self, run: SyncRun) -> None:
        self._rows.put((run.server, run.kind), run, self._undo)

    async def get(self, server: str, kind: SyncKind) -> SyncRun | None:
        return self._rows.get((server, kind))

    async def all(self) -> list[SyncRun]:
        return sorted(self._rows.values(), key=lambda run: (run.server, run.kind))


class MemoryMediaRequests:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.requests, undo

    async def put(self, request: MediaRequest) -> None:
        self._rows.put(request.id, request, self._undo)

    async def get(self, request_id: str) -> MediaRequest | None:
        return self._rows.get(request_id)

    async def of_viewer(self, viewer_id: str, limit: int = 50) -> list[MediaRequest]:
        own = sorted((r for r in self._rows.values() if r.viewer_id == viewer_id), key=lambda r: r.id)
        return sorted(own, key=lambda request: request.at, reverse=True)[:limit]

    async def of_item(self, item_id: str) -> list[MediaRequest]:
        return self._oldest_first(r for r in self._rows.values() if r.item_id == item_id)

    async def by_service(self, instance: str, request_id: str) -> MediaRequest | None:
        own = (r for r in self._rows.values() if (r.instance, r.request_id) == (instance, request_id))
        return next(own, None)

    async def in_state(self, *states: RequestState, limit: int = 1_000) -> list[MediaRequest]:
        return self._oldest_first(r for r in self._rows.values() if r.state in states)[:limit]

    def _oldest_first(self, requests: Iterable[MediaRequest]) -> list[MediaRequest]:
        return sorted(requests, key=lambda request: (request.at, request.id))


class MemoryWants:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.wants, undo

    async def put(self, want: Want) -> None:
        self._rows.put((want.viewer_id, want.item_id), want, self._undo)

    async def drop(self, viewer_id: str, item_id: str) -> bool:
        return self._rows.drop((viewer_id, item_id), self._undo) is not None

    async def of_viewer(self, viewer_id: str) -> list[Want]:
        own = sorted((w for w in self._rows.values() if w.viewer_id == viewer_id), key=lambda w: w.item_id)
        return sorted(own, key=lambda want: want.since, reverse=True)

    async def of_items(self, item_ids: Iterable[str]) -> list[Want]:
        wanted = set(item_ids)
        return [want for want in self._open() if want.item_id in wanted]

    async def open(self, limit: int = 10_000) -> list[Want]:
        return self._open()[:limit]

    def _open(self) -> list[Want]:
        untold = [want for want in self._rows.values() if want.told_at is None]
        return sorted(untold, key=lambda want: (want.since, want.viewer_id, want.item_id))


class MemoryMetadataCache:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.bodies, undo

    async def get(self, keys: Iterable[str], since: datetime) -> dict[str, str]:
        found = {key: self._rows.get(key) for key in keys}
        return {key: heard[1] for key, heard in found.items() if heard is not None and heard[0] > since}

    async def put(self, bodies: dict[str, str], at: datetime) -> None:
        for key, body in bodies.items():
            self._rows.put(key, (at, body), self._undo)

    async def forget(self, before: datetime) -> None:
        for key in [key for key, (at, _) in self._rows.items() if at < before]:
            self._rows.drop(key, self._undo)


class MemoryTitleLists:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.lists, undo

    async def put(self, lists: Mapping[str, Sequence[str]]) -> None:
        for item_id, keys in lists.items():
            self._rows.put(item_id, tuple(keys), self._undo)

    async def stream(self, batch: int = 2_000) -> AsyncIterator[list[tuple[str, tuple[str, ...]]]]:
        every = sorted(self._rows.items())
        for start in range(0, len(every), batch):
            yield every[start : start + batch]

    async def count(self) -> int:
        return len(self._rows)


class MemoryFactsRead:
    def __init__(self, rows: MediaRows, undo: Undo) -> None:
        self._rows, self._undo = rows.facts_read, undo

    async def put(self, item_ids: Iterable[str], at: datetime) -> None:
        for item_id in item_ids:
            self._rows.put(item_id, at, self._undo)

    async def before(self, moment: datetime, limit: int) -> list[str]:
        old = sorted((at, item_id) for item_id, at in self._rows.items() if at < moment)
        return [item_id for _, item_id in old[:limit]]

    async def drop(self, item_ids: Iterable[str]) -> None:
        for item_id in item_ids:
            self._rows.drop(item_id, self._undo)
