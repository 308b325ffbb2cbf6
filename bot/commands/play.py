"""Plays a title on one of the person's devices."""

from __future__ import annotations

from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.playing.starting import offer
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    return await with_title(call, "play", text)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    return await offer(call, item, ask=argument == "ask")


COMMAND = Command("play", _run, (Argument("title", Kind.TITLE),), on_item=_on_item)
