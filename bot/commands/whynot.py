"""What speaks against a title, and the way to overrule it."""

from __future__ import annotations

from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.cards.reasons import why_not_answer
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    return await with_title(call, "whynot", text)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    return await why_not_answer(call, item)


COMMAND = Command("whynot", _run, (Argument("title", Kind.TITLE),), on_item=_on_item)
