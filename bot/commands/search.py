"""Looks up titles and people."""

from __future__ import annotations

from bot.asking.titles import known
from bot.call import Argument, Call, Command, Kind
from bot.cards.buttons import title_buttons
from bot.cards.card import material, title_card
from bot.naming import labels, may_be_named
from bot.vocabulary import Answer, Part, Text
from engine.errors import InvalidQuery
from engine.search.hits import PLAUSIBLE, PersonHit

_TITLES, _PEOPLE, _OF_A_PERSON = 5, 3, 6


async def _run(call: Call, text: str) -> Answer:
    if not text:
        raise InvalidQuery("title-missing", usage=call.speak.text("command-search.usage"))
    index, allowed = call.services.snapshots.titles, may_be_named(call)
    people = [hit for hit in index.find_people(text, limit=_PEOPLE, allowed=allowed) if hit.score >= PLAUSIBLE]
    hits = index.find(text, limit=_TITLES, allowed=allowed)
    near = [hit for hit in hits if hit.score >= PLAUSIBLE] or ([] if people else hits)
    items = await known(call, [hit.item_id for hit in near])
    told = [line for hit in people if (line := await _person(call, hit))]
    if not items and not told:
        raise InvalidQuery("search-nothing", text=text)
    parts: list[Part] = [Text("\n".join(told))] if told else []
    if near and near[0].score < PLAUSIBLE:
        parts.append(Text(call.speak.text("search-near", text=text)))
    found = await material(call, [], [item.id for item in items])
    parts.extend(
        title_card(call, item, found, number=number, actions=title_buttons(item.id, call.speak))
        for number, item in enumerate(items, start=1)
    )
    return Answer(tuple(parts))


async def _person(call: Call, hit: PersonHit) -> str:
    items = await known(call, list(hit.item_ids[: 2 * _OF_A_PERSON]))
    if not items:
        return ""
    return call.speak.text("search-person", person=hit.name, titles=labels(call, items[:_OF_A_PERSON]))


COMMAND = Command("search", _run, (Argument("text", Kind.TEXT),))
