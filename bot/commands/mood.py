"""Picks for a mood told in one's own words."""

from __future__ import annotations

from bot.asking.answers import ask, query
from bot.call import Argument, Call, Command, Kind
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    if not text:
        raise InvalidQuery("mood-missing", usage=call.speak.text("command-mood.usage"))
    return await ask(call, query(call, "mood", text=text))


COMMAND = Command("mood", _run, (Argument("text", Kind.TEXT),))
