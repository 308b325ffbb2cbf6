"""What one asked for, and how far it is; an admin decides about what waits."""

from __future__ import annotations

from bot.call import Call, Command
from bot.requesting.listing import requests_answer
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:  # noqa: ARG001 - there is nothing to add
    return await requests_answer(call)


COMMAND = Command("requests", _run, aliases=("approve",))
