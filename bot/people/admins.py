"""Whoever looks after the place: there must always be one who can still come in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from engine.domain.people import Standing
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from engine.ports.storage import UnitOfWork

TURN = "admins-turn"
"""Value that is written first by whoever takes a way in away, so that of two who do so at once one sees the other."""
Key = tuple[str, str]
"""Platform and id of an account."""


async def keep_an_admin(
    unit: UnitOfWork,
    *,
    without_accounts: Collection[Key] = (),
    without_people: Collection[str] = (),
    joined_to: Mapping[Key, str] | None = None,
) -> None:
    """Raises InvalidQuery("last-admin") where no admin could come in any more once those are gone.

    ``joined_to``: accounts that belong to other people then, by their id.
    """
    await unit.values.put(TURN, "")
    ways: set[tuple[str, Key]] = set()
    for viewer in await unit.viewers.all():
        if viewer.role is Role.ADMIN and await unit.people.standing(viewer.id) is Standing.ACTIVE:
            accounts = [(one.platform, one.account_id) for one in await unit.viewers.identities(viewer.id)]
            ways |= {(viewer.id, key) for key in accounts if not (await unit.correspondents.get(*key)).banned}
    left = {(admin, key) for admin, key in ways if key not in without_accounts and admin not in without_people}
    for key, viewer_id in (joined_to or {}).items():
        viewer = await unit.viewers.get(viewer_id)
        if viewer is not None and viewer.role is Role.ADMIN:
            left.add((viewer_id, key))
    if ways and not left:
        raise InvalidQuery("last-admin")
