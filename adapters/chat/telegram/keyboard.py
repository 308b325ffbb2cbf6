"""Buttons in rows of a sensible width. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from adapters.chat.telegram.limits import (
    BUTTON_EDGE,
    BUTTONS_PER_ROW,
    LARGEST_TOKEN,
    LONGEST_LABEL,
    MOST_BUTTONS,
    ROOMY_ROW,
    ROW_WIDTH,
)
from adapters.chat.telegram.markup import NOTHING, is_blank, is_page
from bot.fitting import trim, visible
from bot.vocabulary import Action, Style

KEPT = "\u2060"
"""Ends the label of a button that belongs to the whole answer: it outlives edits of the message it stands under."""
STYLES = {Style.PRIMARY: "primary", Style.DONE: "success"}


@dataclass(frozen=True, slots=True)
class Button:
    """One button: either a token or an address."""

    label: str
    token: str = ""
    url: str = ""
    style: str = ""


Rows = tuple[tuple[Button, ...], ...]


def rows(actions: Iterable[Action], *, kept: bool = False) -> Rows:
    """As many as fit beside each other; addresses Telegram would refuse are left out."""
    found: list[list[Button]] = []
    width = 0
    for action in actions:
        button = _button(action, kept=kept)
        if button is None:
            continue
        wide = columns(button.label) + BUTTON_EDGE
        if not found or width + wide > ROW_WIDTH or len(found[-1]) >= min(ROOMY_ROW, BUTTONS_PER_ROW):
            found.append([])
            width = 0
        found[-1].append(button)
        width += wide
    return tuple(map(tuple, found))


def joined(*several: Rows) -> Rows:
    """One keyboard out of several, within what Telegram takes."""
    left = MOST_BUTTONS
    found: list[tuple[Button, ...]] = []
    for row in (row for part in several for row in part):
        if left > 0 and row:
            found.append(row[:left])
            left -= len(row)
    return tuple(found)


def kept_rows(kept: Iterable[tuple[str, str]]) -> Rows:
    """Buttons that outlive an edit, as they were."""
    return rows((Action(label.rstrip(KEPT), token) for label, token in kept), kept=True)


def without_addresses(keyboard: Rows) -> Rows:
    """Only what can be pressed."""
    pressed = (tuple(button for button in row if not button.url) for row in keyboard)
    return tuple(row for row in pressed if row)


def unopened(actions: Iterable[Action]) -> list[Action]:
    """Links that cannot stand on a button."""
    return [action for action in actions if action.url is not None and not is_page(action.url)]


def columns(text: str) -> int:
    """How wide it is: letters of East Asia and emoji count twice, marks not at all."""
    return sum(_column(sign) for sign in text)


def _column(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _button(action: Action, *, kept: bool) -> Button | None:
    label = trim(" ".join(visible(f"{action.emoji} {action.label}").split()), LONGEST_LABEL)
    label = (NOTHING if is_blank(label) else label) + (KEPT if kept else "")
    style = STYLES.get(action.style, "")
    if action.url is not None:
        return Button(label, url=action.url, style=style) if is_page(action.url) else None
    size = len(action.token.encode())
    return Button(label, token=action.token, style=style) if 0 < size <= LARGEST_TOKEN else None
