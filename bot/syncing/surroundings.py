"""What readings of media servers work with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.media.sealing import Sealer
    from bot.media.stack import Stack
    from engine.intake import Intake
    from engine.ports.clock import Clock, Ids
    from engine.ports.storage import Storage
    from engine.snapshots import Snapshots

Watched = Callable[[Iterable[tuple[str, str]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reading works with."""

    stack: Stack
    storage: Storage
    snapshots: Snapshots
    intake: Intake
    clock: Clock
    ids: Ids
    sealer: Sealer
    languages: Sequence[str]
    locale: str
    """Of people who are new."""
    understand: Callable[[], Awaitable[None]]
    """Makes the vectors that are missing."""
    shelved: Callable[[Sequence[str]], Awaitable[None]]
    """Is told which titles came to a shelf."""
    watched: Watched | None = None
    """Is told who has just seen which title to its end."""
