"""The service of the chat measurement, in a process of its own: a generated world behind one chat platform."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot import outside
from bot.app import translations
from bot.bench._bench import say
from bot.bench._house import House, open_house
from bot.delivery.post import Post
from bot.delivery.reception import Reception
from bot.dispatcher import Dispatcher
from bot.rubbish import settle
from bot.services import Services
from bot.settings import Settings
from bot.web.server import start_server
from engine.domain.records import Identity
from engine.testing.vectors import WordEmbedder
from engine.testing.worlds import Size


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be served, as the measuring process says it."""

    platform: str
    items: int
    seed: int
    storage: str
    accounts: tuple[str, ...]
    """The platform's ids of as many people."""


async def serve(order: Order) -> None:
    """Serve until standard input ends; says the side server's address once it is ready."""
    size = Size(order.items, len(order.accounts), seed=order.seed, longest=300)
    async with open_house(size, storage=order.storage) as house:
        await _shelve(house)
        await _link(house, order)
        clock, ids = outside.system_clock_and_ids()
        post = await Post.open(house.storage, clock, ids, np.random.default_rng(order.seed).random)
        services = _services(house, post)
        platform = outside.platform(order.platform)
        reception = Reception(services, Dispatcher(services), post, [platform])
        server = await start_server(services, "127.0.0.1", 0, reception.side_doors())
        settle()  # as the service does
        running = asyncio.ensure_future(reception.run())
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await server.close()


async def _shelve(house: House) -> None:
    """Cards are made from what is stored."""
    say("storing titles …")
    for items in house.world.batches():
        async with house.storage.unit() as unit:
            await unit.items.upsert(items)


async def _link(house: House, order: Order) -> None:
    async with house.storage.unit() as unit:
        for viewer, account in zip(house.viewers, order.accounts, strict=True):
            await unit.viewers.update(replace(viewer, locale="en"))  # the measuring side reads English buttons
            await unit.viewers.link(Identity(order.platform, account, viewer.id))


def _services(house: House, post: Post) -> Services:
    clock, ids = outside.system_clock_and_ids()
    return Services(
        settings=Settings(),
        storage=house.storage,
        snapshots=house.snapshots,
        profiles=house.profiles,
        recommender=house.recommender,
        intake=house.intake,
        embedder=WordEmbedder(),
        translations=translations(),
        clock=clock,
        ids=ids,
        page_url="http://127.0.0.1",
        post=post,
    )


def main() -> None:
    """``python -m bot.bench._chat_service``: the order is the first line of standard input."""
    told: dict[str, Any] = json.loads(sys.stdin.readline())
    accounts = tuple(told.pop("accounts"))
    asyncio.run(serve(Order(**told, accounts=accounts)))


if __name__ == "__main__":
    main()
