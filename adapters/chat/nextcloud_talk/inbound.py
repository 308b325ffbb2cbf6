"""From what happened in Talk to the neutral vocabulary, given what was shown there before. No network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from adapters.chat.nextcloud_talk.activities import Actor, Reacted, Said
from adapters.chat.nextcloud_talk.meaning import Heard, Pressed, find_code, folded, hear, pressed, reacted
from adapters.chat.nextcloud_talk.memory import Memory
from adapters.chat.nextcloud_talk.settings import NAME, Place
from adapters.chat.nextcloud_talk.shown import Deal, find_mark
from bot.vocabulary import Account, Invocation, Press, Room, Update

SENTENCE = "mood"
_LONGEST_REPLY = 60
"""Characters up to which what nobody addressed to the bot may still be a number or word for what it showed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an answer needs to know of the update it answers."""

    message_id: str = ""
    about: str = ""
    """Code and number of the card that was spoken of."""

    def written(self) -> str:
        return json.dumps({"m": self.message_id, "c": self.about}, separators=(",", ":"))


def read_reference(text: str) -> Reference:
    """What ``written`` wrote; empty for what the bot says unasked."""
    if not text:
        return Reference()
    kept: Any = json.loads(text)
    return Reference(str(kept.get("m", "")), str(kept.get("c", "")))


def account_of(place: Place, actor: Actor) -> Account:
    """The same id on two servers is two accounts."""
    return Account(NAME, f"{actor.id}@{place.backend}", actor.name.strip() or _unnamed(actor))


def _unnamed(actor: Actor) -> str:
    """For who gave no name, as guests may: enough to be told from each other, and nothing of their address."""
    kind, _, own = actor.id.partition("/")
    return own.partition("@")[0] if kind in {"users", "federated_users"} else f"👤 {own[:4]}"


class Reader:
    """Reads updates. ``words``: what may be typed for buttons, of the registry."""

    def __init__(self, memory: Memory, words: Mapping[str, str]) -> None:
        self._memory, self._words = memory, words

    async def said(self, place: Place, said: Said, names: Iterable[str], at: datetime) -> Update | None:
        """What a message means; None where it is not meant for the bot. ``names``: what the bot is called there."""
        account = account_of(place, said.actor)
        own = await self._is_own(place, account)
        if not said.text.strip():
            return None
        heard = hear(said.text, names)
        heard = replace(heard, addressed=heard.addressed or own)
        quoted = await self._quoted(place, said)
        update_id, room = f"{_short(place.backend)}:{said.message_id}", Room(place.room_id, private=own)
        if button := await self._button(place, account, heard, quoted, at):
            reference = Reference(said.message_id, button.about).written()
            return Press(update_id, account, room, button.token, at, reference=reference)
        if not (heard.addressed or quoted):
            return None
        command, text = SENTENCE, heard.line
        if heard.command:
            command, _, text = heard.line.replace("\n", " ").partition(" ")
        reference, about = Reference(said.message_id).written(), quoted.name if quoted else ""
        return Invocation(update_id, account, room, command.casefold(), text.strip(), at, reference, about)

    async def reacted(self, place: Place, what: Reacted, random: str, at: datetime) -> Press | None:
        """A reaction to a card as its button; None for any other, and for somebody else's card."""
        account = account_of(place, what.actor)
        mark = find_mark(what.text)
        deal = await self._memory.deal(place.room_id, mark[0]) if mark else None
        if mark is None or deal is None or not (deal.shared or deal.owner == account.id):
            return None
        number = mark[1] or next(iter(deal.cards), 0)
        token = reacted(deal, number, what.emoji)
        if token is None:
            return None
        room = Room(place.room_id, private=await self._is_own(place, account))
        reference = Reference(about=f"{mark[0]}{number}").written()
        update_id = f"{_short(place.backend)}:r{_short(random)}"
        return Press(update_id, account, room, token, at, reference=reference, message=what.message_id)

    async def _is_own(self, place: Place, account: Account) -> bool:
        """Whether the room is the account's alone; it stops being anybody's when somebody else shows up."""
        owner = await self._memory.owner(place.room_id)
        if owner and owner != account.id:
            await self._memory.make_shared(place.room_id)
        return owner == account.id

    async def _quoted(self, place: Place, said: Said) -> _Named | None:
        found = find_mark(said.quoted) if said.quoted else None
        deal = await self._memory.deal(place.room_id, found[0]) if found else None
        return _Named(deal, *found) if found and deal else None

    async def _button(
        self, place: Place, account: Account, heard: Heard, quoted: _Named | None, at: datetime
    ) -> _Button | None:
        """The button that was typed: in a reply to what was shown, with its code, or for what was shown last."""
        if quoted and (found := pressed(quoted.deal, quoted.number, heard.line, self._words)):
            return _Button(found, quoted.code)
        if coded := find_code(heard.line):
            deal = await self._memory.deal(place.room_id, coded.code)
            found = pressed(deal, coded.number, coded.words, self._words) if deal else None
            if found:
                return _Button(found, coded.code)
        if quoted or heard.command or len(heard.line) > _LONGEST_REPLY:
            return None
        return await self._by_place(place, account, heard, at)

    async def _by_place(self, place: Place, account: Account, heard: Heard, at: datetime) -> _Button | None:
        """A number or word for what was last shown to the person here, or to all. Unaddressed, it must be plain."""
        for code, deal in (await self._memory.table(place.room_id, account.id, at)).items():
            if found := pressed(deal, None, heard.line, self._words):
                plain = any(sign.isdecimal() for sign in heard.line) or folded(heard.line) in deal.loose
                return _Button(found, code) if heard.addressed or plain else None
            if deal.choices or len(deal.cards) > 1:
                return None  # behind a single card, shown once more, lie those it was taken from; behind others nothing
        return None


@dataclass(frozen=True, slots=True)
class _Button:
    """A button that was typed, and the code it was found under."""

    pressed: Pressed
    code: str

    @property
    def token(self) -> str:
        return self.pressed.token

    @property
    def about(self) -> str:
        return f"{self.code}{self.pressed.number}" if self.pressed.number else ""


@dataclass(frozen=True, slots=True)
class _Named:
    """What was shown under a code, and which card of it is meant."""

    deal: Deal
    code: str
    number: int | None

    @property
    def name(self) -> str:
        return f"{self.code}{self.number or ''}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
