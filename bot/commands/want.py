"""“Tell me when it can be played”; without a title: what one waits for."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.requesting.answering import wish, wishes
from bot.requesting.finding import with_sought
from bot.requesting.sought import Origin, of_item
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    if not text.strip():
        return await wishes(call)
    return await with_sought(call, "want", text, wish)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    return await wish(call, of_item(item), Origin(), item)


COMMAND = Command("want", _run, (Argument("title", Kind.TITLE, required=False),), aliases=("alerts",), on_item=_on_item)
