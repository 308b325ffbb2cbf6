"""Pause, go on or stop what is on."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.playing.sessions import control
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    verb, code = read_words(rest, 2)
    return await control(call, verb, code)


PRESS = PressVerb("control", on_word=_on_word)
