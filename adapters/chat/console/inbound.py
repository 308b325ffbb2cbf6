"""From a typed line to what is meant, given what is on the screen. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.asking.shorthand import OPEN, Shorthand, read_shorthand
from bot.fitting import typed
from bot.tokens import item_token
from bot.vocabulary import Action, Answer, Card, Choice

LEAVING = frozenset({"/quit", "/exit", "/bye", "quit", "exit"})
_NUMBER = re.compile(r"#?(\d{1,3})\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leave:
    """Good night."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A number that stands at nothing; ``first`` to ``last`` do."""

    typed: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Token:
    """A button was typed."""

    token: str


@dataclass(frozen=True, slots=True)
class Said:
    """A command, or a plain sentence as ``mood``."""

    command: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What numbers and words stand for now."""

    choices: Mapping[int, str] = field(default_factory=dict[int, str])
    """Number to token."""
    cards: Mapping[int, Card] = field(default_factory=dict[int, Card])
    loose: Mapping[str, str] = field(default_factory=dict[str, str])
    """Word to token, for buttons under the whole answer."""


Meaning = Leave | Wrong | Token | Said | None


def read_line(line: str, shown: Shown, words: Mapping[str, str]) -> Meaning:
    """What ``line`` means; None for an empty one. ``words``: what may be typed for buttons."""
    text = line.strip()
    if not text:
        return None
    folded = " ".join(text.casefold().split())
    if folded in LEAVING:
        return Leave()
    if shown.choices and (match := _NUMBER.match(text)):
        token = shown.choices.get(int(match[1]))
        return Token(token) if token else Wrong(match[1], min(shown.choices), max(shown.choices))
    if token := _button(folded, shown, words):
        return Token(token)
    if (match := _NUMBER.match(text)) and shown.cards and int(match[1]) not in shown.cards:
        return Wrong(match[1], min(shown.cards), max(shown.cards))
    if text.startswith("/"):
        command, _, rest = text.removeprefix("/").partition(" ")
        return Said(command, rest.strip())
    return Said("mood", text)


def remember(before: Shown, answer: Answer, fitted: Answer) -> Shown:
    """What numbers and words stand for once ``fitted``, made from ``answer``, is on the screen."""
    choices = [action for part in fitted.parts if isinstance(part, Choice) for action in part.actions if action.token]
    cards = {part.number: part for part in answer.parts if isinstance(part, Card) and part.number is not None}
    # Undo is a command of its own: typed, it always means the last thing done, wherever that was.
    loose = {typed(one).label: one.token for one in answer.actions if one.token and not one.token.startswith("undo:")}
    if answer.replaces:
        return Shown({}, {**before.cards, **_in_place(before.cards, cards)}, {**before.loose, **loose})
    if not choices and not cards:
        return Shown({}, before.cards, loose or before.loose)
    numbered = {int(action.label.partition(" ")[0]): action.token for action in choices}
    return Shown(numbered, cards or before.cards, loose)


def _in_place(before: Mapping[int, Card], now: Mapping[int, Card]) -> dict[int, Card]:
    """Cards that changed, under the number at which their title stands already."""
    places = {card.item_id: number for number, card in before.items()}
    return {places.get(card.item_id, number): card for number, card in now.items()}


def _button(folded: str, shown: Shown, words: Mapping[str, str]) -> str | None:
    bare = folded.removeprefix("/").rstrip("?!. ")
    if bare in shown.loose:
        return shown.loose[bare]
    shorthand = read_shorthand(folded, words)
    if shorthand is None and len(shown.cards) == 1 and bare in words:
        shorthand = Shorthand(words[bare], next(iter(shown.cards)))
    if shorthand is None or shorthand.number is None or shorthand.number not in shown.cards:
        return None
    card = shown.cards[shorthand.number]
    if not shorthand.argument:
        found = next((action.token for action in card.actions if _verb(action) == shorthand.verb), None)
        if found:
            return found
    argument = str(shorthand.number) if shorthand.verb == OPEN else shorthand.argument
    return item_token(shorthand.verb, card.item_id, argument)


def _verb(action: Action) -> str:
    """The verb of a button: ``like:slate:1`` is like, ``choose:seen::movie:1`` is seen."""
    verb, _, rest = action.token.partition(":")
    return rest.partition(":")[0] if verb == "choose" else verb
