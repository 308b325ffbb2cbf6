"""What ``recommendarr graph`` looks at, and how its titles are found and named."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import outside
from bot.settings import Settings
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.graph.graph import Graph
from engine.graph.watched import Finished, Watched
from engine.snapshots import Snapshots
from engine.taste.weights import FINISHED

if TYPE_CHECKING:
    from engine.ports.storage import Storage

OFFERED = 5
"""Titles named when it is not clear which one is meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The graph as somebody may see it, or all of it, and who finished what."""

    storage: Storage
    snapshots: Snapshots
    graph: Graph
    watched: Watched

    async def row(self, title: str) -> int:
        """Row of the one title that is meant. Raises InvalidQuery: graph-title-unknown, graph-title-many."""
        index, visible = self.graph.catalogue.index, self.graph.shown

        def allowed(item_id: str) -> bool:
            return item_id in index and bool(visible[index[item_id]])

        found = self.snapshots.titles.resolve(title, allowed)
        if found.item_id is not None:
            return index[found.item_id]
        offered = [index[hit.item_id] for hit in (found.choices or found.suggestions)[:OFFERED]]
        names = await self.named(offered)
        key = "graph-title-many" if found.choices else "graph-title-unknown"
        raise InvalidQuery(key, title=title, offered=", ".join(names[row] for row in offered), count=len(offered))

    async def named(self, rows: Iterable[int]) -> dict[int, str]:
        """Titles with their years."""
        ids = {row: self.graph.catalogue.ids[row] for row in rows}
        async with self.storage.unit() as unit:
            items = await unit.items.get_many(sorted(set(ids.values())))
        known = {row: items.get(item_id) for row, item_id in ids.items()}
        return {
            row: ids[row] if item is None else f"{item.title_in('en')} ({item.year or '–'})"
            for row, item in known.items()
        }


@asynccontextmanager
async def opened(settings: Settings, viewer: str) -> AsyncGenerator[Seen]:
    """The household's graph; as the person called ``viewer`` may see it, unless that is empty.

    Raises InvalidQuery: graph-empty, graph-no-viewer.
    """
    async with AsyncExitStack() as stack:
        storage = await outside.open_storage(settings)
        stack.push_async_callback(storage.close)
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(settings)
        stack.push_async_callback(vectors.close)
        snapshots = Snapshots(storage=storage, vectors=vectors, embedder=embedder)
        catalogue = await snapshots.refresh()
        if not len(catalogue):
            raise InvalidQuery("graph-empty")
        async with storage.unit() as unit:
            viewers = await unit.viewers.all()
            facts = [fact for one in viewers for fact in await unit.interactions.of_viewer(one.id)]
        visible = catalogue.visible_to(_person(viewers, viewer).library_ids) if viewer else None
        yield Seen(storage, snapshots, Graph.of(catalogue, visible), Watched.of(catalogue, _finished(facts)))


def _person(viewers: Sequence[Viewer], name: str) -> Viewer:
    found = [one for one in viewers if name in {one.id, one.name} or one.name.casefold() == name.casefold()]
    if len(found) != 1:
        raise InvalidQuery("graph-no-viewer", name=name, known=", ".join(sorted(one.name for one in viewers)))
    return found[0]


def _finished(facts: Iterable[Interaction]) -> Iterable[Finished]:
    for fact in facts:
        rated = fact.kind is InteractionKind.RATING
        if rated or fact.kind is InteractionKind.SEEN or (fact.completion or 0) >= FINISHED:
            completion = 1.0 if fact.completion is None else fact.completion
            yield Finished(fact.viewer_id, fact.item_id, completion, fact.rating, fact.at.timestamp())
