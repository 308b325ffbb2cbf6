"""From a fitted answer to Discord's messages. Pure, so that the same answer is always the same messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from adapters.chat.discord.buttons import Row, lasting, linkable, rows, unlinkable
from adapters.chat.discord.escaping import calm, escape, escaped_within, isolated, pieces, plain_within
from adapters.chat.discord.limits import (
    ALT_TEXT,
    BUTTONS_BEFORE_SELECT,
    BUTTONS_IN_ROW,
    CHOICES_BEFORE_SELECT,
    CONTENT,
    EMBED_TEXT,
    EMBED_TITLE,
    EMBED_URL,
    FIELD_NAME,
    FIELD_VALUE,
    FOOTER,
    size,
)
from bot.vocabulary import Action, Answer, Card, Choice, Part, Picture, Progress, Text

COLOUR = 0xFFB65C
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""What Discord shows; a drawing (SVG) is not among them."""
_BAR = 20
_BLANK = "\u200b"


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture on our own side server, which Discord may be unable to reach: it goes along as a file."""

    url: str
    description: str
    thumbnail: bool


@dataclass(frozen=True, slots=True)
class Message:
    """One message, its picture still to be fetched."""

    content: str = ""
    embed: dict[str, Any] | None = None
    rows: Sequence[Row] = ()
    attached: Attached | None = None
    begins: int = field(default=0)
    """How many parts of the answer begin in it."""

    def body(self) -> dict[str, Any]:
        """As JSON. Nothing in it can ping anybody."""
        return {
            "content": self.content,
            "embeds": [self.embed] if self.embed else [],
            "components": list(self.rows),
            "allowed_mentions": {"parse": []},
        }


def write(answer: Answer, own: str, kept: Sequence[tuple[str, str]] = ()) -> list[Message]:
    """One message for each card, question and picture; texts stand above what follows them.

    ``own``: where the companion page is; other addresses in a text are not made links. ``kept``: label and token of
    buttons that stay under the message which the answer replaces.
    """
    answer = _with_whole(answer, kept)
    if answer.toast:
        answer = replace(answer, parts=(Text(answer.toast), *answer.parts), toast="")
    if not answer.parts and not answer.actions:
        return []
    messages = list(_messages(answer.parts, own))
    if not messages:
        messages = [Message(_BLANK)]
    last = messages.pop()
    spelled = _spelled(unlinkable(answer.actions), own)
    content = "\n".join(text for text in (last.content, spelled) if text)
    if size(content) <= CONTENT:
        return [*messages, replace(last, content=content, rows=_all_rows(answer, last))]
    return [*messages, last, Message(spelled, rows=rows((answer.actions, BUTTONS_IN_ROW)))]


def _with_whole(answer: Answer, kept: Sequence[tuple[str, str]]) -> Answer:
    """Buttons of a whole answer, under the last of its cards, outlive what becomes of that card."""
    if not answer.replaces:
        return replace(answer, actions=tuple(lasting(answer.actions))) if len(answer.parts) > 1 else answer
    known = {action.token for action in answer.actions}
    stay = lasting(Action(label, token) for label, token in kept if token not in known)
    return replace(answer, actions=(*answer.actions, *stay))


def _all_rows(answer: Answer, last: Message) -> list[Row]:
    """The last part's buttons and the whole answer's; made together, so that no two have the same name."""
    part = answer.parts[-1] if answer.parts else None
    own = (_actions(part), _most(part))
    return rows(own if last.rows else ((), 0), (answer.actions, BUTTONS_IN_ROW))


def _messages(parts: Sequence[Part], own: str) -> Iterator[Message]:
    waiting, begun = "", 0
    for part in parts:
        if isinstance(part, Text):
            full, waiting = _filled(waiting, part.text, own)
            begun += 1
            for content in full:
                yield Message(content, begins=begun)
                begun = 0
            continue
        above, made = _above(waiting, _part(part, own))
        if above:
            yield Message(above, begins=begun)
            begun = 0
        yield replace(made, begins=begun + 1)
        waiting, begun = "", 0
    if waiting or begun:
        yield Message(waiting or _BLANK, begins=begun)


def _filled(waiting: str, text: str, own: str) -> tuple[list[str], str]:
    """Messages that are full, and the text that may stand above what comes next."""
    cut = list(pieces(text, CONTENT, own))
    joined = "\n\n".join(told for told in (waiting, *cut) if told)
    if size(joined) <= CONTENT:
        return [], joined
    *full, rest = [waiting, *cut] if waiting else cut
    return full, rest


def _above(waiting: str, message: Message) -> tuple[str, Message]:
    """What was said before stands in the same message where there is room for it."""
    content = "\n\n".join(text for text in (waiting, message.content) if text)
    return ("", replace(message, content=content)) if size(content) <= CONTENT else (waiting, message)


def _part(part: Card | Choice | Picture | Progress, own: str) -> Message:
    if isinstance(part, Card):
        return _card(part, own)
    if isinstance(part, Picture):
        return _picture(part, own)
    if isinstance(part, Progress):
        return Message(_progress(part, own))
    spelled = _spelled(unlinkable(part.actions), own)
    prompt = escaped_within(part.prompt, CONTENT - size(spelled) - 1, own) or _BLANK
    content = f"{prompt}\n{spelled}" if spelled else prompt
    return Message(content, rows=rows((part.actions, CHOICES_BEFORE_SELECT)))


def _actions(part: Part | None) -> Sequence[Action]:
    return part.actions if isinstance(part, Card | Choice) else ()


def _most(part: Part | None) -> int:
    return CHOICES_BEFORE_SELECT if isinstance(part, Choice) else BUTTONS_BEFORE_SELECT


def _card(card: Card, own: str) -> Message:
    number = f"{card.number}. " if card.number is not None else ""
    texts = "\n\n".join(text for text in (card.reason, card.synopsis) if text)
    facts, match = escaped_within(card.facts, FIELD_NAME), escaped_within(card.match, FIELD_VALUE)
    embed: dict[str, Any] = {
        "title": _title(number, card.title),
        "color": COLOUR,
        "description": escaped_within(texts, EMBED_TEXT, own),
        "fields": [{"name": facts or match, "value": match if facts and match else _BLANK, "inline": False}]
        if facts or match
        else [],
    }
    if linkable(card.page_url, EMBED_URL):
        embed["url"] = card.page_url
    if card.badges:
        embed["footer"] = {"text": plain_within(" · ".join(card.badges), FOOTER)}
    attached = None
    if card.poster_url and drawable(card.poster_url):
        if card.poster_url.startswith(f"{own}/"):
            attached = Attached(card.poster_url, plain_within(card.title, ALT_TEXT), thumbnail=True)
        elif linkable(card.poster_url, EMBED_URL):
            embed["thumbnail"] = {"url": card.poster_url}
    spelled = _spelled(unlinkable(card.actions), own)
    return Message(spelled, embed, rows((card.actions, BUTTONS_BEFORE_SELECT)), attached)


def _title(number: str, title: str) -> str:
    # Its number keeps a title from ever standing at the beginning of a line of its own.
    most, room = EMBED_TITLE, EMBED_TITLE - size(number)
    shown = escape(isolated(plain_within(title, most)))
    while size(shown) > room:
        most -= max((size(shown) - room) // 2, 1)
        shown = escape(isolated(plain_within(title, most)))
    return number + shown or _BLANK


def _picture(picture: Picture, own: str) -> Message:
    description = escaped_within(picture.description, EMBED_TEXT, own)
    embed: dict[str, Any] = {"description": description, "color": COLOUR}
    if drawable(picture.url) and picture.url.startswith(f"{own}/"):
        attached = Attached(picture.url, plain_within(picture.description, ALT_TEXT), thumbnail=False)
        return Message("", embed, attached=attached)
    if drawable(picture.url) and linkable(picture.url, EMBED_URL):
        return Message("", embed | {"image": {"url": picture.url}})
    return spelled_out(picture.description, picture.url)


def spelled_out(description: str, url: str) -> Message:
    """A picture that Discord cannot show: what it shows in words, and where it is."""
    address = f"<{calm(url)}>" if linkable(url, EMBED_URL) else escape(url)
    return Message(f"{escaped_within(description, CONTENT - size(address) - 1)}\n{address}".strip())


def drawable(url: str) -> bool:
    """Whether Discord may be able to show what is at ``url``, as far as its name tells."""
    try:
        suffix = PurePosixPath(urlsplit(url).path).suffix.casefold()
    except ValueError:
        return False
    return not suffix or suffix in PICTURES


def _progress(progress: Progress, own: str) -> str:
    if progress.fraction is None:
        return escaped_within(progress.text, CONTENT, own) or _BLANK
    full = round(min(max(progress.fraction, 0.0), 1.0) * _BAR)
    return f"`{'█' * full}{'░' * (_BAR - full)}` {escaped_within(progress.text, CONTENT - _BAR - 3, own)}"


def _spelled(actions: Sequence[Action], own: str) -> str:
    """Buttons whose address Discord does not take, in words."""
    lines = (f"{action.emoji} {action.label}: {action.url}".strip() for action in actions)
    return "\n".join(escaped_within(line, CONTENT // 4, own) for line in lines)[:CONTENT]
