"""Sets a title in lines that fit, in any script, without knowing the font that will draw them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SIZES = (46, 42, 38, 35, 32, 29, 27)
"""Font sizes tried, large to small, in units of a poster 300 wide; the smallest is read at a width of 120 px."""
_LINES = {46: 3, 42: 3, 38: 4, 35: 4, 32: 5, 29: 5, 27: 6}
_NARROW = frozenset("iljtfI.,:;'’!|()[] -")
_BROAD = frozenset("mwMW@%&—…")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of text at one font size."""

    size: int
    lines: tuple[str, ...]
    right_to_left: bool


def set_title(title: str, width: float) -> Lettering:
    """The largest lettering in which ``title`` fits ``width``; a very long one ends in an ellipsis."""
    words = _pieces(unicodedata.normalize("NFC", title))
    turned = reads_right_to_left(title)
    for size in SIZES:
        room = width / size
        if all(breadth(word) <= room for word, _ in words):
            lines = _wrap(words, room)
            if len(lines) <= _LINES[size]:
                return Lettering(size, tuple(lines), turned)
    size = SIZES[-1]
    lines = _wrap([part for word, glued in words for part in _chop(word, width / size, glued=glued)], width / size)
    if len(lines) > _LINES[size]:
        lines = [*lines[: _LINES[size] - 1], _shorten(lines[_LINES[size] - 1], width / size)]
    return Lettering(size, tuple(lines), turned)


def breadth(text: str) -> float:
    """Width of ``text`` in ems of a bold, rather wide font, so that any real font stays within it."""
    return sum(_breadth(character) for character in text)


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _breadth(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if _is_wide(character):
        return 1.05
    if character in _NARROW:
        return 0.42
    if character in _BROAD:
        return 1.1
    return 0.8 if character.isupper() else 0.7


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _pieces(title: str) -> list[tuple[str, bool]]:
    """What may stand at the start of a line, each with whether it follows without a space."""
    found: list[tuple[str, bool]] = []
    for word in title.split():
        glued = False
        for part in _split_wide(word):
            found.append((part, glued))
            glued = True
    return found


def _split_wide(word: str) -> list[str]:
    """Scripts without spaces break between characters, but never before closing punctuation."""
    parts: list[str] = []
    for character in word:
        opens = not parts or _is_wide(character) or _is_wide(parts[-1][-1])
        if parts and (not opens or unicodedata.category(character) in {"Pe", "Pf", "Po", "Mn", "Lm"}):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _wrap(words: list[tuple[str, bool]], room: float) -> list[str]:
    lines: list[str] = []
    for word, glued in words:
        longer = (lines[-1] + ("" if glued else " ") + word) if lines else word
        if lines and breadth(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _chop(word: str, room: float, *, glued: bool) -> list[tuple[str, bool]]:
    parts = [""]
    for character in word:
        if parts[-1] and breadth(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return [(part, glued if place == 0 else True) for place, part in enumerate(parts)]


def _shorten(line: str, room: float) -> str:
    while line and breadth(line + "…") > room:
        line = line[:-1]
    return line.rstrip() + "…"
