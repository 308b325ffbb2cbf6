"""The light reading of a server: libraries, people, and who may open what. Seconds, whatever the server holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.syncing.shelves import is_part, libraries, open_to, prefix, whole_of
from engine.domain.media import Section, ServerAccount, ServerIdentity
from engine.domain.media_records import StoredAccount, SyncKind, SyncRun, SyncState
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from engine.errors import SourceUnavailable

if TYPE_CHECKING:
    from datetime import datetime

    from engine.ports.clock import Clock, Ids
    from engine.ports.library import MediaServer
    from engine.ports.storage import Storage, UnitOfWork

SERVER_VALUE = "server."
"""Under this and the instance's name storage remembers which server it was."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a server said of itself."""

    identity: ServerIdentity
    sections: tuple[Section, ...]
    accounts: tuple[ServerAccount, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """Reads one server lightly."""

    instance: str
    vendor: str
    server: MediaServer
    storage: Storage
    clock: Clock
    ids: Ids
    locale: str = "en"
    """Of people who are new."""

    async def run(self) -> Reading:
        """Read and keep; rights that were taken away end at once. Raises what the server raises, changing nothing."""
        began = self.clock.now()
        reading = await self._read()
        async with self.storage.unit() as unit:
            if not libraries(self.vendor, reading.identity.id, reading.sections):
                await self._check_emptiness(unit, reading.identity.id)
            await self._keep(unit, reading, began)
        return reading

    async def _check_emptiness(self, unit: UnitOfWork, server_id: str) -> None:
        """A server that had libraries and tells of none has not found its disks yet."""
        if any(one.id.startswith(prefix(self.vendor, server_id)) for one in await unit.libraries.all()):
            raise SourceUnavailable("integration-unreadable", name=self.instance)

    async def _read(self) -> Reading:
        identity = await self.server.identity()
        sections, accounts = await self.server.sections(), await self.server.accounts()
        if not any(one.owner for one in accounts):
            # every server has an owner: such an answer is no answer, and nobody loses a right by it
            raise SourceUnavailable("integration-unreadable", name=self.instance)
        return Reading(identity, tuple(sections), tuple(accounts))

    async def _keep(self, unit: UnitOfWork, reading: Reading, at: datetime) -> None:
        server_id = reading.identity.id
        await unit.values.put(SERVER_VALUE + self.instance, server_id)
        await unit.libraries.upsert(libraries(self.vendor, server_id, reading.sections))
        before = {one.account.id: one for one in await unit.server_accounts.of_server(server_id)}
        told = {one.id: one for one in reading.accounts}
        gone = [_locked_out(one.account) for key, one in before.items() if key not in told]
        kept = [
            StoredAccount(server_id, account, viewer.id if viewer else None, at)
            for account in (*told.values(), *gone)
            for viewer in [await self._person(unit, account)]
        ]
        await unit.server_accounts.put(kept)
        # whose account it was before may have no right by it any more
        for viewer_id in sorted({one.viewer_id for one in (*kept, *before.values()) if one.viewer_id}):
            await give_access(unit, viewer_id, self.vendor, server_id, reading.sections)
        counts = {"sections": len(reading.sections), "accounts": len(told), "gone": len(gone)}
        done = self.clock.now()
        await unit.sync_runs.put(
            SyncRun(self.instance, SyncKind.LIGHT, SyncState.DONE, at, done, counts=counts, finished_at=done)
        )

    async def _person(self, unit: UnitOfWork, account: ServerAccount) -> Viewer | None:
        """Whose account it is; a new person for one that is new and may come in."""
        known = await unit.viewers.by_identity(self.vendor, account.id)
        if known is not None or not account.active:
            return known
        name = account.name.strip() or account.id
        role = Role.ADMIN if account.owner else Role.MEMBER
        viewer = Viewer(id=f"v-{self.ids.new()}", name=name, locale=self.locale, role=role)
        await unit.viewers.add(viewer)
        await unit.viewers.link(Identity(self.vendor, account.id, viewer.id))
        return viewer


async def give_access(
    unit: UnitOfWork, viewer_id: str, vendor: str, server_id: str, sections: Sequence[Section]
) -> frozenset[str]:
    """Let the person open what their accounts on this server may, and no more of it; what they may open now.

    Libraries that are not of this server stay as they were.
    """
    viewer = await unit.viewers.get(viewer_id)
    if viewer is None:
        return frozenset()
    own = [one.account for one in await unit.server_accounts.of_viewer(viewer_id) if one.server == server_id]
    told = frozenset[str]().union(*(open_to(one, vendor, server_id, sections) for one in own))
    allowed = frozenset(one for one in told if not is_part(one) or whole_of(one) not in told)
    now = frozenset(one for one in viewer.library_ids if not one.startswith(prefix(vendor, server_id))) | allowed
    if now != viewer.library_ids:
        await unit.viewers.set_access(viewer_id, now)
    return now


async def retire(unit: UnitOfWork, vendors: Iterable[str], servers: Iterable[tuple[str, str]]) -> None:
    """Nobody may open libraries of servers of these vendors beyond ``servers`` (vendor and id), which are in use."""
    kept = tuple(prefix(*server) for server in servers)
    ours = tuple(f"{vendor}:" for vendor in vendors)
    for viewer in await unit.viewers.all():
        now = frozenset(one for one in viewer.library_ids if not one.startswith(ours) or one.startswith(kept))
        if now != viewer.library_ids:
            await unit.viewers.set_access(viewer.id, now)


def _locked_out(account: ServerAccount) -> ServerAccount:
    return replace(account, active=False, sections=frozenset(), parts=frozenset(), unclear=frozenset())
