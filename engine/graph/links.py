"""What connects one title with some of a viewer's, put so that it can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import roles_of
from engine.columns.credited import connections
from engine.domain.evidence import EvidenceKind
from engine.domain.items import CreditRole
from engine.graph.blocks import Tie
from engine.graph.graph import Graph, common
from engine.graph.reach import Shares
from engine.scoring.baselines import among

Rows = NDArray[np.int64]
MOST_TITLES, MOST_PEOPLE, MOST_THEMES = 3, 3, 3
MOST_GROUPS = 6
"""Links of one kind."""
FEWEST_PEOPLE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One thing that can be said; ``kind`` tells which of the fields."""

    kind: EvidenceKind
    pull: float
    """How much it brings the title nearer."""
    rows: Rows
    """The viewer's titles, the nearest first."""
    names: tuple[str, ...] = ()
    """People, keywords or a name."""
    role: CreditRole | None = None


def links(graph: Graph, row: int, others: Rows, shared: Shares, worth: NDArray[np.float64]) -> list[Link]:
    """What connects the title at ``row`` with ``others``, what brings it nearest first.

    ``shared`` are its shares with them and ``worth`` how much each of them counts.
    """
    edges = _Edges(graph, row, others, shared.place, shared.vertex, shared.part * worth[shared.place])
    found = [*_makers(edges), *_casts(edges), *_themes(edges), *_names(edges), *_series(edges)]
    return sorted(found, key=lambda link: (-link.pull, link.kind, link.names))


@dataclass(frozen=True, slots=True, eq=False)
class _Edges:
    graph: Graph
    row: int
    others: Rows
    place: Rows
    vertex: Rows
    pull: NDArray[np.float64]

    def of(self, tie: Tie) -> _Edges:
        span = self.graph.span(tie)
        return self._at((self.vertex >= span.start) & (self.vertex < span.stop))

    def groups(self, keys: Rows) -> Iterator[_Edges]:
        """The edges with equal ``keys``, group by group, those with the strongest pull; the rest would not be told."""
        known, owner = np.unique(keys, return_inverse=True)
        pulls = np.bincount(owner, self.pull, len(known))
        for group in np.argsort(-pulls, kind="stable")[:MOST_GROUPS].tolist():
            yield self._at(owner == group)

    def rare(self) -> _Edges:
        """Those of vertices that are worth a word."""
        return self._at(self.graph.count[self.vertex] < common(self.graph))

    def strongest(self) -> _Edges:
        order = np.lexsort((self.place, -self.pull))
        return self._at(order)

    @property
    def whole(self) -> float:
        return float(self.pull.sum())

    def _at(self, chosen: NDArray[np.bool_] | Rows) -> _Edges:
        return _Edges(self.graph, self.row, self.others, self.place[chosen], self.vertex[chosen], self.pull[chosen])


def _makers(edges: _Edges) -> Iterator[Link]:
    """A person and up to three titles of theirs, in the role they have in this one, if there is one."""
    people = edges.of(Tie.PEOPLE)
    offset: int = edges.graph.span(Tie.PEOPLE).start
    for group in people.groups(people.vertex):
        best = group.strongest()
        rows, column = best.others[best.place], int(best.vertex[0]) - offset
        for known in connections(edges.graph.catalogue, column, edges.row, rows, MOST_TITLES):
            pull = float(best.pull[among(rows, known.rows)].sum())
            name = edges.graph.catalogue.people.names[column]
            yield Link(EvidenceKind.LINKED_MAKER, pull, known.rows, (name,), known.role)
            break


def _casts(edges: _Edges) -> Iterator[Link]:
    """A title with which two or more people are shared."""
    people = edges.of(Tie.PEOPLE)
    offset: int = edges.graph.span(Tie.PEOPLE).start
    for group in people.groups(people.place):
        best = group.strongest()
        if len(best.vertex) < FEWEST_PEOPLE:
            continue
        other = int(best.others[best.place[0]])
        columns: list[int] = (best.vertex - offset).tolist()
        names = tuple(edges.graph.catalogue.people.names[column] for column in columns[:MOST_PEOPLE])
        role = _common_role(edges.graph, columns[:MOST_PEOPLE], np.array([edges.row, other]))
        yield Link(EvidenceKind.LINKED_PEOPLE, best.whole, np.array([other]), names, role)


def _themes(edges: _Edges) -> Iterator[Link]:
    """A title with which keywords are shared under which both are listed, those that few share first."""
    keywords = edges.graph.catalogue.keywords
    own = edges.of(Tie.KEYWORDS).rare()
    offset: int = edges.graph.span(Tie.KEYWORDS).start
    listed = set(keywords.of(edges.row)[0].tolist())
    for group in own.groups(own.place):
        best = group.strongest()
        other = int(best.others[best.place[0]])
        both = listed & set(keywords.of(other)[0].tolist())
        reached: list[int] = (best.vertex - offset).tolist()
        told = [column for column in reached if column in both]
        if told:
            names = tuple(keywords.names[column] for column in told[:MOST_THEMES])
            pull = sum(pull for column, pull in zip(reached, best.pull.tolist(), strict=True) if column in both)
            yield Link(EvidenceKind.LINKED_THEMES, pull, np.array([other]), names)


def _names(edges: _Edges) -> Iterator[Link]:
    """A name of several words; a single one may be anybody's first name."""
    own = edges.of(Tie.NAMES).rare()
    for group in own.groups(own.vertex):
        best = group.strongest()
        name = edges.graph.name_of(int(best.vertex[0]))
        if " " in name:
            yield Link(EvidenceKind.LINKED_NAME, best.whole, best.others[best.place][:MOST_TITLES], (name,))


def _series(edges: _Edges) -> Iterator[Link]:
    own = edges.of(Tie.COLLECTIONS)
    if len(own.vertex):
        best = own.strongest()
        yield Link(EvidenceKind.LINKED_SERIES, best.whole, best.others[best.place][:MOST_TITLES])


def _common_role(graph: Graph, columns: list[int], rows: Rows) -> CreditRole | None:
    """A role that all of the people have in all of the titles."""
    bits = [int(np.bitwise_and.reduce(graph.catalogue.credits_in(column, rows))) for column in columns]
    return next(iter(roles_of(int(np.bitwise_and.reduce(np.array(bits))))), None)
