"""Small worlds to evaluate on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Credit, CreditRole, Item, MediaType
from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus, corpus_of
from engine.testing.worlds import Size, World

START = datetime(2020, 1, 1, tzinfo=UTC)
Told = tuple[int, float, float]
"""Title, hour, rating."""


def film(number: int, *shelves: str, described: bool = False) -> Item:
    credits_of = (Credit("Ann", CreditRole.ACTOR), Credit("Bo", CreditRole.DIRECTOR)) if described else ()
    return Item(
        f"movie:{number}",
        MediaType.MOVIE,
        f"Film {number}",
        genres=("Drama", "War")[: 1 + number % 2],
        synopses={"en": "A story."} if described else {},
        keywords=(f"word {number % 7}",) if described else (),
        credits=credits_of,
        library_ids=frozenset(shelves or ("films",)),
    )


def rated(history: Mapping[str, Sequence[Told]], titles: int = 40, *, described: bool = False) -> Corpus:
    """People by name and what they rated when."""
    numbers = count()
    facts = [
        Interaction(
            f"fact-{next(numbers)}", name, f"movie:{title}", InteractionKind.RATING, START + timedelta(hours=hour),
            rating=rating,
        )
        for name, told in history.items()
        for title, hour, rating in told
    ]  # fmt: skip
    viewers = [Viewer(name, name, library_ids=frozenset({"films"})) for name in history]
    return corpus_of([film(number, described=described) for number in range(titles)], viewers, facts)


@pytest.fixture(scope="package")
def world() -> Corpus:
    """240 titles, twelve people with twenty to sixty meetings."""
    made = World(Size(240, 12, seed=5, shortest=20, longest=60))
    return corpus_of([item for batch in made.batches() for item in batch], made.viewers(), made.interactions())
