"""The devices one may play on, and which of them is the usual one."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.filters.words import fold
from bot.people.words import words_of
from bot.playing.chosen import choose
from bot.playing.telling import told
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return await told(call)
    if fold(text) not in words_of(call, "devices-words-none"):
        raise InvalidQuery("devices-unknown", typed=text)
    await choose(call.services, call.viewer.id, None)
    return await told(call)


COMMAND = Command("devices", _run, (Argument("what", Kind.TEXT, required=False),))
