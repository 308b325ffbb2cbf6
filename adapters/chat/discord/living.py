"""Messages that live on: what somebody alone sees in a room can be edited by nothing but a young interaction's token.

Nothing of it is stored: after a restart, as after a quarter of an hour, such a message stays as it is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.discord.reference import Reference, message_id, split_message_id
from adapters.chat.discord.rest import CLOSED, EXPIRED, NOT_ALLOWED, Body, File, Refused, Rest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.gateway import Outgoing

MOST = 2_000
"""Messages whose tokens are known, the latest."""
_GONE = EXPIRED | NOT_ALLOWED | CLOSED


@dataclass(frozen=True, slots=True)
class _Key:
    """What opens one message."""

    reference: Reference
    original: bool
    """It is the interaction's first answer, or the message that was pressed."""


class Living:
    """Brings messages up to date, or leaves them as they are. ``direct`` tells a person's private channel."""

    def __init__(self, rest: Rest, direct: Callable[[str], Awaitable[str]]) -> None:
        self._rest, self._direct = rest, direct
        self._keys: OrderedDict[str, _Key] = OrderedDict()

    def note(self, message: str, reference: Reference, *, original: bool) -> None:
        """This interaction's token wrote the message just now, or edited it, for one person in a room."""
        self._keys.pop(message, None)
        self._keys[message] = _Key(reference, original)
        if len(self._keys) > MOST:
            self._keys.popitem(last=False)

    async def edit(self, outgoing: Outgoing, body: Body, files: Sequence[File], now: datetime) -> str | None:
        """The message; None where it cannot be edited any more. Raises RateLimited and SourceUnavailable."""
        message = outgoing.edits[0] if outgoing.edits else ""
        try:
            edit = await self._way(outgoing, message, now)
            told = await edit(body, files) if edit else None
        except Refused as refused:
            self._keys.pop(message, None)
            if refused.code in _GONE or refused.status == 404:
                return None
            raise
        return message_id(told.get("channel_id") or message.partition("/")[0], told["id"]) if told else None

    async def _way(
        self, outgoing: Outgoing, message: str, now: datetime
    ) -> Callable[[Body, Sequence[File]], Awaitable[Body]] | None:
        key, known = self._keys.get(message), split_message_id(message)
        if key is not None and key.reference.usable(now):
            application, token = key.reference.application, key.reference.token
            if key.original:
                return partial(self._rest.edit_original, application, token)
            return partial(self._rest.edit_followup, application, token, message.partition("/")[2])
        if key is not None or known is None:
            return None
        # What is for one person must not take the place of what others read; their own channel may be the room.
        alone = outgoing.room.private or not outgoing.answer.private
        if alone or known[0] == await self._direct(outgoing.account.id):
            return partial(self._rest.edit, *known)
        return None
