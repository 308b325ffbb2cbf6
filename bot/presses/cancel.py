"""Takes a request back."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.requesting.cancelling import ask_to_cancel, cancel, kept
from bot.tokens import read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    word, request_id = read_words(rest, 2)
    if word == "ask":
        return await ask_to_cancel(call, request_id)
    if word == "yes":
        return await cancel(call, request_id)
    if word == "no":
        return kept(call)
    raise InvalidQuery("button-unknown")


PRESS = PressVerb("cancel", on_word=_on_word)
