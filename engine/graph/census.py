"""How many vertices and edges of each kind there are."""

from __future__ import annotations

import numpy as np

from engine.catalogue import ROLES, Catalogue, role_bit
from engine.domain.items import CreditRole
from engine.graph.blocks import Tie
from engine.graph.graph import Graph
from engine.graph.watched import Watched

EDGES = {
    CreditRole.DIRECTOR: "directed",
    CreditRole.CREATOR: "created",
    CreditRole.WRITER: "wrote",
    CreditRole.COMPOSER: "composed",
    CreditRole.ACTOR: "acted in",
    CreditRole.STUDIO: "made",
}
OTHER_EDGES = {
    Tie.KEYWORDS: "has keyword",
    Tie.GENRES: "belongs to",
    Tie.COLLECTIONS: "in collection",
    Tie.NAMES: "mentions",
}


def vertices(graph: Graph, watched: Watched | None = None) -> dict[str, int]:
    """Vertices by kind; of what connects titles those that connect open ones."""
    people = graph.catalogue.people
    studios = _only_studios(graph.catalogue)
    found = {"title": int(np.count_nonzero(graph.shown)), "person": 0, "studio": 0}
    for tie, kind in (
        (Tie.KEYWORDS, "keyword"),
        (Tie.GENRES, "genre"),
        (Tie.COLLECTIONS, "collection"),
        (Tie.NAMES, "name"),
    ):
        found[kind] = int(np.count_nonzero(graph.held[graph.span(tie)]))
    if people.matrix.nnz:
        tied = graph.held[graph.span(Tie.PEOPLE)] > 0
        found["person"], found["studio"] = int((tied & ~studios).sum()), int((tied & studios).sum())
    found["viewer"] = 0 if watched is None else watched.by_viewer.shape[0]
    return found


def edges(graph: Graph, watched: Watched | None = None) -> dict[str, int]:
    """Edges by kind, of open titles, shared or not. Who did several things for a title has an edge for each."""
    catalogue = graph.catalogue
    open_credits = graph.shown[catalogue.people.columns.indices]
    found = {
        EDGES[role]: int(np.count_nonzero(open_credits & (catalogue.people_credits & role_bit(role) > 0)))
        for role in ROLES
    }
    for block in graph.blocks:
        if block.tie in OTHER_EDGES:
            mentioned = block.tie is Tie.KEYWORDS and block.factor != 1
            name = "mentions keyword" if mentioned else OTHER_EDGES[block.tie]
            found[name] = int(np.count_nonzero(graph.shown[block.by_vertex.indices]))
    found["watched"] = 0 if watched is None else watched.by_viewer.nnz
    return found


def _only_studios(catalogue: Catalogue) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which people columns have never been anything but a studio."""
    store = catalogue.people.columns
    other = catalogue.people_credits & np.uint8(0xFF ^ role_bit(CreditRole.STUDIO)) > 0
    owner = np.repeat(np.arange(len(catalogue.people.names)), np.diff(store.indptr))
    return np.bincount(owner, other, len(catalogue.people.names)) == 0
