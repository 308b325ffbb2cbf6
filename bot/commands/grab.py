"""Worth grabbing: what is on no shelf here and should suit the asker, with a button to ask for it."""

from __future__ import annotations

from dataclasses import replace

from bot.asking.answers import ask
from bot.asking.filtered import filtered_query
from bot.call import Argument, Call, Command, Kind
from bot.requesting.grabbing import missing, nothing_yet
from bot.vocabulary import Answer, Card, Text


async def _run(call: Call, text: str) -> Answer:
    query = await filtered_query(call, "grab", text)
    answer = await ask(call, query)
    lines = missing(call)
    if not any(isinstance(part, Card) for part in answer.parts) and (said := nothing_yet(call)):
        return Answer((Text("\n".join((said, *lines))),))
    return replace(answer, parts=(*(Text(line) for line in lines), *answer.parts))


COMMAND = Command("grab", _run, (Argument("filters", Kind.FILTERS, required=False),))
