"""The feed: recommendations by mode, with filters."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from aiohttp import web

from bot import explain
from bot.asking.answers import query
from bot.asking.table import stored_slate
from bot.asking.titles import find
from bot.call import Call
from bot.web.asked import Asked, read_asked
from bot.web.calls import call_of, item_of
from bot.web.choices import feed_choices
from bot.web.flash import flash_for
from bot.web.page import Page
from bot.web.shown import slate_cards, with_flash
from bot.web.templating import render
from engine.domain.items import Item
from engine.domain.query import Filters
from engine.domain.slate import NoteKind, Slate
from engine.errors import InvalidQuery

PICKS = 10
NEEDS_TEXT, NEEDS_SEED = "mood", "similar"


async def show(request: web.Request) -> web.Response:
    """The picks for what the address asks, with the form to ask otherwise."""
    call = call_of(request)
    asked = read_asked(request.query)
    if asked.mode == NEEDS_SEED and asked.text and not asked.seed_item_id:
        return await _seed_from(call, asked)
    seed = await item_of(call, asked.seed_item_id) if asked.mode == NEEDS_SEED and asked.seed_item_id else None
    slate = await _slate(call, asked)
    cards, _ = await slate_cards(call, slate) if slate else ([], None)
    async with call.services.storage.unit() as unit:
        libraries = await unit.libraries.all()
    cards, flash = with_flash(cards, await flash_for(call, request.query))
    shown = replace(asked, slate_id=slate.id) if slate else asked
    return render(
        request,
        "feed.html",
        asked=asked,
        back=shown.address(),
        cards=cards,
        choices=feed_choices(call, asked, libraries),
        empty=_why_empty(call, asked, slate) if not cards else "",
        flash=flash,
        more=asked.address(attempt=(slate.query.attempt if slate else 0) + 1, slate_id=None) if cards else "",
        notes=_notes(call, slate, found_any=bool(cards)),
        seed=seed,
        slate_id=slate.id if slate else "",
        cleared=asked.address(filters=Filters(), sureness="", attempt=0, slate_id=None),
    )


async def _slate(call: Call, asked: Asked) -> Slate | None:
    """The slate shown before, where the address names one of the person's own; else a new one."""
    if asked.slate_id:
        try:
            return await stored_slate(call, asked.slate_id)
        except InvalidQuery:
            pass  # gone, or somebody else's: the same question is asked anew
    if (asked.mode == NEEDS_TEXT and not asked.text) or (asked.mode == NEEDS_SEED and not asked.seed_item_id):
        return None
    text = asked.text if asked.mode == NEEDS_TEXT else ""
    question = query(call, asked.mode, asked.filters, text=text, limit=PICKS)
    seed = asked.seed_item_id if asked.mode == NEEDS_SEED else None
    return await call.services.recommender.recommend(replace(question, seed_item_id=seed, attempt=asked.attempt))


async def _seed_from(call: Call, asked: Asked) -> web.Response:
    """Goes on with the title that was typed, or to the search where it is not clear which."""
    found = await find(call, asked.text)
    if isinstance(found, Item):
        raise web.HTTPSeeOther(asked.address(seed_item_id=found.id, text=""))
    raise web.HTTPSeeOther("/search?" + urlencode({"q": asked.text, "for": "similar"}))


def _notes(call: Call, slate: Slate | None, *, found_any: bool) -> list[str]:
    """What the slate says about itself; where nothing was found, that is said once, below."""
    if slate is None:
        return []
    told = [note for note in slate.notes if found_any or note.kind is not NoteKind.NOTHING_LEFT]
    return [explain.note(note, call.speak) for note in told]


def _why_empty(call: Call, asked: Asked, slate: Slate | None) -> str:
    if slate is None:
        return call.speak.text(f"web-ask-{asked.mode}")
    if asked.attempt:
        return call.speak.text("web-nothing-more")
    return call.speak.text("web-nothing-filtered" if asked.filter_count else "web-nothing")


PAGE = Page("feed", (web.get("/", show),))
