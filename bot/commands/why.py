"""The true reasons for a pick on the table."""

from __future__ import annotations

from bot.asking.table import latest_slate
from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.cards.reasons import why_answer, why_not_answer
from bot.vocabulary import Answer
from engine.domain.items import Item
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    if not text:
        await latest_slate(call)  # where nothing was shown, a bare “why” means no title
    return await with_title(call, "why", text or "1")


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    try:
        slate = await latest_slate(call)
    except InvalidQuery:
        return await why_not_answer(call, item)
    pick = next((pick for pick in slate.picks if pick.item_id == item.id), None)
    return await (why_answer(call, pick, item) if pick else why_not_answer(call, item))


COMMAND = Command("why", _run, (Argument("pick", Kind.PICK, required=False),), on_item=_on_item)
