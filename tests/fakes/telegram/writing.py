"""Methods that write: messages, photos, edits, deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.telegram import limits
from tests.fakes.telegram.entities import parse
from tests.fakes.telegram.refusal import Refusal, bad
from tests.fakes.telegram.world import Group, Message, Photo

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

Parameters = dict[str, Any]
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)


async def send_message(fake: FakeTelegram, given: Parameters) -> Any:
    """A text."""
    text, entities = parse(given["text"], given.get("parse_mode"))
    limits.text(text)
    preview = not (given.get("link_preview_options") or {}).get("is_disabled", False)
    shown = preview and any(entity["type"] in {"url", "text_link"} for entity in entities)
    return _write(fake, given, Message(0, 0, fake.bot, text, entities, preview=shown))


async def send_photo(fake: FakeTelegram, given: Parameters) -> Any:
    """A photo with a caption."""
    text, entities = parse(given.get("caption", ""), given.get("parse_mode"))
    limits.caption(text)
    chat = fake.room(given["chat_id"])
    if isinstance(chat, Group) and chat.no_photos:
        raise bad("not enough rights to send photos to the chat")
    return _write(fake, given, Message(0, 0, fake.bot, text, entities, photo=_photo(fake, given["photo"])))


def _write(fake: FakeTelegram, given: Parameters, message: Message) -> Any:
    chat = fake.room(given["chat_id"])
    limits.keyboard(given.get("reply_markup"))
    thread = given.get("message_thread_id")
    if thread and thread not in fake.threads:
        raise bad("message thread not found")
    if reply := given.get("reply_parameters"):
        message.reply_to = fake.messages.get((chat.id, reply["message_id"]))
        if message.reply_to is None and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    fake.pace.spend(chat.id)
    message.thread, message.markup = thread, given.get("reply_markup") or None
    return fake.keep(chat, message).json(chat.chat())


async def edit_text(fake: FakeTelegram, given: Parameters) -> Any:
    """New words in a message of text."""
    message = _mine(fake, given)
    if message.photo:
        raise bad("there is no text in the message to edit")
    text, entities = parse(given["text"], given.get("parse_mode"))
    limits.text(text, edit=True)
    return _change(fake, given, message, text, entities, None)


async def edit_caption(fake: FakeTelegram, given: Parameters) -> Any:
    """New words under a photo."""
    message = _mine(fake, given)
    if not message.photo:
        raise bad("there is no caption in the message to edit")
    text, entities = parse(given.get("caption", ""), given.get("parse_mode"))
    limits.caption(text)
    return _change(fake, given, message, text, entities, message.photo)


async def edit_media(fake: FakeTelegram, given: Parameters) -> Any:
    """Another photo; a text becomes one."""
    message = _mine(fake, given)
    if not message.photo and fake.old:
        raise bad("there is no media in the message to edit")
    media = given["media"]
    text, entities = parse(media.get("caption", ""), media.get("parse_mode"))
    limits.caption(text)
    source = media["media"]
    if source.startswith("attach://"):
        source = given[source.removeprefix("attach://")]
    return _change(fake, given, message, text, entities, _photo(fake, source))


async def edit_markup(fake: FakeTelegram, given: Parameters) -> Any:
    """Another keyboard."""
    message = _mine(fake, given)
    return _change(fake, given, message, message.text, message.entities, message.photo)


def _change(
    fake: FakeTelegram, given: Parameters, message: Message, text: str, entities: list[Any], photo: Photo | None
) -> Any:
    limits.keyboard(given.get("reply_markup"))
    markup = given.get("reply_markup") or None
    markup = markup if markup and any(markup["inline_keyboard"]) else None
    pictured = (message.photo.unique_id if message.photo else "", photo.unique_id if photo else "")
    if (text, entities, markup, pictured[0]) == (message.text, message.entities, message.markup, pictured[1]):
        raise bad(_SAME)
    message.text, message.entities, message.markup, message.photo = text, entities, markup, photo
    message.edited += 1
    fake.touched(message.chat_id)
    return message.json(fake.room(message.chat_id).chat())


async def delete_message(fake: FakeTelegram, given: Parameters) -> Any:
    """Gone for everybody."""
    message = fake.messages.get((fake.room(given["chat_id"]).id, given["message_id"]))
    if message is None or message.deleted:
        raise bad("message to delete not found")
    if message.sender is not fake.bot or fake.undeletable:
        raise bad("message can't be deleted")
    message.deleted = True
    fake.touched(message.chat_id)
    return True


async def chat_action(fake: FakeTelegram, given: Parameters) -> Any:
    """Typing …"""
    fake.actions.append((fake.room(given["chat_id"]).id, given["action"]))
    return True


async def answer_query(fake: FakeTelegram, given: Parameters) -> Any:
    """A word in passing for a pressed button, once."""
    name = given["callback_query_id"]
    if name not in fake.queries or name in fake.toasts:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(given.get("text", "")) > limits.TOAST:
        raise bad("MESSAGE_TOO_LONG")
    fake.toasts[name] = given.get("text", "")
    fake.touched(fake.queries[name])
    return True


def _mine(fake: FakeTelegram, given: Parameters) -> Message:
    chat = fake.room(given["chat_id"])
    message = fake.messages.get((chat.id, given["message_id"]))
    if message is None or message.deleted:
        raise bad("message to edit not found")
    if message.sender is not fake.bot:
        raise bad("message can't be edited")
    return message


def _photo(fake: FakeTelegram, given: Any) -> Photo:
    if isinstance(given, bytes):
        if len(given) > limits.PHOTO:
            raise Refusal(413, "Request Entity Too Large")
        if not given.startswith(limits.PICTURES):
            raise bad("IMAGE_PROCESS_FAILED")
        return fake.picture(Photo.of(bytes(given)))
    if not given.startswith(("http://", "https://")):
        if given not in fake.pictures:
            raise bad("wrong file identifier/HTTP URL specified")
        return fake.pictures[given]
    content = fake.internet.get(given) if limits.is_public(given) else None
    if content is None:
        raise bad("failed to get HTTP URL content")
    if not content.startswith(limits.PICTURES):
        raise bad("wrong type of the web page content")
    return fake.picture(Photo.of(given))


METHODS = {
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagemedia": edit_media,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "sendchataction": chat_action,
    "answercallbackquery": answer_query,
}
