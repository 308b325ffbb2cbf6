"""A whole command on a button."""

from __future__ import annotations

from bot.asking.running import run_line
from bot.call import Call, PressVerb
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    (line,) = read_words(rest)
    return await run_line(call, line)


PRESS = PressVerb("run", on_word=_on_word)
