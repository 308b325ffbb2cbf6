"""Asking the engine for a page, without touching what lies on the table in a chat."""

from __future__ import annotations

from bot.call import Call
from bot.table import on_the_table
from engine.domain.query import Query
from engine.domain.slate import Slate


async def ask_aside(call: Call, query: Query) -> Slate:
    """The slate for ``query``. The cards last shown in a chat stay those that a typed “like 2” means."""
    async with call.services.storage.unit() as unit:
        table = await unit.slates.latest(call.viewer.id)
    slate = await call.services.recommender.recommend(query)
    if table is not None:
        await on_the_table(call, table, table.picks)
    return slate
