"""Recognises who opens a page, and refuses forms that are not ours."""

from __future__ import annotations

from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler
from multidict import MultiMapping

from bot.i18n import Translator
from bot.services import Services
from bot.web.access import SESSION_LIFE, Cookie, is_form_token, new_secret, signed_in
from bot.web.languages import preferred
from bot.web.state import SERVICES, VISITOR, Visitor
from engine.domain.viewers import Viewer

DEMO_VIEWER = "demo-viewer"
"""The stored value that names whom the demo plays at present."""
FORM = "application/x-www-form-urlencoded"
HOOKS = "/hooks/"
"""Below it, programs call us: they are known by their own signatures, not by cookies and forms."""
_OPEN = ("/static/", "/health", HOOKS)
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@web.middleware
async def recognise_visitors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Puts a Visitor upon the request, checks the token of a form, keeps the cookie alive."""
    if request.path.startswith(_OPEN):
        return await handler(request)
    services = request.app[SERVICES]
    visitor = await recognise(services, request)
    request[VISITOR] = visitor
    if request.method not in {"GET", "HEAD"}:
        await _refuse_foreign_form(request, visitor)
    response = await handler(request)
    if visitor.fresh and response.content_type == "text/html" and not response.cookies:
        give_cookie(services, response, visitor.secret)
    return response


async def recognise(services: Services, request: web.Request) -> Visitor:
    """The visitor behind ``request``: by session, or as the demo's person on one's own machine."""
    held = request.cookies.get(Cookie.of(services).name, "")
    viewer, by_demo = await signed_in(services, held), False
    if viewer is None and services.demo and is_from_here(request):
        viewer = await _demo_viewer(services)
        by_demo = viewer is not None
    fresh = not 20 <= len(held) <= 100
    return Visitor(viewer, _voice(services, viewer, request), new_secret() if fresh else held, fresh, by_demo)


def give_cookie(services: Services, response: web.StreamResponse, secret: str) -> None:
    """Hands the browser its secret: out of reach of scripts and of other sites' forms."""
    cookie = Cookie.of(services)
    response.set_cookie(
        cookie.name,
        secret,
        max_age=int(SESSION_LIFE.total_seconds()),
        path="/",
        httponly=True,
        samesite="Lax",
        secure=cookie.secure,
    )


def is_from_here(request: web.Request) -> bool:
    """Whether the browser runs on this very machine and knows the page by a local name.

    A name that merely resolves to this machine does not count, nor does anything a proxy passed on.
    """
    if request.headers.keys() & {"X-Forwarded-For", "Forwarded", "X-Real-IP"}:
        return False
    try:
        address = ip_address(request.remote or "")
    except ValueError:
        return False
    return address.is_loopback and request.url.host in _LOCAL_NAMES


async def read_form(request: web.Request) -> MultiMapping[str]:
    """The fields of a form, read once and kept by the request. Files are not taken."""
    if request.content_type != FORM:
        raise web.HTTPUnsupportedMediaType
    if (request.content_length or 0) > request.client_max_size:
        raise web.HTTPRequestEntityTooLarge(request.client_max_size, request.content_length or 0)
    return await request.post()  # pyright: ignore[reportReturnType] - no files in this content type


async def _refuse_foreign_form(request: web.Request, visitor: Visitor) -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise web.HTTPForbidden
    form = await read_form(request)
    if visitor.fresh or not is_form_token(visitor.secret, form.get("token", "")):
        raise web.HTTPForbidden


async def _demo_viewer(services: Services) -> Viewer | None:
    async with services.storage.unit() as unit:
        viewer_id = await unit.values.get(DEMO_VIEWER)
        return await unit.viewers.get(viewer_id) if viewer_id else None


def _voice(services: Services, viewer: Viewer | None, request: web.Request) -> Translator:
    if viewer is not None:
        return services.translations.to(viewer.locale)
    wanted = preferred(request.headers.get("Accept-Language", ""), services.translations.locales)
    return services.translations.to(wanted or services.settings.locale)
