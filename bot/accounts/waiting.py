"""Sign-ins that were begun and wait for the person to do their part elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.media.sealing import Sealer

if TYPE_CHECKING:
    from bot.services import Services
    from bot.vocabulary import Account


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was begun by one account of a chat."""

    instance: str
    handle: str
    expires_at: datetime


async def remember(services: Services, account: Account, waiting: Waiting) -> None:
    """One at a time for an account; the handle lies sealed."""
    sealed = Sealer(services.settings.data_dir).seal(waiting.handle, _name(account))
    kept = {"instance": waiting.instance, "handle": sealed, "expires_at": waiting.expires_at.isoformat()}
    async with services.storage.unit() as unit:
        await unit.values.put(_name(account), json.dumps(kept))


async def recall(services: Services, account: Account) -> Waiting | None:
    """None where nothing waits, or it is too late."""
    async with services.storage.unit() as unit:
        kept = await unit.values.get(_name(account))
    if not kept:
        return None
    told = json.loads(kept)
    handle = Sealer(services.settings.data_dir).open(told["handle"], _name(account))
    expires_at = datetime.fromisoformat(told["expires_at"])
    if handle is None or expires_at <= services.clock.now():
        return None
    return Waiting(told["instance"], handle, expires_at)


async def forget(services: Services, account: Account) -> None:
    """Nothing waits any more."""
    async with services.storage.unit() as unit:
        await unit.values.put(_name(account), "")


def _name(account: Account) -> str:
    return f"sign-in:{account.platform}:{account.id}"
