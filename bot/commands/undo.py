"""Takes back the last thing done; again goes further back."""

from __future__ import annotations

from bot.acting.undoing import take_back
from bot.call import Call, Command
from bot.vocabulary import Answer


async def _run(call: Call, text: str) -> Answer:  # noqa: ARG001 - undo takes no argument
    return await take_back(call)


COMMAND = Command("undo", _run)
