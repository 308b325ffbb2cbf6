"""What is on now."""

from __future__ import annotations

from bot.call import Call, Command
from bot.playing.sessions import playing
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:  # noqa: ARG001 - there is only one question
    return await playing(call)


COMMAND = Command("playing", _run)
