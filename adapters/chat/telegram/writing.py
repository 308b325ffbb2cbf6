"""Writes one message, or makes one into another; what Telegram will not have is done the next best way."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram.error import BadRequest, ChatMigrated, TelegramError

from adapters.chat.telegram.client import Client, Written, number_of, photo_of
from adapters.chat.telegram.outbound import Message
from adapters.chat.telegram.photos import Photos
from adapters.chat.telegram.reference import Note, Place
from adapters.chat.telegram.refusals import Remedy, remedy

_log = logging.getLogger(__name__)
_TOO_LATE = frozenset({Remedy.WRITE_ANEW, Remedy.REPLACE})
_TRIES = 8
"""More than there are remedies, so that two that contradict each other come to an end."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One message as it shall be, and where."""

    place: Place
    message: Message
    reply_to: int = 0
    anew: bool = True
    """A message that cannot become it may make way for a new one."""


class Writer:
    """Every method may raise the library's TelegramError."""

    def __init__(self, client: Client, photos: Photos) -> None:
        self._client, self._photos = client, photos
        self._moved: dict[int, int] = {}

    def moved(self, old: int, new: int) -> None:
        """A group has another id from now on."""
        self._moved[old] = new

    def here(self, place: Place) -> Place:
        """The place under its id of today."""
        chat, seen = place.chat, set[int]()
        while chat in self._moved and chat not in seen:
            seen.add(chat)
            chat = self._moved[chat]
        return replace(place, chat=chat)

    async def write(self, wish: Wish) -> Note:
        """A new message."""
        return await self._tried(wish, self._write)

    async def edit(self, note: Note, wish: Wish) -> Note:
        """Makes the message ``note`` what is wished; where that cannot be, it is written anew."""
        return await self._tried(wish, lambda wished: self._edit(note, wished))

    async def update(self, note: Note, wish: Wish) -> Note | None:
        """The same, but never written anew: None where the message is gone or cannot become that any more."""
        wish = replace(wish, anew=False)
        try:
            return await self._tried(wish, lambda wished: self._edit(note, wished))
        except TelegramError as error:
            if remedy(error) in _TOO_LATE:
                return None
            raise

    async def remove(self, note: Note) -> None:
        """Takes a message away, or at least its buttons."""
        try:
            await self._client.delete(note)
        except TelegramError:
            with contextlib.suppress(TelegramError):
                await self._client.strip(note)

    async def _tried(self, wish: Wish, act: Callable[[Wish], Awaitable[Note]]) -> Note:
        for _ in range(_TRIES):
            wish = replace(wish, place=self.here(wish.place))
            try:
                return await act(wish)
            except ChatMigrated as error:
                self.moved(wish.place.chat, error.new_chat_id)
            except TelegramError as error:
                wish = _lesser(wish, error)
                _log.info("Telegram refused a message (%s); trying another way", error)
        return await act(wish)

    async def _write(self, wish: Wish) -> Note:
        photo, message = await self._sources(wish.message)
        try:
            written = await self._client.write(wish.place, message, photo, wish.reply_to)
        except TelegramError as error:
            return await self._write(self._other_photo(wish, photo, error))
        unique = self._taken(wish.message.photo, written)
        return Note(wish.place.chat, number_of(written), unique)

    async def _edit(self, note: Note, wish: Wish) -> Note:
        if note.chat != wish.place.chat:  # an older id of a group, perhaps told just now: its messages stayed behind
            return await self._anew(wish)
        photo, message = await self._sources(wish.message)
        try:
            return await self._change(note, wish, message, photo)
        except TelegramError as error:
            known = remedy(error)
            if known is Remedy.FINE:
                return note
            if known in _TOO_LATE and not wish.anew:
                raise
            if known is Remedy.WRITE_ANEW:
                return await self._write(wish)
            if known is Remedy.REPLACE:
                return await self._replace(note, wish)
            return await self._edit(note, self._other_photo(wish, photo, error))

    async def _anew(self, wish: Wish) -> Note:
        if not wish.anew:
            raise BadRequest("message to edit not found")
        return await self._write(wish)

    async def _change(self, note: Note, wish: Wish, message: Message, photo: str | bytes | None) -> Note:
        if photo is None and note.photo:
            # A card keeps its photo where its own cannot be had just now; a text takes the place of a photo.
            if not wish.message.photo and wish.anew:
                return await self._replace(note, wish)
            written = await self._client.edit_caption(note, wish.message)
        elif photo is None:
            written = await self._client.edit_text(note, message)
        elif note.photo and note.photo == self._photos.unique(wish.message.photo):
            written = await self._client.edit_caption(note, message)
        else:
            written = await self._client.edit_photo(note, message, photo)
        return replace(note, photo=self._taken(wish.message.photo, written) or note.photo or "")

    async def _replace(self, note: Note, wish: Wish) -> Note:
        """First the new one, so that nothing is lost in between."""
        written = await self._write(wish)
        await self.remove(note)
        return written

    async def _sources(self, message: Message) -> tuple[str | bytes | None, Message]:
        photo = await self._photos.source(message.photo) if message.photo else None
        return photo, message if photo is not None else message.textual

    def _other_photo(self, wish: Wish, photo: str | bytes | None, error: TelegramError) -> Wish:
        """Raises the error again where the photo is not to blame."""
        if photo is None or remedy(error) is not Remedy.OTHER_PHOTO:
            raise error
        if "not enough rights" in str(error).casefold():
            return replace(wish, message=wish.message.textual)
        self._photos.refuse(wish.message.photo, photo)
        return wish

    def _taken(self, url: str, written: Written | None) -> str:
        file_id, unique_id = photo_of(written)
        if url:
            self._photos.taken(url, file_id, unique_id)
        return unique_id


def _lesser(wish: Wish, error: TelegramError) -> Wish:
    """The wish without what Telegram minds. Raises the error again where nothing helps."""
    known = remedy(error)
    message = wish.message
    if known is Remedy.NO_ADDRESSES and message.unlinked != message:
        return replace(wish, message=message.unlinked)
    if known is Remedy.NO_MARKUP and message.bare != message:
        return replace(wish, message=message.bare)
    if known is Remedy.NO_THREAD and wish.place.thread:
        return replace(wish, place=replace(wish.place, thread=None))
    raise error
