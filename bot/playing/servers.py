"""The media servers that are in use, with what they are called here and there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.syncing.light import SERVER_VALUE

if TYPE_CHECKING:
    from bot.services import Services
    from engine.ports.library import MediaServer
    from engine.ports.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Serving:
    """One media server."""

    name: str
    """Of its instance."""
    vendor: str
    id: str
    """By which it knows itself."""
    server: MediaServer


async def servers(services: Services, unit: UnitOfWork) -> dict[str, Serving]:
    """Those that have told who they are, by their own id."""
    found = dict[str, Serving]()
    stack = services.stack
    for opened in stack.servers if stack is not None else ():
        name = opened.instance.name
        server_id = await unit.values.get(SERVER_VALUE + name)
        if stack is not None and opened.server is not None and server_id:
            found.setdefault(server_id, Serving(name, stack.vendor(name), server_id, opened.server))
    return found
