"""The conversations that every platform must pass, through Telegram's own protocol."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from tests.contracts.chat_service import ChatServiceContract
from tests.contracts.driver import Driver
from tests.fakes.telegram.driver import TelegramDriver, open_driver

pytestmark = pytest.mark.untraced


class TestTelegramService(ChatServiceContract):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        return strict_driver()


@asynccontextmanager
async def strict_driver() -> AsyncGenerator[Driver]:
    """In the end nobody may have broken the official description."""
    async with open_driver() as driver:
        yield driver
        assert isinstance(driver, TelegramDriver)
        assert not driver.fake.wrong
