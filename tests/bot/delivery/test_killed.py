"""The real service over real sockets, killed by the system at any moment: every command is answered once, in order."""

from __future__ import annotations

import asyncio
import os
import random
import re
import sys
from pathlib import Path

import pytest

from adapters.storage import open_storage
from engine.domain.records import Identity
from tests.contracts.driver import told, until
from tests.conversations.household import furnish
from tests.fakes.template.driver import TemplateDriver, open_driver

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).resolve().parents[3]
SERVE = """
import asyncio, sys
from pathlib import Path
from adapters.chat._template import PLATFORM
from adapters.clock import SystemClock, SystemIds
from adapters.storage import open_storage
from bot.delivery.post import Post
from bot.delivery.reception import Reception
from bot.dispatcher import Dispatcher
from tests.conversations.household import services_over

async def serve(data_dir, url):
    storage = await open_storage(url or None, data_dir)
    services = await services_over(storage, SystemClock(), SystemIds(), demo=False)
    post = await Post.open(storage, SystemClock(), SystemIds(), lambda: 0.5)
    await Reception(services, Dispatcher(services), post, [PLATFORM]).run()

asyncio.run(serve(Path(sys.argv[1]), sys.argv[2]))
"""
PEOPLE = {"anna": "v-anna", "olga": "v-owner"}
SCORES = 10
SAID = re.compile(r"(\d+) out of 10")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    return "" if request.param == "sqlite" else request.getfixturevalue("postgres_url")


async def test_killed_by_the_system_again_and_again_every_command_is_answered_once_and_in_order(
    url: str, tmp_path: Path
) -> None:
    chance = random.Random(4711)
    await _furnish(url, tmp_path)
    async with open_driver() as driver:
        asking = asyncio.ensure_future(_ask(driver))
        for _ in range(3):
            process = await _started(driver, url, tmp_path)
            await asyncio.sleep(chance.uniform(0.02, 0.5))
            process.kill()
            await process.wait()
        process = await _started(driver, url, tmp_path)
        await asking
        for who in PEOPLE:
            await until(driver, lambda seen: f"{SCORES} out of 10" in told(seen), who=who, within=60)
        await asyncio.sleep(0.3)
        process.terminate()
        await process.wait()
        for who in PEOPLE:
            scores = [int(found) for found in SAID.findall(told(driver.read(who=who)))]
            assert scores == list(range(1, SCORES + 1))


async def _furnish(url: str, data_dir: Path) -> None:
    storage = await open_storage(url or None, data_dir)
    await furnish(storage)
    async with storage.unit() as unit:
        for who, viewer_id in PEOPLE.items():
            await unit.viewers.link(Identity("_template", who, viewer_id))
    await storage.close()


async def _ask(driver: TemplateDriver) -> None:
    """The platform keeps what the bot has not confirmed, and sends it again to the next one."""
    for score in range(1, SCORES + 1):
        for who in PEOPLE:
            await driver.say(f"/rate Parasite {score}", who=who)
        await asyncio.sleep(0.1)


async def _started(driver: TemplateDriver, url: str, data_dir: Path) -> asyncio.subprocess.Process:
    await driver.hang_up()
    environment = os.environ | dict(driver.environment) | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVE, str(data_dir), url, cwd=ROOT, env=environment
    )
    async with asyncio.timeout(60):
        await driver._connected.wait()
    return process
