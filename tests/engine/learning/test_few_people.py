"""Few people, or people of whom little is known, teach what they can."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import numpy as np

from engine.columns.build import build_catalogue
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.learning.components import NAMES
from engine.learning.crowd import Crowd, learn
from engine.learning.log import gathered, log_of
from engine.learning.trials import earlier

TITLES = 60
START = datetime(2020, 1, 1, tzinfo=UTC)
KNOWN = 1
"""The gate of people of whom much is known."""


def crowd_of(histories: Iterable[list[tuple[int, float]]]) -> Crowd:
    """Titles with their ratings, each person's in order of time, one a day."""
    items = [Item(f"movie:{n:03d}", MediaType.MOVIE, f"Film {n}", year=1990 + n % 30) for n in range(TITLES)]
    catalogue = build_catalogue(items)
    facts = [
        Interaction(
            f"{person}-{title}", f"v{person}", f"movie:{title:03d}", InteractionKind.RATING,
            START + timedelta(days=place, minutes=person), rating=rating,
        )
        for person, own in enumerate(histories)
        for place, (title, rating) in enumerate(own)
    ]  # fmt: skip
    log = log_of(facts, catalogue.ids, (START + timedelta(days=500)).timestamp())
    return learn(log, catalogue, np.random.default_rng(1))


def test_what_few_people_liked_long_ago_teaches_even_where_they_liked_nothing_lately() -> None:
    rng = np.random.default_rng(3)
    histories: list[list[tuple[int, float]]] = []
    for person in range(30):
        own = rng.permutation(TITLES).tolist()[:50]
        histories.append(
            [(title, 3.0 if place >= 40 or title % 2 != person % 2 else 9.0) for place, title in enumerate(own)]
        )
    warm = crowd_of(histories).blend.warm
    assert warm[NAMES.index("near-lately"), KNOWN] != 0.0, "nothing is taken for granted of it"


def test_people_with_three_titles_each_teach_how_likely_titles_are_to_be_liked() -> None:
    rng = np.random.default_rng(4)
    histories = [
        [(title, 9.0 if title % 3 else 3.0) for title in rng.permutation(TITLES).tolist()[:3]] for _ in range(40)
    ]
    assert crowd_of(histories).liking.labelled == 40


def test_without_times_everybody_met_something_else_last() -> None:
    keys = np.array([(person, title) for person in range(20) for title in range(TITLES)], np.int64)
    nothing = np.zeros(len(keys))
    names = tuple(f"movie:{n:03d}" for n in range(TITLES))
    log = gathered(names, tuple(f"v{n}" for n in range(20)), keys, nothing + 0.9, nothing, now=1.0)
    assert len(np.unique(log.item[~earlier(log)])) > TITLES / 2
