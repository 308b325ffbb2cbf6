"""Asks for a title that is not here."""

from __future__ import annotations

from bot.call import Argument, Call, Command, Kind
from bot.requesting.answering import request, request_item
from bot.requesting.asking import requesting_of
from bot.requesting.finding import with_sought
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    requesting_of(call)
    return await with_sought(call, "request", text, request)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    return await request_item(call, item)


COMMAND = Command("request", _run, (Argument("title", Kind.TITLE),), on_item=_on_item)
