"""Updates in, answers out. All that is said is decided by the gateway."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from telegram.error import Forbidden, InvalidToken, TelegramError

from adapters.chat.telegram.acknowledging import Acknowledging
from adapters.chat.telegram.client import Client
from adapters.chat.telegram.health import Health
from adapters.chat.telegram.inbound import GREETING, Json
from adapters.chat.telegram.limits import Patience
from adapters.chat.telegram.outbound import Message, text_only, toast, write
from adapters.chat.telegram.photos import Photos
from adapters.chat.telegram.receiving import Inside, Receiver
from adapters.chat.telegram.reference import Place, Reference, read_note, read_place, read_reference
from adapters.chat.telegram.refusals import Remedy, remedy, translated, unreached
from adapters.chat.telegram.settings import TelegramSettings
from adapters.chat.telegram.tapping import Tapping
from adapters.chat.telegram.writing import Wish, Writer
from bot.gateway import Delivered, Gateway, Outgoing, State
from bot.services import Services
from bot.vocabulary import Action, Answer, Progress
from engine.errors import Misconfigured, Undeliverable, Unreached

PATIENCE = Patience()


class Telegram:
    """The running platform."""

    def __init__(self, inside: Inside, photos: Photos, settings: TelegramSettings) -> None:
        self._inside, self._photos, self._settings = inside, photos, settings
        self._receiver = Receiver(inside)
        locales, commands = inside.services.translations.locales, inside.gateway.commands
        self._tappable = Tapping(command.called for locale in locales for command in commands(locale))

    @property
    def state(self) -> State:
        """How it is doing."""
        return self._inside.health.state

    @property
    def trouble(self) -> str:
        """Key of what is wrong; empty while nothing is."""
        return self._inside.health.trouble

    @property
    def secret(self) -> str:
        """What Telegram must say with every update it brings."""
        return self._settings.secret()

    async def run(self) -> None:
        """Until cancelled. Whatever goes wrong is tried again: slowly where only the owner can mend it."""
        address = self._settings.webhook(self._inside.services.settings.public_url)
        await self._receiver.run(address, self.secret)

    async def take(self, update: Json) -> None:
        """One update that Telegram brought. Raises SourceUnavailable where it could not be stored."""
        await self._receiver.take(update)

    async def close(self) -> None:
        """Says goodbye."""
        await self._inside.acknowledging.close()
        await self._photos.close()
        await self._inside.client.close()

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """Writes an answer, or goes on writing it."""
        outgoing = replace(outgoing, answer=self._tappable(outgoing.answer))
        reference, place = read_reference(outgoing.reference), _place(outgoing)
        self._inside.acknowledging.settled(outgoing.reference, reference.query)
        redirected = _is_redirected(outgoing)
        messages = write(*_worded(outgoing, reference))
        saying = (
            asyncio.create_task(self._acknowledge(outgoing, reference, redirected=redirected))
            if reference.query
            else None
        )
        try:
            messages = await self._with_word(outgoing, messages, saying)
            return await self._write(outgoing, place, messages, reference)
        except TelegramError as error:
            if isinstance(error, InvalidToken):
                self._inside.health.failing("telegram-token-refused")
            unwelcome = isinstance(error, Forbidden) or remedy(error) is Remedy.NO_CHAT
            if redirected and unwelcome and outgoing.reference:
                return await self._invite(outgoing, messages, reference)
            if unreached(error) and place.chat > 0 and not outgoing.reference:
                raise Unreached("telegram-not-started") from None
            raise translated(error, private=place.chat > 0) from None
        finally:
            if saying is not None:
                await asyncio.wait({saying})

    async def _acknowledge(self, outgoing: Outgoing, reference: Reference, *, redirected: bool) -> bool:
        """Whether the word in passing could be said."""
        word = toast(outgoing.answer)
        if redirected and not word:
            word = self._own("telegram-answered-privately", outgoing)
        return await self._inside.acknowledging.say(reference.query, word)

    async def _with_word(
        self, outgoing: Outgoing, messages: list[Message], saying: asyncio.Task[bool] | None
    ) -> list[Message]:
        """With the word in passing as a message, where there is no other way to say it."""
        answer = outgoing.answer
        if not answer.toast:
            return messages
        if saying is None or not toast(answer):
            return [*messages, text_only(answer.toast)] if outgoing.edits else [text_only(answer.toast), *messages]
        # A card that changes tells the same by itself; a word alone would be lost.
        if not messages and not await saying:
            return [text_only(answer.toast)]
        return messages

    async def _write(
        self, outgoing: Outgoing, place: Place, messages: list[Message], reference: Reference
    ) -> Delivered:
        if place.chat > 0 and str(place.chat) in self._receiver.unwelcome and messages:
            raise Forbidden("blocked")
        if outgoing.or_nothing:
            return await self._bring_up_to_date(outgoing, place, messages)
        written = list(outgoing.written)
        for number in range(len(written), len(messages)):
            reply_to = 0 if number or place.chat > 0 or reference.query else reference.message
            wish = Wish(place, messages[number], reply_to)
            note = read_note(outgoing.edits[number]) if number < len(outgoing.edits) else None
            done = await (self._inside.writer.edit(note, wish) if note else self._inside.writer.write(wish))
            written.append(str(done))
            self._inside.gateway.wrote(outgoing.id, str(done))
        if not outgoing.answer.replaces:
            await self._remove(outgoing.edits[len(messages) :])
        return Delivered(tuple(name for name, message in zip(written, messages, strict=False) if message.opens))

    async def _bring_up_to_date(self, outgoing: Outgoing, place: Place, messages: list[Message]) -> Delivered:
        """The one message that shows it already; nothing where that is not to be had any more."""
        note = read_note(outgoing.edits[0]) if outgoing.edits and messages else None
        done = await self._inside.writer.update(note, Wish(place, messages[0])) if note else None
        return Delivered((str(done),) if done else ())

    async def _remove(self, names: tuple[str, ...]) -> None:
        """Words of progress that nothing takes the place of."""
        for note in map(read_note, names):
            if note is not None:
                await self._inside.writer.remove(note)

    async def _invite(self, outgoing: Outgoing, messages: list[Message], reference: Reference) -> Delivered:
        """In the room, where the private chat cannot be written to: a word, and nothing personal of the answer."""
        parts, place = outgoing.answer.parts, read_place(outgoing.room)
        if parts and all(isinstance(part, Progress) for part in parts):
            return Delivered()
        button = Action(
            self._own("telegram-open-chat", outgoing), url=f"https://t.me/{self._receiver.me.username}?start={GREETING}"
        )
        message = text_only(self._own("telegram-start-first", outgoing), button)
        wish = Wish(place, message, 0 if reference.query else reference.message)
        try:
            if outgoing.answer.neutral:
                return await self._write(outgoing, place, messages, reference)
            await self._inside.writer.write(wish)
        except TelegramError as error:
            raise translated(error, private=False) from None
        return Delivered()

    def _own(self, key: str, outgoing: Outgoing) -> str:
        return self._inside.services.translations.to(outgoing.locale).text(key)


async def open_telegram(gateway: Gateway, services: Services) -> Telegram:
    """The adapter, not connected yet. Raises Misconfigured for a token that can be none."""
    return await open_with(gateway, services, TelegramSettings(), PATIENCE)


async def open_with(gateway: Gateway, services: Services, settings: TelegramSettings, patience: Patience) -> Telegram:
    """The same with other settings."""
    token = settings.token.get_secret_value().strip()
    if not token.isascii() or not token.isprintable() or "/" in token or not token.partition(":")[0].isdigit():
        raise Misconfigured("telegram-token-malformed")
    # The library tells the token to whoever wants to know all of what it does.
    logging.getLogger("telegram").setLevel(logging.WARNING)
    client = Client(token, settings.api_url, patience)
    await client.open()
    photos = Photos(services.page_url, patience.fetch)
    inside = Inside(
        gateway=gateway,
        services=services,
        client=client,
        writer=Writer(client, photos),
        acknowledging=Acknowledging(client, patience),
        health=Health(lambda key: services.translations.to("en").text(f"error-{key}")),
        patience=patience,
    )
    return Telegram(inside, photos, settings)


def _worded(outgoing: Outgoing, reference: Reference) -> tuple[Answer, tuple[tuple[str, str], ...]]:
    """The answer, and the buttons of a whole answer that stay under one card of it."""
    answer = outgoing.answer
    if not outgoing.or_nothing:
        return answer, reference.kept
    return replace(answer, actions=()), tuple((action.label, action.token) for action in answer.actions)


def _is_redirected(outgoing: Outgoing) -> bool:
    return outgoing.answer.private and not outgoing.room.private


def _place(outgoing: Outgoing) -> Place:
    """The private chat for what is private; its id is the account's."""
    try:
        return Place(int(outgoing.account.id)) if _is_redirected(outgoing) else read_place(outgoing.room)
    except ValueError:
        raise Undeliverable("chat-gone") from None
