"""From the platform's updates to the neutral vocabulary. Pure: no network, no clock, no product logic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.vocabulary import Account, Invocation, Press, Room

NAME = "_template"


def read(update: Mapping[str, object], at: datetime) -> Invocation | Press | None:
    """What an update means; None for one that is none of the bot's business. Never raises for a strange update."""
    # The platform's own id of the update: the same id is answered once, however often it is delivered.
    update_id, who, room = (str(update.get(name, "")) for name in ("id", "from", "room"))
    if not update_id or not who:
        return None
    account = Account(NAME, who, str(update.get("name", "")), _text(update.get("locale")))
    # Private only where nobody else reads along.
    place = Room(room or who, private=not room)
    if token := _text(update.get("press")):
        return Press(update_id, account, place, token, at)
    text = (_text(update.get("text")) or "").strip()
    if not text.startswith("/"):
        return Invocation(update_id, account, place, "mood", text, at) if text else None
    command, _, rest = text.removeprefix("/").partition(" ")
    return Invocation(update_id, account, place, command.casefold(), rest.strip(), at)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
