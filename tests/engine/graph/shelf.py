"""Small shelves of films whose connections can be counted by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.graph.graph import Graph

OPEN, CLOSED = "open-shelf", "closed-shelf"
DIRECTOR, WRITER, COMPOSER, ACTOR, STUDIO = (
    CreditRole.DIRECTOR, CreditRole.WRITER, CreditRole.COMPOSER, CreditRole.ACTOR, CreditRole.STUDIO,
)  # fmt: skip


def film(
    name: str,
    *people: Credit,
    genres: tuple[str, ...] = ("Drama",),
    keywords: tuple[str, ...] = (),
    synopsis: str = "",
    series: str = "",
    order: int | None = None,
    year: int | None = None,
    shelf: str = OPEN,
) -> Item:
    return Item(
        f"movie:{name}", MediaType.MOVIE, name, year=year, genres=genres, keywords=keywords, credits=people,
        synopses={"en": synopsis} if synopsis else {}, collection=Collection(series, order) if series else None,
        library_ids=frozenset({shelf}),
    )  # fmt: skip


def by(name: str, role: CreditRole = DIRECTOR) -> Credit:
    return Credit(name, role)


def graph_of(items: Sequence[Item], *, closed: bool = False) -> Graph:
    """The graph of ``items``; ``closed``: as seen by one who may open the open shelf only."""
    catalogue = build_catalogue(items)
    return Graph.of(catalogue, catalogue.visible_to(frozenset({OPEN})) if closed else None)


def row(graph: Graph | Catalogue, name: str) -> int:
    catalogue = graph.catalogue if isinstance(graph, Graph) else graph
    return catalogue.index[f"movie:{name}"]


def near(graph: Graph, *names: str) -> dict[str, float]:
    """Nearness of every title to ``names``, by name."""
    rows = np.array([row(graph, name) for name in names])
    found: NDArray[np.float64] = graph.near(rows, np.full(len(rows), 1 / len(rows)))
    return {item_id.removeprefix("movie:"): float(found[at]) for at, item_id in enumerate(graph.catalogue.ids)}


def random_shelf(seed: int, count: int = 150, *, closed: float = 0.0) -> list[Item]:
    """Films with people, keywords, names and series drawn at random."""
    rng = np.random.default_rng(seed)
    genres, worlds = ("Drama", "Comedy", "Horror", "War"), ("Port Royal", "Deep Space", "Old Kyoto")
    return [
        film(
            f"{number:04d}",
            *(by(f"Director {rng.integers(30)}") for _ in range(int(rng.integers(0, 3)))),
            *(by(f"Actor {rng.integers(60)}", ACTOR) for _ in range(int(rng.integers(0, 4)))),
            genres=(str(rng.choice(genres)),) if rng.random() < 0.9 else (),
            keywords=tuple({f"theme {rng.integers(25)}" for _ in range(int(rng.integers(0, 4)))}),
            synopsis=f"Somebody meets {rng.choice(worlds)} and a theme {rng.integers(25)}."
            if rng.random() < 0.5
            else "",
            series=f"Saga {rng.integers(9)}" if rng.random() < 0.2 else "",
            shelf=CLOSED if rng.random() < closed else OPEN,
        )
        for number in range(count)
    ]
