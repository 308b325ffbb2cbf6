"""The Gateway of a running service: keeps every update before it is answered, and answers each chat in order."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.delivery.documents import Paper, read_update, written
from bot.delivery.lanes import Chat, Lanes, Later
from bot.delivery.ledger import Event
from bot.fitting import fit
from bot.gateway import Outgoing
from bot.media.watched import follow
from bot.people.releasing import Private, release_to
from bot.vocabulary import LONGEST_REFERENCE, Answer, Press, Progress, Text
from engine.domain.letters import Arrival, Letter
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.delivery.post import Post
    from bot.dispatcher import Dispatcher, Spoken
    from bot.gateway import Described
    from bot.vocabulary import Account, Invocation, Room, Update

AT_ONCE = 32
"""Chats that are answered at the same time."""
PATIENCE = 3.0
"""Seconds after which the bot says that it is still at it."""
PAGE = 1_000
MOST_FRESH = 1_000
"""Updates that are in memory as they came."""
_log = logging.getLogger(__name__)


class Desk:
    """Fulfils ``Gateway`` with what ``dispatcher`` answers and ``post`` delivers."""

    def __init__(self, dispatcher: Dispatcher, post: Post) -> None:
        self._dispatcher, self._post = dispatcher, post
        self._lanes: Lanes[Arrival] = Lanes(self._answer, self._load, at_once=AT_ONCE)
        self._fresh: dict[int, Update] = {}
        """The newest updates by number, so that they need not be read again."""

    async def accept(self, update: Update) -> bool:
        if len(update.reference.encode()) > LONGEST_REFERENCE:
            raise ValueError(f"a reference of {update.account.platform} is too long")
        office = self._post.office
        arrival = Arrival(
            number=office.next_number(),
            platform=update.account.platform,
            update_id=update.id,
            room_id=update.room.id,
            account_id=update.account.id,
            document=written(update),
            at=office.clock.now(),
        )
        self._fresh[arrival.number] = update
        if len(self._fresh) > MOST_FRESH:
            del self._fresh[next(iter(self._fresh))]
        event = Event(arrivals=(arrival,), silent=self._post.heard_from(update.account))
        return arrival.number in await office.ledger.write(event, lambda fresh: self._take(arrival, fresh))

    def wrote(self, outgoing: str, message: str) -> None:
        self._post.wrote(outgoing, message)

    async def reachable(self, account: Account, room: Room) -> None:
        await self._reached(account, Private(room))

    async def invoke(self, invocation: Invocation) -> Answer:
        return await self._dispatcher.invoke(invocation)

    async def press(self, press: Press) -> Answer:
        return await self._dispatcher.press(press)

    def private(self, update: Update) -> bool:
        return self._dispatcher.private(update)

    async def complete(self, account: Account, command: str, argument: str, typed: str) -> list[tuple[str, str]]:
        return await self._dispatcher.complete(account, command, argument, typed)

    def commands(self, locale: str) -> tuple[Described, ...]:
        return self._dispatcher.commands(locale)

    async def open(self) -> None:
        """Go on with what was accepted and not answered, and begin to answer."""
        after = 0
        while True:
            async with self._post.office.storage.unit() as unit:
                arrivals = await unit.inbox.waiting(after, PAGE)
            for arrival in arrivals:
                self._take(arrival)
            if len(arrivals) < PAGE:
                break
            after = arrivals[-1].number
        self._lanes.resume()

    async def settle(self) -> None:
        """All that was accepted is answered."""
        await self._lanes.idle()

    async def close(self) -> None:
        """What is being answered is answered within ``PATIENCE``; the rest is taken up by the next start."""
        self._lanes.pause()
        try:
            async with asyncio.timeout(PATIENCE):
                await self._lanes.idle()
        except TimeoutError:
            _log.info("some answers are left to the next start")
        await self._lanes.stop()

    def _take(self, arrival: Arrival, fresh: frozenset[int] | None = None) -> None:
        if fresh is None or arrival.number in fresh:
            self._lanes.put((arrival.platform, arrival.room_id), arrival)

    async def _load(self, chat: Chat, after: int, limit: int) -> list[Arrival]:
        async with self._post.office.storage.unit() as unit:
            return await unit.inbox.of_chat(*chat, after, limit)

    async def _answer(self, arrival: Arrival) -> Later[Arrival] | None:
        update = self._fresh.pop(arrival.number, None) or read_update(arrival.document)
        telling: list[asyncio.Task[Arrival]] = []

        def tell(waiting: Arrival) -> None:
            if not waiting.progress:
                telling.append(asyncio.ensure_future(self._say_progress(waiting, update)))

        alarm = asyncio.get_running_loop().call_later(PATIENCE, tell, arrival)
        try:
            spoken = await self._dispatcher.answer(update)
            for told in telling:
                arrival = await told
        finally:
            alarm.cancel()
            for told in telling:
                told.cancel()
        letters = self._letters(arrival, update, spoken)
        event = Event(answered=(arrival.number,), letters=letters)
        await self._post.office.surely(event, lambda _: self._send(letters))
        if spoken.answer.about:
            await self._follow(update.account, spoken.answer.about)
        if self._post.is_unreached(update.account):
            await self._tell_what_waits(update)
        return None

    async def _follow(self, account: Account, item_id: str) -> None:
        """After the answer, which must not wait for it."""
        services = self._dispatcher.services
        async with services.storage.unit() as unit:
            viewer = await unit.viewers.by_identity(account.platform, account.id)
        if viewer is not None:
            await follow(services, [(viewer.id, item_id)])

    async def _tell_what_waits(self, update: Update) -> None:
        """Where the person is now, if they alone read what is said there."""
        courier = self._post.couriers.get(update.account.platform)
        if update.room.private:
            await self.reachable(update.account, update.room)
        elif courier is not None and courier.platform.capabilities.ephemeral:
            await self._reached(update.account, Private(update.room, update.reference))

    async def _reached(self, account: Account, there: Private) -> None:
        try:
            await release_to(self._dispatcher.services, account, there)
        except RecommendarrError as error:
            _log.warning("what waits for somebody could not be told (%s); it is tried again", error.key)

    def _send(self, letters: tuple[Letter, ...]) -> None:
        for letter in letters:
            self._post.take(letter)

    def _letters(self, arrival: Arrival, update: Update, spoken: Spoken) -> tuple[Letter, ...]:
        """One, or none where nothing is said or the platform is not there any more."""
        courier, answer = self._post.couriers.get(arrival.platform), replace(spoken.answer, about="")
        if courier is None or not (answer.parts or answer.toast or answer.actions):
            return ()
        answer, edits = fit(answer, courier.platform.capabilities), ()
        if courier.platform.capabilities.edit:
            answer, edits = _in_place(answer, update, arrival.progress, spoken.speak.text("progress-done"))
        paper = Paper(answer, update.account, update.room, update.reference, edits, spoken.speak.locale)
        return (self._post.office.letter(paper),)

    async def _say_progress(self, arrival: Arrival, update: Update) -> Arrival:
        """Once for each update, and only where nothing else is to be heard there."""
        courier = self._post.couriers.get(arrival.platform)
        if courier is None:
            return arrival
        speak = await self._dispatcher.speak_to(update.account)
        word = Answer((Progress(speak.text("progress-working")),), private=self._dispatcher.private(update))
        outgoing = Outgoing(
            id=self._post.office.ids.new(),
            room=update.room,
            account=update.account,
            answer=fit(word, courier.platform.capabilities),
            reference=update.reference,
            locale=speak.locale,
        )
        delivered = await courier.hurry(outgoing)
        if delivered is None or not delivered.messages:
            return arrival
        await self._post.office.surely(Event(progress=((arrival.number, delivered.messages),)))
        return replace(arrival, progress=delivered.messages)


def _in_place(answer: Answer, update: Update, progress: tuple[str, ...], done: str) -> tuple[Answer, tuple[str, ...]]:
    """The messages that the answer takes the place of: the one that was pressed, and what told of the progress."""
    pressed = (update.message,) if isinstance(update, Press) and update.message and answer.replaces else ()
    if pressed and progress and len(answer.parts) == 1:
        answer = replace(answer, parts=(*answer.parts, Text(done)))
    return answer, (*pressed, *progress)
