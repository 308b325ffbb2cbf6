"""Takes one platform's letters to it: in order for each chat, as often as it takes, until it takes too long."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.delivery.documents import Paper, written
from bot.delivery.lanes import Chat, Lanes, Later
from bot.delivery.ledger import Event
from bot.delivery.office import Office, UnderWay
from bot.delivery.pacing import Pacing
from bot.delivery.remains import shown_picks
from bot.gateway import Delivered, Outgoing
from bot.traces import trace_of
from engine.domain.letters import Letter
from engine.domain.people import HeldWord
from engine.errors import Blocked, RateLimited, RecommendarrError, SourceUnavailable, Undeliverable, Unreached

if TYPE_CHECKING:
    from bot.gateway import ChatAdapter, Platform

AT_ONCE = 64
"""Chats of one platform that are written to at the same time."""
MOST_TRIES = 20
LIFE = timedelta(hours=24)
"""After so long a letter is of no use any more."""
LATER = timedelta(hours=1)
"""Until it is looked again whether somebody can be reached in private."""
TRY_SECONDS = 60.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
"""Seconds between tries: twice as long each time, give or take half."""
_log = logging.getLogger(__name__)


class Courier:
    """Works while an adapter is attached; letters wait in between."""

    def __init__(self, platform: Platform, office: Office) -> None:
        self.platform = platform
        self.lanes: Lanes[Letter] = Lanes(self._carry, self._load, at_once=AT_ONCE)
        self.last_trouble: RecommendarrError | None = None
        """What the last letter failed of; None once one was delivered."""
        self._office, self._pacing = office, Pacing(platform.pace)
        self._adapter: ChatAdapter | None = None

    def attach(self, adapter: ChatAdapter) -> None:
        """Letters go through ``adapter`` from now on."""
        self._adapter = adapter
        self.lanes.resume()

    def detach(self) -> None:
        """They wait until the next ``attach``; what is in the platform's hands is waited for."""
        self._adapter = None
        self.lanes.pause()

    def take(self, letter: Letter) -> None:
        """A letter that is stored."""
        self.lanes.put((letter.platform, letter.room_id), letter)

    async def hurry(self, outgoing: Outgoing) -> Delivered | None:
        """Written at once or not at all: None where the chat has something else to hear, or it fails."""
        adapter, chat = self._adapter, (self.platform.name, outgoing.room.id)
        if adapter is None or self._wait(outgoing.room.id, private=outgoing.room.private, unasked=False) > 0:
            return None
        if not self.lanes.seize(chat):
            return None
        try:
            return await self._hand_over(adapter, outgoing)
        except Exception as error:  # noqa: BLE001 - nothing depends on it: the answer itself comes anyway
            _log.info("%s: a word in between could not be written: %s", self.platform.name, trace_of(error))
            return None
        finally:
            self.lanes.release(chat)

    async def _load(self, chat: Chat, after: int, limit: int) -> list[Letter]:
        async with self._office.storage.unit() as unit:
            return await unit.outbox.of_chat(*chat, after, limit)

    async def _carry(self, letter: Letter) -> Later[Letter] | None:
        now, paper = self._office.clock.now(), self._office.paper(letter)
        if self._office.newest.passed(letter, paper):
            await self._done(letter, paper)
            return None
        if reason := self._hopeless(letter, now):
            await self._give_up(letter, paper, reason)
            return None
        wait = self._wait(letter.room_id, private=paper.room.private, unasked=not paper.reference)
        if letter.not_before is not None:
            wait = max(wait, (letter.not_before - now).total_seconds())
        if wait > 0 or self._adapter is None:
            return Later(letter, max(wait, FIRST_WAIT if self._adapter is None else 0.0))
        return await self._attempt(self._adapter, letter, paper)

    async def _attempt(self, adapter: ChatAdapter, letter: Letter, paper: Paper) -> Later[Letter] | None:
        known = self._office.under_way[letter.id] = UnderWay(letter.number, list(letter.written), len(letter.written))
        try:
            delivered = await self._hand_over(adapter, self._outgoing(letter, paper))
        except Exception as error:  # noqa: BLE001 - the boundary to the platforms: kept, told, and tried again
            return await self._failed(replace(letter, written=tuple(known.messages)), paper, self._known(error))
        finally:
            del self._office.under_way[letter.id]
        self.last_trouble = None
        if paper.or_nothing and not delivered.messages:
            _log.debug("%s: a message could not be brought up to date any more", self.platform.name)
        await self._done(letter, paper, delivered.messages)
        return None

    async def _done(self, letter: Letter, paper: Paper, messages: tuple[str, ...] = ()) -> None:
        """Nothing more is to be done about it."""
        self._office.newest.gone(letter, paper)
        shown = shown_picks(letter, paper, messages, self._office.clock.now())
        await self._office.surely(Event(delivered=(letter.number,), shown=shown))

    async def _hand_over(self, adapter: ChatAdapter, outgoing: Outgoing) -> Delivered:
        count = max(len(outgoing.answer.parts), 1)
        self._pacing.sent(outgoing.room.id, self._time(), count, private=outgoing.room.private)
        try:
            async with asyncio.timeout(TRY_SECONDS):
                return await adapter.deliver(outgoing)
        except RateLimited as limit:
            self._pacing.complained(
                outgoing.room.id,
                self._time(),
                limit.retry_after or FIRST_WAIT,
                private=outgoing.room.private,
                everywhere=limit.everywhere,
            )
            raise

    async def _failed(self, letter: Letter, paper: Paper, error: RecommendarrError) -> Later[Letter] | None:
        if not _is_no_trouble(paper, error):
            self.last_trouble = error
        if isinstance(error, RateLimited):
            # No fault of the letter's: that it was too early does not count as a try.
            return Later(letter, error.retry_after or FIRST_WAIT)
        if isinstance(error, Blocked):
            self._office.silent.add((letter.platform, letter.account_id))
        if isinstance(error, Blocked | Undeliverable):
            await self._give_up(letter, paper, error)
            return None
        _log.info("%s: a letter could not be delivered (%s)", self.platform.name, error.key)
        wait = self._backoff(letter.tries, error.retry_after if isinstance(error, SourceUnavailable) else None)
        not_before = self._office.clock.now() + timedelta(seconds=wait)
        letter = replace(
            letter, tries=letter.tries + 1, not_before=not_before, reason=error.key, facts=dict(error.arguments)
        )
        await self._office.surely(Event(letters=(letter,)))
        return Later(letter, wait)

    async def _give_up(self, letter: Letter, paper: Paper, reason: RecommendarrError) -> None:
        """It stays, dead, for an admin to see why; but nobody misses the new state of a message they do not have.

        What nobody else may read waits for a private way to its reader.
        """
        if isinstance(reason, Unreached) and not paper.reference and await self._keep(letter, paper):
            return
        blocked = ((letter.platform, letter.account_id, self._office.clock.now()),)
        silent = blocked if isinstance(reason, Blocked) else ()
        if paper.or_nothing:
            self._office.newest.gone(letter, paper)
            await self._office.surely(Event(delivered=(letter.number,), silent=silent))
            _log.debug("%s: a message could not be brought up to date (%s)", self.platform.name, reason.key)
            return
        dead = replace(letter, dead=True, reason=reason.key, facts=dict(reason.arguments))
        await self._office.surely(Event(letters=(dead,), silent=silent))
        _log.warning("%s: a letter was given up (%s)", self.platform.name, reason.key)

    async def _keep(self, letter: Letter, paper: Paper) -> bool:
        """Whether it is held; not for an account that is nobody's."""
        office, key = self._office, (letter.platform, letter.account_id)
        async with office.storage.unit() as unit:
            viewer = await unit.viewers.by_identity(*key)
        if viewer is None:
            return False
        office.unreached.add(key)
        document, now = written(replace(paper, kept=True)), office.clock.now()
        word = HeldWord(viewer.id, *key, letter.room_id, document, letter.at, now + LATER)
        await office.surely(Event(delivered=(letter.number,), held=(word,)))
        _log.info("%s: a letter waits until its reader can be reached in private", self.platform.name)
        return True

    def _hopeless(self, letter: Letter, now: datetime) -> RecommendarrError | None:
        if (letter.platform, letter.account_id) in self._office.silent:
            return Undeliverable("account-blocked", platform=self.platform.name)
        if letter.tries >= MOST_TRIES or now - letter.at >= LIFE:
            known = RecommendarrError(letter.reason, **letter.facts) if letter.reason else None
            return known or Undeliverable("letter-too-old", hours=int(LIFE.total_seconds() // 3_600))
        return None

    def _outgoing(self, letter: Letter, paper: Paper) -> Outgoing:
        return Outgoing(
            id=letter.id,
            room=paper.room,
            account=paper.account,
            answer=paper.answer,
            reference=paper.reference,
            edits=paper.edits,
            or_nothing=paper.or_nothing,
            written=letter.written,
            locale=paper.locale,
            again=letter.tries > 0 or letter.at < self._office.opened_at,
        )

    def _known(self, error: Exception) -> RecommendarrError:
        if isinstance(error, RecommendarrError):
            return error
        if isinstance(error, TimeoutError | OSError):
            return SourceUnavailable("platform-unreachable", platform=self.platform.name)
        _log.error("%s: a letter could not be delivered: %s", self.platform.name, trace_of(error))
        return SourceUnavailable("delivery-failed", platform=self.platform.name, kind=type(error).__name__)

    def _backoff(self, tries: int, asked: float | None) -> float:
        doubled = min(FIRST_WAIT * 2.0**tries, LONGEST_WAIT)
        return max(asked or 0.0, doubled * (0.5 + self._office.chance()))

    def _wait(self, room_id: str, *, private: bool, unasked: bool) -> float:
        return self._pacing.wait(room_id, self._time(), private=private, unasked=unasked)

    @staticmethod
    def _time() -> float:
        """Seconds of the loop's clock, which only goes forward."""
        return asyncio.get_running_loop().time()


def _is_no_trouble(paper: Paper, error: RecommendarrError) -> bool:
    """Whether it tells nothing of the platform."""
    if paper.or_nothing:
        return isinstance(error, Blocked | Undeliverable)
    return isinstance(error, Unreached) and not paper.reference
