"""Talks to plex.tv: who people are, what is shared with them, and signing in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import TypeVar
from xml.etree.ElementTree import Element

from adapters.http import HttpService, Reply
from adapters.library.plex import accounts as told
from adapters.library.plex import limits, settings
from adapters.library.plex.accounts import Account, Pin
from adapters.library.plex.elements import Unreadable, text, tree
from adapters.library.plex.limits import Filters
from adapters.library.plex.ourselves import TOKEN
from bot.integration import Health, Instance, Outside
from engine.domain.media import ExternalIds, ServerAccount
from engine.errors import SourceRejected, SourceUnavailable

T = TypeVar("T")
CALLS = 5.0
NAME = "plex.tv"
XML = {"Accept": "application/xml"}
_log = logging.getLogger(__name__)


class PlexTv:
    """Calls to plex.tv, as the server's owner or as whoever's token is given; tokens stand in headers alone."""

    def __init__(self, instance: Instance, outside: Outside, introduction: Mapping[str, str]) -> None:
        self._name = instance.name
        self._limits: dict[str, Filters] = {}
        owner = {TOKEN: instance.secret}

        def service(url: str, headers: Mapping[str, str]) -> HttpService:
            # A certificate of the owner's own excuses their server, never plex.tv.
            other = settings.plex_tv(instance) != settings.PLEX_TV
            verified = instance.verify_tls or not other
            # Named for itself, so that nobody looks for its troubles at their own server.
            place = replace(instance, name=NAME, url=url, verify_tls=verified)
            return HttpService(place, outside, headers={**introduction, **headers}, calls=CALLS)

        self._owner = service(settings.plex_tv(instance), owner)
        # People's calls must not carry the owner's token, and the sign-in none at all.
        self._people = service(settings.plex_tv(instance), {})
        self._metadata = service(settings.metadata(instance), {})
        self._discover = service(settings.discover(instance), {})

    @property
    def health(self) -> Health:
        return self._owner.health

    async def owner(self) -> Account:
        return self._read(await self._owner.get("/api/v2/user"), told.account)

    async def accounts(self, machine: str) -> list[ServerAccount]:
        """The owner and everybody the server is shared with, the people of the owner's home among them.

        With sections as they are shared; what is kept from somebody within them ``limits`` tells afterwards.
        """
        owner = await self.owner()
        where = f"/api/servers/{machine}"
        shared = self._read(await self._owner.get(f"{where}/shared_servers", headers=XML), lambda element: element)
        keys: dict[str, str] = {}
        if told.needs_section_keys(shared):
            keys = self._read(await self._owner.get(where, headers=XML), told.section_keys)
        others = [one for one in self._made(lambda: told.shares(shared, keys)) if one.id != owner.id]
        if others:
            users, home = await self._users("/api/users"), await self._home()
            self._take(limits.told_of(shared, users, home), emptied=users is not None and not told.names(users))
            known = {key: name for one in (users, home) if one is not None for key, name in told.names(one).items()}
            others = told.named(others, known)
        return [ServerAccount(owner.id, owner.name, owner=True, sections=None), *others]

    async def whoami(self, token: str) -> Account:
        """Whose token it is. Raises SourceRejected where it is good for nothing any more."""
        return self._read(await self._people.get("/api/v2/user", headers={TOKEN: token}), told.account)

    async def resources(self, token: str = "") -> Element:
        """The devices of the account; the owner's without a token."""
        service, headers = (self._people, {TOKEN: token}) if token else (self._owner, None)
        reply = await service.get("/api/v2/resources", {"includeHttps": 1, "includeRelay": 1}, headers=headers)
        return self._read(reply, lambda element: element)

    async def new_pin(self) -> Pin:
        """One that lasts 900 seconds and is long enough to sign in with."""
        reply = await self._people.send("POST", "/api/v2/pins", params={"strong": True})
        return self._read(reply, told.pin)

    async def pin(self, key: str) -> Pin | None:
        """None where it is over."""
        reply = await self._people.get(f"/api/v2/pins/{key}")
        return None if reply.status == HTTPStatus.NOT_FOUND else self._read(reply, told.pin)

    async def sign_out(self, token: str) -> None:
        """Make the token good for nothing; it is well where it was so already."""
        try:
            await self._people.send("DELETE", "/api/v2/users/signout", headers={TOKEN: token}, repeatable=True)
        except SourceRejected:
            _log.info("%s: a token that was to be revoked was refused already", self._name)

    async def save(self, token: str, kind: int, ids: ExternalIds) -> bool:
        """Put on the account's watchlist; False where Plex knows no such title."""
        headers = {TOKEN: token}
        for guid in _guids(ids):
            reply = await self._metadata.get("/library/metadata/matches", {"type": kind, "guid": guid}, headers=headers)
            key = self._read(reply, _first_key) if reply.status == HTTPStatus.OK else ""
            if key:
                reply = await self._discover.send(
                    "PUT", "/actions/addToWatchlist", params={"ratingKey": key}, headers=headers, repeatable=True
                )
                return reply.status < HTTPStatus.BAD_REQUEST
        return False

    async def close(self) -> None:
        for service in (self._owner, self._people, self._metadata, self._discover):
            await service.close()

    def limits(self, account_id: str) -> Filters:
        """What is kept from the account, by what was told with the accounts last."""
        return self._limits.get(account_id, Filters())

    async def _users(self, path: str) -> Element | None:
        """None where there is no such list. Its troubles are ours: without it nobody knows what is kept from whom."""
        reply = await self._owner.get(path, headers=XML)
        if reply.status == HTTPStatus.NOT_FOUND:
            _log.warning("%s: there is no list at %s: limits of people are not known", self._name, path)
            return None
        return self._read(reply, told.users)

    async def _home(self) -> Element | None:
        """The people of the owner's home; an owner without one may be refused."""
        try:
            return await self._users("/api/home/users")
        except SourceRejected:
            return Element("MediaContainer")

    def _take(self, found: Mapping[str, Filters], *, emptied: bool) -> None:
        """Raises SourceUnavailable where a list that had people in it tells of none any more."""
        if emptied and any(one != Filters() for one in self._limits.values()):
            raise SourceUnavailable("integration-unreadable", name=self._name, reason="empty list of users")
        self._limits = dict(found)

    def _read(self, reply: Reply, read: Callable[[Element], T]) -> T:
        if reply.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise SourceUnavailable("integration-unreadable", name=self._name, reason=f"HTTP {reply.status}")
        return self._made(lambda: read(tree(reply.body)))

    def _made(self, make: Callable[[], T]) -> T:
        try:
            return make()
        except Unreadable as error:
            raise SourceUnavailable("integration-unreadable", name=self._name, reason=str(error)) from None


def _guids(ids: ExternalIds) -> list[str]:
    told_ids = (("tmdb", ids.tmdb), ("imdb", ids.imdb), ("tvdb", ids.tvdb))
    return [f"{kind}://{value}" for kind, value in told_ids if value]


def _first_key(container: Element) -> str:
    return next((key for entry in container if (key := text(entry, "ratingKey"))), "")
