"""Joining an account to a person: a code is made on the one side, given on the other, and confirmed by its giver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.people.accounts import shown_name
from bot.people.admins import keep_an_admin
from bot.vocabulary import Account
from bot.web.access import CODE_LIFE, digest
from engine.domain.people import LinkCode, Standing
from engine.domain.records import Identity
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.viewers import Viewer
    from engine.ports.storage import UnitOfWork

INVITE_LIFE = timedelta(days=7)
"""For a code that an admin hands out."""
MOST_ATTEMPTS, WINDOW = 5, timedelta(minutes=15)
"""Codes that an account may give in vain, in so much time."""
_LONGEST = 40
WEB = "web"
"""Platform of a browser: a person may confirm there, and a browser is never joined to anybody."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Whoever gives a code: an account, and the person it belongs to, if it does."""

    account: Account
    viewer: Viewer | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a code would do."""

    digest: str
    account: Account
    """Would be joined …"""
    viewer: Viewer
    """… to this person."""
    before: Viewer | None
    """Whose it is now."""
    last_way: bool = False
    """It is the only account by which ``before`` comes in."""

    @property
    def name(self) -> str:
        """What the account calls itself."""
        return shown_name(self.account.name, self.account.id)


async def code_for_account(services: Services, account: Account) -> str:
    """A code that joins ``account`` to whoever confirms it."""
    code, name = services.ids.short(), shown_name(account.name, account.id)
    made = LinkCode(
        digest=link_digest(code),
        expires_at=services.clock.now() + CODE_LIFE,
        platform=account.platform,
        account_id=account.id,
        name=name,
    )
    async with services.storage.unit() as unit:
        await unit.links.add(made)
    return code


async def code_for_person(services: Services, viewer_id: str, life: timedelta = CODE_LIFE) -> str:
    """A code that joins the account which gives it to the person."""
    code = services.ids.short()
    async with services.storage.unit() as unit:
        await unit.links.add(LinkCode(link_digest(code), services.clock.now() + life, viewer_id))
    return code


def link_digest(code: str) -> str:
    """What is stored in place of a code. Case, spaces and hyphens do not matter."""
    return digest("link:" + "".join(sign for sign in code.upper() if sign.isalnum()))


async def propose(services: Services, giver: Giver, code: str) -> Proposal:
    """What ``code`` would do; it is kept for the giver from now on.

    Raises InvalidQuery: link-code for whatever is wrong with it, link-own-code, link-already, link-too-often.
    """
    now, account = services.clock.now(), giver.account
    async with services.storage.unit() as unit:
        attempts = await unit.links.attempt(account.platform, account.id, now, now - WINDOW)
        if attempts > MOST_ATTEMPTS:
            await unit.links.forgive(account.platform, account.id, now)
    if attempts > MOST_ATTEMPTS or len(code) > _LONGEST:
        raise InvalidQuery("link-too-often" if attempts > MOST_ATTEMPTS else "link-code")
    async with services.storage.unit() as unit:
        found = await _proposed(unit, giver, link_digest(code), now)
        if not await unit.links.claim(found.digest, account.platform, account.id, now):
            raise InvalidQuery("link-code")
        await unit.links.forgive(account.platform, account.id, now)
    return found


async def pending(services: Services, giver: Giver) -> str | None:
    """Digest of the code that the giver has to confirm."""
    async with services.storage.unit() as unit:
        return await unit.links.claimed(giver.account.platform, giver.account.id, services.clock.now())


async def confirm(services: Services, giver: Giver, known: str) -> Proposal:
    """Does what was proposed, once. Raises InvalidQuery: link-code, link-already, last-admin."""
    now, account = services.clock.now(), giver.account
    async with services.storage.unit() as unit:
        found = await _proposed(unit, giver, known, now)
        if await unit.links.take(known, account.platform, account.id, now) is None:
            raise InvalidQuery("link-code")
        joined = (found.account.platform, found.account.id)
        if found.before is not None:
            await keep_an_admin(unit, without_accounts=(joined,), joined_to={joined: found.viewer.id})
        await unit.viewers.link(Identity(*joined, found.viewer.id))
    services.profiles.drop(found.viewer.id)
    return found


async def abandon(services: Services, giver: Giver) -> None:
    """The code that the giver has to confirm is good no more."""
    if known := await pending(services, giver):
        async with services.storage.unit() as unit:
            await unit.links.drop(known)


async def _proposed(unit: UnitOfWork, giver: Giver, known: str, now: datetime) -> Proposal:
    code = await unit.links.get(known, now)
    if code is None:
        raise InvalidQuery("link-code")
    if code.viewer_id is None:
        return await _by_person(unit, giver, code)
    viewer = await unit.viewers.get(code.viewer_id)
    if viewer is None or giver.account.platform == WEB:
        raise InvalidQuery("link-code")
    return await _joined(unit, code, giver.account, viewer)


async def _by_person(unit: UnitOfWork, giver: Giver, code: LinkCode) -> Proposal:
    """The code was made by an account, and is given by a person."""
    account = Account(code.platform, code.account_id, code.name)
    if (account.platform, account.id) == (giver.account.platform, giver.account.id):
        raise InvalidQuery("link-own-code")
    if giver.viewer is None:
        raise InvalidQuery("link-code")
    return await _joined(unit, code, account, giver.viewer)


async def _joined(unit: UnitOfWork, code: LinkCode, account: Account, viewer: Viewer) -> Proposal:
    if await unit.people.standing(viewer.id) is not Standing.ACTIVE:
        raise InvalidQuery("link-code")
    if (await unit.correspondents.get(account.platform, account.id)).banned:
        raise InvalidQuery("link-code")
    before = await unit.viewers.by_identity(account.platform, account.id)
    if before is not None and before.id == viewer.id:
        raise InvalidQuery("link-already", person=viewer.name)
    last_way = before is not None and len(await unit.viewers.identities(before.id)) == 1
    return Proposal(code.digest, account, viewer, before, last_way)
