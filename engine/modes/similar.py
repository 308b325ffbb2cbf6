"""Like one title: by people, genres, keywords and subject, with the viewer's taste as the smaller part."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.query import Query
from engine.errors import InvalidQuery
from engine.modes import Mode, Surroundings, scorers
from engine.scoring.context import Asked


async def understand(query: Query, around: Surroundings) -> Asked:
    """Find the seed. A title the viewer may not see is as unknown as one that does not exist."""
    if query.seed_item_id is None:
        raise InvalidQuery("seed-missing")
    row = around.catalogue.index.get(query.seed_item_id)
    if row is None or not around.visible[row]:
        raise InvalidQuery("unknown-item", item=query.seed_item_id)
    return replace(Asked(query, query.filters, around.today), seed=row)


MODE = Mode(
    "similar",
    scorers(taste=0.35, seed_similar=0.45, seed_shared=0.45),
    understand=understand,
    mixes_domains=False,
    match_scale=0.4,
)
