"""What a person's own token opens this server with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from adapters.library.plex import accounts
from adapters.library.plex.client_tv import PlexTv
from engine.errors import SourceRejected
from engine.ports.clock import Clock

FRESH = timedelta(hours=1)
LARGEST = 1_000


@dataclass(frozen=True, slots=True)
class Key:
    """An account's key to this server."""

    account_id: str
    token: str
    at: datetime


class Access:
    """Exchanges people's tokens of plex.tv for those of the server: it does not take the former from guests."""

    def __init__(self, name: str, tv: PlexTv, clock: Clock) -> None:
        self._name = name
        self._tv = tv
        self._clock = clock
        self._keys: dict[bytes, Key] = {}

    async def key(self, token: str, machine: str) -> Key:
        """Raises SourceRejected where the token is refused, or its account has no access to the server."""
        digest, now = sha256(token.encode()).digest(), self._clock.now()
        known = self._keys.get(digest)
        if known is not None and now - known.at < FRESH:
            return known
        account = await self._tv.whoami(token)
        opens = accounts.server_token(await self._tv.resources(token), machine)
        if not opens:
            self._keys.pop(digest, None)
            raise SourceRejected("plex-no-access", name=self._name)
        if len(self._keys) >= LARGEST:
            self._keys.clear()
        made = self._keys[digest] = Key(account.id, opens, now)
        return made

    def forget(self, token: str) -> None:
        """It was refused: the server gives out new ones from time to time."""
        self._keys.pop(sha256(token.encode()).digest(), None)
