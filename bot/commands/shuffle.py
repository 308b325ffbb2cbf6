"""Drawn by lot from the good ones: short form of ``/recommend shuffle``."""

from __future__ import annotations

from bot.asking.answers import ask
from bot.asking.filtered import filtered_query
from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    return await ask(call, await filtered_query(call, "shuffle", text))


COMMAND = Command("shuffle", _run, (Argument("filters", Kind.FILTERS, required=False),))
