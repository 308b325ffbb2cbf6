"""The post: every letter to every platform, kept until it is delivered or given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.delivery.courier import Courier
from bot.delivery.documents import Paper, read_paper
from bot.delivery.ledger import Event
from bot.delivery.office import Office
from bot.fitting import fit
from bot.people.quiet import SAY, leave_for
from engine.domain.letters import Letter
from engine.domain.people import Occasion

if TYPE_CHECKING:
    from bot.delivery.doors import Door
    from bot.gateway import Platform
    from bot.vocabulary import Account, Answer, Room
    from engine.domain.people import Sighting
    from engine.ports.clock import Clock, Ids
    from engine.ports.storage import Storage

PAGE = 1_000
REMEMBERED = timedelta(days=90)
"""For so long it is known which message shows which pick."""


class Post:
    """For whoever has something to say; ``Desk`` says what answers updates."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._couriers: dict[str, Courier] = {}
        self.doors: list[Door] = []
        """The platforms that are kept open."""

    @classmethod
    async def open(cls, storage: Storage, clock: Clock, ids: Ids, chance: Callable[[], float]) -> Post:
        """``chance`` draws from 0 to 1."""
        return cls(await Office.open(storage, clock, ids, chance))

    @property
    def couriers(self) -> Mapping[str, Courier]:
        """By platform."""
        return self._couriers

    def serve(self, platform: Platform) -> Courier:
        """From now on letters to ``platform`` are taken; they go once its courier has an adapter."""
        return self._couriers.setdefault(platform.name, Courier(platform, self.office))

    async def take_up(self) -> None:
        """Go on with what an earlier start left, for the platforms that are served."""
        async with self.office.storage.unit() as unit:
            await unit.shown_picks.forget(self.office.clock.now() - REMEMBERED)
        after = 0
        while True:
            async with self.office.storage.unit() as unit:
                letters = await unit.outbox.waiting(after, PAGE)
            for letter in letters:
                self.office.newest.note(letter, read_paper(letter.document))
                self.take(letter)
            if len(letters) < PAGE:
                return
            after = letters[-1].number

    def take(self, letter: Letter) -> None:
        """A letter that is stored; one to a platform that is not served waits until it is."""
        if courier := self._couriers.get(letter.platform):
            courier.take(letter)

    async def tell(
        self,
        account: Account,
        room: Room,
        answer: Answer,
        *,
        locale: str,
        occasion: Occasion = Occasion.ALERT,
    ) -> str | None:
        """Say something unasked; durable when it returns the letter's id.

        Empty where it waits for the end of the person's quiet hours. None where the person does not want to hear of
        such an occasion, the account does not want to be written to, or its platform is not served.
        """
        paper = Paper(answer, account, room, locale=locale)
        if not self.reaches(account):
            return None
        leave = await leave_for(self.office, paper, occasion)
        return await self.send(paper) if leave is SAY else leave

    async def bring_up_to_date(
        self, message: str, account: Account, room: Room, answer: Answer, *, locale: str
    ) -> bool:
        """Let a message that was written earlier show ``answer``, or nothing: it is edited, never written anew.

        Whether it will be tried. Of several that wait for the same message only the last is.
        """
        if not self.reaches(account) or not self._couriers[account.platform].platform.capabilities.edit:
            return False
        await self.send(Paper(answer, account, room, edits=(message,), locale=locale, or_nothing=True))
        return True

    def reaches(self, account: Account) -> bool:
        """Whether something can be written to the account at present."""
        return account.platform in self._couriers and (account.platform, account.id) not in self.office.silent

    def is_unreached(self, account: Account) -> bool:
        """Whether what the person alone may read has to wait until they open a private way."""
        return (account.platform, account.id) in self.office.unreached

    async def send(self, paper: Paper, released: tuple[int, ...] = ()) -> str:
        """On its way now, whatever the hour; in the same moment ``released`` are not held any more."""
        capabilities = self._couriers[paper.account.platform].platform.capabilities
        paper = replace(paper, answer=fit(paper.answer, capabilities))
        letter = self.office.letter(paper)

        def stored(_: frozenset[int]) -> None:
            self.office.newest.note(letter, paper)
            self.take(letter)

        await self.office.ledger.write(Event(letters=(letter,), released=released), stored)
        return letter.id

    async def note_sighting(self, sighting: Sighting) -> None:
        """An account was there; stored with whatever else is stored at that moment."""
        await self.office.ledger.write(Event(seen=(sighting,)))

    def wrote(self, letter_id: str, message: str) -> None:
        """One message of a letter is written. It is stored with whatever is stored next."""
        known = self.office.under_way.get(letter_id)
        if known is not None:
            known.messages.append(message)
            self.office.note_soon()

    def heard_from(self, account: Account) -> tuple[tuple[str, str, None], ...]:
        """It wrote: whoever was silent may be written to again. Gives back what is to be stored of that."""
        key = (account.platform, account.id)
        if key not in self.office.silent:
            return ()
        self.office.silent.discard(key)
        return ((*key, None),)

    async def retry(self, letter: Letter) -> None:
        """A dead letter is tried again, after all others of its chat."""
        office = self.office
        office.silent.discard((letter.platform, letter.account_id))
        alive = replace(
            letter, number=office.next_number(), at=office.clock.now(), tries=0, not_before=None, dead=False
        )
        event = Event(delivered=(letter.number,), letters=(alive,))
        await office.ledger.write(event, lambda _: self.take(alive))

    async def drop(self, letter: Letter) -> None:
        """A dead letter is let go."""
        await self.office.ledger.write(Event(delivered=(letter.number,)))

    async def settle(self) -> None:
        """All that can go now is gone."""
        for courier in self._couriers.values():
            await courier.lanes.idle()
        await self.office.ledger.settled()

    async def close(self) -> None:
        """What is in a platform's hands is let go of; storage has it."""
        for courier in self._couriers.values():
            courier.detach()
            await courier.lanes.stop()
        await self.office.ledger.settled()
