"""How long it takes until what somebody just watched has changed their profile."""

from __future__ import annotations

import asyncio
import gc
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.bench._bench import Bench, Figures, Laps, at_least, load, resident_mb, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from bot.bench._house import House
    from engine.domain.interactions import Interaction

AGAIN = 0.2
"""Share of the events that are about a title the person met before."""


def configure(parser: ArgumentParser) -> None:
    """Size of the world and number of events."""
    parser.add_argument("--items", type=at_least(1), default=100_000, help="titles (default: 100000)")
    parser.add_argument("--people", type=at_least(1), default=50, help="people with a history (default: 50)")
    parser.add_argument("--longest", type=at_least(5), default=2_000, help="watches of the last (default: 2000)")
    parser.add_argument("--events", type=at_least(1), default=1_000, help="watches recorded (default: 1000)")
    parser.add_argument("--storage", choices=("memory", "sqlite"), default="memory")
    parser.add_argument("--seed", type=int, default=1, help="another world (default: 1)")


def measure(options: Namespace) -> Figures:
    """Percentiles over events of people taken in turn; every other one is of the person with the longest history."""
    return asyncio.run(_measure(options))


async def _measure(options: Namespace) -> Figures:
    import numpy as np  # noqa: PLC0415 - after the number of threads was set, and not for help

    from bot.bench._house import open_house  # noqa: PLC0415
    from engine.domain.items import MediaType  # noqa: PLC0415
    from engine.taste.learning import domain_of  # noqa: PLC0415
    from engine.testing.worlds import Size  # noqa: PLC0415

    before = load()
    size = Size(options.items, options.people, seed=options.seed, longest=options.longest)
    async with open_house(size, storage=options.storage) as house:
        say("building profiles …")
        known = {viewer.id: viewer for viewer in house.viewers}
        for viewer in house.viewers:
            for domain in MediaType:
                await house.profiles.of(viewer, domain)
        gc.collect()
        say(f"recording {options.events:,} watches …")
        longest, all_laps, longest_laps = house.viewers[-1].id, Laps(), Laps()
        for _, fact in zip(range(options.events), _watches(house, np.random.default_rng(options.seed)), strict=False):
            domain = domain_of(fact.item_id, house.snapshots.current) or MediaType.MOVIE
            kinds = (all_laps, longest_laps) if fact.viewer_id == longest else (all_laps,)
            with ExitStack() as timing:
                for laps in kinds:
                    timing.enter_context(laps.lap())
                await house.intake.record([fact])
                await house.profiles.of(known[fact.viewer_id], domain)
        return {
            "items": len(house.snapshots.current),
            "people": len(house.viewers),
            "events": len(all_laps),
            "storage": options.storage,
            **all_laps.figures(),
            "longest_history": options.longest,
            **longest_laps.figures("longest_"),
            "rss_mb": resident_mb(),
            "load_before": before,
            "load_after": load(),
        }


def _watches(house: House, rng: np.random.Generator) -> Iterator[Interaction]:
    """Every other one is of the person with the longest history, the rest of anybody."""
    from engine.domain.interactions import Interaction, InteractionKind  # noqa: PLC0415

    last, ids = len(house.viewers) - 1, house.world.ids
    met = {number: [fact.item_id for fact in house.world.history(number)] for number in house.world.people}
    number = 0
    while True:
        who = last if number % 2 == 0 else int(rng.integers(len(house.viewers)))
        again = rng.random() < AGAIN
        chosen = met[who][int(rng.integers(len(met[who])))] if again else ids[int(rng.integers(len(ids)))]
        house.clock.advance(timedelta(minutes=1))
        viewer = house.viewers[who].id
        done = float(rng.beta(2, 1))
        at = house.clock.now()
        yield Interaction(f"bench:{number}", viewer, chosen, InteractionKind.WATCH, at, completion=done)
        number += 1


BENCH = Bench("learn", "how long until a watch has changed the profile, on one core", configure, measure)
