"""A request as a Call, so that a page asks exactly what a chat would ask."""

from __future__ import annotations

from aiohttp import web

from bot.call import Call
from bot.vocabulary import Account, Room
from bot.web.state import REGISTRY, SERVICES, VISITOR
from engine.domain.items import Item

PLATFORM, ROOM = "web", "page"


def call_of(request: web.Request) -> Call:
    """The call behind ``request``. Raises HTTPUnauthorized for a visitor who is not signed in."""
    services, visitor = request.app[SERVICES], request[VISITOR]
    if visitor.viewer is None:
        raise web.HTTPUnauthorized
    return Call(
        services=services,
        registry=request.app[REGISTRY],
        viewer=visitor.viewer,
        speak=visitor.speak,
        account=Account(PLATFORM, visitor.viewer.id, visitor.viewer.name, visitor.viewer.locale),
        room=Room(ROOM, private=True),
        id=f"{PLATFORM}:{services.ids.new()}",
        now=services.clock.now(),
    )


async def item_of(call: Call, item_id: str) -> Item:
    """The title, if the asker may see it. One that is forbidden and one that does not exist raise the same."""
    item = await call.permitted_item(item_id) if 0 < len(item_id) <= 200 else None
    if item is None:
        raise web.HTTPNotFound
    return item
