"""Brings an answer to its reader: by the interaction's token while it lives, by the bot itself afterwards."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from adapters.chat.discord.escaping import escape
from adapters.chat.discord.first import FirstAnswers, Open
from adapters.chat.discord.limits import EPHEMERAL, NONCE
from adapters.chat.discord.living import Living
from adapters.chat.discord.outbound import Message, write
from adapters.chat.discord.pictures import with_picture
from adapters.chat.discord.reference import Reference, message_id, read_reference, split_message_id
from adapters.chat.discord.rest import (
    CLOSED,
    EXPIRED,
    NOT_ALLOWED,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    Body,
    File,
    Refused,
    Rest,
)
from bot.gateway import Delivered, Outgoing
from bot.vocabulary import Answer, Progress
from engine.errors import SourceUnavailable, Undeliverable, Unreached


@dataclass(slots=True)
class _Letter:
    """One message on its way."""

    outgoing: Outgoing
    place: int
    body: Body
    files: list[File]
    reference: Reference | None
    claimed: Open | None = None
    """The interaction that this may be the first answer to."""

    @property
    def secret(self) -> bool:
        """Whether others who read along must not see it. That work is under way tells nothing."""
        answer = self.outgoing.answer
        working = bool(answer.parts) and all(isinstance(part, Progress) for part in answer.parts)
        return answer.private and not self.outgoing.room.private and not working

    @property
    def edits(self) -> str | None:
        """The message to edit, as it is known outside."""
        if not self.outgoing.answer.parts:
            return None  # a word in passing takes no message's place
        edits = tuple(dict.fromkeys(self.outgoing.edits))
        return edits[self.place] if self.place < len(edits) else None

    @property
    def nonce(self) -> str:
        """The same for the same message: Discord writes it once, however often it is sent within a few minutes."""
        return hashlib.sha256(f"{self.outgoing.id}/{self.place}".encode()).hexdigest()[:NONCE]


class Delivery:
    """Writes answers. ``sorry`` gives the words for a room whose reader cannot be reached in private."""

    def __init__(
        self, rest: Rest, first: FirstAnswers, own: str, now: Callable[[], datetime], sorry: Callable[[str], str]
    ) -> None:
        self._rest, self._first, self._own, self._now, self._sorry = rest, first, own, now, sorry
        self._private: dict[str, str] = {}
        self._living = Living(rest, self._direct)

    async def deliver(self, outgoing: Outgoing, wrote: Callable[[str, str], None]) -> Delivered:
        """Everything that was not written before. Raises what ``ChatAdapter.deliver`` raises."""
        if outgoing.or_nothing:
            return await self._bring_up_to_date(outgoing)
        reference = read_reference(outgoing.reference)
        kept = reference.kept if reference is not None and reference.message in outgoing.edits[:1] else ()
        if reference is not None and not reference.usable(self._now()):
            reference = None
        messages, ids = write(_without_aside(outgoing), self._own, kept), list(outgoing.written)
        if ids or not messages:
            await self._first.given(outgoing.reference)
        if not messages:
            await self._say_nothing(reference)
        for place, message in enumerate(messages[len(ids) :], start=len(ids)):
            shown, files = await with_picture(message, self._rest.session)
            letter = _Letter(outgoing, place, shown.body(), files, reference)
            if place == 0:
                letter.claimed = await self._claimed(letter)
            try:
                ids.append(await self._send(letter))
            except Refused as refused:
                raise Undeliverable("message-refused", reason=f"{refused.code} {refused.reason}".strip()) from refused
            wrote(outgoing.id, ids[-1])
        await self._say_aside(outgoing, reference)
        return Delivered(
            tuple(told for told, message in zip(ids, messages, strict=False) for _ in range(message.begins))
        )

    async def _bring_up_to_date(self, outgoing: Outgoing) -> Delivered:
        """The one message that shows it already; nothing where that is not to be had any more."""
        whole = [(action.label, action.token) for action in outgoing.answer.actions]
        (message,) = write(replace(outgoing.answer, actions=()), self._own, whole)[:1] or (Message(),)
        shown, files = await with_picture(message, self._rest.session)
        try:
            edited = await self._living.edit(outgoing, shown.body(), files, self._now())
        except Refused as refused:
            raise Undeliverable("message-refused", reason=f"{refused.code} {refused.reason}".strip()) from refused
        return Delivered((edited,) if edited else ())

    async def _send(self, letter: _Letter) -> str:
        """By the best way that is open. Raises Refused where Discord will never take it."""
        if letter.reference is not None:
            try:
                return await self._at_once(letter, letter.reference) or await self._by_token(letter, letter.reference)
            except Refused as refused:
                if refused.code not in EXPIRED and refused.status != 404:
                    raise
        if edited := await self._edited(letter):
            return edited
        return await self._by_bot(letter)

    async def _claimed(self, letter: _Letter) -> Open | None:
        """The interaction, where the letter may be its first answer; otherwise it has had one then."""
        known = letter.outgoing.reference
        claimed = self._first.claim(known) if letter.reference is not None and not letter.files else None
        if claimed is None:
            await self._first.given(known)
        return claimed

    async def _at_once(self, letter: _Letter, reference: Reference) -> str | None:
        """As the interaction's first answer; None where it has had one, or something else must come first."""
        claimed, edits = letter.claimed, letter.edits
        if claimed is None:
            return None
        if edits and (edits != reference.message or (letter.secret and not reference.hidden)):
            await self._first.thinking(claimed)
            return None
        hidden = letter.secret or (reference.hidden and not reference.pressed)
        told = await self._first.answer(claimed, letter.body, hidden=hidden, instead=bool(edits))
        return self._noted(letter, reference, told, original=True) if told else None

    async def _by_token(self, letter: _Letter, reference: Reference) -> str:
        application, token = reference.application, reference.token
        edits = letter.edits
        original = edits is None and letter.place == 0 and not reference.pressed
        if (original or edits) and letter.secret and not reference.hidden:
            # What others can see already must not become what they may not see.
            if not reference.pressed:
                await self._unless_gone(self._rest.delete_original(application, token))
        elif original or (edits and edits == reference.message):
            told = await self._unless_gone(self._rest.edit_original(application, token, letter.body, letter.files))
            if told:
                return self._noted(letter, reference, told, original=True)
        elif edits and (known := split_message_id(edits)):
            told = await self._unless_gone(
                self._rest.edit_followup(application, token, known[1], letter.body, letter.files)
            )
            if told:
                return self._noted(letter, reference, told)
        flags = {"flags": EPHEMERAL} if letter.secret else {}
        told = await self._rest.follow_up(application, token, letter.body | flags, letter.files)
        return self._noted(letter, reference, told)

    def _noted(self, letter: _Letter, reference: Reference, told: Body, *, original: bool = False) -> str:
        """The message that the token wrote; one that shows to this person alone can be edited by it for a while."""
        name = _id_of(told, reference.channel)
        if letter.secret:
            self._living.note(name, reference, original=original)
        return name

    async def _edited(self, letter: _Letter) -> str | None:
        """A message of the bot's own, edited without a token; None where that cannot be."""
        known = split_message_id(letter.edits or "")
        if known is None or (letter.secret and known[0] == letter.outgoing.room.id):
            return None
        try:
            return _id_of(await self._rest.edit(*known, letter.body, letter.files), known[0])
        except Refused as refused:
            if refused.code not in NOT_ALLOWED and refused.status != 404:
                raise
            return None

    async def _by_bot(self, letter: _Letter) -> str:
        room = letter.outgoing.room
        if letter.secret:
            return await self._in_private(letter)
        try:
            return await self._written(room.id, letter)
        except Refused as refused:
            if refused.code in CLOSED and room.private:
                raise self._closed(letter) from refused
            if refused.code not in NOT_ALLOWED and refused.status != 404:
                raise
        # A room that the bot may not write in, or none at all: the person is told all the same.
        try:
            return await self._written(await self._direct(letter.outgoing.account.id), letter)
        except Refused as refused:
            if refused.code in CLOSED or refused.code == UNKNOWN_CHANNEL:
                raise self._closed(letter) from refused
            raise

    async def _in_private(self, letter: _Letter) -> str:
        """In the private channel; a neutral word in the room where there is none, and nothing of the answer."""
        try:
            return await self._written(await self._direct(letter.outgoing.account.id), letter)
        except Refused as refused:
            if refused.code not in CLOSED:
                raise
            if not letter.outgoing.reference:
                raise self._closed(letter) from refused
        if not letter.outgoing.answer.neutral:
            letter.body = Message(self._sorry(letter.outgoing.locale)).body()
            letter.files = []
        try:
            return await self._written(letter.outgoing.room.id, letter)
        except Refused as refused:
            raise self._closed(letter) from refused

    def _closed(self, letter: _Letter) -> Undeliverable:
        """Somebody who asked is not gone for good: commands in a room still reach them."""
        return Undeliverable("discord-closed") if letter.outgoing.reference else Unreached("discord-closed")

    async def _written(self, channel: str, letter: _Letter) -> str:
        body = letter.body | {"nonce": letter.nonce, "enforce_nonce": True}
        return _id_of(await self._rest.send(channel, body, letter.files), channel)

    async def _direct(self, user: str) -> str:
        if user not in self._private:
            self._private[user] = await self._rest.direct(user)
        return self._private[user]

    async def _say_aside(self, outgoing: Outgoing, reference: Reference | None) -> None:
        """To who pressed alone. A courtesy: what all can see tells of it as well."""
        if reference is None or not _has_aside(outgoing):
            return
        body = Message(escape(outgoing.answer.toast)).body() | {"flags": EPHEMERAL}
        with contextlib.suppress(Refused, SourceUnavailable):
            await self._rest.follow_up(reference.application, reference.token, body, ())

    async def _say_nothing(self, reference: Reference | None) -> None:
        """An empty answer: what was announced as being thought about goes away."""
        if reference is not None and not reference.pressed:
            try:
                await self._unless_gone(self._rest.delete_original(reference.application, reference.token))
            except Refused as refused:
                if refused.code not in EXPIRED:
                    raise Undeliverable("message-refused", reason=refused.reason) from refused

    @staticmethod
    async def _unless_gone(work: Awaitable[Body | None]) -> Body | None:
        try:
            return await work
        except Refused as refused:
            if refused.code != UNKNOWN_MESSAGE:
                raise
            return None


def _has_aside(outgoing: Outgoing) -> bool:
    """Whether the word in passing is for one person, and the message it would stand in is everybody's."""
    answer = outgoing.answer
    return bool(answer.toast and answer.parts) and not (answer.private or outgoing.room.private)


def _without_aside(outgoing: Outgoing) -> Answer:
    return replace(outgoing.answer, toast="") if _has_aside(outgoing) else outgoing.answer


def _id_of(message: Body, channel: str) -> str:
    return message_id(message.get("channel_id") or channel, message["id"])
