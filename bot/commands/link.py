"""Joins this account, or another one, to a person: one profile on every platform."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.people.confirming import ask_first, do_it, hand_out, leave_it
from bot.people.words import is_no, is_yes
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return await hand_out(call)
    if is_yes(call, text):
        return await do_it(call)
    return await (leave_it(call) if is_no(call, text) else ask_first(call, text))


COMMAND = Command("link", _run, (Argument("code", Kind.TEXT, required=False),), for_strangers=True)
