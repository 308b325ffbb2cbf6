"""Text on a terminal: harmless, wrapped by what it measures there. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from prompt_toolkit.utils import get_cwidth

from bot.fitting import visible


@dataclass(frozen=True, slots=True)
class Style:
    """Bold and dim where the terminal has them."""

    styled: bool

    def bold(self, text: str) -> str:
        """Standing out."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled and text else text

    def dim(self, text: str) -> str:
        """Standing back."""
        return f"\x1b[2m{text}\x1b[0m" if self.styled and text else text


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of at most ``width`` columns, each after ``indent``; a longer word is cut, an address is not."""
    room = max(width - get_cwidth(indent), 1)
    lines: list[str] = []
    for paragraph in visible(text).split("\n"):
        lines.extend(_paragraph(paragraph, room))
    return [f"{indent}{line}".rstrip() for line in lines]


def _paragraph(paragraph: str, room: int) -> list[str]:
    """Wrapped lines; what the paragraph is indented by is kept on each of them."""
    lead = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
    lead = lead if len(lead) * 2 < room else ""
    lines: list[str] = []
    line = ""
    for word in _pieces(paragraph, room - len(lead)):
        longer = f"{line} {word}" if line else word
        if line and get_cwidth(longer) > room - len(lead):
            lines.append(lead + line)
            line = word
        else:
            line = longer
    return [*lines, lead + line]


def _pieces(paragraph: str, room: int) -> list[str]:
    pieces: list[str] = []
    for word in paragraph.split(" "):
        if not word:
            continue
        if "://" in word:
            pieces.append(word)
            continue
        rest = word
        while get_cwidth(rest) > room and len(rest) > 1:
            cut = _fits(rest, room)
            pieces.append(rest[:cut])
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


def _fits(word: str, room: int) -> int:
    """How many signs of ``word`` fit into ``room`` columns; at least one, with the marks that belong to it."""
    used = 0
    for place, sign in enumerate(word):
        used += get_cwidth(sign)
        if used > room:
            return max(place, 1)
    return len(word)
