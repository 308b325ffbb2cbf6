"""Cards of any mode within any filters."""

from __future__ import annotations

from bot.asking.answers import ask
from bot.asking.filtered import filtered_query
from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Answer

DEFAULT_MODE = "tonight"
_BY_THEMSELVES = frozenset({"similar", "mood", "grab"})
"""Modes that need a title or a sentence, or have something to say before."""


async def _run(call: Call, text: str) -> Answer:
    first, _, rest = text.partition(" ")
    command = call.registry.command(first)
    mode = command.name if command else first.casefold()
    if mode not in call.services.recommender.modes:
        return await ask(call, await filtered_query(call, DEFAULT_MODE, text))
    if mode in _BY_THEMSELVES:
        return await call.registry.commands[mode].run(call, rest.strip())
    return await ask(call, await filtered_query(call, mode, rest.strip()))


COMMAND = Command(
    "recommend",
    _run,
    (Argument("mode", Kind.MODE, required=False), Argument("filters", Kind.FILTERS, required=False)),
)
