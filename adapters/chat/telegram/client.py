"""Telegram's network: one bot, python-telegram-bot's. Only here is the library called."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
)
from telegram.constants import ParseMode
from telegram.error import NetworkError
from telegram.request import BaseRequest

from adapters.chat.telegram.inbound import WANTED, Me
from adapters.chat.telegram.keyboard import Button, Rows
from adapters.chat.telegram.reference import Note, Place
from adapters.chat.telegram.transport import Polls, Transport

if TYPE_CHECKING:
    from adapters.chat.telegram.limits import Patience
    from adapters.chat.telegram.outbound import Message

_T = TypeVar("_T")
CONNECTIONS = 64
"""At once to Telegram, beside the one that waits for updates."""
_NO_PREVIEW = {"is_disabled": True}
Written = Mapping[str, object]
"""A message as Telegram tells it."""


class Client:
    """What the adapter asks of Telegram. Every call may raise the library's TelegramError."""

    def __init__(self, token: str, api_url: str, patience: Patience) -> None:
        address = api_url.rstrip("/")
        self._polls = Polls(patience.request)
        self._transport = Transport(patience.request, patience.upload, CONNECTIONS)
        self._requests: tuple[BaseRequest, ...] = (self._polls, self._transport)
        self._bot = Bot(
            token,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=self._transport,
            get_updates_request=self._polls,
        )
        self._patience = patience

    async def open(self) -> None:
        """Makes room for connections; opens none yet."""
        for request in self._requests:
            await request.initialize()

    async def close(self) -> None:
        """Closes all connections."""
        for request in self._requests:
            await request.shutdown()

    async def me(self) -> Me:
        """Who the bot is."""
        user = await _sound(self._bot.get_me())
        return Me(user.id, user.username or "")

    async def updates(self, offset: int, *, wait: bool) -> Sequence[Mapping[str, object]]:
        """What is new from ``offset`` on, ``wait`` for it where nothing is; what lies before counts as received."""
        self._polls.updates = []
        await _sound(
            self._bot.get_updates(
                offset=offset or None,
                timeout=int(self._patience.poll) if wait else 0,
                allowed_updates=WANTED,
                read_timeout=self._patience.request,
            )
        )
        return self._polls.updates

    async def bring(self, url: str, secret: str) -> None:
        """Have updates brought to ``url``."""
        await _sound(self._bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED))

    async def fetch(self) -> None:
        """Have updates kept until they are fetched."""
        await _sound(self._bot.delete_webhook())

    async def brought(self) -> tuple[str, float]:
        """Where updates are brought to, and when that last failed (seconds since 1970; 0: never)."""
        info = await _sound(self._bot.get_webhook_info())
        return info.url, info.last_error_date.timestamp() if info.last_error_date else 0.0

    async def write(self, place: Place, message: Message, photo: str | bytes | None, reply_to: int) -> Written:
        """A new message; a text where there is no photo."""
        if isinstance(photo, bytes):
            return await self._upload(place, message, photo, reply_to)
        reply = {"message_id": reply_to, "allow_sending_without_reply": True} if reply_to else None
        more = {"chat_id": place.chat, "message_thread_id": place.thread, "reply_parameters": reply, **_marked(message)}
        if photo is not None:
            return _message(await self._ask("sendPhoto", photo=photo, caption=message.markup, **more))
        return _message(await self._ask("sendMessage", text=message.markup, link_preview_options=_NO_PREVIEW, **more))

    async def edit_text(self, note: Note, message: Message) -> Written | None:
        """New words in a text."""
        told = {"text": message.markup, "link_preview_options": _NO_PREVIEW, **_noted(note), **_marked(message)}
        return _edited(await self._ask("editMessageText", **told))

    async def edit_caption(self, note: Note, message: Message) -> Written | None:
        """New words under a photo."""
        return _edited(
            await self._ask("editMessageCaption", caption=message.markup, **_noted(note), **_marked(message))
        )

    async def edit_photo(self, note: Note, message: Message, photo: str | bytes) -> Written | None:
        """Another photo with its words; a text becomes one."""
        if isinstance(photo, bytes):
            media = InputMediaPhoto(photo, caption=message.markup, parse_mode=ParseMode.HTML)
            keyboard = _keyboard(message.rows)
            done = await _sound(self._bot.edit_message_media(media, note.chat, note.message, reply_markup=keyboard))
            return None if isinstance(done, bool) else done.to_dict()
        media = {"type": "photo", "media": photo, "caption": message.markup, "parse_mode": ParseMode.HTML}
        told = {"media": media, "reply_markup": _marked(message)["reply_markup"], **_noted(note)}
        return _edited(await self._ask("editMessageMedia", **told))

    async def strip(self, note: Note) -> None:
        """Takes the buttons away."""
        await self._ask("editMessageReplyMarkup", **_noted(note))

    async def delete(self, note: Note) -> None:
        """Takes the message away."""
        await self._ask("deleteMessage", **_noted(note))

    async def typing(self, place: Place) -> None:
        """Shows that an answer is being written."""
        await self._ask("sendChatAction", chat_id=place.chat, action="typing", message_thread_id=place.thread)

    async def acknowledge(self, query: str, word: str = "") -> None:
        """Answers a press, with a word in passing."""
        await self._ask("answerCallbackQuery", callback_query_id=query, text=word or None)

    async def menu(self, scope: BotCommandScope, language: str) -> list[tuple[str, str]]:
        """(name, description) of the commands offered there."""
        found = await _sound(self._bot.get_my_commands(scope, language or None))
        return [(command.command, command.description) for command in found]

    async def set_menu(self, commands: Iterable[tuple[str, str]], scope: BotCommandScope, language: str) -> None:
        """Offers commands there."""
        await _sound(self._bot.set_my_commands([BotCommand(*command) for command in commands], scope, language or None))

    async def _ask(self, method: str, **told: object) -> object:
        """What Telegram answers, as it is; the library's own objects would cost several times as much."""
        address = f"{self._bot.base_url}/{method}"
        return await _sound(self._transport.ask(address, told))

    async def _upload(self, place: Place, message: Message, photo: bytes, reply_to: int) -> Written:
        written = await _sound(
            self._bot.send_photo(
                place.chat,
                photo,
                caption=message.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(message.rows),
                message_thread_id=place.thread,
                reply_to_message_id=reply_to or None,
                allow_sending_without_reply=True if reply_to else None,
            )
        )
        return written.to_dict()


async def _sound(call: Awaitable[_T]) -> _T:
    """An answer the library cannot make sense of is one that never came."""
    try:
        return await call
    except (AttributeError, KeyError, TypeError, ValueError):
        raise NetworkError("an answer of another shape") from None


def photo_of(written: Written | None) -> tuple[str, str]:
    """File id and unique id of a written photo; empty for a text."""
    sizes = (written or {}).get("photo")
    largest: Any = cast("list[Any]", sizes)[-1] if isinstance(sizes, list) and sizes else {}
    file_id, unique_id = (largest.get(name) for name in ("file_id", "file_unique_id")) if largest else ("", "")
    return (file_id, unique_id) if isinstance(file_id, str) and isinstance(unique_id, str) else ("", "")


def number_of(written: Written) -> int:
    """The message's id. Raises NetworkError for an answer that tells none."""
    number = written.get("message_id")
    if not isinstance(number, int):
        raise NetworkError("no message id")
    return number


def _message(answer: object) -> Written:
    if not isinstance(answer, dict):
        raise NetworkError("an answer of another shape")
    return cast("Written", answer)


def _edited(answer: object) -> Written | None:
    """The message; None where Telegram only says that it is done."""
    return None if isinstance(answer, bool) else _message(answer)


def _noted(note: Note) -> dict[str, object]:
    return {"chat_id": note.chat, "message_id": note.message}


def _marked(message: Message) -> dict[str, object]:
    """How the text is written, and the buttons under it."""
    keyboard = [[_told(button) for button in row] for row in message.rows]
    return {"parse_mode": ParseMode.HTML, "reply_markup": {"inline_keyboard": keyboard} if keyboard else None}


def _told(button: Button) -> dict[str, str]:
    pressed = {"url": button.url} if button.url else {"callback_data": button.token}
    return {"text": button.label, **pressed, **({"style": button.style} if button.style else {})}


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows]) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url, style=button.style or None)
    return InlineKeyboardButton(button.label, callback_data=button.token, style=button.style or None)
