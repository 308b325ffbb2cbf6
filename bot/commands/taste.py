"""What was learned, as text with little bars."""

from __future__ import annotations

import logging

from bot.call import Argument, Call, Command, Kind
from bot.cards.card import DRAWING
from bot.cards.taste import cited, taste_radar, taste_text
from bot.charts.raster import can_rasterise
from bot.filters.words import fold
from bot.vocabulary import Answer, Picture, Text
from bot.web.card_links import taste_url
from engine.domain.items import MediaType
from engine.domain.taste_view import TasteView
from engine.errors import InvalidQuery, Misconfigured, SourceUnavailable

_log = logging.getLogger(__name__)


async def _run(call: Call, text: str) -> Answer:
    domain = call.registry.filters.media_types.get(fold(text)) if text else None
    if text and domain is None:
        raise InvalidQuery("setting-unknown", word=text)
    view = await call.services.profiles.view(call.viewer, domain)
    if not view.interactions:
        return Answer((Text(call.speak.text("taste-nothing")),))
    items = await call.services.recommender.permitted_items(call.viewer.id, cited(view))
    text = taste_text(view, items, call.speak)
    return Answer((Text(text), await _picture(call, view, domain)))


async def _picture(call: Call, view: TasteView, domain: MediaType | None) -> Picture:
    """The web of genres where pictures can be shown and there is enough for one; else the page that has it all."""
    told = call.speak.text("taste-page")
    if call.account.platform in DRAWING or not can_rasterise() or not taste_radar(view, call.speak):
        return Picture(call.page("taste"), told)
    try:
        return Picture(await taste_url(call.services, call.viewer, domain or ""), told)
    except (Misconfigured, SourceUnavailable) as error:
        _log.warning("a taste has no picture: %s", error)
        return Picture(call.page("taste"), told)


COMMAND = Command("taste", _run, (Argument("domain", Kind.TEXT, required=False),))
