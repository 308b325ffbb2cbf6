"""Taking links away, banning, closing the door and opening it again; the last admin cannot be locked out."""

from __future__ import annotations

from bot.call import Call
from bot.people.admins import keep_an_admin
from bot.people.roster import Entry, Person
from engine.domain.people import Standing


async def revoke(call: Call, entry: Entry) -> None:
    """The account belongs to nobody from now on."""
    async with call.services.storage.unit() as unit:
        await keep_an_admin(unit, without_accounts={(entry.platform, entry.account_id)})
        await unit.viewers.unlink(entry.platform, entry.account_id)


async def ban(call: Call, found: Person | Entry) -> None:
    """What the account sends, or all of the person's, is dropped without a word."""
    async with call.services.storage.unit() as unit:
        accounts = [found] if isinstance(found, Entry) else list(found.accounts)
        people = {found.viewer.id} if isinstance(found, Person) else set[str]()
        keys = {(one.platform, one.account_id) for one in accounts}
        await keep_an_admin(unit, without_accounts=keys, without_people=people)
        for platform, account_id in sorted(keys):
            await unit.correspondents.set_banned(platform, account_id, banned=True)
        for viewer_id in people:
            await unit.people.set_standing(viewer_id, Standing.BANNED, call.now)
            await unit.people.end_sessions(viewer_id)


async def deactivate(call: Call, person: Person) -> None:
    """The person is a stranger until the door is opened again; everything is kept."""
    async with call.services.storage.unit() as unit:
        await keep_an_admin(unit, without_people={person.viewer.id})
        await unit.people.set_standing(person.viewer.id, Standing.INACTIVE, call.now)
        await unit.people.end_sessions(person.viewer.id)


async def let_in(call: Call, found: Person | Entry) -> None:
    """Neither banned nor inactive any more."""
    async with call.services.storage.unit() as unit:
        for one in [found] if isinstance(found, Entry) else found.accounts:
            await unit.correspondents.set_banned(one.platform, one.account_id, banned=False)
        if isinstance(found, Person):
            await unit.people.set_standing(found.viewer.id, Standing.ACTIVE, call.now)
