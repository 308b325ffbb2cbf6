"""Worth grabbing: on no shelf here and asked for by nobody yet. Taste × likelihood that it can be had × freshness."""

from __future__ import annotations

from engine.domain.query import Query
from engine.modes import Mode, Surroundings, scorers
from engine.scoring.context import Asked


async def understand(query: Query, around: Surroundings) -> Asked:
    """Leave out what is being got already, silently: whoever asked for it is nobody's business."""
    world = around.world
    bound = None if world is None else ~world.taken
    return Asked(query, query.filters, around.today, bound=bound, world=world)


MODE = Mode(
    "grab",
    scorers(availability=1.0, present=1.0),
    source="world",
    understand=understand,
    label="tmdb",
)
