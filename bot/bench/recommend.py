"""How long an answer takes, from the query to the stored slate with its reasons."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

from bot.bench._bench import Bench, Figures, Laps, at_least, load, resident_mb, say

if TYPE_CHECKING:
    import numpy as np

    from bot.bench._house import House
    from engine.domain.query import Query

MODES = ("tonight", "mood", "similar", "shuffle", "rediscover")


def configure(parser: ArgumentParser) -> None:
    """Size of the world, mode and number of requests."""
    parser.add_argument("--items", type=at_least(1), default=100_000, help="titles (default: 100000)")
    parser.add_argument("--people", type=at_least(1), default=100, help="people with a history (default: 100)")
    parser.add_argument("--mode", choices=MODES, default="tonight")
    parser.add_argument("--requests", type=at_least(1), default=1_000, help="answers measured (default: 1000)")
    parser.add_argument("--pages", type=at_least(1), default=1, help="ask for so many pages in turn (default: 1)")
    parser.add_argument(
        "--fresh", action="store_true", help="ask on another day each time: what depends on the day is worked out anew"
    )
    parser.add_argument("--crowd", action="store_true", help="with a model learned from everybody in service")
    parser.add_argument("--storage", choices=("memory", "sqlite"), default="memory")
    parser.add_argument("--seed", type=int, default=1, help="another world (default: 1)")


def measure(options: Namespace) -> Figures:
    """Percentiles over requests of people taken in turn; the first request of each is not counted."""
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    import numpy as np  # noqa: PLC0415 - after the number of threads was set, and not for help

    from bot.bench._house import learn_from_all, open_house  # noqa: PLC0415
    from bot.rubbish import settle  # noqa: PLC0415
    from engine.testing.worlds import Size  # noqa: PLC0415

    began, before = perf_counter(), load()
    size = Size(options.items, options.people, seed=options.seed)
    async with open_house(size, storage=options.storage, sentences=options.mode == "mood") as house:
        meetings = await learn_from_all(house, options.seed) if options.crowd else 0
        queries = _queries(house, options, np.random.default_rng(options.seed))
        say("building profiles …")
        for _ in house.viewers:
            await house.recommender.recommend(next(queries))
        settle()  # as the service does
        prepared = perf_counter() - began
        say(f"asking {options.requests:,} times …")
        laps, picks = Laps(), 0
        for _ in range(options.requests):
            query = next(queries)
            with laps.lap():
                slate = await house.recommender.recommend(query)
            picks += len(slate.picks)
        return {
            "items": len(house.snapshots.current),
            "people": len(house.viewers),
            "requests": len(laps),
            "mode": options.mode,
            "pages": options.pages,
            "fresh": options.fresh,
            "meetings": meetings,
            "storage": options.storage,
            **laps.figures(),
            "picks_mean": round(picks / len(laps), 2),
            "rss_mb": resident_mb(),
            "prepared_s": round(prepared, 1),
            "load_before": before,
            "load_after": load(),
        }


def _queries(house: House, options: Namespace, rng: np.random.Generator) -> Iterator[Query]:
    """One question after the other, of each person in turn; a new page, or day, whenever all had theirs."""
    from bot.bench._wishes import wishes  # noqa: PLC0415
    from engine.domain.query import Query  # noqa: PLC0415

    world, mode = house.world, options.mode
    texts = wishes(world.batch(0), rng)
    for turn, page in enumerate(cycle(range(options.pages))):
        day = house.clock.now().date() + timedelta(days=turn) if options.fresh else None
        for viewer in house.viewers:
            query = Query(viewer.id, mode, attempt=page, on=day)
            if mode == "mood":
                query = replace(query, text=next(texts))
            elif mode == "similar":
                open_rows = house.snapshots.current.open_to(viewer.library_ids).nonzero()[0]
                query = replace(query, seed_item_id=world.ids[int(rng.choice(open_rows))])
            yield query


BENCH = Bench("recommend", "how long an answer takes, end to end, on one core", configure, measure)
