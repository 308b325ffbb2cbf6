"""What Telegram says when it refuses, by what can be done about it. Pure."""

from __future__ import annotations

from enum import Enum

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from adapters.chat.telegram.transport import Limited
from engine.errors import Blocked, RateLimited, RecommendarrError, SourceUnavailable, Undeliverable

PLATFORM = "Telegram"
_WAIT_FOR_TOKEN = 60.0
_NEVER_OPENED = ("can't initiate conversation", "chat not found", "peer_id_invalid")


class Remedy(Enum):
    """By the beginnings and pieces of its sentences, in lower case; those of tdlib and of the Bot API's server."""

    FINE = ("message is not modified",)
    WRITE_ANEW = ("message to edit not found", "message can't be edited", "message_id_invalid", "message_edit_time")
    REPLACE = ("there is no text in the message", "there is no caption in the message", "there is no media in")
    OTHER_PHOTO = (
        "failed to get http url content", "wrong file identifier", "wrong type of the web page", "image_process",
        "photo_invalid", "photo_", "wrong remote file", "webpage_", "not enough rights to send photos", "media_",
        "file is too big", "request entity too large",
    )  # fmt: skip
    NO_ADDRESSES = ("button_url", "button url", "wrong http url", "url host is empty")
    NO_MARKUP = ("can't parse entities",)
    NO_THREAD = ("message thread not found", "topic_")
    NO_CHAT = (
        "chat not found", "peer_id_invalid", "group chat was deactivated", "need administrator rights",
        "not enough rights", "have no rights", "chat_write_forbidden", "user_is_blocked", "chat_restricted",
    )  # fmt: skip


def remedy(error: TelegramError) -> Remedy | None:
    """What can be done; None where nothing is known of it."""
    if not isinstance(error, BadRequest | Forbidden) and "too large" not in str(error).casefold():
        return None
    words = str(error).casefold()
    return next((known for known in Remedy if any(piece in words for piece in known.value)), None)


def unreached(error: TelegramError) -> bool:
    """Whether the person has never opened the private chat, as far as Telegram's sentence tells."""
    words = str(error).casefold()
    return isinstance(error, BadRequest | Forbidden) and any(piece in words for piece in _NEVER_OPENED)


def translated(error: TelegramError, *, private: bool) -> RecommendarrError:
    """The same for the product; it quotes no more than Telegram's own sentence."""
    if isinstance(error, Limited):
        return RateLimited("platform-rate-limited", retry_after=error.seconds, platform=PLATFORM)
    if isinstance(error, Forbidden):
        return Blocked("account-blocked", platform=PLATFORM) if private else Undeliverable("chat-gone")
    if isinstance(error, InvalidToken):
        return SourceUnavailable("telegram-token-refused", retry_after=_WAIT_FOR_TOKEN)
    if isinstance(error, ChatMigrated) or remedy(error) is Remedy.NO_CHAT:
        return Undeliverable("chat-gone")
    if isinstance(error, BadRequest):
        return Undeliverable("message-refused", reason=str(error)[:120])
    return SourceUnavailable("telegram-unreachable")
