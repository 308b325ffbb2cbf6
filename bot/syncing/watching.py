"""Reads what was watched on one server: playbacks from every teller, and where its accounts stand with titles."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.playbacks import Heard, Watching
from bot.syncing.states import States
from engine.errors import RecommendarrError, SourceRejected

if TYPE_CHECKING:
    from bot.media.sealing import Sealer
    from engine.domain.media import Playback
    from engine.domain.media_records import SealedToken, StoredAccount
    from engine.intake import Intake
    from engine.ports.clock import Clock
    from engine.ports.library import MediaServer
    from engine.ports.storage import Storage

_log = logging.getLogger(__name__)
OVERLAP = timedelta(days=2)
"""How far back a history is read again: playbacks are told when they end, which may be late."""
HISTORY_VALUE = "history."
"""Under this and the teller's name storage remembers how far it was read."""
Tell = Callable[[datetime | None], AsyncIterator[Sequence["Playback"]]]


@dataclass(frozen=True, slots=True)
class WatchingOf:
    """What was watched on one server."""

    instance: str
    vendor: str
    server_id: str
    server: MediaServer
    storage: Storage
    intake: Intake
    clock: Clock
    sealer: Sealer
    count: Callable[[str, int], None]

    async def histories(self, tellers: Sequence[tuple[str, Tell]]) -> Heard:
        """Take in what each teller tells since it was heard last. One that fails is tried again the next time."""
        heard = Heard()
        for name, tell in tellers:
            try:
                heard += await self._history(name, tell)
            except RecommendarrError as error:
                _log.warning("the history of %s could not be read to its end: %s", name, error.key)
        return heard

    async def _history(self, name: str, tell: Tell) -> Heard:
        watching = Watching(self.vendor, self.server_id, name, self.storage, self.intake)
        since, heard = await self._heard_until(name), Heard()
        async for page in tell(since):
            heard += await watching.take(page)
            self.count("plays", len(page))
            if page:
                await self._hear_until(name, max(one.started_at for one in page))
        return heard

    async def _heard_until(self, name: str) -> datetime | None:
        async with self.storage.unit() as unit:
            kept = await unit.values.get(HISTORY_VALUE + name)
        return datetime.fromisoformat(kept) - OVERLAP if kept else None

    async def _hear_until(self, name: str, moment: datetime) -> None:
        until = min(moment, self.clock.now())
        async with self.storage.unit() as unit:
            kept = await unit.values.get(HISTORY_VALUE + name)
            if not kept or datetime.fromisoformat(kept) < until:
                await unit.values.put(HISTORY_VALUE + name, until.isoformat())

    async def states(self) -> int:
        """Read every account's own view of the titles, as that account; how many facts are new.

        Accounts without a key of their own are read where the server tells an administrator the truth about them.
        """
        states = States(self.vendor, self.server_id, self.instance, self.storage, self.intake, self.clock)
        async with self.storage.unit() as unit:
            accounts = await unit.server_accounts.of_server(self.server_id)
            tokens = {(one.viewer_id, one.account_id): one for one in await unit.tokens.of_server(self.server_id)}
        new = 0
        for account in accounts:
            if account.viewer_id is None or not account.account.active:
                continue
            token = tokens.get((account.viewer_id, account.account.id))
            new += await self._of_account(states, account, account.viewer_id, token)
        return new

    async def _of_account(
        self, states: States, account: StoredAccount, viewer_id: str, token: SealedToken | None
    ) -> int:
        key = "" if token is None else self.sealer.open(token.sealed, viewer_id) or ""
        new = 0
        try:
            async for page in self.server.watched(account.account.id, key):
                new += await states.take(viewer_id, page)
                self.count("states", len(page))
        except SourceRejected:
            if token is not None and token.refused_at is None:
                async with self.storage.unit() as unit:
                    if await unit.tokens.get(viewer_id, self.server_id) == token:  # not taken back meanwhile
                        await unit.tokens.put(replace(token, refused_at=self.clock.now()))
        except RecommendarrError as error:
            _log.warning("an account of %s could not be read: %s", self.instance, error.key)
        return new
