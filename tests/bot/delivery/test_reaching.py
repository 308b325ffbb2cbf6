"""What waits for a private way to somebody, and is told there when they are back, on platforms as they are."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from bot.people.releasing import release
from bot.vocabulary import Account, Answer, Room, Text
from engine.testing.memory import MemoryStorage
from tests.contracts.driver import Driver, told, until
from tests.contracts.service import Service, serving
from tests.fakes.discord.driver import DiscordDriver
from tests.fakes.telegram.driver import TelegramDriver


async def shut(driver: Driver) -> Callable[[], None]:
    """Anna takes nothing in private; what is given back opens it."""
    if isinstance(driver, DiscordDriver):
        await driver.block("anna")
        return lambda: None  # a command in a room can be answered for her alone all the same
    assert isinstance(driver, TelegramDriver)
    anna = driver.fake.person(int(driver.account("anna")), "Anna")
    anna.started = False
    return lambda: setattr(anna, "started", True)


async def tell(service: Service, text: str) -> None:
    anna = Account(service.platform.name, service.driver.account("anna"))
    room = Room(anna.id, private=False)
    assert await service.post.tell(anna, room, Answer((Text(text),)), locale="en") is not None
    await service.quiet()


@pytest.mark.parametrize(("platform", "room"), [("discord", "general"), ("telegram", "")])
async def test_what_she_alone_may_read_waits_until_she_is_there(platform: str, room: str) -> None:
    async with (
        importlib.import_module(f"tests.fakes.{platform}.driver").open_driver() as driver,
        serving(MemoryStorage(), driver) as service,
    ):
        opens = await shut(driver)
        await tell(service, "Dune is ready.")
        await tell(service, "Radarr is gone.")
        assert await service.waiting() == (0, 0, 0)
        await service.restart()
        assert await release(service.services) == 0
        opens()
        await driver.say("/me", room=room)
        seen = await until(driver, lambda seen: "Radarr is gone." in told(seen), room=room)
        assert ["You are Anna" in seen[0].text, "Dune is ready." in seen[1].text, len(seen)] == [True, True, 2]
        assert all(one.private for one in seen)
        await service.quiet()
        assert await service.waiting() == (0, 0, 0)
        await driver.say("/me", room=room)
        await until(driver, lambda seen: len(seen) == 3, room=room)
