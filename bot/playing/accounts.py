"""A person's part in each media server: who they are there, and the key they act with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.playing.keys import own_key
from bot.playing.servers import Serving, servers
from engine.domain.viewers import Role

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Part:
    """One person on one server."""

    serving: Serving
    accounts: frozenset[str]
    """Ids of their accounts there that may come in."""
    key: str
    """Their own; empty where they have not signed in."""
    admin: bool
    """Whether they look after this service, and may use what the server shows its owner."""

    @property
    def may_ask(self) -> bool:
        """Whether the server may be asked for its devices on their behalf: it shows an owner everybody's."""
        return bool(self.key) or self.admin


async def parts_of(services: Services, viewer: Viewer) -> list[Part]:
    """Their part in every server where they have one, by name."""
    async with services.storage.unit() as unit:
        here = await servers(services, unit)
        own = [one for one in await unit.server_accounts.of_viewer(viewer.id) if one.account.active]
        admin = viewer.role is Role.ADMIN
        found = list[Part]()
        for serving in sorted(here.values(), key=lambda one: one.name):
            accounts = frozenset(one.account.id for one in own if one.server == serving.id)
            if accounts or admin:
                key = await own_key(services, unit, viewer.id, serving.id) if accounts else ""
                found.append(Part(serving, accounts, key, admin))
    return found
