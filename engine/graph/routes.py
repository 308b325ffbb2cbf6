"""Ways from title to title, told step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import roles_of
from engine.domain.items import CreditRole
from engine.graph.adjacency import adjacency
from engine.graph.blocks import Tie
from engine.graph.graph import Graph, common

Rows = NDArray[np.int64]
BORING = 1.5
"""What it costs, besides, to go by way of a genre or of anything as common: two dramas are not thereby connected."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one title to the next, by way of something."""

    start: int
    """Row."""
    end: int
    """Row."""
    tie: Tie
    name: str
    roles: tuple[CreditRole, ...] = ()
    """What a person did in both; what they did in the first, where that is nothing."""


@dataclass(frozen=True, slots=True)
class Route:
    """Steps that lead from one title to another."""

    steps: tuple[Step, ...]
    cost: float
    """The rarer what it leads by, and the fewer steps, the less."""


def route(graph: Graph, start: int, end: int) -> Route | None:
    """The way that costs least between two open titles, None where there is none. No steps from a title to itself.

    An edge costs ½ and the logarithm of how many titles its vertex connects, 1 being all there are.
    """
    return next(iter(routes(graph, np.array([start]), end, 1)), None)


def routes(graph: Graph, starts: Rows, end: int, most: int) -> list[Route]:
    """The cheapest ways from up to ``most`` of ``starts`` (a viewer's titles, say) to an open title, cheapest first."""
    if not len(graph.strength) or not graph.shown[end]:
        return []
    distance, before = _from(graph, end)
    found = starts[graph.shown[starts] & np.isfinite(distance[starts])]
    best = found[np.lexsort((found, distance[found]))][:most]
    return [_told(graph, int(row), before, float(distance[row])) for row in best]


def shared_people(graph: Graph, row: int, least: int = 2) -> list[tuple[int, tuple[str, ...]]]:
    """Open titles that share at least ``least`` people or studios with one, most first, with their names."""
    people = graph.catalogue.people
    if not graph.shown[row]:
        return []
    columns = people.of(row)[0]
    having = [people.having(int(column)) for column in columns]
    rows = np.concatenate([np.zeros(0, np.int32), *having])
    rows, counts = np.unique(rows, return_counts=True)
    fits = (counts >= least) & graph.shown[rows] & (rows != row)
    order = np.lexsort((rows[fits], -counts[fits]))
    return [(int(one), shared_names(graph, row, int(one))) for one in rows[fits][order]]


def shared_names(graph: Graph, row: int, other: int) -> tuple[str, ...]:
    """People and studios of both titles, the weightiest in the first one first."""
    people = graph.catalogue.people
    columns, values = people.of(row)
    both = np.isin(columns, people.of(other)[0])
    order = np.lexsort((columns[both], -values[both]))
    return tuple(people.names[int(column)] for column in columns[both][order])


def told(steps: Iterable[Step], titles: Mapping[int, str]) -> str:
    """“A – composer: X – B – “heist” – C”."""
    chosen = list(steps)
    if not chosen:
        return ""
    parts = [titles[chosen[0].start]]
    for step in chosen:
        role = f"{'/'.join(step.roles)}: " if step.roles else ""
        name = step.name if step.tie is Tie.PEOPLE else f"“{step.name}”"
        parts += [role + name, titles[step.end]]
    return " – ".join(parts)


def _from(graph: Graph, row: int) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Cost of the way from a title to everything, and what comes before each on it; below 0 for nothing."""
    costs = 0.5 + np.log(np.maximum(graph.count, 1)) / np.log(max(graph.size, 2))
    boring = graph.count >= common(graph)
    boring[graph.span(Tie.GENRES)] = True
    costs += BORING * boring
    search = import_module("scipy.sparse.csgraph")  # half a second that only those wait for who ask for a way
    return search.dijkstra(adjacency(graph, costs), indices=row, return_predecessors=True)


def _told(graph: Graph, start: int, before: NDArray[np.int32], cost: float) -> Route:
    places, place = [start], int(before[start])
    while place >= 0:
        places.append(place)
        place = int(before[place])
    first = len(graph.strength)
    steps = [_step(graph, places[at], places[at + 1] - first, places[at + 2]) for at in range(0, len(places) - 2, 2)]
    return Route(tuple(steps), cost)


def _step(graph: Graph, start: int, vertex: int, end: int) -> Step:
    tie, roles = graph.tie_of(vertex), tuple[CreditRole, ...]()
    if tie is Tie.PEOPLE:
        bits = graph.catalogue.credits_in(vertex - graph.span(Tie.PEOPLE).start, np.array([start, end]))
        roles = roles_of(int(bits[0] & bits[1])) or roles_of(int(bits[0]))
    return Step(start, end, tie, graph.name_of(vertex), roles)
