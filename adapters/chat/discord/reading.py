"""Events for the library: what it insists on and nobody here needs is filled in, and none ends the connection."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any, cast

from adapters.chat.discord.limits import ATTACHMENT

Parse = Callable[[Any], None]
_log = logging.getLogger(__name__)
_INTERACTION = "INTERACTION_CREATE"
_NEEDED = frozenset({"READY", "RESUMED"})
"""Without these there is no session: whatever is wrong with one must be told."""
_THREADS = frozenset({10, 11, 12})
_LEAST = {"version": 1, "attachment_size_limit": ATTACHMENT}
_LEAST_CHANNEL = {"name": "", "position": 0, "bitrate": 64_000, "user_limit": 0}
_LEAST_THREAD = {
    "parent_id": 0,
    "owner_id": 0,
    "message_count": 0,
    "member_count": 0,
    "thread_metadata": {"archived": False, "auto_archive_duration": 60, "archive_timestamp": None},
}


def make_tolerant(parsers: dict[str, Parse]) -> None:
    """From now on an event that cannot be read is passed over, and told of once for each kind."""
    told = set[str]()
    for event, parse in parsers.items():
        if event not in _NEEDED:
            parsers[event] = _tolerant(event, parse, told)


def _tolerant(event: str, parse: Parse, told: set[str]) -> Parse:
    def read(data: Any) -> None:  # noqa: ANN401 - JSON
        try:
            parse(_completed(data) if event == _INTERACTION else data)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            if event not in told:
                told.add(event)
                where = traceback.extract_tb(error.__traceback__)[-1]
                _log.warning("discord: %s could not be read: %s at %s", event, type(error).__name__, where.name)

    return read


def _completed(data: object) -> object:
    """An interaction with all that the library asks for; Discord's own have it."""
    if not isinstance(data, dict):
        return data
    told = _LEAST | cast("dict[str, Any]", data)
    channel = told.get("channel") or {"id": told.get("channel_id"), "type": 0 if told.get("guild_id") else 1}
    if isinstance(channel, dict):
        known = cast("dict[str, Any]", channel)
        told["channel"] = _LEAST_CHANNEL | (_LEAST_THREAD if known.get("type") in _THREADS else {}) | known
    return told
