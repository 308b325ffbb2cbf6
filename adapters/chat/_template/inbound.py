"""From the platform's updates to the neutral vocabulary. Pure: no network, no clock, no product logic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.vocabulary import Account, Invocation, Press, Room, Update

NAME = "_template"


def read(update: Mapping[str, object], at: datetime) -> Update | None:
    """What an update means; None for one that is none of the bot's business. Never raises for a strange update."""
    # The platform's own id of the update: the same id is answered once, however often it is delivered.
    update_id, who, room = (str(update.get(name, "")) for name in ("id", "from", "room"))
    if not update_id or not who:
        return None
    account = Account(NAME, who, str(update.get("name", "")), _text(update.get("locale")))
    # Private only where nobody else reads along. Its id is what a message is sent to.
    place = Room(room or who, private=not room)
    # Whatever answering needs later. Here that is nothing more than which update is answered.
    reference = update_id
    if token := _text(update.get("press")):
        return Press(update_id, account, place, token, at, reference, _text(update.get("under")) or "")
    text, quoted = (_text(update.get("text")) or "").strip(), _text(update.get("quotes")) or ""
    if not text.startswith("/"):
        return Invocation(update_id, account, place, "mood", text, at, reference, quoted) if text else None
    command, _, rest = text.removeprefix("/").partition(" ")
    return Invocation(update_id, account, place, command.casefold(), rest.strip(), at, reference, quoted)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
