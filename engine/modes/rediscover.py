"""Loved once, finished more than six months ago."""

from __future__ import annotations

from engine.domain.slate import ExclusionKind
from engine.modes import Mode, scorers

MODE = Mode(
    "rediscover",
    scorers(taste=0.25, loved_before=0.30),
    source="loved",
    exclusions=frozenset({ExclusionKind.HIDDEN, ExclusionKind.IN_PROGRESS}),
    label="rediscover",
)
