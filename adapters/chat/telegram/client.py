"""Telegram's network: one bot, python-telegram-bot's. Only here is the library called."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
)
from telegram import Message as Written
from telegram.constants import ChatAction, ParseMode
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
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Client:
    """What the adapter asks of Telegram. Every call may raise the library's TelegramError."""

    def __init__(self, token: str, api_url: str, patience: Patience) -> None:
        address = api_url.rstrip("/")
        self._polls = Polls(patience.request)
        self._requests: tuple[BaseRequest, ...] = (
            self._polls,
            Transport(patience.request, patience.upload, CONNECTIONS),
        )
        self._bot = Bot(
            token,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=self._requests[1],
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
        more: dict[str, Any] = {
            "parse_mode": ParseMode.HTML,
            "reply_markup": _keyboard(message.rows),
            "message_thread_id": place.thread,
            "reply_to_message_id": reply_to or None,
            "allow_sending_without_reply": True if reply_to else None,
        }
        if photo is not None:
            return await _sound(self._bot.send_photo(place.chat, photo, caption=message.markup, **more))
        return await _sound(
            self._bot.send_message(place.chat, message.markup, link_preview_options=_NO_PREVIEW, **more)
        )

    async def edit_text(self, note: Note, message: Message) -> Written | None:
        """New words in a text."""
        done = await _sound(
            self._bot.edit_message_text(
                message.markup,
                note.chat,
                note.message,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(message.rows),
                link_preview_options=_NO_PREVIEW,
            )
        )
        return None if isinstance(done, bool) else done

    async def edit_caption(self, note: Note, message: Message) -> Written | None:
        """New words under a photo."""
        done = await _sound(
            self._bot.edit_message_caption(
                note.chat,
                note.message,
                caption=message.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(message.rows),
            )
        )
        return None if isinstance(done, bool) else done

    async def edit_photo(self, note: Note, message: Message, photo: str | bytes) -> Written | None:
        """Another photo with its words; a text becomes one."""
        media = InputMediaPhoto(photo, caption=message.markup, parse_mode=ParseMode.HTML)
        done = await _sound(
            self._bot.edit_message_media(media, note.chat, note.message, reply_markup=_keyboard(message.rows))
        )
        return None if isinstance(done, bool) else done

    async def strip(self, note: Note) -> None:
        """Takes the buttons away."""
        await _sound(self._bot.edit_message_reply_markup(note.chat, note.message))

    async def delete(self, note: Note) -> None:
        """Takes the message away."""
        await _sound(self._bot.delete_message(note.chat, note.message))

    async def typing(self, place: Place) -> None:
        """Shows that an answer is being written."""
        await _sound(self._bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread))

    async def acknowledge(self, query: str, word: str = "") -> None:
        """Answers a press, with a word in passing."""
        await _sound(self._bot.answer_callback_query(query, word or None))

    async def menu(self, scope: BotCommandScope, language: str) -> list[tuple[str, str]]:
        """(name, description) of the commands offered there."""
        found = await _sound(self._bot.get_my_commands(scope, language or None))
        return [(command.command, command.description) for command in found]

    async def set_menu(self, commands: Iterable[tuple[str, str]], scope: BotCommandScope, language: str) -> None:
        """Offers commands there."""
        await _sound(self._bot.set_my_commands([BotCommand(*command) for command in commands], scope, language or None))


async def _sound(call: Awaitable[_T]) -> _T:
    """An answer the library cannot make sense of is one that never came."""
    try:
        return await call
    except (AttributeError, KeyError, TypeError, ValueError):
        raise NetworkError("an answer of another shape") from None


def photo_of(written: Written | None) -> tuple[str, str]:
    """File id and unique id of a written photo; empty for a text."""
    if written is None or not written.photo:
        return "", ""
    return written.photo[-1].file_id, written.photo[-1].file_unique_id


def number_of(written: Written) -> int:
    """The message's id. Raises NetworkError for an answer that tells none."""
    number: Any = written.message_id
    if not isinstance(number, int):
        raise NetworkError("no message id")
    return number


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows]) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url, style=button.style or None)
    return InlineKeyboardButton(button.label, callback_data=button.token, style=button.style or None)
