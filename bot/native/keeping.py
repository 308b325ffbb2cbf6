"""What was put where, so that it is kept up to date and taken away again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from engine.ports.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Put:
    """One list of ours on a server."""

    at: datetime
    count: int
    libraries: frozenset[str] = frozenset()
    """What its person could open then; other rights make another list."""
    keys: tuple[str, ...] = ()
    """What is in it, as the server calls it: where one of these is closed to its person now, it is made anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether lists are wanted, and which there are: playlists by server, collections by library."""

    wanted: bool = False
    put: Mapping[str, Put] = field(default_factory=dict[str, Put])


COLLECTIONS = "push.collections"
"""Under this storage remembers those of libraries."""


def playlist_of(viewer_id: str) -> str:
    """Under this storage remembers those of a person."""
    return f"push.playlist.{viewer_id}"


async def recall(unit: UnitOfWork, name: str) -> Kept:
    """Nothing wanted and nothing there, where nothing is remembered."""
    told = await unit.values.get(name)
    if not told:
        return Kept()
    kept = cast("dict[str, object]", json.loads(told))
    put = cast("dict[str, dict[str, object]]", kept.get("put") or {})
    return Kept(bool(kept.get("wanted")), {key: _read(one) for key, one in put.items()})


async def remember(unit: UnitOfWork, name: str, kept: Kept) -> None:
    """All of it at once."""
    put = {
        key: {"at": one.at.isoformat(), "count": one.count, "libraries": sorted(one.libraries), "keys": one.keys}
        for key, one in kept.put.items()
    }
    await unit.values.put(name, json.dumps({"wanted": kept.wanted, "put": put}))


def _read(told: Mapping[str, object]) -> Put:
    libraries, keys = (cast("list[str]", told.get(name) or []) for name in ("libraries", "keys"))
    at, count = datetime.fromisoformat(str(told["at"])), int(str(told.get("count", 0)))
    return Put(at, count, frozenset(libraries), tuple(keys))
