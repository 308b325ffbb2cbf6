"""What is offered to many already is told apart from finds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.learning.crowd import Crowd
from engine.learning.reach import BEST, SHARE
from engine.learning.sharing import without_people
from tests.engine.learning.test_crowd import PEOPLE, TITLES, aligned, catalogue, crowd, crowd_of, facts


def test_nobody_is_counted_twice_and_nobody_is_offered_what_they_met() -> None:
    reach = crowd().reach
    assert reach.max() <= PEOPLE
    assert 0 < reach.sum() <= PEOPLE * min(BEST, TITLES // SHARE)
    met = np.bincount([int(fact.item_id[-3:]) for fact in facts()], minlength=TITLES)[: len(reach)]
    assert (reach <= PEOPLE - met).all()


def test_the_most_offered_title_surprises_nobody_and_one_that_nobody_knows_most() -> None:
    surprise, reach = aligned().surprise, crowd().reach
    assert surprise.shape == (TITLES,)
    rows = catalogue().rows_of(crowd().item_ids)
    assert surprise[rows[np.argmax(reach)]] == 0
    assert surprise.min() == 0
    unmet = np.setdiff1d(np.arange(TITLES), rows)
    assert len(unmet)
    assert (surprise[unmet] >= surprise[rows].max()).all()
    order = np.argsort(reach, kind="stable")
    assert (np.diff(surprise[rows[order]]) <= 0).all()


def test_the_reach_is_packed_with_the_rest_and_leaves_the_house_without_people() -> None:
    again = Crowd.from_arrays(crowd().arrays(), crowd().facts())
    np.testing.assert_array_equal(again.reach, crowd().reach)
    np.testing.assert_array_equal(without_people(crowd()).reach, crowd().reach)


def test_a_public_model_is_counted_among_those_who_taught() -> None:
    assert aligned().taught_by == PEOPLE
    both = crowd_of(facts(5), public=without_people(crowd())).aligned(catalogue())
    assert both.taught_by == PEOPLE + 5
    assert both.surprise.shape == (TITLES,)
    assert np.isfinite(both.surprise).all()


def test_what_is_offered_is_a_share_of_as_many_titles_as_could_have_been() -> None:
    reach, laid = crowd().reach, aligned()
    could = min(float(reach.sum()), TITLES)
    assert laid.offered == np.count_nonzero(reach) / could
    nobody = replace(crowd(), reach=np.zeros_like(reach)).aligned(catalogue())
    assert nobody.offered == 1
