"""Joining accounts of chats to the person who is signed in."""

from __future__ import annotations

from aiohttp import web

from bot.call import Call
from bot.people.accounts import named_accounts
from bot.people.confirming import account_text, giver
from bot.people.linking import code_for_person, confirm, link_digest, pending, propose
from bot.web.calls import call_of
from bot.web.flash import Flash, way_back
from bot.web.page import Page
from bot.web.templating import render
from bot.web.visitor import read_form
from engine.errors import InvalidQuery

_CODE = "{code:[A-Za-z0-9-]{1,40}}"
_LONGEST = 40


async def show(request: web.Request) -> web.Response:
    """The accounts that are linked, and both ways to link another."""
    call = call_of(request)
    flash = Flash(call.speak.text("web-link-done")) if "linked" in request.query else None
    return await _page(request, call, flash=flash)


async def make(request: web.Request) -> web.Response:
    """A code to be given from another account. It is shown once, as it is not stored."""
    call = call_of(request)
    return await _page(request, call, code=await code_for_person(call.services, call.viewer.id))


async def given(request: web.Request) -> web.Response:
    """A code that an account was given, on its way to its own page."""
    form = await read_form(request)
    code = "".join(sign for sign in form.get("code", "") if sign.isascii() and sign.isalnum())[:_LONGEST]
    raise web.HTTPSeeOther(f"/link/{code}" if code else "/link")


async def ask(request: web.Request) -> web.Response:
    """Says which account would be whose. Only who is signed in learns of it, and nothing happens yet."""
    call, code = call_of(request), request.match_info["code"]
    found = await propose(call.services, giver(call), code)
    return render(
        request,
        "link_confirm.html",
        code=code,
        account=account_text(found, call.speak.locale, call),
        account_id=found.account.id,
        person=found.viewer.name,
        before=found.before.name if found.before else "",
        last_way=found.last_way,
    )


async def join(request: web.Request) -> web.Response:
    """Joins them, if it is what was shown."""
    call, known = call_of(request), link_digest(request.match_info["code"])
    if await pending(call.services, giver(call)) != known:
        raise InvalidQuery("link-code")
    await confirm(call.services, giver(call), known)
    raise web.HTTPSeeOther(way_back("/link", linked="1"))


async def _page(request: web.Request, call: Call, *, code: str = "", flash: Flash | None = None) -> web.Response:
    async with call.services.storage.unit() as unit:
        identities = await unit.viewers.identities(call.viewer.id)
    accounts = [told for _, told, _ in await named_accounts(call.services, identities, call.speak)]
    return render(request, "link.html", accounts=accounts, code=code, flash=flash)


PAGE = Page(
    "link",
    (
        web.get("/link", show),
        web.post("/link", make),
        web.post("/link/given", given),
        web.get(f"/link/{_CODE}", ask),
        web.post(f"/link/{_CODE}", join),
    ),
)
