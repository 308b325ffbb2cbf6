"""Both ends of the Desk for its measurement: an answer that is there at once, and a platform that takes it at once."""

from __future__ import annotations

from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING

from bot.app import translations
from bot.dispatcher import Spoken
from bot.gateway import Delivered, Outgoing, Platform, State
from bot.vocabulary import Account, Action, Answer, Capabilities, Card, Invocation, Room, Text, Update

if TYPE_CHECKING:
    from bot.delivery.desk import Desk

NAME = "measured"
AT = datetime(2026, 1, 1, tzinfo=UTC)
CARD = Card(
    "movie:1",
    "A title of ordinary length",
    "1999 · 1 h 52 min · Film",
    "Because you liked two others of the same director.",
    match="92 % · sure",
    synopsis="What happens in it, told in as many words as fit. " * 6,
    badges=("in the library",),
    number=1,
    actions=tuple(Action(verb, f"{verb}:slate-0000000001:1") for verb in ("why", "like", "dislike", "save", "next")),
)


class Answering:
    """In place of the dispatcher."""

    def __init__(self) -> None:
        self._speak = translations().to("en")

    async def answer(self, update: Update) -> Spoken:
        """A text and a card."""
        return Spoken(Answer((Text(f"For {update.account.name}:"), CARD)), self._speak)


class Platforms:
    """In place of an adapter."""

    def __init__(self) -> None:
        self.platform = Platform(NAME, Capabilities(buttons=True, edit=True), lambda _: True, _never)
        self.waits: list[float] = []
        self.accepted: list[float] = []
        self._began: dict[str, float] = {}

    async def hand_in(self, desk: Desk, number: int, chat: int) -> None:
        """One update, timed until it is safely kept."""
        account, update = Account(NAME, f"account-{chat}", "Somebody"), f"update-{number}"
        said = Invocation(update, account, Room(f"chat-{chat}"), "tonight", "comedy", AT, reference=update)
        self._began[update] = perf_counter()
        await desk.accept(said)
        self.accepted.append(perf_counter() - self._began[update])

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """Taken."""
        self.waits.append(perf_counter() - self._began.pop(outgoing.reference))
        return Delivered((f"{outgoing.id}-1", f"{outgoing.id}-2"))

    async def run(self) -> None:
        """Nothing comes from here."""

    async def close(self) -> None:
        """Nothing to close."""

    @property
    def state(self) -> State:
        return State.RUNNING

    @property
    def trouble(self) -> str:
        return ""


async def _never(*_: object) -> Platforms:
    raise NotImplementedError("it is attached, not opened")
