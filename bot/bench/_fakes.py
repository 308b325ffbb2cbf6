"""Plex, Tautulli and TMDB of our own, for measurements: in a process of their own, until its input ends."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

PEOPLE = 20
SHOWS = 5
"""Of so many titles one is a series."""
SECRET = "bench-secret"  # noqa: S105 - of nothing
OWN_HISTORY = 5
"""Of so many playbacks one is told by Plex, the others by Tautulli."""


@dataclass(frozen=True, slots=True)
class World:
    """How large."""

    items: int
    history: int
    latency: float
    facts: bool


async def run(world: World) -> None:
    """Says the settings that lead to them, and in the end how often they were asked."""
    plex, tautulli, tmdb = (import_module(f"tests.fakes.{name}") for name in ("plex", "tautulli", "tmdb"))
    shows = max(world.items // SHOWS, 1)
    server = plex.PlexWorld(movies=world.items - shows, shows=shows, history=world.history // OWN_HISTORY)
    person = import_module("tests.fakes.plex.world").Person
    for number in range(2_000, 2_000 + PEOPLE - 1):
        server.add(person(number, f"p{number}", sections={"1", "2"}))
    rest = world.history - world.history // OWN_HISTORY
    told = await plex.start(server, latency=world.latency, check=False)
    keeper = await tautulli.start(rest, latency=world.latency)
    keeper.make = _Rows(sorted(server.people), server.movies, server.shows).row
    catalogue = tmdb.FakeTmdb(world.items + 200, latency=world.latency, strict=False)
    await catalogue.open()
    settings = told.environment | {
        "RECOMMENDARR_TAUTULLI_URL": keeper.url,
        "RECOMMENDARR_TAUTULLI_API_KEY": import_module("tests.fakes.tautulli.server").KEY,
        "RECOMMENDARR_TAUTULLI_HOOK_SECRET": SECRET,
    }
    if world.facts:
        token = import_module("tests.fakes.tmdb.server").TOKEN
        settings |= {"RECOMMENDARR_TMDB_URL": catalogue.url, "RECOMMENDARR_TMDB_TOKEN": token}
    _say(settings)
    await asyncio.to_thread(sys.stdin.read)
    _say(
        {
            "plex": told.server.asked + told.tv.asked,
            "tautulli": len(keeper.requests),
            "tmdb": len(catalogue.requests),
        }
    )


class _Rows:
    """Playbacks of people and titles that the media server knows."""

    def __init__(self, people: list[int], movies: int, shows: int) -> None:
        self._people, self._movies, self._shows = people, movies, shows
        self._rows = import_module("tests.fakes.tautulli.rows")

    def row(self, number: int) -> dict[str, Any]:
        """Every third is an episode."""
        row = self._rows.row(number, len(self._people), 3 * max(self._movies, self._shows))
        at = number * 7_919
        row["user_id"] = self._people[number * 31 % len(self._people)]
        if row["media_type"] == "movie":
            return row | {"rating_key": at % self._movies + 1}
        return row | {"grandparent_rating_key": 1_000_000 + at % self._shows + 1}


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(run(World(**json.loads(sys.argv[1]))))
