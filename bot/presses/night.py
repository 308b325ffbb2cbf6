"""What everybody may do on a group's evening but vote: in, out, show, decide, go on, start anew."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.grouping import deeds
from bot.grouping.opening import open_night, standing
from bot.grouping.rooms import going_on
from bot.tokens import read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery

_DEEDS = {"in": deeds.come, "out": deeds.go, "show": deeds.show, "decide": deeds.decide}


async def _on_word(call: Call, rest: str) -> Answer:
    night_id, word = read_words(rest, 2)
    if word == "on":
        return await standing(call, await going_on(call, night_id), replaces=True)
    if word == "new":
        return await open_night(call, "", anew=True, instead_of=night_id)
    if word not in _DEEDS:
        raise InvalidQuery("button-unknown")
    return await _DEEDS[word](call, night_id)


PRESS = PressVerb("night", on_word=_on_word, private=False, for_strangers=True)
"""Everybody who is in may press it, and so may those who come by pressing it."""
