"""What was learned of a person, for their own eyes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aiohttp import web
from markupsafe import Markup

from bot.call import Call
from bot.cards.taste import taste_radar
from bot.charts.heat import Cell, heat_strip
from bot.charts.raster import png_of
from bot.web.calls import call_of
from bot.web.card_links import TOKEN, UNLISTED, read_taste_link
from bot.web.page import Page
from bot.web.shown import SmallTitle, small
from bot.web.state import SERVICES
from bot.web.templating import chart, render
from engine.domain.items import Item, MediaType
from engine.domain.taste_view import HistoryEntry, TasteView

PEOPLE, MOODS, DISLIKED, HISTORY = 8, 8, 12, 30
PICTURE_WIDTH = 800
"""Pixels: twice what a telephone shows."""


async def show(request: web.Request) -> web.Response:
    """Genres, people, moods, dislikes, history and habits, of one domain or of all."""
    call = call_of(request)
    domain = next((one for one in MediaType if one == request.query.get("domain")), None)
    view = await call.services.profiles.view(call.viewer, domain)
    page, pages = _page(request.query.get("page", ""), len(view.history))
    history = view.history[(page - 1) * HISTORY : page * HISTORY]
    items = await _permitted(call, view, history)
    return render(
        request,
        "taste.html",
        domain=domain,
        domains=[(one, call.speak.text(f"domains-{one}")) for one in MediaType],
        view=view,
        genres=_genres(call, view),
        radar=chart(drawn) if (drawn := taste_radar(view, call.speak)) else None,
        people=_people(call, view, items),
        moods=_moods(call, view, items),
        disliked=[small(call, items[one]) for one in view.disliked[:DISLIKED] if one in items],
        months=_months(call, history, items),
        hours=_hours(call, view),
        weekdays=_weekdays(call, view),
        page=page,
        pages=pages,
    )


async def picture(request: web.Request) -> web.Response:
    """The web of genres alone, for the chat in which somebody asked for it; what is not to be shown is a 404."""
    services = request.app[SERVICES]
    link = await read_taste_link(services, request.match_info["token"])
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(link.viewer_id) if link else None
    if link is None or viewer is None:
        raise web.HTTPNotFound
    domain = next((one for one in MediaType if one == link.item_id), None)
    view = await services.profiles.view(viewer, domain)
    drawn = taste_radar(view, services.translations.to(link.locale), alone=True)
    if not drawn:
        raise web.HTTPNotFound
    body = await png_of(drawn, PICTURE_WIDTH)
    headers = {"X-Robots-Tag": UNLISTED, "Cache-Control": "private, no-store"}
    return web.Response(body=body, content_type="image/png", headers=headers)


def _page(typed: str, entries: int) -> tuple[int, int]:
    pages = max(1, -(-entries // HISTORY))
    wanted = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
    return min(max(wanted, 1), pages), pages


async def _permitted(call: Call, view: TasteView, history: Sequence[HistoryEntry]) -> dict[str, Item]:
    wanted = {entry.item_id for entry in history} | set(view.disliked[:DISLIKED])
    for group in (*view.people[:PEOPLE], *view.moods[:MOODS]):
        wanted.update(group.item_ids[:4])
    return await call.items(await call.services.recommender.permitted(call.viewer.id, wanted))


def _genres(call: Call, view: TasteView) -> list[tuple[str, str, bool]]:
    """Name, how much of it was finished, and whether it is liked."""
    known = sorted((one for one in view.genres if one.started), key=lambda one: -one.affinity)
    told = call.speak.text
    return [
        (
            call.speak.genre(one.genre),
            told("web-finished", finished=one.finished, started=one.started),
            one.affinity > 0,
        )
        for one in known
    ]


def _people(call: Call, view: TasteView, items: Mapping[str, Item]) -> list[tuple[str, str, list[SmallTitle]]]:
    return [
        (one.name, call.speak.text(f"role-{one.role}"), shown)
        for one in view.people[:PEOPLE]
        if one.affinity > 0 and (shown := [small(call, items[i]) for i in one.item_ids[:4] if i in items])
    ]


def _moods(call: Call, view: TasteView, items: Mapping[str, Item]) -> list[tuple[str, str, str, list[SmallTitle]]]:
    """Genres, words, share and the posters of the mosaic."""
    told: list[tuple[str, str, str, list[SmallTitle]]] = []
    for mood in view.moods[:MOODS]:
        shown = [small(call, items[one]) for one in mood.item_ids[:4] if one in items]
        if shown:
            genres = " · ".join(call.speak.genre(genre) for genre in mood.genres[:3])
            words = ", ".join(map(call.speak.tone, mood.keywords[:4]))
            told.append((genres, words, call.speak.percent(mood.share), shown))
    return told


def _months(
    call: Call, history: Sequence[HistoryEntry], items: Mapping[str, Item]
) -> list[tuple[str, list[tuple[SmallTitle, str, str]]]]:
    """Month, and in it: title, day, what happened."""
    try:
        zone = ZoneInfo(call.viewer.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo("UTC")
    seen = [(entry, entry.at.astimezone(zone).date()) for entry in history if entry.item_id in items]
    return [
        (month, [(small(call, items[one.item_id]), call.speak.date(day), _event(call, one)) for one, day in group])
        for month, group in groupby(seen, key=lambda pair: call.speak.month(pair[1]))
    ]


def _event(call: Call, entry: HistoryEntry) -> str:
    if entry.rating is not None:
        rating = call.speak.number(entry.rating, 0 if entry.rating == int(entry.rating) else 1)
        return call.speak.text("web-event-rating", rating=rating)
    if entry.completion is not None and entry.completion < 0.8:
        return call.speak.text("web-event-part", share=call.speak.percent(entry.completion))
    return call.speak.text(f"web-event-{entry.kind}", times=entry.times)


def _hours(call: Call, view: TasteView) -> Markup | None:
    if not any(view.hours):
        return None
    cells = [
        Cell(count, call.speak.text("web-hour", hour=hour, count=count), str(hour) if hour % 6 == 0 else "")
        for hour, count in enumerate(view.hours)
    ]
    return chart(heat_strip(cells, title=call.speak.text("web-hours")))


def _weekdays(call: Call, view: TasteView) -> Markup | None:
    if not any(view.weekdays):
        return None
    names = call.speak.text("web-weekdays").split()
    cells = [Cell(count, f"{name}: {count}", name) for name, count in zip(names, view.weekdays, strict=False)]
    return chart(heat_strip(cells, title=call.speak.text("web-days")))


PAGE = Page("taste", (web.get("/taste", show), web.get(f"/taste/{TOKEN}.png", picture)))
