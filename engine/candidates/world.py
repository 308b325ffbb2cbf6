"""Titles that are known and on no shelf at all. Those on a shelf that is closed to the viewer are not among them."""

from __future__ import annotations

from engine.candidates import Source
from engine.scoring.baselines import Mask
from engine.scoring.context import Context


def candidates(context: Context) -> Mask:
    """Rows without a library, whoever may open which."""
    return context.baselines.no_shelf


SOURCE = Source("world", candidates)
