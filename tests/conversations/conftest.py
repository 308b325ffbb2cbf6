"""A fresh household for every conversation."""

from __future__ import annotations

import pytest

from tests.conversations.household import House, open_house


@pytest.fixture
async def house() -> House:
    return await open_house()


@pytest.fixture
async def demo() -> House:
    return await open_house(demo=True)
