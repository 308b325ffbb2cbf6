"""How much a meeting was liked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.learning.log import ABANDONED_LIKING, HALF_WAY, LIKED, liking_of, log_of

START = datetime(2024, 1, 1, tzinfo=UTC)
NAN = float("nan")


@pytest.mark.parametrize(
    ("rating", "completion", "times", "said", "liking"),
    [
        (8.0, NAN, 0, NAN, LIKED),
        (10.0, NAN, 0, NAN, 1.0),
        (1.0, NAN, 0, NAN, 0.0),
        (NAN, 0.95, 1, NAN, LIKED),
        (NAN, 1.0, 99, NAN, 1.0),
        (NAN, 0.1, 0, NAN, ABANDONED_LIKING),
        (NAN, 0.5, 0, NAN, HALF_WAY),
        (NAN, NAN, 0, NAN, HALF_WAY),
        (2.0, 1.0, 3, 1.0, 1.0),
        (9.0, 1.0, 3, 0.0, 0.0),
        (3.0, 1.0, 2, NAN, 0.125),
    ],
)
def test_what_was_said_outranks_what_was_rated_and_that_what_was_watched(
    rating: float, completion: float, times: float, said: float, liking: float
) -> None:
    assert liking_of([rating], [completion], [times], [said])[0] == pytest.approx(liking)


def fact(kind: InteractionKind, day: int, *, rating: float | None = None, done: float | None = None) -> Interaction:
    return Interaction(
        f"{kind}{day}", "v", "movie:1", kind, START + timedelta(days=day), completion=done, rating=rating
    )


def liking(*facts: Interaction) -> float:
    log = log_of(facts, ("movie:1",), (START + timedelta(days=99)).timestamp())
    return float(log.liking[0])


def test_of_a_rating_and_a_thumb_the_later_one_counts() -> None:
    like, stars = InteractionKind.LIKE, InteractionKind.RATING
    assert liking(fact(like, 1), fact(stars, 2, rating=2.0)) == 0.0
    assert liking(fact(stars, 2, rating=2.0), fact(like, 3)) == 1.0
    assert liking(fact(stars, 2, rating=2.0), fact(InteractionKind.DISLIKE, 1)) == 0.0


def test_watching_again_raises_it_and_an_unknown_end_says_little() -> None:
    watch = InteractionKind.WATCH
    assert liking(fact(watch, 1, done=1.0), fact(watch, 2, done=1.0)) > liking(fact(watch, 1, done=1.0)) == LIKED
    assert liking(fact(watch, 1)) == pytest.approx(HALF_WAY)
    assert liking(fact(InteractionKind.SEEN, 1)) == LIKED


def test_saving_and_waving_on_are_no_meetings_nor_are_unknown_titles() -> None:
    facts = [fact(InteractionKind.SAVE, 1), fact(InteractionKind.SKIP, 2)]
    assert not len(log_of(facts, ("movie:1",), 0.0))
    assert not len(log_of([fact(InteractionKind.SEEN, 1)], ("movie:2",), 0.0))
