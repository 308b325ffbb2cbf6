"""What it costs to keep an update and deliver its answer, beside the answer itself: a stand-in answers and takes it."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING, cast

from bot.bench._bench import Bench, Figures, at_least, load, percentiles, say

if TYPE_CHECKING:
    from bot.bench._desk_ends import Platforms
    from bot.delivery.desk import Desk
    from bot.delivery.post import Post
    from bot.dispatcher import Dispatcher


def configure(parser: ArgumentParser) -> None:
    """Load, and how many chats it comes from."""
    parser.add_argument("--updates", type=at_least(1), default=4_000, help="updates measured (default: 4000)")
    parser.add_argument("--chats", type=at_least(1), default=400, help="chats they come from (default: 400)")
    parser.add_argument("--rate", type=float, default=200.0, help="updates each second (default: 200)")


def measure(options: Namespace) -> Figures:
    """From an update's being handed in to its answer's being handed to the platform, at a steady rate."""
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    from bot import outside  # noqa: PLC0415 - not for help
    from bot.bench._desk_ends import Answering, Platforms  # noqa: PLC0415
    from bot.delivery.desk import Desk  # noqa: PLC0415
    from bot.delivery.post import Post  # noqa: PLC0415
    from bot.settings import Settings  # noqa: PLC0415

    before = load()
    with TemporaryDirectory(prefix="recommendarr-bench-") as folder:
        settings = Settings().model_copy(update={"data_dir": Path(folder), "database_url": None})
        storage = await outside.open_storage(settings)
        clock, ids = outside.system_clock_and_ids()
        post = await Post.open(storage, clock, ids, lambda: 0.5)
        ends = Platforms()
        courier = post.serve(ends.platform)
        desk = Desk(cast("Dispatcher", Answering()), post)
        await desk.open()
        courier.attach(ends)
        say(f"handing in {options.updates:,} updates …")
        began, used = perf_counter(), process_time()
        await _hand_in(options, desk, ends)
        await _finish(desk, post)
        seconds, used = perf_counter() - began, process_time() - used
        await desk.close()
        await post.close()
        await storage.close()
    return {
        "updates": options.updates,
        "delivered": len(ends.waits),
        **percentiles(ends.waits),
        "accept_p95_ms": percentiles(ends.accepted)["p95_ms"],
        "per_second": round(len(ends.waits) / seconds, 1),
        "cpu_ms_each": round(1_000 * used / options.updates, 2),
        "load_before": before,
        "load_after": load(),
    }


async def _hand_in(options: Namespace, desk: Desk, ends: Platforms) -> None:
    began = perf_counter()
    async with asyncio.TaskGroup() as handing:
        for number in range(options.updates):
            await asyncio.sleep(max(began + number / options.rate - perf_counter(), 0))
            handing.create_task(ends.hand_in(desk, number, number % options.chats))


async def _finish(desk: Desk, post: Post) -> None:
    await desk.settle()
    await post.settle()


BENCH = Bench("desk", "what keeping updates and delivering answers costs, beside the answers", configure, measure)
