"""A small random household, answered without any storage: for tests of ranking and of its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from engine.answering.situation import Rules, Situation
from engine.candidates import Source
from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.columns.vectors import item_vectors, unit_rows
from engine.discovery import discover
from engine.domain.genres import GENRES
from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.domain.query import Query
from engine.domain.viewers import Viewer
from engine.modes import Mode
from engine.modes.tonight import MODE as TONIGHT
from engine.scoring.baselines import Baselines, baselines_of
from engine.scoring.context import Asked
from engine.scoring.scorer import Scorer
from engine.taste.learning import build
from engine.weights import Weights

TODAY = date(2026, 3, 14)
NOW = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
EPOCH = date(1970, 1, 1)
OPEN, CLOSED = "open-shelf", "closed-shelf"
DIMENSIONS = 48


@dataclass(frozen=True, slots=True, eq=False)
class Household:
    """A catalogue, one viewer and what they did."""

    items: tuple[Item, ...]
    catalogue: Catalogue
    baselines: Baselines
    viewer: Viewer
    interactions: tuple[Interaction, ...]

    def situation(
        self, query: Query | None = None, *, mode: Mode = TONIGHT, hidings: Mapping[str, Hiding] | None = None
    ) -> Situation:
        """The viewer asking ``query`` today."""
        asked_query = query or Query(self.viewer.id, on=TODAY)
        asked = Asked(asked_query, asked_query.filters, ((asked_query.on or TODAY) - EPOCH).days)
        profiles = {
            domain: build(self.viewer, domain, self.interactions, self.catalogue)
            for domain in self.baselines.domain_rows
        }
        return Situation(self.viewer, mode, asked, self.baselines, profiles, rules(), hidings or {})

    def doing(self, *interactions: Interaction) -> Household:
        """The same household after a few more facts."""
        return replace(self, interactions=(*self.interactions, *interactions))


def rules(weights: Weights | None = None) -> Rules:
    """Everything that is declared, with the shipped weights."""
    return Rules(
        scorers=discover("engine.scorers", "SCORER", Scorer, key=lambda scorer: scorer.name),
        sources=discover("engine.candidates", "SOURCE", Source, key=lambda source: source.name),
        weights=weights or Weights.shipped(),
    )


def household(
    seed: int, *, titles: int = 300, watched: int = 60, vectors: bool = True, closed: float = 0.1
) -> Household:
    """A random household: titles in clusters of subject, genre and people, and a viewer who likes some of them."""
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, 8, titles)
    items = sorted((_item(rng, number, int(group), closed) for number, group in enumerate(groups)), key=_id)
    catalogue = build_catalogue(items, finishes=_finishes(rng, items))
    if vectors:
        by_id = {item.id: int(item.title.split()[-1]) for item in items}
        catalogue = with_vectors(catalogue, rng, np.array([by_id[item_id] for item_id in catalogue.ids]))
    viewer = Viewer("ada", "Ada", library_ids=frozenset({OPEN}))
    facts = tuple(_interactions(rng, items, watched))
    return Household(tuple(items), catalogue, baselines_of(catalogue), viewer, facts)


def with_vectors(
    catalogue: Catalogue, rng: np.random.Generator, groups: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Catalogue:
    """``catalogue`` with vectors that lie around one centre per group, and share a direction as real ones do."""
    centres = rng.standard_normal((int(groups.max(initial=0)) + 1, DIMENSIONS))
    shared = rng.standard_normal(DIMENSIONS)
    noise = rng.standard_normal((len(groups), DIMENSIONS))
    rows = unit_rows((centres[groups] + 0.8 * noise + 0.7 * shared).astype(np.float32))
    return replace(catalogue, vectors=item_vectors("households", rows.astype(np.float16)))


def watch(number: int, item_id: str, completion: float, *, days_ago: float, viewer_id: str = "ada") -> Interaction:
    """One playback."""
    at = NOW - timedelta(days=days_ago)
    return Interaction(f"fact-{number}", viewer_id, item_id, InteractionKind.WATCH, at, completion=completion)


def _id(item: Item) -> str:
    return item.id


def _item(rng: np.random.Generator, number: int, group: int, closed: float) -> Item:
    media_type = (MediaType.MOVIE, MediaType.MOVIE, MediaType.MOVIE, MediaType.ANIME)[int(rng.integers(0, 4))]
    own = (group * 2) % len(GENRES)
    genres = tuple(dict.fromkeys([GENRES[own], GENRES[int(rng.integers(0, len(GENRES)))], GENRES[(own + 1) % 19]]))
    cast = [Credit(f"Actor {group}-{int(rng.integers(0, 12))}", CreditRole.ACTOR, order) for order in range(3)]
    director = Credit(f"Director {group}-{int(rng.integers(0, 5))}", CreditRole.DIRECTOR)
    part = Collection(f"Saga {group}", int(rng.integers(1, 6))) if rng.random() < 0.15 else None
    return Item(
        id=f"{media_type}:{number}",
        media_type=media_type,
        title=f"Title {number} of {group}",
        year=int(rng.integers(1950, 2027)),
        runtime=int(rng.integers(70, 180)),
        genres=genres,
        keywords=(f"subject {group}", f"subject {int(rng.integers(0, 40))}"),
        language=("en", "de", "ko")[int(rng.integers(0, 3))],
        countries=(("US", "DE", "KR")[int(rng.integers(0, 3))],),
        credits=(director, *cast),
        collection=part,
        vote_average=float(rng.uniform(3, 9)),
        vote_count=int(rng.integers(0, 20_000)),
        library_ids=frozenset({CLOSED if rng.random() < closed else OPEN}),
        added_at=NOW - timedelta(days=float(rng.uniform(0, 900))),
    )


def _finishes(rng: np.random.Generator, items: list[Item]) -> dict[str, int]:
    return {item.id: int(rng.integers(0, 9)) for item in items}


def _interactions(rng: np.random.Generator, items: list[Item], watched: int) -> list[Interaction]:
    loved = {int(group) for group in rng.integers(0, 8, 3)}
    facts: list[Interaction] = []
    for place in rng.choice(len(items), min(watched, len(items)), replace=False):
        item = items[int(place)]
        likes = int(item.title.split()[-1]) in loved
        completion = float(rng.uniform(0.85, 1.0) if likes or rng.random() < 0.3 else rng.uniform(0.02, 0.6))
        facts.append(watch(len(facts), item.id, completion, days_ago=float(rng.uniform(0, 300))))
    return facts
