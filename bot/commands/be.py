"""Demo only: to be another person of the household."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.people.household import become, named, who
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return await who(call, "be-who")
    viewer = await named(call, text)
    return await (become(call, viewer) if viewer else who(call, "be-unknown"))


COMMAND = Command("be", _run, (Argument("name", Kind.PERSON),), demo_only=True, for_strangers=True)
