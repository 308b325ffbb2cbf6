"""With whose key a server is asked to do something for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.media.sealing import Sealer

if TYPE_CHECKING:
    from bot.services import Services
    from engine.ports.storage import UnitOfWork


async def own_key(services: Services, unit: UnitOfWork, viewer_id: str, server_id: str) -> str:
    """The person's own key to the server; empty where they have not signed in, or it is good for nothing any more."""
    kept = await unit.tokens.get(viewer_id, server_id)
    if kept is None or kept.refused_at is not None:
        return ""
    return Sealer(services.settings.data_dir).open(kept.sealed, viewer_id) or ""
