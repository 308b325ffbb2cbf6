"""Something for tonight: short form of ``/recommend tonight``."""

from __future__ import annotations

from bot.asking.answers import ask
from bot.asking.filtered import filtered_query
from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    return await ask(call, await filtered_query(call, "tonight", text))


COMMAND = Command("tonight", _run, (Argument("filters", Kind.FILTERS, required=False),))
