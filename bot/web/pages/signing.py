"""Signing in with a one-time link, and out again."""

from __future__ import annotations

from aiohttp import web

from bot.web.access import Cookie, holder_of, sign_in, sign_out
from bot.web.page import Page
from bot.web.state import SERVICES, VISITOR
from bot.web.templating import render
from bot.web.visitor import give_cookie


async def ask(request: web.Request) -> web.Response:
    """Says who would be signed in. Opening the link, as previews in chats do, does not use it up."""
    holder = await holder_of(request.app[SERVICES], request.match_info["code"])
    if holder is None:
        raise web.HTTPGone
    return render(request, "signin.html", name=holder.name, code=request.match_info["code"])


async def confirm(request: web.Request) -> web.Response:
    """Uses the link up and opens a new session; the one before it ends."""
    services = request.app[SERVICES]
    secret = await sign_in(services, request.match_info["code"])
    if secret is None:
        raise web.HTTPGone
    await sign_out(services, request[VISITOR].secret)
    response = web.HTTPSeeOther("/")
    give_cookie(services, response, secret)
    raise response


async def leave(request: web.Request) -> web.Response:
    """Ends the session here and forgets the cookie."""
    services = request.app[SERVICES]
    await sign_out(services, request[VISITOR].secret)
    cookie = Cookie.of(services)
    response = web.HTTPSeeOther("/")
    response.del_cookie(cookie.name, path="/", secure=cookie.secure, httponly=True, samesite="Lax")
    raise response


PAGE = Page(
    "signing",
    (
        web.get("/signin/{code:[A-Za-z0-9_-]{8,200}}", ask),
        web.post("/signin/{code:[A-Za-z0-9_-]{8,200}}", confirm),
        web.post("/signout", leave),
    ),
)
