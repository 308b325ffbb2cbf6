"""The one place of degradation: an answer made to fit what a platform can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from bot.vocabulary import Action, Answer, Capabilities, Card, Choice, Part, Picture, Progress, Text

ELLIPSIS = "…"
_BORDERS = ("\n\n", "\n", " ")
_SHORTEST_TITLE = 24
_STEERING = frozenset({"Cc", "Cs", "Co", "Cn"})
_SPACES = re.compile("[\n\u00a0\u2009\u202f]")
"""Line breaks, and spaces that are common between numbers and before signs: those stay."""
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029")


def fit(answer: Answer, capabilities: Capabilities) -> Answer:
    """The same answer within ``capabilities``: nothing is dropped that has another way of being said."""
    answer = _without_toast(answer, capabilities)
    number = max((part.number or 0 for part in answer.parts if isinstance(part, Card)), default=0)
    parts: list[Part] = []
    for part in answer.parts:
        for fitted in _fitted(part, capabilities, number):
            parts.append(fitted)
            number += len(fitted.actions) if isinstance(fitted, Choice) else 0
    actions = answer.actions[: capabilities.actions_per_message]
    if not capabilities.buttons:
        actions = tuple(typed(action) for action in actions)
    return replace(answer, parts=tuple(parts), actions=actions, replaces=answer.replaces and capabilities.edit)


def typed(action: Action, number: int | None = None) -> Action:
    """A button as what can be typed in its place: “like 1”."""
    if action.url is not None:
        return action
    word = " ".join(re.sub(r"[^\w\s'’-]", " ", action.label).casefold().split())
    return replace(action, label=word if number is None else f"{word} {number}")


def visible(text: str) -> str:
    """Without signs that steer a terminal or turn the writing direction; line breaks stay, tabs become spaces."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    if _SPACES.sub("", text).isprintable():  # none of what is left out can be printed
        return text
    return "".join(
        sign
        for sign in text
        if sign == "\n" or (unicodedata.category(sign) not in _STEERING and sign not in _DIRECTION)
    )


def trim(text: str, length: int) -> str:
    """``text`` in at most ``length`` characters, cut at a word border."""
    if len(text) <= length:
        return text
    if length <= len(ELLIPSIS):
        return ELLIPSIS[: max(length, 0)]
    cut = _whole(text, length - len(ELLIPSIS))
    space = text.rfind(" ", cut // 2, cut + 1)
    return text[: space if space > 0 else cut].rstrip(" ,;:–-") + ELLIPSIS


def split_text(text: str, length: int) -> list[str]:
    """``text`` in pieces of at most ``length`` characters, cut between paragraphs, lines or words."""
    pieces: list[str] = []
    rest = text
    while len(rest) > length:
        cut = next((at for border in _BORDERS if (at := rest.rfind(border, length // 3, length + 1)) > 0), 0)
        cut = cut or _whole(rest, length)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _whole(text: str, length: int) -> int:
    """The last place up to ``length`` that does not cut a letter from its marks, or an emoji in two."""
    cut = length
    while cut > 1 and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f" or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut


def _without_toast(answer: Answer, capabilities: Capabilities) -> Answer:
    if not answer.toast or "toast" in capabilities.extras:
        return answer
    word = Text(answer.toast)
    if answer.replaces and not capabilities.edit:
        # What would be edited is on the screen already; the word says what has become of it.
        return replace(answer, parts=(word,), toast="")
    # What is edited comes first, as it takes the place of the message that was pressed.
    parts = (*answer.parts, word) if answer.replaces else (word, *answer.parts)
    return replace(answer, parts=parts, toast="")


def _fitted(part: Part, capabilities: Capabilities, number: int) -> Iterator[Part]:
    if isinstance(part, Text):
        yield from (Text(piece) for piece in split_text(part.text, capabilities.message_length))
    elif isinstance(part, Card):
        yield _card(part, capabilities)
    elif isinstance(part, Choice):
        yield from _choices(part, capabilities, number)
    elif isinstance(part, Picture):
        yield from _picture(part, capabilities)
    else:
        yield _progress(part, capabilities)


def _card(card: Card, capabilities: Capabilities) -> Card:
    actions = card.actions
    if not capabilities.buttons:
        actions = tuple(typed(action, card.number) for action in actions)
    if not capabilities.links:
        actions = tuple(action for action in actions if action.url is None)
        card = replace(card, poster_url=None, page_url=None)
    return replace(_card_text(card, capabilities.message_length), actions=actions[: capabilities.actions_per_message])


def _card_text(card: Card, length: int) -> Card:
    """First the synopsis gives way, then badges, then the reason, at last the title."""
    fixed = len(card.facts) + len(card.match) + 8
    title = trim(card.title, max(length - fixed - len(card.reason), min(_SHORTEST_TITLE, length)))
    left = length - fixed - len(title)
    reason = trim(card.reason, max(left, 0))
    left -= len(reason)
    badges: list[str] = []
    for badge in card.badges:
        if (left := left - len(badge) - 3) < 0:
            break
        badges.append(badge)
    return replace(card, title=title, reason=reason, badges=tuple(badges), synopsis=trim(card.synopsis, max(left, 0)))


def _choices(choice: Choice, capabilities: Capabilities, number: int) -> Iterator[Part]:
    size = max(capabilities.actions_per_message, 1)
    prompt = choice.prompt
    for start in range(0, max(len(choice.actions), 1), size):
        actions = choice.actions[start : start + size]
        if not capabilities.buttons:
            actions = tuple(
                replace(action, label=_numbered(number + start + place, action.label))
                for place, action in enumerate(actions, start=1)
            )
        yield Choice(trim(prompt, capabilities.message_length), actions)
        prompt = ELLIPSIS


def _numbered(number: int, label: str) -> str:
    return label if label == str(number) else f"{number} · {label}"


def _picture(picture: Picture, capabilities: Capabilities) -> Iterator[Part]:
    if capabilities.images:
        yield replace(picture, description=trim(picture.description, capabilities.message_length))
        return
    text = f"{picture.description}\n{picture.url}" if capabilities.links else picture.description
    yield from (Text(piece) for piece in split_text(text, capabilities.message_length))


def _progress(progress: Progress, capabilities: Capabilities) -> Progress:
    return replace(progress, text=trim(progress.text, capabilities.message_length))
