"""Puts the web application together: what every request passes through, and the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aiohttp import web

from bot.registry import load_registry
from bot.services import Services
from bot.web.assets import Assets
from bot.web.headers import guard_responses
from bot.web.page import Page
from bot.web.problems import explain_problems
from bot.web.state import ASSETS, REGISTRY, SERVICES, TEMPLATES
from bot.web.templating import environment
from bot.web.visitor import recognise_visitors
from engine.discovery import discover

LARGEST_BODY = 64 * 1024
"""Bytes: forms are small."""


def build_application(
    services: Services, side_doors: Iterable[Callable[[web.Application], None]] = ()
) -> web.Application:
    """The companion page and its ``side_doors`` for chat platforms, ready to be served."""
    application = web.Application(
        client_max_size=LARGEST_BODY, middlewares=[guard_responses, explain_problems, recognise_visitors]
    )
    assets = Assets.shipped()
    application[SERVICES] = services
    application[ASSETS] = assets
    application[TEMPLATES] = environment(assets)
    application[REGISTRY] = load_registry(services.translations)
    for page in discover("bot.web.pages", "PAGE", Page, key=lambda page: page.name).values():
        application.router.add_routes(page.routes)
    for add_routes in side_doors:
        add_routes(application)
    return application
