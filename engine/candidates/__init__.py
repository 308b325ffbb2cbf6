"""One file per source of candidates, each declaring ``SOURCE``. The permission mask is applied here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.scoring.baselines import Mask
from engine.scoring.context import Context


@dataclass(frozen=True, slots=True)
class Source:
    """Where a mode's candidates come from."""

    name: str
    candidates: Callable[[Context], Mask]
    """[n] a mask of titles on shelves the viewer may open, or on none at all; never write to it."""
