"""One title: what it is, how it fits and why, and what the person says of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from aiohttp import web
from markupsafe import Markup

from bot import explain
from bot.asking.answers import query
from bot.call import Call
from bot.cards.card import Material, files, material
from bot.cards.facts import badges, facts
from bot.charts.breakdown import Part, breakdown
from bot.explain.accounts import balanced, label
from bot.naming import may_be_named
from bot.playing.looking import look_into
from bot.web.calls import call_of, item_of
from bot.web.flash import flash_for
from bot.web.page import Page
from bot.web.shown import SmallTitle, small
from bot.web.standing import NONE, standings
from bot.web.templating import chart, render
from engine.domain.items import CreditRole, Item
from engine.domain.slate import WhyNot
from engine.errors import InvalidQuery

SIMILAR, ACTORS = 6, 8
POINTS = 100
"""Contributions are shown in hundredths of a score."""


async def show(request: web.Request) -> web.Response:
    """The page of a title. A forbidden one and an unknown one get the same 404."""
    call = call_of(request)
    item = await item_of(call, request.match_info["item_id"])
    answer = await _breakdown(call, item)
    await look_into(call.services, call.viewer, item)
    found = await _material(call, item, answer)
    told = _citable(answer, found)
    stands = await standings(call, {item.id})
    return render(
        request,
        "item.html",
        item=item,
        title=call.speak.title(item),
        facts=facts(item, call.speak),
        badges=_badges(call, item, found),
        files=files(call, item, found),
        play=found.copies.link(item.id),
        synopsis=item.synopsis_in(call.speak.locale) or "",
        details=_details(call, item),
        people=_people(call, item),
        franchise=await _franchise(call, item),
        standing=stands.get(item.id, NONE),
        match=call.speak.percent(answer.match),
        share=round(answer.match * 100),
        picture=_picture(call, answer),
        reasons=_reasons(call, told, found),
        against=_exclusions(call, told, found),
        similar=await _similar(call, item),
        own_flash=await flash_for(call, request.query),
    )


async def _breakdown(call: Call, item: Item) -> WhyNot:
    """The score taken apart; a title that only just came and is not in the catalogue yet is not there yet."""
    try:
        return await call.services.recommender.breakdown(call.viewer.id, item.id)
    except InvalidQuery:
        raise web.HTTPNotFound from None


async def _material(call: Call, item: Item, answer: WhyNot) -> Material:
    cited = chain.from_iterable(evidence.items for evidence in answer.evidence)
    excluding = (one.item_id for one in answer.exclusions if one.item_id)
    return await material(call, (), {item.id, *cited, *excluding})


def _citable(answer: WhyNot, found: Material) -> WhyNot:
    kept = tuple(one for one in answer.exclusions if one.item_id is None or one.item_id in found.items)
    return replace(answer, evidence=found.citable(answer.evidence), exclusions=kept)


def _badges(call: Call, item: Item, found: Material) -> list[str]:
    parts = found.parts.get(item.id, 0)
    return badges(
        item, call.speak, open_libraries=call.viewer.library_ids, now=call.now, parts=parts, copies=found.copies
    )


def _details(call: Call, item: Item) -> list[tuple[str, str]]:
    """Label and value of what is known, in the order of interest."""
    speak = call.speak
    title = speak.title(item)
    known = (
        ("genres", speak.list([speak.genre(genre) for genre in item.genres])),
        ("original-title", item.original_title if item.original_title != title else ""),
        ("countries", speak.list([speak.country(code) for code in item.countries])),
        ("language", speak.language(item.language) if item.language else ""),
        ("votes", _votes(call, item)),
        ("keywords", ", ".join(map(speak.tone, item.keywords[:12]))),
    )
    return [(speak.text(f"web-detail-{name}"), value) for name, value in known if value]


def _votes(call: Call, item: Item) -> str:
    if item.vote_average is None or not item.vote_count:
        return ""
    return call.speak.text("web-votes", average=call.speak.number(item.vote_average, 1), count=item.vote_count)


def _people(call: Call, item: Item) -> list[tuple[str, tuple[str, ...]]]:
    """Role and names, leading roles first."""
    told = [
        (call.speak.text(f"web-role-{role}", count=len(item.people(role))), item.people(role)) for role in CreditRole
    ]
    return [(role, names[:ACTORS]) for role, names in told if names]


async def _franchise(call: Call, item: Item) -> list[SmallTitle]:
    """The parts of the series that the person may know of, in order; nothing for a single one."""
    catalogue, named = call.services.snapshots.current, may_be_named(call)
    row = catalogue.index.get(item.id)
    if item.collection is None or row is None or (series := int(catalogue.collection[row])) < 0:
        return []
    rows = [int(one) for one in (catalogue.collection == series).nonzero()[0]]
    rows.sort(key=lambda one: (int(catalogue.collection_order[one]) or 999, int(catalogue.year[one])))
    allowed = [item_id for one in rows if named(item_id := catalogue.ids[one])]
    # the catalogue in memory may be a while behind; what may be shown is what storage says now
    items = await call.services.recommender.permitted_items(call.viewer.id, allowed)
    return [small(call, items[one]) for one in allowed if one in items] if len(items) > 1 else []


def _picture(call: Call, answer: WhyNot) -> Markup:
    """The waterfall; its points add up to the sum, as they do in the chat."""
    ordered = sorted(answer.contributions, key=lambda one: -one.value)
    tenths = balanced([one.value for one in ordered], answer.score)
    parts = [
        Part(label(one.name, call.speak), one.value, call.speak.signed(points / 10, 1))
        for one, points in zip(ordered, tenths, strict=True)
        if points
    ]
    total = Part(call.speak.text("web-total"), answer.score, call.speak.signed(answer.score * POINTS, 1))
    spoken = call.speak.list([f"{one.label} {one.figure}" for one in parts])
    return chart(breakdown(parts, total=total, title=call.speak.text("web-breakdown"), description=spoken))


def _reasons(call: Call, told: WhyNot, found: Material) -> list[tuple[str, bool]]:
    """Sentence, and whether it speaks for the title; what moved the score most comes first."""
    ordered = sorted(told.evidence, key=lambda one: -abs(one.value))
    sentences = {
        explain.sentence(one, found.items, call.speak, variant=place): one.value >= 0
        for place, one in enumerate(ordered)
    }
    return list(sentences.items())


def _exclusions(call: Call, told: WhyNot, found: Material) -> list[str]:
    """What keeps it out of the picks at present."""
    lines = explain.why_not(replace(told, contributions=(), evidence=()), found.items, call.speak)
    return lines[: len(told.exclusions)]


async def _similar(call: Call, item: Item) -> list[SmallTitle]:
    question = replace(query(call, "similar", limit=SIMILAR), seed_item_id=item.id)
    slate = await call.services.recommender.recommend(question)
    ids = [pick.item_id for pick in slate.picks]
    allowed = await call.services.recommender.permitted(call.viewer.id, ids)
    items = await call.items(allowed)
    return [small(call, items[one]) for one in ids if one in items]


PAGE = Page("item", (web.get("/item/{item_id:.{1,600}}", show),))
