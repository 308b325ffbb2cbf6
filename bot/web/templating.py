"""Fills templates. Everything put into one is escaped, unless it is a chart of ours."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.services import Services
from bot.web.access import form_token
from bot.web.assets import Assets
from bot.web.state import SERVICES, TEMPLATES, VISITOR


def environment(assets: Assets) -> Environment:
    """The templates that come with the package."""
    made = Environment(
        loader=PackageLoader("bot.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(asset=assets.url, item_url=item_url, poster_url=poster_url)  # pyright: ignore[reportCallIssue, reportArgumentType] - typed for its own globals only
    return made


def render(request: web.Request, template: str, *, status: int = 200, **values: object) -> web.Response:
    """An HTML page in the visitor's language."""
    visitor = request[VISITOR]
    common: dict[str, object] = {
        "speak": visitor.speak,
        "t": visitor.speak.text,
        "viewer": visitor.viewer,
        "by_demo": visitor.by_demo,
        "demo": request.app[SERVICES].demo,
        "token": form_token(visitor.secret),
        "here": request.path,
        "flash": None,
        "attribution": _attribution(request.app[SERVICES]),
    }
    text = request.app[TEMPLATES].get_template(template).render(common | values)
    return web.Response(text=text, status=status, content_type="text/html", headers={"Vary": "Cookie, Accept-Language"})


def _attribution(services: Services) -> str:
    """Key of what the catalogue of the world wants said where its facts are shown; empty where there is none."""
    metadata = services.stack.metadata if services.stack is not None else None
    return metadata.attribution if metadata is not None else ""


def chart(svg: str) -> Markup:
    """A drawing of ``bot.charts``, which escapes what it writes, for putting into a page."""
    return Markup(svg)  # noqa: S704 - made by bot.charts, where every value is escaped


def item_url(item_id: str) -> str:
    return "/item/" + quote(item_id, safe=":")


def poster_url(item_id: str, locale: str) -> str:
    """The poster in a language, so that changing the language changes the address."""
    return f"/poster/{quote(item_id, safe=':')}.svg?in={quote(locale, safe='')}"
