"""The conversations of all platforms, through Talk."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from tests.contracts.chat_service import ChatServiceContract
from tests.contracts.driver import Driver
from tests.fakes.talk.driver import open_driver

pytestmark = pytest.mark.untraced


@asynccontextmanager
async def opened(version: str) -> AsyncGenerator[Driver]:
    """With a data directory, in which the key of the public links is kept."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_driver(version) as driver:
            driver.environment = {**driver.environment, "RECOMMENDARR_DATA_DIR": folder}
            yield driver


class TestTalk21(ChatServiceContract):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        return opened("21.1.0")


class TestTalk19(ChatServiceContract):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        return opened("19.0.15")
