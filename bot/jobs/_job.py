"""The shape of something that runs by the clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.services import Services


@dataclass(frozen=True, slots=True)
class Job:
    """Declared as ``JOB`` by a file of this folder. ``run`` must be harmless when repeated."""

    name: str
    every: timedelta
    run: Callable[[Services], Awaitable[None]]
