"""What all who handle letters share."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.delivery.documents import Paper, read_paper, written
from bot.delivery.ledger import Event, Ledger
from bot.delivery.newest import Newest
from engine.domain.letters import Letter
from engine.errors import RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from engine.ports.clock import Clock, Ids
    from engine.ports.storage import Storage

PATIENCE = 5.0
"""Seconds until a storage that failed is asked again, where it does not say."""
EVER = timedelta(days=400)
"""Longer than anything is held."""
MOST_PAPERS = 1_000
"""Letters whose words are in memory, so that they need not be read again."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class UnderWay:
    """A letter in the platform's hands."""

    number: int
    messages: list[str]
    """Those of its messages that are written for certain."""
    noted: int = 0
    """How many of them storage knows of."""


@dataclass(slots=True)
class Office:
    """Storage, time, chance and what must be known at once of every account and letter."""

    storage: Storage
    ledger: Ledger
    clock: Clock
    ids: Ids
    chance: Callable[[], float]
    """Draws from 0 to 1."""
    opened_at: datetime
    last_number: int = 0
    silent: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """Platform and id of accounts that blocked the bot."""
    unreached: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """Likewise of those to whom there is no private way yet; what they alone may read waits for one."""
    under_way: dict[str, UnderWay] = field(default_factory=dict[str, UnderWay])
    """By letter id."""
    newest: Newest = field(default_factory=Newest)
    _papers: dict[int, Paper] = field(default_factory=dict[int, Paper])
    """What the newest letters say, by number."""
    _noting: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, storage: Storage, clock: Clock, ids: Ids, chance: Callable[[], float]) -> Office:
        """With what storage knows."""
        async with storage.unit() as unit:
            last = max(await unit.inbox.last_number(), await unit.outbox.last_number())
            silent = {(one.platform, one.account_id) for one in await unit.correspondents.silent()}
            held = await unit.courtesies.due(clock.now() + EVER)
        unreached = {(one.platform, one.account_id) for one in held if read_paper(one.document).kept}
        return cls(storage, Ledger(storage), clock, ids, chance, clock.now(), last, silent, unreached)

    def next_number(self) -> int:
        """Rises from call to call, and from start to start even where all that was numbered is gone."""
        self.last_number = max(self.last_number + 1, int(self.clock.now().timestamp() * 1_000_000))
        return self.last_number

    def letter(self, paper: Paper) -> Letter:
        """A new letter, not stored yet."""
        number = self.next_number()
        self._papers[number] = paper
        if len(self._papers) > MOST_PAPERS:
            del self._papers[next(iter(self._papers))]
        return Letter(
            number=number,
            id=self.ids.new(),
            platform=paper.account.platform,
            room_id=paper.room.id,
            account_id=paper.account.id,
            document=written(paper),
            at=self.clock.now(),
        )

    def paper(self, letter: Letter) -> Paper:
        """What it says, once without reading it where it was made a moment ago."""
        return self._papers.pop(letter.number, None) or read_paper(letter.document)

    def note_soon(self) -> None:
        """Store with the next commit which messages of a letter are written; many notes become one."""
        if self._noting is None:
            self._noting = asyncio.ensure_future(self._note())

    async def _note(self) -> None:
        try:
            while notes := tuple(
                (known.number, tuple(known.messages))
                for known in self.under_way.values()
                if known.noted < len(known.messages)
            ):
                for known in self.under_way.values():
                    known.noted = len(known.messages)
                await self.ledger.write(Event(written=notes))
        except RecommendarrError as error:
            _log.info("what is written already could not be noted (%s); the next commit says more", error.key)
        finally:
            self._noting = None

    async def surely(self, event: Event, stored: Callable[[frozenset[int]], None] | None = None) -> None:
        """Store ``event``, however long the storage takes to be there again."""
        while True:
            try:
                await self.ledger.write(event, stored)
            except SourceUnavailable as error:
                await asyncio.sleep(error.retry_after or PATIENCE)
            else:
                return
