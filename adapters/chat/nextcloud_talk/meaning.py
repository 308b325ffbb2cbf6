"""What a line means, given what was shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from adapters.chat.nextcloud_talk.shown import CODE, Deal
from bot.asking.shorthand import NEEDS_NO_NUMBER, OPEN
from bot.tokens import item_token

_NUMBER = re.compile(r"#?([1-9]\d?)\Z", re.ASCII)
_ARGUMENT = re.compile(r"#?([1-9]\d?)(?:\s+(.*))?\Z", re.ASCII | re.DOTALL)
_TYPED_CODE = re.compile(rf"(?<!\w)\[?({CODE})(\d{{0,2}})\]?(?!\w)", re.IGNORECASE)
_LONGEST_WORD = 4
"""Words that a button may be called by, such as “not for me”."""
_VARIANT = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""What makes an emoji coloured or its skin darker."""
_LONGEST_CODED = 120


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, as far as its own words tell."""

    line: str
    """Without the sign or name by which the bot was addressed."""
    addressed: bool
    command: bool = False
    """It began with a slash or an exclamation mark."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code that was typed, and the words around it."""

    code: str
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was typed."""

    token: str
    number: int | None = None
    """Of the card it is on."""


def hear(text: str, names: Iterable[str]) -> Heard:
    """Takes off how the bot was addressed: ``/``, ``!``, ``@Name`` anywhere, or ``Name,`` in front."""
    line, addressed = text.strip(), False
    for name in names:
        pattern = rf'(?<![\w.])@"?{re.escape(name)}"?(?:\s\(bot\))?(?!\w)[:,]?|^{re.escape(name)}\s?[:,]'
        line, found = re.subn(pattern, " ", line, count=3, flags=re.IGNORECASE)
        addressed = addressed or bool(found)
    line = line.strip()
    command = line[:1] in {"/", "!"} and line[1:2].isalnum()
    return Heard(line[1:] if command else line, addressed or command, command)


def find_code(line: str) -> Coded | None:
    """The code in a short line, if there is something like one."""
    found = _TYPED_CODE.search(line) if len(line) <= _LONGEST_CODED else None
    if found is None:
        return None
    words = " ".join(f"{line[: found.start()]} {line[found.end() :]}".split())
    return Coded(found[1].upper(), int(found[2]) if found[2] else None, words)


def pressed(deal: Deal, number: int | None, line: str, words: Mapping[str, str]) -> Pressed | None:
    """The button that ``line`` names, on the card with ``number`` where it names none itself.

    ``words``: the registry's. None where the line says something else.
    """
    typed = folded(line)
    if typed in deal.loose:
        return Pressed(deal.loose[typed])
    if match := _NUMBER.match(typed):
        return _numbered(deal, int(match[1]))
    if not typed:
        return _numbered(deal, number) if number else None
    parts = typed.split()
    for size in range(min(_LONGEST_WORD, len(parts)), 0, -1):
        verb = _verb(deal, " ".join(parts[:size]), words)
        if verb:
            return _on_card(deal, number, verb, " ".join(parts[size:]))
    return None


def folded(line: str) -> str:
    """As buttons are compared: any case, either apostrophe, without what may stand before and after."""
    return " ".join(line.casefold().split()).replace("'", "’").lstrip("/!").rstrip("?!. ")


def reacted(deal: Deal, number: int, emoji: str) -> str | None:
    """The token of the button that shows this emoji."""
    card = deal.cards.get(number)
    wanted = plain(emoji)
    return next((one.token for one in card.buttons if one.emoji and plain(one.emoji) == wanted), None) if card else None


def plain(emoji: str) -> str:
    return _VARIANT.sub("", emoji)


def _verb(deal: Deal, word: str, words: Mapping[str, str]) -> str | None:
    buttons = (button for card in deal.cards.values() for button in card.buttons)
    by_emoji = next((one.verb for one in buttons if one.emoji and plain(one.emoji) == plain(word)), None)
    verb = by_emoji or words.get(word)
    return None if verb in NEEDS_NO_NUMBER else verb


def _numbered(deal: Deal, number: int) -> Pressed | None:
    if number in deal.choices:
        return Pressed(deal.choices[number])
    return _token(deal, number, OPEN, "") if number in deal.cards else None


def _on_card(deal: Deal, number: int | None, verb: str, argument: str) -> Pressed | None:
    """The number may be typed: “like 2”. In a reply to a card, “rate 8” rates it with eight."""
    match = _ARGUMENT.match(argument)
    if match and int(match[1]) in deal.cards and (number is None or _has(deal, int(match[1]), verb)):
        return _token(deal, int(match[1]), verb, match[2] or "")
    if number is None and match:
        return None  # it is meant for a card that was shown before, or for nothing
    if number is None and len(deal.cards) == 1 and not _names_another(deal, verb, argument):
        number = next(iter(deal.cards))
    return _token(deal, number, verb, argument) if number and number in deal.cards else None


def _names_another(deal: Deal, verb: str, argument: str) -> bool:
    """“rate Parasite”: a word that is no button of the only card, followed by what is more than a number."""
    return bool(argument) and not _has(deal, next(iter(deal.cards)), verb) and not _ARGUMENT.match(argument)


def _has(deal: Deal, number: int, verb: str) -> bool:
    return any(button.verb == verb for button in deal.cards[number].buttons)


def _token(deal: Deal, number: int, verb: str, argument: str) -> Pressed | None:
    card = deal.cards[number]
    found = next((button.token for button in card.buttons if button.verb == verb), None)
    if found and not argument:
        return Pressed(found, number)
    token = item_token(verb, card.item_id, str(number) if verb == OPEN else argument)
    return Pressed(token, number) if token else None
