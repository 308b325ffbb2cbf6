"""A title for whoever has the link: what it is, and nothing about anybody. Made for previews in chats."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.cards.facts import facts
from bot.charts.poster import PosterFacts, draw_poster
from bot.charts.raster import can_rasterise, png_of
from bot.fitting import trim
from bot.i18n import Translator
from bot.media.posters import poster_of
from bot.web.card_links import TOKEN, UNLISTED, read_card_link
from bot.web.page import Page
from bot.web.state import SERVICES, VISITOR
from bot.web.templating import item_url, render
from engine.domain.items import Item, MediaType

LONGEST_PREVIEW = 200
"""Characters of a synopsis that a preview has room for."""


@dataclass(frozen=True, slots=True)
class _Shown:
    item: Item
    speak: Translator
    """The reader's own language where the browser names one; else that of the chat the link was written in."""


async def show(request: web.Request) -> web.Response:
    """The page. What is not to be shown, for whatever reason, is the same 404."""
    shown = await _shown(request)
    item, speak = shown.item, shown.speak
    address = f"{request.app[SERVICES].page_url}/card/{request.match_info['token']}"
    synopsis = item.synopsis_in(speak.locale) or ""
    told = facts(item, speak)
    response = render(
        request,
        "card.html",
        speak=speak,
        t=speak.text,
        viewer=None,
        title=speak.title(item),
        facts=told,
        synopsis=synopsis,
        preview=" · ".join(part for part in (told, trim(synopsis, LONGEST_PREVIEW)) if part),
        address=address,
        poster=f"/card/{request.match_info['token']}/poster.svg",
        picture=f"{address}/poster.{'png' if can_rasterise() else 'svg'}",  # most previews take no drawings
        own_page=item_url(item.id),
    )
    response.headers["X-Robots-Tag"] = UNLISTED
    return response


async def poster(request: web.Request) -> web.Response:
    """The poster. Its type has no charset, because Nextcloud takes a picture only where the type is exactly this."""
    shown = await _shown(request)
    if (real := await poster_of(request.app[SERVICES], shown.item)) is not None:
        return web.Response(body=real.body, content_type=real.type, headers={"X-Robots-Tag": UNLISTED})
    svg = _drawn(shown)
    return web.Response(body=svg.encode(), content_type="image/svg+xml", headers={"X-Robots-Tag": UNLISTED})


async def picture(request: web.Request) -> web.Response:
    """The poster for chats that take no drawings."""
    shown = await _shown(request)
    if (real := await poster_of(request.app[SERVICES], shown.item)) is not None:
        return web.Response(body=real.body, content_type=real.type, headers={"X-Robots-Tag": UNLISTED})
    svg = _drawn(shown)
    return web.Response(body=await png_of(svg), content_type="image/png", headers={"X-Robots-Tag": UNLISTED})


def _drawn(shown: _Shown) -> str:
    item, speak = shown.item, shown.speak
    kind = speak.domain(item.media_type)
    return draw_poster(
        PosterFacts(
            id=item.id,
            title=speak.title(item),
            facts=f"{item.year} · {kind}" if item.year else kind,
            genres=item.genres,
            printed=item.media_type is MediaType.MANGA,
        )
    )


async def _shown(request: web.Request) -> _Shown:
    services = request.app[SERVICES]
    link = await read_card_link(services, request.match_info["token"])
    if link is None or link.item_id not in await services.recommender.permitted(link.viewer_id, (link.item_id,)):
        raise web.HTTPNotFound
    async with services.storage.unit() as unit:
        item = await unit.items.get(link.item_id)
    if item is None:
        raise web.HTTPNotFound
    own = "Accept-Language" in request.headers or request[VISITOR].viewer is not None
    return _Shown(item, request[VISITOR].speak if own else services.translations.to(link.locale))


PAGE = Page(
    "card",
    (
        web.get(f"/card/{TOKEN}", show),
        web.get(f"/card/{TOKEN}/poster.svg", poster),
        web.get(f"/card/{TOKEN}/poster.png", picture),
    ),
)
