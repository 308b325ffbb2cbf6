"""What a person does with a title: the same acts as behind the buttons and commands of a chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import MappingProxyType

from aiohttp import web
from multidict import MultiMapping

from bot.acting import acts, hiding
from bot.acting.journal import fact_id
from bot.acting.lists import DEFAULT, stored_name
from bot.acting.undoing import take_back
from bot.asking.table import stored_slate
from bot.call import Call
from bot.web.calls import call_of, item_of
from bot.web.flash import way_back
from bot.web.page import Page
from bot.web.visitor import read_form
from engine.domain.interactions import InteractionKind
from engine.domain.items import Item
from engine.domain.records import JournalEntry
from engine.errors import InvalidQuery

_POINTS = frozenset(map(str, range(1, 11)))
_LONGEST = 200


async def act(request: web.Request) -> web.Response:
    """Does one thing with one title, then goes back to where the button was."""
    call, form = call_of(request), await read_form(request)
    verb = form.get("verb", "")
    if verb not in ACTS:
        raise web.HTTPBadRequest
    item = await item_of(call, form.get("item", ""))
    entry = await ACTS[verb](call, item, form)
    passing = {"done": entry.id} if entry else {}
    raise web.HTTPSeeOther(way_back(form.get("back", "/"), anchor=form.get("anchor", ""), **passing))


async def undo(request: web.Request) -> web.Response:
    """Takes back one action, as long as it was the last."""
    call, form = call_of(request), await read_form(request)
    await take_back(call, form.get("entry", "")[:_LONGEST])
    raise web.HTTPSeeOther(way_back(form.get("back", "/"), anchor=form.get("anchor", ""), undone="1"))


async def _thumb(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:
    kind = InteractionKind.LIKE if form["verb"] == "like" else InteractionKind.DISLIKE
    return (await acts.thumb(call, item, kind, await _key(call, item, form))).entry


async def _seen(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:
    return (await acts.seen(call, item, await _key(call, item, form))).entry


async def _rate(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:
    if form.get("points") not in _POINTS:
        raise web.HTTPBadRequest
    return (await acts.rate(call, item, float(form["points"]))).entry


async def _save(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:
    return (await acts.save(call, item, stored_name(call, form.get("list", DEFAULT)[:_LONGEST]))).entry


async def _unsave(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:
    return (await acts.unsave(call, item, form.get("list", DEFAULT)[:_LONGEST])).entry


async def _hide(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:  # noqa: ARG001 - as all acts
    return (await hiding.hide(call, item))[1]


async def _unhide(call: Call, item: Item, form: MultiMapping[str]) -> JournalEntry | None:  # noqa: ARG001 - as all acts
    return await hiding.unhide(call, item)


async def _key(call: Call, item: Item, form: MultiMapping[str]) -> str:
    """The same for the same button on the same pick, however often it is pressed and wherever."""
    verb, slate_id = form["verb"], form.get("slate", "")[:_LONGEST]
    if slate_id:
        try:
            slate = await stored_slate(call, slate_id)
        except InvalidQuery:
            return fact_id(call.id, item.id, verb)
        if pick := next((one for one in slate.picks if one.item_id == item.id), None):
            return fact_id(call.viewer.id, slate.id, pick.rank, verb)
    return fact_id(call.id, item.id, verb)


Act = Callable[[Call, Item, MultiMapping[str]], Awaitable[JournalEntry | None]]
ACTS: MappingProxyType[str, Act] = MappingProxyType(
    {
        "like": _thumb,
        "dislike": _thumb,
        "seen": _seen,
        "rate": _rate,
        "save": _save,
        "unsave": _unsave,
        "hide": _hide,
        "unhide": _unhide,
    }
)
"""What each button of the page does; None where nothing changed."""

PAGE = Page("actions", (web.post("/do", act), web.post("/undo", undo)))
