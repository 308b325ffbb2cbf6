"""Everybody here, for those who look after the place: found by name, by code, or by an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.call import Call
from bot.filters.words import fold
from bot.people.accounts import account_code, named_accounts, shown_name, viewer_code
from engine.domain.people import Standing
from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery

STRANGERS = 20
"""Accounts that belong to nobody, of those that were there lately."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One account of a person, or of nobody."""

    platform: str
    account_id: str
    told: str
    """As it is shown."""
    seen_at: datetime | None
    banned: bool

    @property
    def code(self) -> str:
        return account_code(self.platform, self.account_id)


@dataclass(frozen=True, slots=True)
class Person:
    viewer: Viewer
    standing: Standing
    accounts: tuple[Entry, ...]

    @property
    def code(self) -> str:
        return viewer_code(self.viewer.id)

    @property
    def seen_at(self) -> datetime | None:
        """The last time on any account."""
        return max((one.seen_at for one in self.accounts if one.seen_at), default=None)


async def everybody(call: Call) -> list[Viewer]:
    """By name."""
    async with call.services.storage.unit() as unit:
        return sorted(await unit.viewers.all(), key=lambda viewer: (viewer.name.casefold(), viewer.id))


async def person_of(call: Call, viewer: Viewer) -> Person:
    async with call.services.storage.unit() as unit:
        identities = await unit.viewers.identities(viewer.id)
        standing = await unit.people.standing(viewer.id)
    return Person(viewer, standing, tuple(await _entries(call, identities)))


async def strangers(call: Call) -> list[Entry]:
    """Those that were there lately, the latest first."""
    async with call.services.storage.unit() as unit:
        seen = await unit.people.strangers(STRANGERS)
    return await _entries(call, [Identity(one.platform, one.account_id, "") for one in seen])


async def find(call: Call, typed: str) -> Person | Entry:
    """The person or account that is meant. Raises InvalidQuery: users-unknown, users-several."""
    known = await everybody(call)
    wanted = fold(typed)
    people = [one for one in known if viewer_code(one.id) == wanted] or [
        one for one in known if fold(one.name) == wanted
    ]
    if len(people) > 1:
        codes = call.speak.list([viewer_code(one.id) for one in people])
        raise InvalidQuery("users-several", name=typed, codes=codes)
    return await person_of(call, people[0]) if people else await _account(call, known, typed)


async def _account(call: Call, known: list[Viewer], typed: str) -> Entry:
    """By its code, or as ``platform:id``."""
    async with call.services.storage.unit() as unit:
        linked = [one for viewer in known for one in await unit.viewers.identities(viewer.id)]
        seen = await unit.people.strangers(STRANGERS)
    accounts = [(one.platform, one.account_id) for one in (*linked, *seen)]
    found = next((key for key in accounts if account_code(*key) == typed.casefold() or ":".join(key) == typed), None)
    platform, colon, account_id = typed.partition(":")
    if found is None and not (colon and platform and account_id):
        raise InvalidQuery("users-unknown", typed=shown_name(typed, "–"))
    key = found or (platform.casefold(), account_id)
    (entry,) = await _entries(call, [Identity(*key, "")])
    return entry


async def _entries(call: Call, identities: list[Identity]) -> list[Entry]:
    named = await named_accounts(call.services, identities, call.speak)
    async with call.services.storage.unit() as unit:
        banned = [(await unit.correspondents.get(one.platform, one.account_id)).banned for one, _, _ in named]
    return [
        Entry(one.platform, one.account_id, told, seen_at, is_banned)
        for (one, told, seen_at), is_banned in zip(named, banned, strict=True)
    ]
