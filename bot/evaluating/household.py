"""The household's own titles and history as something to be evaluated on."""

from __future__ import annotations

from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.evaluation.corpus import Corpus, corpus_of
from engine.ports.storage import Storage


async def own_corpus(storage: Storage) -> Corpus:
    """Everything in the database; nothing is changed."""
    items: list[Item] = []
    facts: list[Interaction] = []
    async with storage.unit() as unit:
        async for batch in unit.items.stream():
            items += batch
        viewers = await unit.viewers.all()
        for viewer in viewers:
            facts += await unit.interactions.of_viewer(viewer.id)
    return corpus_of(items, viewers, facts)
