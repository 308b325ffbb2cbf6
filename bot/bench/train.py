"""How long a training takes, and how long answers take meanwhile."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from itertools import cycle
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import TYPE_CHECKING

from bot.bench._bench import Bench, Figures, Laps, at_least, load, resident_mb, say

if TYPE_CHECKING:
    from bot.bench._house import House
    from bot.training.work import Order, Outcome

PAUSE = 0.02
"""Seconds between two requests."""
BEFORE = 200
"""Requests before the training begins, to compare with; and people who ask, at most, for each profile takes a while."""


def configure(parser: ArgumentParser) -> None:
    """Size of the world, and where it learns."""
    parser.add_argument("--items", type=at_least(1), default=10_000, help="titles (default: 10000)")
    parser.add_argument("--people", type=at_least(1), default=400, help="people with a history (default: 400)")
    parser.add_argument("--where", choices=("process", "thread"), default="process", help="where it learns")
    parser.add_argument("--alone", action="store_true", help="nobody asks meanwhile")
    parser.add_argument("--storage", choices=("memory", "sqlite"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1, help="another world (default: 1)")


def measure(options: Namespace) -> Figures:
    """Answers before and during the training; gathering the history is part of it."""
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    from bot.bench._house import open_house  # noqa: PLC0415 - after the number of threads was set, and not for help
    from bot.training.gathering import gather  # noqa: PLC0415
    from bot.training.work import Order  # noqa: PLC0415
    from engine.testing.worlds import Size  # noqa: PLC0415

    size, before = Size(options.items, options.people, seed=options.seed, shortest=50, longest=1_000), load()
    async with open_house(size, storage=options.storage) as house:
        say("building profiles …")
        await _asked(house, Laps(), min(len(house.viewers), BEFORE))
        quiet, busy = Laps(), Laps()
        quiet_longest = await _asked(house, quiet, BEFORE)
        say("training …")
        began, done = perf_counter(), asyncio.Event()
        asking = None if options.alone else asyncio.create_task(_asked(house, busy, None, done))
        catalogue = house.snapshots.current
        log = await gather(house.storage, catalogue.ids, house.clock.now())
        gathered = perf_counter() - began
        outcome = await _learned(Order(log, catalogue, options.seed), options.where)
        seconds = perf_counter() - began
        done.set()
        meanwhile: Figures = {}
        if asking is not None:
            meanwhile = {"training_longest_ms": await asking, "answers_meanwhile": len(busy)}
            meanwhile |= {f"training_{name}": figure for name, figure in busy.figures().items()}
        return {
            "items": len(catalogue),
            "people": len(log.people),
            "meetings": len(log),
            "where": options.where,
            "gathered_s": round(gathered, 2),
            "learned_s": round(seconds - gathered, 1),
            "training_s": round(seconds, 1),
            **_used(options.where),
            **{f"quiet_{name}": figure for name, figure in quiet.figures().items()},
            **meanwhile,
            "quiet_longest_ms": quiet_longest,
            "ndcg": round(outcome.verdict.ndcg, 4),
            "popularity_ndcg": round(outcome.verdict.present, 4),
            "rss_mb": resident_mb(),
            "load_before": before,
        }


async def _learned(order: Order, where: str) -> Outcome:
    from bot.training.apart import learn_apart  # noqa: PLC0415
    from bot.training.work import learn_and_measure, no_progress  # noqa: PLC0415

    if where == "thread":
        return await asyncio.to_thread(learn_and_measure, order, no_progress)
    return await learn_apart(order, no_progress)


def _used(where: str) -> Figures:
    """Processor time and the most memory of the process that learned; in a thread, of this whole process."""
    usage = getrusage(RUSAGE_CHILDREN if where == "process" else RUSAGE_SELF)
    return {
        "training_cpu_s": round(usage.ru_utime + usage.ru_stime, 1),
        "training_peak_mb": round(usage.ru_maxrss * 1_024 / 1e6, 1),
    }


async def _asked(house: House, laps: Laps, count: int | None, done: asyncio.Event | None = None) -> float:
    """So many questions of people in turn, or until ``done``; the longest answer in milliseconds."""
    from engine.domain.query import Query  # noqa: PLC0415

    longest = 0.0
    for number, viewer in enumerate(cycle(house.viewers[:BEFORE])):
        if number == count or (done is not None and done.is_set()):
            break
        began = perf_counter()
        with laps.lap():
            await house.recommender.recommend(Query(viewer.id))
        longest = max(longest, perf_counter() - began)
        await asyncio.sleep(PAUSE)
    return round(1_000 * longest, 1)


BENCH = Bench("train", "how long a training takes, and answers meanwhile", configure, measure)
