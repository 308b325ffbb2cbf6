"""Points from 1 to 10; they count at once."""

from __future__ import annotations

import re

from bot.acting import acts
from bot.acting.journal import undo_button, unteach
from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.naming import label, may_be_named
from bot.tokens import item_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.items import Item
from engine.errors import InvalidQuery

_SCORED = re.compile(r"(?P<title>.*\S)\s+(?P<score>\d{1,2}(?:[.,]\d)?)\s*(?:/\s*10)?\Z", re.DOTALL)
LOWEST, HIGHEST = 1, 10


async def _run(call: Call, text: str) -> Answer:
    match = _SCORED.match(text)
    if match is None or _is_title(call, text):
        return await with_title(call, "rate", text)
    _score(match["score"])
    return await with_title(call, "rate", match["title"], match["score"].replace(",", "."))


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    if not argument:
        tokens = [(score, item_token("rate", item.id, str(score))) for score in range(LOWEST, HIGHEST + 1)]
        scores = tuple(Action(str(score), token) for score, token in tokens if token)
        return Answer((Choice(call.speak.text("rate-how-many", title=label(call, item)), scores),))
    score = _score(argument)
    told = await acts.rate(call, item, score)
    shown = call.speak.number(score, 0 if score == int(score) else 1)
    said = call.speak.text("rate-done" if told.entry else "rate-already", title=label(call, item), score=shown)
    if told.entry is None:
        return Answer((Text(said),))
    return Answer((Text(said),), actions=(undo_button(call, told.entry),), about=item.id)


def _is_title(call: Call, text: str) -> bool:
    """“Apollo 13” is a title, not thirteen points for Apollo."""
    hits = call.services.snapshots.titles.find(text, limit=1, allowed=may_be_named(call))
    return bool(hits) and hits[0].exact


def _score(typed: str) -> float:
    try:
        score = float(typed.replace(",", "."))
    except ValueError:
        raise InvalidQuery("score-range", lowest=LOWEST, highest=HIGHEST) from None
    if not LOWEST <= score <= HIGHEST:
        raise InvalidQuery("score-range", lowest=LOWEST, highest=HIGHEST)
    return score


COMMAND = Command(
    "rate",
    _run,
    (Argument("title", Kind.TITLE), Argument("score", Kind.SCORE)),
    on_item=_on_item,
    undoes={"rate": unteach},
)
