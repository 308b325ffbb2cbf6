"""Asking the engine, and showing what it answers."""

from __future__ import annotations

from bot.call import Call
from bot.cards.slate import slate_answer
from bot.vocabulary import Answer
from engine.domain.query import Filters, Query

DEFAULT_LIMIT = 5


async def ask(call: Call, query: Query) -> Answer:
    """The engine's slate for ``query`` as cards."""
    return await slate_answer(call, await call.services.recommender.recommend(query))


def query(call: Call, mode: str, filters: Filters | None = None, *, text: str = "", limit: int | None = None) -> Query:
    """A question of the asker's, on their own date."""
    return Query(
        viewer_id=call.viewer.id,
        mode=mode,
        filters=filters or Filters(),
        text=text,
        limit=limit or DEFAULT_LIMIT,
        on=call.today,
        place=call.place,
    )
