"""Many profiles of one hand speak as one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.learning.log import Log, gathered
from engine.learning.popularity import fame
from engine.learning.trust import trust_of

TITLES, PEOPLE, FAKES = 400, 80, 1_000
PUSHED = TITLES - 1
IDS = tuple(f"movie:{n}" for n in range(TITLES))


def real() -> list[tuple[int, int]]:
    rng = np.random.default_rng(1)
    odds = 1 / np.arange(1, TITLES)
    return [
        (person, int(title))
        for person in range(PEOPLE)
        for title in rng.choice(TITLES - 1, 30, replace=False, p=odds / odds.sum())
    ]


def log_with(pairs: list[tuple[int, int]]) -> Log:
    keys = np.array(pairs, np.int64).reshape(-1, 2)
    people = tuple(f"p{n}" for n in range(int(keys[:, 0].max(initial=-1)) + 1))
    return gathered(IDS, people, keys, np.ones(len(keys)), np.arange(len(keys), dtype=np.float64), now=1e9)


def pushers(shown: int, own: int) -> list[tuple[int, int]]:
    """A thousand that met the same titles and the pushed one, and some titles each of its own."""
    rng = np.random.default_rng(2)
    return [
        (PEOPLE + fake, int(title))
        for fake in range(FAKES)
        for title in (PUSHED, *range(shown), *(rng.choice(np.arange(shown, TITLES - 1), own, replace=False)))
    ]


def test_copies_share_one_voice_and_everybody_else_keeps_theirs() -> None:
    trust = trust_of(log_with([*real(), *pushers(20, 0)]))
    assert trust[PEOPLE:].sum() == pytest.approx(1, abs=0.01)
    assert trust[:PEOPLE].mean() > 0.85


def test_a_thousand_pushers_make_a_title_the_most_famous_only_without_the_cap() -> None:
    log = log_with([*real(), *pushers(20, 0)])
    capped, free = (fame(log, trust) for trust in (trust_of(log), np.ones(len(log.people), np.float32)))
    place = [int((figures > figures[PUSHED]).sum()) for figures in (capped, free)]
    assert place[1] <= 20, "uncapped, only the titles that the pushers met with it are as famous"
    assert place[0] >= 100


def test_copies_that_differ_a_little_are_held_back_for_the_most_part() -> None:
    trust = trust_of(log_with([*real(), *pushers(20, 1)]))
    assert trust[PEOPLE:].sum() < FAKES / 50


def test_a_profile_of_few_meetings_has_little_voice() -> None:
    trust = trust_of(log_with([(0, 1), *((1, title) for title in range(2, 9))]))
    np.testing.assert_allclose(trust, [0.2, 1.0])


def test_nobody_is_trusted_where_nobody_is() -> None:
    assert len(trust_of(log_with([]))) == 0


def test_people_whose_meetings_are_held_back_have_no_voice() -> None:
    log = log_with([(0, 1), (0, 2), (1, 3), (1, 4)])
    assert trust_of(log.only(log.person == 0))[1] == 0
