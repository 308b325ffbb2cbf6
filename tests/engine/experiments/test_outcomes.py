"""What counts as having come to something."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.domain.interactions import InteractionKind
from engine.experiments.outcomes import WITHIN, distinct, outcomes
from tests.engine.experiments.shown import DAY, START, fact, pick, slate

SHOWN = slate("ada", pick("a"), pick("b", 2))
WATCH, RATING = InteractionKind.WATCH, InteractionKind.RATING


@pytest.mark.parametrize(
    ("kind", "figures", "liked", "refused"),
    [
        (WATCH, {"completion": 0.95}, True, False),
        (WATCH, {"completion": 0.5}, False, False),
        (WATCH, {}, False, False),
        (InteractionKind.LIKE, {}, True, False),
        (RATING, {"rating": 8.0}, True, False),
        (RATING, {"rating": 7.5}, False, False),
        (RATING, {"rating": 3.0}, False, True),
        (InteractionKind.DISLIKE, {}, False, True),
        (InteractionKind.SKIP, {}, False, True),
        (InteractionKind.SEEN, {}, False, False),
        (InteractionKind.SAVE, {}, False, False),
    ],
)
def test_what_was_done_with_a_pick_speaks_for_or_against_it(kind, figures, liked, refused) -> None:
    (found,) = outcomes([SHOWN], [fact("ada", "a", kind, at=START + DAY, **figures)])
    assert found.liked == (frozenset({"a"}) if liked else frozenset())
    assert found.refused == (frozenset({"a"}) if refused else frozenset())
    assert found.picks == 2


@pytest.mark.parametrize(
    ("after", "counts"), [(timedelta(0), True), (WITHIN, True), (WITHIN + DAY, False), (-DAY, False)]
)
def test_only_the_week_after_counts(after: timedelta, counts: bool) -> None:
    (found,) = outcomes([SHOWN], [fact("ada", "a", InteractionKind.LIKE, at=START + after)])
    assert bool(found.liked) is counts


def test_what_others_did_and_what_was_not_shown_does_not_count() -> None:
    facts = [fact("ben", "a", InteractionKind.LIKE), fact("ada", "z", InteractionKind.LIKE)]
    (found,) = outcomes([SHOWN], facts)
    assert not found.liked | found.refused


def test_the_same_list_looked_at_again_that_day_counts_once_and_an_empty_one_not_at_all() -> None:
    hour = timedelta(hours=1)
    again = slate("ada", pick("a"), pick("b", 2), at=START + hour)
    another = slate("ada", pick("c"), at=START + 2 * hour)
    tomorrow = slate("ada", pick("a"), pick("b", 2), at=START + DAY)
    assert distinct([tomorrow, again, another, SHOWN, slate("ada", at=START)]) == [SHOWN, another, tomorrow]
