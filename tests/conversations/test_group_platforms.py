"""A group's evening through every platform: coming, choosing, voting and the end, with a restart in the middle."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.storage import open_storage
from tests.contracts.driver import Driver, Seen, until
from tests.contracts.service import Service, serving

ROOM = "lounge"


@pytest.fixture(params=["template", "telegram", "discord", "nextcloud_talk"])
async def driver(request: pytest.FixtureRequest) -> AsyncIterator[Driver]:
    async with importlib.import_module(f"tests.fakes.{request.param}.driver").open_driver() as opened:
        yield opened


@pytest.fixture
async def service(driver: Driver, tmp_path: Path) -> AsyncIterator[Service]:
    storage = await open_storage(None, tmp_path)
    async with serving(storage, driver) as running:
        async with storage.unit() as unit:
            await unit.viewers.set_access("v-none", ["films"])
        yield running
    await storage.close()


async def test_a_room_decides_together(service: Service, driver: Driver) -> None:
    if "rooms" not in driver.able:
        pytest.skip(f"{driver.name} has no rooms")
    await driver.say("/group", room=ROOM)
    opened = await one_with(driver, "In (1)")
    await press(driver, "in", "ben", on=opened)
    opened = await one_with(driver, "Ben")
    await press(driver, "in", "dora", on=opened)
    opened = await one_with(driver, "In (3)")
    await service.restart()
    await press(driver, "show", "anna", on=opened)
    await until(driver, lambda seen: any("one veto" in one.text for one in seen), room=ROOM)
    await service.quiet()
    voted = [one for one in driver.read(room=ROOM) if "at least" in one.text]
    assert len(voted) >= 3
    assert all("Anna: " in one.text and "Ben: " in one.text and "Guest: " in one.text for one in voted)
    await press(driver, "vote", "anna", on=voted[1])
    await service.quiet()
    await press(driver, "vote", "ben", on=voted[1])
    await service.quiet()
    await press(driver, "vote", "dora", on=voted[1])
    done = await one_with(driver, "Decided")
    assert "3 of 3" in done.text
    assert not [one for one in driver.read(room=ROOM) if "went wrong" in one.text]


async def one_with(driver: Driver, word: str) -> Seen:
    """The latest message of the room that says ``word``."""
    seen = await until(driver, lambda seen: any(word in one.text for one in seen), room=ROOM)
    return next(one for one in reversed(seen) if word in one.text)


async def press(driver: Driver, deed: str, who: str, *, on: Seen) -> None:
    """The button for it, or what may be typed in its place."""
    words = {"in": "i’m in", "show": "show", "vote": "vote"}
    found = next(one for one in on.buttons if words[deed] in one.casefold())
    await driver.press(found, on=on, who=who, room=ROOM)
