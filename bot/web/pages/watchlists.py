"""A person's watchlists."""

from __future__ import annotations

from aiohttp import web

from bot.acting.lists import shown_name
from bot.call import Call
from bot.web.calls import call_of
from bot.web.flash import flash_for
from bot.web.page import Page
from bot.web.shown import ShownCard, title_cards, with_flash
from bot.web.templating import render
from engine.domain.records import Watchlist


async def show(request: web.Request) -> web.Response:
    """Every list with what is on it, as far as the person may see it now."""
    call = call_of(request)
    async with call.services.storage.unit() as unit:
        lists = await unit.watchlists.of_viewer(call.viewer.id)
    flash = await flash_for(call, request.query)
    shown = [(name, with_flash(cards, flash)[0]) for name, cards in [await _shown(call, one) for one in lists]]
    on_a_card = any(card.flash for _, cards in shown for card in cards)
    return render(request, "watchlists.html", lists=shown, flash=None if on_a_card else flash)


async def _shown(call: Call, watchlist: Watchlist) -> tuple[str, list[ShownCard]]:
    return shown_name(call, watchlist.name), await title_cards(call, watchlist.item_ids)


PAGE = Page("watchlists", (web.get("/watchlists", show),))
