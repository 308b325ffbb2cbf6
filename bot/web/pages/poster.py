"""Posters, drawn on request for those who may see the title."""

from __future__ import annotations

import hashlib

from aiohttp import web

from bot.charts.poster import PosterFacts, draw_poster, neutral_poster
from bot.media.posters import poster_of
from bot.web.page import Page
from bot.web.state import SERVICES, VISITOR
from engine.domain.items import Item, MediaType

KEPT = "private, max-age=600"


async def poster(request: web.Request) -> web.Response:
    """The poster, drawn where there is no real one.

    For a title that does not exist for the visitor it is the same neutral one with status 404.
    """
    item = await _permitted(request)
    speak = request[VISITOR].speak
    if item is None:
        return web.Response(
            text=neutral_poster(speak.text("web-problem-missing")), status=404, content_type="image/svg+xml"
        )
    if (real := await poster_of(request.app[SERVICES], item)) is not None:
        return web.Response(body=real.body, content_type=real.type, headers={"Cache-Control": KEPT, "Vary": "Cookie"})
    kind = speak.domain(item.media_type)
    svg = draw_poster(
        PosterFacts(
            id=item.id,
            title=speak.title(item),
            facts=f"{item.year} · {kind}" if item.year else kind,
            genres=item.genres,
            printed=item.media_type is MediaType.MANGA,
        )
    )
    mark = hashlib.sha256(svg.encode()).hexdigest()[:20]
    headers = {"Cache-Control": KEPT, "Vary": "Cookie", "ETag": f'"{mark}"'}
    if any(known.value == mark for known in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    return web.Response(text=svg, content_type="image/svg+xml", headers=headers)


async def _permitted(request: web.Request) -> Item | None:
    services, viewer, item_id = request.app[SERVICES], request[VISITOR].viewer, request.match_info["item_id"]
    if viewer is None or not await services.recommender.permitted(viewer.id, (item_id,)):
        return None
    async with services.storage.unit() as unit:
        return await unit.items.get(item_id)


PAGE = Page("poster", (web.get(r"/poster/{item_id:[^/]{1,600}}.svg", poster),))
