"""Drawn by lot from the good ones: short form of ``/recommend shuffle``."""

from __future__ import annotations

from bot.answers import ask
from bot.call import Call
from bot.command import Argument, Command, Kind
from bot.filter_asking import filtered_query
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    return await ask(call, await filtered_query(call, "shuffle", text))


COMMAND = Command("shuffle", _run, (Argument("filters", Kind.FILTERS, required=False),))
