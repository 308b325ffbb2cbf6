"""Buttons and selects below a message. Pure."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from adapters.chat.discord.escaping import plain_within
from adapters.chat.discord.limits import (
    BUTTON_URL,
    BUTTONS_IN_ROW,
    CUSTOM_ID,
    LABEL,
    OPTION_LABEL,
    OPTIONS,
    ROWS,
)
from bot.fitting import ELLIPSIS
from bot.vocabulary import Action, Style

Row = dict[str, Any]
_ROW, _BUTTON, _SELECT = 1, 2, 3
_STYLES = {Style.PRIMARY: 1, Style.PLAIN: 2, Style.DONE: 3}
_LINK = 5
_LASTING = "+"
"""Begins the name of a button that belongs to the whole answer: it outlives edits of the message it stands under."""


def lasting(actions: Iterable[Action]) -> list[Action]:
    """The same, outliving edits."""
    return [replace(one, token=_LASTING + one.token) if one.token else one for one in actions]


def bare(name: str) -> str:
    """The token behind a button's name."""
    return name.removeprefix(_LASTING)


def outlives(name: str) -> bool:
    """Whether a button of that name stays when its message is edited."""
    return name.startswith(_LASTING)


def rows(*groups: tuple[Sequence[Action], int]) -> list[Row]:
    """Each group of actions as rows of its own: buttons up to the number given with it, a select beyond that."""
    seen = set[str]()
    made: list[Row] = []
    for actions, most in groups:
        kept = [action for action in actions if _shown(action, seen)]
        made.extend(_group(kept, most, len(made)))
    return made[:ROWS]


def linkable(url: str | None, longest: int) -> bool:
    """Whether Discord takes it for an address: http(s), and a host with a dot or a number."""
    if not url or len(url) > longest or any(sign.isspace() for sign in url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and ("." in host.strip(".") or _number(host))


def unlinkable(actions: Iterable[Action]) -> list[Action]:
    """Those whose address cannot be put on a button, so that it has to be written out."""
    return [action for action in actions if action.url is not None and not linkable(action.url, BUTTON_URL)]


def _number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _shown(action: Action, seen: set[str]) -> bool:
    """No two may be told by the same name, which Discord refuses; the first stays."""
    if action.url is not None:
        return linkable(action.url, BUTTON_URL)
    if not action.token:
        return True
    if action.token in seen or len(action.token) > CUSTOM_ID:
        return False
    seen.add(action.token)
    return True


def _group(actions: list[Action], most: int, above: int) -> list[Row]:
    links = [action for action in actions if action.url is not None]
    pressed = [action for action in actions if action.url is None and action.token]
    if len(actions) <= most or len(pressed) < 2:
        return _button_rows(actions, above)
    return [_select(pressed[:OPTIONS], above), *_button_rows(links, above + 1)]


def _button_rows(actions: list[Action], above: int) -> list[Row]:
    buttons = [_button(action, f"-{above}-{place}") for place, action in enumerate(actions)]
    return [
        {"type": _ROW, "components": buttons[start : start + BUTTONS_IN_ROW]}
        for start in range(0, len(buttons), BUTTONS_IN_ROW)
    ]


def _button(action: Action, unused: str) -> Row:
    button: Row = {"type": _BUTTON, "label": _label(action, LABEL)}
    if action.url is not None:
        return button | {"style": _LINK, "url": action.url}
    if not action.token:  # a state, nothing to press
        return button | {"style": _STYLES[action.style], "custom_id": unused, "disabled": True}
    return button | {"style": _STYLES[action.style], "custom_id": action.token}


def _select(actions: list[Action], above: int) -> Row:
    options = [{"label": _label(action, OPTION_LABEL), "value": action.token} for action in actions]
    return {"type": _ROW, "components": [{"type": _SELECT, "custom_id": f"-{above}", "options": options}]}


def _label(action: Action, length: int) -> str:
    # Signs such as “＋” and “✓” are no emoji to Discord, which refuses them beside the label but not in it.
    return plain_within(f"{action.emoji} {action.label}".strip(), length) or ELLIPSIS
