"""Reads what was watched on one server: playbacks from every teller, and where its accounts stand with titles."""

from __future__ import annotations

import asyncio
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
    from bot.syncing.surroundings import Watched
    from engine.domain.media import Playback
    from engine.domain.media_records import SealedToken, StoredAccount
    from engine.intake import Intake
    from engine.ports.clock import Clock
    from engine.ports.library import MediaServer
    from engine.ports.storage import Storage

_log = logging.getLogger(__name__)
OVERLAP = timedelta(days=2)
"""How far back a history is read again: playbacks are told when they end, which may be late."""
NOTED_EVERY = 20_000
"""Playbacks after which it is noted how far a history was read; after a kill so many are read again."""
HISTORY_VALUE = "history."
"""Under this, the server's id and the teller's name storage remembers how far it was read."""
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
    turn: asyncio.Lock
    """Of whoever takes in what was watched on this server."""
    count: Callable[[str, int], None]
    watched: Watched | None = None
    """Is told who has now seen which title to its end."""

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
        watching = Watching(self.vendor, self.server_id, name, self.storage, self.intake, self.turn)
        since, heard = await self._heard_until(name), Heard()
        latest, rows = list[datetime](), 0
        async for page in tell(since):
            taken = await watching.take(page)
            heard += taken
            self.count("plays", len(page))
            if self.watched is not None:
                await self.watched(sorted(taken.seen))
            latest, rows = self._latest([*latest, *(one.started_at for one in page)]), rows + len(page)
            if rows >= NOTED_EVERY:
                await self._hear_until(name, latest)
                rows = 0
        await self._hear_until(name, latest)
        return heard

    async def _heard_until(self, name: str) -> datetime | None:
        async with self.storage.unit() as unit:
            kept = await unit.values.get(self._place(name))
        return datetime.fromisoformat(kept) - OVERLAP if kept else None

    def _latest(self, moments: Sequence[datetime]) -> list[datetime]:
        """The last of them, if there is one; times ahead of the clock say nothing of how far it was read."""
        now = self.clock.now()
        return sorted(moment for moment in moments if moment <= now)[-1:]

    async def _hear_until(self, name: str, latest: Sequence[datetime]) -> None:
        if not latest:
            return
        async with self.storage.unit() as unit:
            kept = await unit.values.get(self._place(name))
            if not kept or datetime.fromisoformat(kept) < latest[0]:
                await unit.values.put(self._place(name), latest[0].isoformat())

    def _place(self, name: str) -> str:
        """Of this server: another one of the same name has another history."""
        return f"{HISTORY_VALUE}{self.server_id}.{name}"

    async def states(self) -> int:
        """Read every account's own view of the titles, as that account; how many facts are new.

        Accounts without a key of their own are read where the server tells an administrator the truth about them.
        """
        states = States(self.vendor, self.server_id, self.instance, self.storage, self.intake, self.clock, self.turn)
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
            await self._note_refusal(token, refused=False)
        except SourceRejected:
            await self._note_refusal(token, refused=True)
        except RecommendarrError as error:
            _log.warning("an account of %s could not be read: %s", self.instance, error.key)
        return new

    async def _note_refusal(self, token: SealedToken | None, *, refused: bool) -> None:
        """Once, so that its holder is told when it began; a key that is taken again is a good one."""
        if token is None or (token.refused_at is not None) == refused:
            return
        async with self.storage.unit() as unit:
            if await unit.tokens.get(token.viewer_id, token.server) == token:  # not taken back meanwhile
                await unit.tokens.put(replace(token, refused_at=self.clock.now() if refused else None))
