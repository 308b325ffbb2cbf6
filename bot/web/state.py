"""What the application and a request carry, by typed key."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from jinja2 import Environment

from bot.call import Registry
from bot.i18n import Translator
from bot.services import Services
from bot.web.assets import Assets
from engine.domain.viewers import Viewer

SERVICES = web.AppKey("services", Services)
ASSETS = web.AppKey("assets", Assets)
TEMPLATES = web.AppKey("templates", Environment)
REGISTRY = web.AppKey("registry", Registry)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever opened the page."""

    viewer: Viewer | None
    """None: not signed in."""
    speak: Translator
    secret: str
    """The cookie's secret, known to this browser alone."""
    fresh: bool = False
    """The browser has no such cookie yet."""
    by_demo: bool = False
    """Signed in because this is the demo on one's own machine."""


VISITOR = web.RequestKey("visitor", Visitor)
