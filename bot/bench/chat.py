"""How long people wait for an answer in a chat, over the platform's own protocol, and whether each comes once."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Protocol, cast

from bot.bench._alone import ROOT
from bot.bench._bench import Bench, Figures, at_least, load, percentiles, processor_seconds, resident_mb, say

if TYPE_CHECKING:
    from bot.bench._chat_people import Driver, Person, Waits

PLATFORMS = ("telegram", "discord", "nextcloud_talk", "template")
ABSENT = 60.0
"""Seconds for the service to be ready, beyond a minute for every hundred thousand titles."""


class _Fake(Protocol):
    def open_driver(self) -> AbstractAsyncContextManager[Driver]: ...


def configure(parser: ArgumentParser) -> None:
    """Platform, load and size of the world."""
    parser.add_argument("--platform", choices=PLATFORMS, required=True)
    parser.add_argument("--items", type=at_least(1), default=100_000, help="titles (default: 100000)")
    parser.add_argument("--people", type=at_least(1), default=400, help="people who ask (default: 400)")
    parser.add_argument("--commands", type=at_least(1), default=4_000, help="commands measured (default: 4000)")
    parser.add_argument(
        "--rate", type=float, default=200.0, help="commands each second (default: 200); 0: everybody as soon as able"
    )
    parser.add_argument("--storage", choices=("memory", "sqlite"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1, help="another world (default: 1)")


def measure(options: Namespace) -> Figures:
    """People ask at a steady rate, whoever waits already is passed over; the time is theirs, from sending to seeing."""
    name = f"tests.fakes.{options.platform}.driver"
    if find_spec("tests") is None or find_spec(f"tests.fakes.{options.platform}") is None:
        say(f"There is no stand-in for {options.platform} here: this measurement needs the repository.")
        raise SystemExit(1)
    return asyncio.run(_measure(options, cast("_Fake", import_module(name))))


async def _measure(options: Namespace, fake: _Fake) -> Figures:
    import numpy as np  # noqa: PLC0415 - after the number of threads was set, and not for help

    from bot.bench._chat_people import Person, Waits  # noqa: PLC0415

    before = load()
    async with fake.open_driver() as driver:
        rng = np.random.default_rng(options.seed)
        people = [Person(driver, f"p{number}", rng) for number in range(options.people)]
        async with _service(options, driver, people) as process:
            say("everybody is greeted …")
            for start in range(0, len(people), 20):
                await asyncio.gather(*(person.greet() for person in people[start : start + 20]))
            say(f"asking {options.commands:,} times …")
            used, own = processor_seconds(process.pid), process_time()
            waits, began = Waits(), perf_counter()
            await (_steadily(options, people, waits) if options.rate else _eagerly(options, people, waits))
            seconds, used = perf_counter() - began, processor_seconds(process.pid) - used
            own = process_time() - own
            await asyncio.sleep(1)  # whatever comes twice comes late
            memory = resident_mb(process.pid)
        return {
            "platform": options.platform,
            "items": options.items,
            "people": len(people),
            "commands": waits.asked,
            "answered": len(waits.seconds),
            "lost": waits.asked - len(waits.seconds),
            "doubled": sum(person.doubled() for person in people),
            **percentiles(waits.seconds or [0.0]),
            "per_second": round(len(waits.seconds) / seconds, 1),
            "cpu_ms_each": round(1_000 * used / waits.asked, 2),
            "platform_cpu_ms_each": round(1_000 * own / waits.asked, 2),
            "storage": options.storage,
            "rss_mb": memory,
            "load_before": before,
            "load_after": load(),
        }


async def _steadily(options: Namespace, people: list[Person], waits: Waits) -> None:
    """So many each second. Where all of them wait, the next who is answered asks next."""
    idle: asyncio.Queue[Person] = asyncio.Queue()
    for person in people:
        idle.put_nowait(person)

    async def ask(person: Person) -> None:
        await person.ask(waits)
        idle.put_nowait(person)

    began = perf_counter()
    async with asyncio.TaskGroup() as asking:
        for number in range(options.commands):
            await asyncio.sleep(max(began + number / options.rate - perf_counter(), 0))
            asking.create_task(ask(await idle.get()))


async def _eagerly(options: Namespace, people: list[Person], waits: Waits) -> None:
    """All at once, and again as soon as they are answered."""

    async def ask(person: Person) -> None:
        while waits.asked < options.commands:
            await person.ask(waits)

    async with asyncio.TaskGroup() as asking:
        for person in people:
            asking.create_task(ask(person))


@asynccontextmanager
async def _service(
    options: Namespace, driver: Driver, people: list[Person]
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """A process of its own, so that the people's side does not share its processor time."""
    folder = "_template" if options.platform == "template" else options.platform
    order = {
        "platform": folder,
        "items": options.items,
        "seed": options.seed,
        "storage": options.storage,
        "accounts": [driver.account(person.who) for person in people],
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.bench._chat_service",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=1 << 20,
        env={**os.environ, **driver.environment, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    asked, answered = process.stdin, process.stdout
    if asked is None or answered is None:
        raise RuntimeError("the service has no pipes")
    try:
        asked.write(json.dumps(order).encode() + b"\n")
        await asked.drain()
        async with asyncio.timeout(ABSENT * (1 + options.items / 100_000) + len(people)):
            address = (await answered.readline()).decode().strip()
        if not address:
            raise RuntimeError("the service did not start; what it said is above")
        await driver.ready(address)
        yield process
    finally:
        asked.close()
        await process.wait()


BENCH = Bench("chat", "how long people wait in a chat, through the platform's own protocol", configure, measure)
