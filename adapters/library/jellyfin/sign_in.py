"""Quick Connect: the person types a code on the server's own page, where they are signed in."""

from __future__ import annotations

from datetime import timedelta

from adapters.http import Reply
from adapters.library.jellyfin.client import JellyfinClient, Query
from adapters.library.jellyfin.fields import Json, key, table, text
from engine.domain.media import SignedIn, SignInStep
from engine.errors import InvalidQuery, SourceRejected

VALID_FOR = timedelta(minutes=10)
"""Set in Jellyfin's program."""
REFUSED = "integration-rejected"
"""A 401 or 403, which nobody who asks as nobody gets for another reason."""
_GONE = frozenset({400, 404})


class QuickConnect:
    """How a person proves to hold an account of this server. Nobody's password passes through here."""

    def __init__(self, client: JellyfinClient) -> None:
        self._client = client

    async def begin(self) -> SignInStep:
        """Raises InvalidQuery ``jellyfin-quick-connect-off`` where the server's owner has switched it off."""
        asked_at = self._client.clock.now()
        reply = await self._ask("POST", "/QuickConnect/Initiate", otherwise=self._switched_off())
        told = table(reply.json())
        secret, code = text(told.get("Secret")), text(told.get("Code"))
        if not secret or not code:
            raise self._client.unreadable("no code")
        return SignInStep(secret, f"{self._client.url}/web/#/quickconnect", code, asked_at + VALID_FOR)

    async def finish(self, handle: str) -> SignedIn | None:
        """None while the code was not typed. Raises InvalidQuery ``sign-in-expired`` and ``no-access-to-server``."""
        query = {"secret": handle}
        reply = await self._ask("GET", "/QuickConnect/Connect", query, otherwise=self._switched_off())
        if table(reply.json()).get("Authenticated") is not True:
            return None
        path, refused = "/Users/AuthenticateWithQuickConnect", InvalidQuery("no-access-to-server")
        reply = await self._ask("POST", path, body={"Secret": handle}, otherwise=refused)
        return self._signed_in(table(reply.json()))

    async def revoke(self, token: str) -> None:
        """Sign out on the server; a token that is good for nothing already is as well."""
        if not token:
            return
        try:
            await self._client.say("POST", "/Sessions/Logout", token=token)
        except SourceRejected:
            return

    async def _ask(
        self, method: str, path: str, query: Query | None = None, *, body: object = None, otherwise: InvalidQuery
    ) -> Reply:
        """As nobody; ``otherwise`` is raised where that is refused."""
        try:
            reply = await self._client.say_as_nobody(method, path, query, body=body)
        except SourceRejected as error:
            if error.key != REFUSED:
                raise
            raise otherwise from error
        if reply.status in _GONE:
            raise InvalidQuery("sign-in-expired") if body or query else otherwise
        if reply.status >= 300:
            raise self._client.refused(reply)
        return reply

    def _switched_off(self) -> InvalidQuery:
        return InvalidQuery("jellyfin-quick-connect-off", name=self._client.name)

    def _signed_in(self, told: Json) -> SignedIn:
        person, token = table(told.get("User")), text(told.get("AccessToken"))
        account = key(person.get("Id"))
        if not account or not token:
            raise self._client.unreadable("signed in as nobody")
        if table(person.get("Policy")).get("IsDisabled") is True:
            raise InvalidQuery("no-access-to-server")
        return SignedIn(account, text(person.get("Name")), token)
