"""Signing in with a Plex account: a page of plex.tv's and a PIN that lasts fifteen minutes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from urllib.parse import urlencode

from adapters.library.plex.client_tv import PlexTv
from adapters.library.plex.ourselves import PRODUCT
from engine.domain.media import ServerAccount, SignedIn, SignInStep
from engine.errors import InvalidQuery, RecommendarrError
from engine.ports.clock import Clock

PAGE = "https://app.plex.tv/auth#?"
LASTS = timedelta(seconds=900)
_log = logging.getLogger(__name__)


class PlexSignIn:
    """Lets in whoever the server's owner shares it with, by what plex.tv tells its owner.

    What plex.tv tells the person would not do: whoever runs a server of their own can give it this one's identifier.
    """

    def __init__(
        self, tv: PlexTv, identifier: str, clock: Clock, accounts: Callable[[], Awaitable[list[ServerAccount]]]
    ) -> None:
        self._tv = tv
        self._identifier = identifier
        self._clock = clock
        self._accounts = accounts

    async def begin(self) -> SignInStep:
        pin = await self._tv.new_pin()
        asked = {"clientID": self._identifier, "code": pin.code, "context[device][product]": PRODUCT}
        expires = pin.expires_at or self._clock.now() + LASTS
        return SignInStep(f"{pin.id}:{pin.code}", PAGE + urlencode(asked), "", expires)

    async def finish(self, handle: str) -> SignedIn | None:
        """None while they have not signed in. Raises InvalidQuery ``sign-in-expired`` and ``no-access-to-server``."""
        key, _, code = handle.partition(":")
        pin = await self._tv.pin(key) if key.isascii() and key.isdecimal() else None
        if pin is None or pin.code != code:
            raise InvalidQuery("sign-in-expired")
        if pin.token:
            return await self._let_in(pin.token)
        if pin.expires_at is not None and pin.expires_at <= self._clock.now():
            raise InvalidQuery("sign-in-expired")
        return None

    async def revoke(self, token: str) -> None:
        await self._tv.sign_out(token)

    async def _let_in(self, token: str) -> SignedIn:
        account = await self._tv.whoami(token)
        known = next((one for one in await self._accounts() if one.id == account.id and one.active), None)
        if known is None:
            await self._drop(token)
            raise InvalidQuery("no-access-to-server")
        return SignedIn(account.id, account.name or known.name, token)

    async def _drop(self, token: str) -> None:
        """A stranger's token is not kept, and should not be good for anything either."""
        try:
            await self._tv.sign_out(token)
        except RecommendarrError as error:
            _log.info("a stranger's token could not be revoked: %s", error.key)
