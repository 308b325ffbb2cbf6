"""What every platform must do, and the conversations that every platform must pass, through Discord's own protocol."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from adapters.chat.discord.outbound import write
from bot.vocabulary import Answer
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.contracts.chat_service import ChatServiceContract
from tests.contracts.driver import Driver, label, told, until
from tests.contracts.service import Service, serving
from tests.conversations.household import House
from tests.fakes.discord.driver import DiscordDriver, open_driver
from tests.fakes.discord.people import literal

pytestmark = pytest.mark.untraced


@asynccontextmanager
async def strict_driver() -> AsyncGenerator[Driver]:
    """In the end nobody may have broken the official description."""
    async with open_driver(strict=True) as driver:
        yield driver
        assert isinstance(driver, DiscordDriver)
        assert not driver.fake.wrong


class TestDiscordService(ChatServiceContract):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        return strict_driver()

    async def test_more_stays_under_the_last_card_whatever_becomes_of_that(
        self, service: Service, driver: Driver
    ) -> None:
        await driver.say("/tonight 1")
        (card,) = await until(driver, lambda seen: len(seen) == 1)
        for word in ("like", "save"):
            await driver.press(label(card, word), on=card)
            seen = await until(driver, lambda seen, before=card: seen[0].buttons != before.buttons)
            assert [name for name in seen[0].buttons if name in {"↩ Undo", "More"}] == ["↩ Undo", "More"]
            card = seen[0]
        await driver.press("More", on=card)
        await until(driver, lambda seen: len(seen) == 2)


class TestDiscord(ChatAdapterContract):
    folder = "discord"

    def written(self, answer: Answer) -> list[str]:
        bodies = [message.body() for message in write(answer, "http://127.0.0.1:8420")]
        return ["\n".join(_texts(body)) for body in bodies]

    async def converse(self, house: House, *lines: str) -> str:
        async with strict_driver() as driver, serving(house.storage, driver, furnished=True) as service:
            for line in lines:
                before = len(driver.read())
                await driver.say(line)
                await until(driver, lambda seen, before=before: len(seen) > before)
                await service.quiet()
            return told(driver.read())


def _texts(value: object) -> list[str]:
    """Every text of a body, as it is read."""
    if isinstance(value, dict):
        return [text for name, one in value.items() if name != "custom_id" for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [literal(value)] if isinstance(value, str) else []
