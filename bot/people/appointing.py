"""Making somebody an admin, and an admin a member again; the last admin stays one."""

from __future__ import annotations

from dataclasses import replace

from bot.acting.journal import note
from bot.call import Call
from bot.people.admins import keep_an_admin
from bot.people.roster import Person
from engine.domain.people import Standing
from engine.domain.records import JournalEntry
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

ACTION = "appoint"


async def appoint(call: Call, person: Person, role: Role) -> JournalEntry:
    """The person is that from now on. Raises InvalidQuery: users-not-a-person, users-is-already, last-admin."""
    if person.standing is not Standing.ACTIVE:
        raise InvalidQuery("users-not-a-person", typed=person.viewer.name)
    if person.viewer.role is role:
        raise InvalidQuery("users-is-already", person=person.viewer.name, role=role.value)
    before = await _become(call, person.viewer.id, role)
    return await note(call, ACTION, None, {"viewer": person.viewer.id, "role": before.value})


async def undo_appointing(call: Call, entry: JournalEntry) -> None:
    """What somebody was before. Only an admin may say so, as when it was done."""
    if call.viewer.role is not Role.ADMIN:
        raise InvalidQuery("nothing-to-undo")
    await _become(call, str(entry.undo.get("viewer", "")), Role(str(entry.undo.get("role"))))


async def _become(call: Call, viewer_id: str, role: Role) -> Role:
    """What they were."""
    async with call.services.storage.unit() as unit:
        if role is not Role.ADMIN:
            await keep_an_admin(unit, without_people={viewer_id})
        viewer = await unit.viewers.get(viewer_id)
        if viewer is None:
            raise InvalidQuery("unknown-viewer")
        await unit.viewers.update(replace(viewer, role=role))
    return viewer.role
