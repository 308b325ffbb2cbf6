"""A small shelf of films with known genres, people and vectors, and facts about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.columns.vectors import item_vectors, unit_rows
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Credit, CreditRole, Item, MediaType
from engine.domain.viewers import Viewer

NOW = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
ANNA = Viewer("anna", "Anna", library_ids=frozenset({"films", "series"}), time_zone="Europe/Berlin")
GENRES = ("Comedy", "Horror", "Western", "Drama")
FILMS = 48


def film_id(number: int) -> str:
    return f"movie:{number:03d}"


def film(number: int, **changes: object) -> Item:
    """Film ``number``: genre and director by its remainder of four, so that 0, 4, 8 … are alike."""
    kind = number % len(GENRES)
    item = Item(
        film_id(number),
        MediaType.MOVIE,
        f"Film {number}",
        year=1980 + number,
        runtime=100,
        genres=(GENRES[kind],),
        keywords=(f"word {kind}", f"own {number}"),
        credits=(
            Credit(f"Director {kind}", CreditRole.DIRECTOR),
            Credit(f"Actor {number % 6}", CreditRole.ACTOR, 0),
            Credit(f"Extra {number}", CreditRole.ACTOR, 9),
        ),
        library_ids=frozenset({"films"}),
        added_at=NOW - timedelta(days=400),
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def with_vectors(catalogue: Catalogue, *, dimensions: int = 24, noise: float = 0.35) -> Catalogue:
    """Vectors that lie together by remainder of four."""
    rng = np.random.default_rng(3)
    centres = rng.standard_normal((len(GENRES), dimensions))
    kinds = np.array([int(item_id.rpartition(":")[2]) % len(GENRES) for item_id in catalogue.ids])
    rows = centres[kinds] / np.linalg.norm(centres[kinds], axis=1, keepdims=True)
    rows = rows + noise * rng.standard_normal(rows.shape) / np.sqrt(dimensions)
    full = unit_rows(rows.astype(np.float32)).astype(np.float16)
    return replace(catalogue, vectors=item_vectors("test", full))


def shelf(*more: Item) -> Catalogue:
    """The films, and what else is given."""
    return with_vectors(build_catalogue([*(film(number) for number in range(FILMS)), *more]))


def watch(
    number: int, completion: float | None = 1.0, *, days_ago: float = 0, key: str = "", **more: object
) -> Interaction:
    """A playback of film ``number``."""
    at = NOW - timedelta(days=days_ago)
    fact = Interaction(
        key or f"watch-{number}-{days_ago}", "anna", film_id(number), InteractionKind.WATCH, at, completion=completion
    )
    return replace(fact, **more)  # type: ignore[arg-type]


def say(
    number: int, kind: InteractionKind, *, rating: float | None = None, days_ago: float = 0, key: str = ""
) -> Interaction:
    """Anything but a playback."""
    at = NOW - timedelta(days=days_ago)
    return Interaction(key or f"{kind}-{number}-{days_ago}-{rating}", "anna", film_id(number), kind, at, rating=rating)
