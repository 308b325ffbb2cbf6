"""The language the service speaks to a person, here and in every chat."""

from __future__ import annotations

from aiohttp import web

from bot.web.calls import call_of
from bot.web.flash import Flash, way_back
from bot.web.page import Page
from bot.web.templating import render
from bot.web.visitor import read_form


async def show(request: web.Request) -> web.Response:
    """The languages there are, each named in itself."""
    call = call_of(request)
    voices = [call.services.translations.to(tag) for tag in call.services.translations.locales]
    languages = [(voice.locale, voice.language(voice.locale).capitalize()) for voice in voices]
    flash = Flash(call.speak.text("web-language-done")) if "changed" in request.query else None
    return render(request, "language.html", languages=languages, chosen=call.speak.locale, flash=flash)


async def change(request: web.Request) -> web.Response:
    """Keeps the choice for every place where the person meets the service."""
    call, form = call_of(request), await read_form(request)
    wanted = form.get("language", "")
    if wanted not in call.services.translations.locales:
        raise web.HTTPBadRequest
    await call.registry.commands["language"].run(call, wanted)
    raise web.HTTPSeeOther(way_back("/language", changed="1"))


PAGE = Page("language", (web.get("/language", show), web.post("/language", change)))
