"""Why, and why not: the arithmetic of a score in sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from bot import explain
from bot.call import Call
from bot.cards.card import material
from bot.naming import label
from bot.tokens import item_token
from bot.vocabulary import Action, Answer, Text
from engine.domain.items import Item
from engine.domain.slate import ExclusionKind, Pick, WhyNot


async def why_answer(call: Call, pick: Pick, item: Item) -> Answer:
    """Every contribution with its share and the fact behind it, naming only what the asker may see."""
    found = await material(call, [pick], cards=False)
    told = replace(
        pick,
        evidence=found.citable(pick.evidence),
        influenced_by=tuple(one for one in pick.influenced_by if one.item_id in found.items),
    )
    heading = call.speak.text("why-heading", title=label(call, item))
    return Answer((Text("\n".join((heading, *explain.why(told, found.items, call.speak)))),))


async def why_not_answer(call: Call, item: Item) -> Answer:
    """What speaks against a title and what keeps it out, with a way to overrule it."""
    answer = await call.services.recommender.why_not(call.viewer.id, item.id, on=call.today)
    cited = chain.from_iterable(evidence.items for evidence in answer.evidence)
    excluding = (one.item_id for one in answer.exclusions if one.item_id)
    found = await material(call, [], {item.id, *cited, *excluding}, cards=False)
    told = replace(
        answer,
        evidence=found.citable(answer.evidence),
        exclusions=tuple(
            one if one.item_id in found.items else replace(one, item_id=None) for one in answer.exclusions
        ),
    )
    heading = call.speak.text("whynot-heading", title=label(call, item))
    lines = (heading, *explain.why_not(told, found.items, call.speak))
    return Answer((Text("\n".join(lines)),), actions=_overrides(call, told))


def _overrides(call: Call, answer: WhyNot) -> tuple[Action, ...]:
    kinds = {exclusion.kind for exclusion in answer.exclusions}
    if kinds & {ExclusionKind.WATCHED, ExclusionKind.IN_PROGRESS, ExclusionKind.ON_NO_SHELF}:
        return ()
    verb = "unhide" if ExclusionKind.HIDDEN in kinds else "override"
    token = item_token(verb, answer.item_id)
    return (Action(call.speak.text(f"press-{verb}"), token),) if token else ()
