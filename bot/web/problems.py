"""Turns whatever goes wrong into a page that says what happened and what to do next."""

from __future__ import annotations

import logging
from types import MappingProxyType

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web.state import SERVICES, VISITOR
from bot.web.templating import render
from bot.web.visitor import HOOKS, recognise
from engine.errors import InvalidQuery, RecommendarrError

_log = logging.getLogger(__name__)
_TEXTS = MappingProxyType(
    {401: "signin", 403: "form", 404: "missing", 405: "method", 413: "large", 415: "form", 410: "code", 503: "later"}
)
"""Status to the message that explains it; any other 4xx is “request”, any other 5xx “broken”."""


@web.middleware
async def explain_problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The boundary: what a handler raises is logged where it is our fault, and told in the visitor's language."""
    try:
        return await handler(request)
    except web.HTTPException as answer:
        if answer.status < 400:
            raise
        return await problem_page(request, answer.status)
    except RecommendarrError as error:
        status = 400 if isinstance(error, InvalidQuery) else 503
        return await problem_page(request, status, error)
    except Exception:  # noqa: BLE001 - the boundary: logged whole, told in words
        _log.exception("%s %s failed", request.method, _route(request))
        return await problem_page(request, 500)


async def problem_page(request: web.Request, status: int, error: RecommendarrError | None = None) -> web.Response:
    """The page for ``status``. It never repeats what was asked for, so that it is the same for all of it.

    Programs, which read no pages, get the status alone.
    """
    if request.path.startswith(HOOKS):
        return web.Response(status=status)
    if VISITOR not in request:
        request[VISITOR] = await recognise(request.app[SERVICES], request)
    speak = request[VISITOR].speak
    name = _TEXTS.get(status, "broken" if status >= 500 else "request")
    told = speak.error(error) if error else speak.text(f"web-problem-{name}.body")
    title = speak.text(f"web-problem-{name}")
    return render(request, "problem.html", status=status, code=status, title=title, told=told)


def _route(request: web.Request) -> str:
    """The shape of the address, without what was filled in: links and titles stay out of the log."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "an unknown address"
