"""Titles and people by name."""

from __future__ import annotations

from aiohttp import web

from bot.call import Call
from bot.naming import may_be_named
from bot.web.calls import call_of
from bot.web.flash import flash_for
from bot.web.page import Page
from bot.web.shown import ShownCard, title_cards, with_flash
from bot.web.templating import render

LONGEST = 200
TITLES, PEOPLE, OF_A_PERSON = 18, 3, 12
NEAR = 0.6
"""Share of the best title's likeness that another needs to be shown beside it."""
CLEARLY = 0.8
"""From this likeness a person's titles are shown, not only their name."""


async def show(request: web.Request) -> web.Response:
    """What is found for ``q``; nobody and nothing that the person may not see takes part."""
    call = call_of(request)
    wanted = " ".join(request.query.get("q", "")[:LONGEST].split())
    flash = await flash_for(call, request.query)
    titles: list[ShownCard] = []
    people: list[tuple[str, list[ShownCard]]] = []
    if wanted:
        found = call.services.snapshots.titles.find(wanted, limit=TITLES, allowed=may_be_named(call))
        close = [hit.item_id for hit in found if hit.exact or hit.score >= NEAR * found[0].score]
        titles, flash = with_flash(await title_cards(call, close), flash)
        people = await _people(call, wanted)
    return render(
        request,
        "search.html",
        wanted=wanted,
        titles=titles,
        people=people,
        people_first=bool(people) and not any(_is_called(card, wanted) for card in titles),
        for_similar=request.query.get("for") == "similar",
        flash=flash,
        back=request.path_qs,
    )


async def _people(call: Call, wanted: str) -> list[tuple[str, list[ShownCard]]]:
    hits = call.services.snapshots.titles.find_people(wanted, limit=PEOPLE, allowed=may_be_named(call))
    clear = [hit for hit in hits if hit.score >= CLEARLY]
    return [(hit.name, await title_cards(call, hit.item_ids[:OF_A_PERSON])) for hit in clear]


def _is_called(shown: ShownCard, wanted: str) -> bool:
    return shown.card.title.casefold() == wanted.casefold()


PAGE = Page("search", (web.get("/search", show),))
