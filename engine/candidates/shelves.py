"""Everything on the shelves the viewer may open."""

from __future__ import annotations

from engine.candidates import Source
from engine.scoring.baselines import Mask
from engine.scoring.context import Context


def candidates(context: Context) -> Mask:
    """The permission mask itself."""
    return context.open_rows


SOURCE = Source("shelves", candidates)
