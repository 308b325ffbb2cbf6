"""Whether a request may be made at once, has to wait for an admin, or is one too many, where the service knows no
people itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from engine.domain.acquisition import Approval, RequestState
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.call import Call
    from engine.domain.acquisition import Rules

WEEK = timedelta(days=7)
_UNCOUNTED = frozenset({RequestState.DECLINED, RequestState.CANCELLED, RequestState.GONE})
"""What nobody got of it counts for nothing."""


def waits(call: Call, rules: Rules) -> bool:
    """Whether the asker's request needs an admin's yes."""
    if rules.approval is Approval.MEMBERS:
        return call.viewer.role is not Role.ADMIN
    return rules.approval is Approval.EVERYBODY


async def refuse_one_too_many(call: Call, name: str, rules: Rules) -> None:
    """Raises InvalidQuery("request-quota"). Admins may ask for as much as they like."""
    if not rules.weekly or call.viewer.role is Role.ADMIN:
        return
    since = call.now - WEEK
    async with call.services.storage.unit() as unit:
        latest = await unit.media_requests.of_viewer(call.viewer.id, limit=1_000)
    mine = [one for one in latest if one.instance == name and one.at > since and one.state not in _UNCOUNTED]
    if len(mine) >= rules.weekly:
        raise InvalidQuery("request-quota", name=name, limit=rules.weekly, days=WEEK.days)
