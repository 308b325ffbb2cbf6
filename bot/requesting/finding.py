"""From what was typed to one title, here or in the world, or to a short list to choose from."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Sequence

from bot.asking.titles import find
from bot.call import Call
from bot.requesting.sought import Sought, by_id, named, of_candidate, of_item, on_open_shelf
from bot.syncing.recognising import folded
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice
from engine.domain.acquisition import Candidate
from engine.domain.items import Item, MediaType
from engine.errors import InvalidQuery, RecommendarrError

_log = logging.getLogger(__name__)
MOST = 6
"""Titles to choose from."""
_YEAR = re.compile(r"\s*[(\[]?((?:18|19|20)\d\d)[)\]]?\Z")
_QUOTES = "\"'“”„‟«»‹›‘’ "
Then = Callable[[Call, Sought], Awaitable[Answer]]


async def with_sought(call: Call, verb: str, text: str, then: Then) -> Answer:
    """``then`` with the title that ``text`` means; buttons of ``verb`` where it may mean several.

    The catalogue first, as far as the asker may know it, then TMDB. Raises InvalidQuery: ``title-missing``,
    ``title-unknown``.
    """
    wanted = text.strip(_QUOTES)
    if not wanted:
        raise InvalidQuery("title-missing", usage=call.speak.text(f"command-{verb}.usage"))
    found = await find(call, text)
    if isinstance(found, Item):
        sought = of_item(found)
        others = await _others(call, wanted, sought) if on_open_shelf(call, sought) else []
        return _chooser(call, verb, wanted, [sought, *others]) if others else await then(call, sought)
    near = await call.services.recommender.permitted_items(call.viewer.id, [hit.item_id for hit in found.choices])
    told = await _searched(call, wanted)
    exact = _exact(told, wanted)
    if len(exact) == 1 and not near:
        return await then(call, await by_id(call, of_candidate(exact[0]).item_id))
    choices = [of_item(near[hit.item_id]) for hit in found.choices if hit.item_id in near]
    known = {key for one in choices for key in one.keys}
    choices += [one for one in map(of_candidate, exact or told) if one.item_id not in known]
    if not choices:
        raise InvalidQuery("title-unknown", title=wanted)
    return _chooser(call, verb, wanted, choices)


async def _others(call: Call, wanted: str, here: Sought) -> list[Sought]:
    """Titles of the same name that are meant perhaps, as that one is here already; none where a year was typed."""
    if _YEAR.search(wanted):
        return []
    try:
        same = _exact(await _searched(call, wanted), wanted)
    except RecommendarrError as error:
        _log.info("other titles of that name could not be looked up: %s", error.key)
        return []
    return [one for one in map(of_candidate, same) if one.item_id not in here.keys]


async def _searched(call: Call, wanted: str) -> list[Candidate]:
    metadata = call.services.stack.metadata if call.services.stack else None
    if metadata is None:
        return []
    year = _YEAR.search(wanted)
    title = wanted[: year.start()] if year else wanted
    if not title.strip():  # a title may be a year
        title, year = wanted, None
    return await metadata.search(title, year=int(year[1]) if year else None)


def _exact(found: Sequence[Candidate], wanted: str) -> list[Candidate]:
    """Those that are called so, of the year that was typed."""
    year = _YEAR.search(wanted)
    names = {folded(wanted), folded(wanted[: year.start()] if year else wanted)}
    same = [one for one in found if names & {folded(name) for name in (one.title, *one.titles)}]
    dated = [one for one in same if year and one.year == int(year[1])]
    return dated or same


def _chooser(call: Call, verb: str, wanted: str, choices: Sequence[Sought]) -> Answer:
    actions = list[Action]()
    for one in choices[:MOST]:
        kind = call.speak.domain(MediaType(one.item_id.partition(":")[0]))
        label = f"{named(call, one)} · {kind}"
        label = call.speak.text("request-choice-here", title=label) if on_open_shelf(call, one) else label
        if token := word_token("ask", verb, one.item_id):
            actions.append(Action(label, token))
    return Answer((Choice(call.speak.text("choose-which", title=wanted), tuple(actions)),))
