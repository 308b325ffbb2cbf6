"""From an answer to the platform's messages. Pure, and the one place of its escaping."""

from __future__ import annotations

from bot.fitting import visible
from bot.gateway import Outgoing
from bot.vocabulary import Action, Answer, Card, Choice, Part, Picture

Message = dict[str, object]


def messages(outgoing: Outgoing) -> list[Message]:
    """What is sent for ``outgoing``: always the same, so that a later try can go on where an earlier one stopped."""
    # A private answer must not be read by others where it was asked. Here everybody has a room of their own.
    aside = outgoing.answer.private and not outgoing.room.private
    written = write(outgoing.answer, outgoing.account.id if aside else outgoing.room.id)
    for message, edited in zip(written, outgoing.edits, strict=False):
        message["edits"] = edited
    return written


def write(answer: Answer, room: str) -> list[Message]:
    """One message per part; the answer's own buttons stand under the last one."""
    written = [_message(part, room) for part in answer.parts]
    if answer.actions:
        written = written or [{"room": room, "text": ""}]
        written[-1]["buttons"] = [*_list(written[-1].get("buttons")), *map(_button, answer.actions)]
    return written


def _message(part: Part, room: str) -> Message:
    if isinstance(part, Card):
        return {"room": room, "text": _card(part), "buttons": [_button(action) for action in part.actions]}
    if isinstance(part, Choice):
        return {"room": room, "text": escape(part.prompt), "buttons": [_button(action) for action in part.actions]}
    if isinstance(part, Picture):
        return {"room": room, "text": escape(part.description), "picture": part.url}
    return {"room": room, "text": escape(part.text)}


def _card(card: Card) -> str:
    number = f"{card.number}. " if card.number is not None else ""
    match = " · ".join(word for word in (card.facts, card.match) if word)
    lines = (number + card.title, match, card.reason, card.synopsis, " · ".join(card.badges), card.page_url or "")
    return escape("\n".join(line for line in lines if line))


def _button(action: Action) -> dict[str, str]:
    label = escape(f"{action.emoji} {action.label}".strip())
    return {"label": label, "url": action.url} if action.url else {"label": label, "token": action.token}


def escape(text: str) -> str:
    """Text as the platform shows it literally, whatever a title is made of. JSON quotes by itself."""
    return visible(text)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
