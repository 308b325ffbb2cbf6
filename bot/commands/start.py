"""Says hello: who is asked for, and what can be typed first."""

from __future__ import annotations

from bot.call import Call, Command
from bot.vocabulary import Answer, Text


async def _run(call: Call, text: str) -> Answer:  # noqa: ARG001 - start takes no argument
    key = "start-demo" if call.services.demo else "start"
    return Answer((Text(call.speak.text(key, person=call.viewer.name)),))


COMMAND = Command("start", _run)
