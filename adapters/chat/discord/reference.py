"""What is kept of an interaction so that it can be answered later, by another process if need be."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from adapters.chat.discord.limits import TOKEN_LIFE

_SHORT = {
    "application": "a",
    "interaction": "i",
    "token": "t",
    "channel": "c",
    "message": "m",
    "hidden": "h",
    "pressed": "p",
    "at": "w",
    "kept": "k",
}
MOST_KEPT = 3
"""Buttons of a whole answer that are remembered."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One interaction. Its token is worth nothing to others after a quarter of an hour."""

    application: int
    interaction: int
    token: str
    channel: str
    message: str = ""
    """The message that was pressed, as ``place/message``."""
    hidden: bool = True
    """Whether the deferred answer, or the message that was pressed, shows to this person alone."""
    pressed: bool = False
    at: float = 0.0
    """Seconds since 1970 when it arrived."""
    kept: tuple[tuple[str, str], ...] = ()
    """Label and token of buttons under the pressed message that outlive its edits."""

    def write(self) -> str:
        """As text, short."""
        return json.dumps({_SHORT[name]: value for name, value in asdict(self).items()}, separators=(",", ":"))

    def usable(self, now: datetime) -> bool:
        """Whether its token still opens anything."""
        return now.timestamp() - self.at < TOKEN_LIFE


def read_reference(text: str) -> Reference | None:
    """None for an empty or strange text."""
    try:
        told: Any = json.loads(text)
        return Reference(
            application=int(told["a"]),
            interaction=int(told["i"]),
            token=str(told["t"]),
            channel=str(told["c"]),
            message=str(told["m"]),
            hidden=bool(told["h"]),
            pressed=bool(told["p"]),
            at=float(told["w"]),
            kept=tuple((str(label), str(token)) for label, token in told.get("k", ())),
        )
    except (ValueError, TypeError, KeyError):
        return None


def message_id(channel: object, message: object) -> str:
    """A message as it is known outside: an edit needs its channel as well."""
    return f"{channel}/{message}"


def split_message_id(told: str) -> tuple[str, str] | None:
    """Channel and message; None for what is no id of ours."""
    channel, slash, message = told.partition("/")
    return (channel, message) if slash and channel.isdigit() and message.isdigit() else None
