"""A fresh household in Talk for every test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.adapters.chat.nextcloud_talk.world import Home, at_home


@pytest.fixture
async def home() -> AsyncIterator[Home]:
    """Talk 21."""
    async with at_home() as opened:
        yield opened


@pytest.fixture(params=["19.0.15", "21.1.0", "22.0.9"])
async def any_home(request: pytest.FixtureRequest) -> AsyncIterator[Home]:
    """Every kind of server."""
    async with at_home(version=request.param) as opened:
        yield opened
