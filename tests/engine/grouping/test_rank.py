"""Ranking for several at once: nobody is steamrolled, and nothing that is closed or known to one is offered to all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from engine.answering.answer import answer
from engine.answering.situation import Situation
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.query import Filters, Query
from engine.domain.viewers import Viewer
from engine.grouping import rank as ranking
from engine.grouping.rank import GroupPick, fairness, rank_group, standing
from engine.learning.crowd import learn
from engine.learning.log import log_of
from engine.testing.households import CLOSED, OPEN, TODAY, Household, household

BOTH = frozenset({OPEN, CLOSED})


def person(home: Household, name: str, facts: Household, query: Query | None = None) -> Situation:
    """Somebody of ``home`` who did what the viewer of ``facts`` did."""
    did = tuple(replace(one, viewer_id=name, id=f"{name}-{one.id}") for one in facts.interactions)
    known = {item.id for item in home.items}
    did = tuple(one for one in did if one.item_id in known)
    viewer = Viewer(name, name.title(), library_ids=frozenset({OPEN}))
    asked = replace(query or Query(name, on=TODAY), viewer_id=name)
    return replace(home, viewer=viewer, interactions=did).situation(asked)


@pytest.fixture(scope="module")
def pair() -> tuple[Situation, Situation]:
    home = household(1)
    return person(home, "ada", home), person(home, "bob", household(2))


def seen(situation: Situation) -> set[str]:
    ids = situation.baselines.catalogue.ids
    return {ids[int(row)] for row in situation.met.watched}


def ids(picks: tuple[GroupPick, ...]) -> list[str]:
    return [one.item_id for one in picks]


def test_picks_are_unseen_by_all_and_open_to_all(pair: tuple[Situation, Situation]) -> None:
    picks = rank_group(pair, [frozenset({OPEN}), BOTH], 40)
    assert len(picks) == 40
    for one in pair:
        assert not set(ids(picks)) & seen(one)
    open_rows = pair[0].baselines.open_to(frozenset({OPEN}))
    assert all(open_rows[pair[0].baselines.catalogue.index[one]] for one in ids(picks))
    assert rank_group(pair, [frozenset({OPEN}), frozenset()], 40) == ()
    assert rank_group(pair, [frozenset({CLOSED})], 40) == ()


def test_the_first_is_the_one_whose_lowest_standing_is_high(pair: tuple[Situation, Situation]) -> None:
    picks = rank_group(pair, [frozenset({OPEN})], 20)
    assert [one.score for one in picks] == sorted((one.score for one in picks), reverse=True)
    assert all(len(one.shares) == 2 for one in picks)
    assert [one.viewer_id for one in picks[0].shares] == ["ada", "bob"]
    alone = rank_group(pair[:1], [frozenset({OPEN})], 200)
    bobs = rank_group(pair[1:], [frozenset({OPEN})], 200)
    first = picks[0].item_id
    for one in (alone, bobs):
        assert first in ids(one)[: len(one) // 2]


def test_who_is_named_first_does_not_matter(pair: tuple[Situation, Situation]) -> None:
    one, other = rank_group(pair, [frozenset({OPEN})], 10), rank_group(pair[::-1], [frozenset({OPEN})], 10)
    assert ids(one) == ids(other)


def test_least_misery_prefers_what_nobody_minds_to_what_one_loves_and_another_hates() -> None:
    standings = np.array([[1.0, 0.6, 0.2], [0.1, 0.6, 0.2]], np.float32)
    assert list(np.argsort(-fairness(standings))) == [1, 2, 0]


def test_standing_is_the_share_that_suits_less() -> None:
    scores = np.array([3.0, 1.0, 2.0, 2.0], np.float32)
    assert standing(scores, scores).tolist() == [0.875, 0.125, 0.5, 0.5]
    assert standing(scores[:1], np.zeros(0, np.float32)).tolist() == [0.0]


def test_of_many_only_the_best_are_scored_exactly_and_the_first_stay_the_same(
    pair: tuple[Situation, Situation], monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = rank_group(pair, [frozenset({OPEN})], 5)
    monkeypatch.setattr(ranking, "SHORTLIST", 60)
    assert len(set(ids(exact)) & set(ids(rank_group(pair, [frozenset({OPEN})], 10)))) >= 3


def test_a_genre_is_one_of_the_titles_and_liked(pair: tuple[Situation, Situation]) -> None:
    catalogue = pair[0].baselines.catalogue
    picks = rank_group(pair, [frozenset({OPEN})], 20)
    told = [(one.item_id, share) for one in picks for share in one.shares if share.genre]
    assert told
    for item_id, share in told:
        assert share.genre in catalogue.genres.names_of(catalogue.index[item_id])
        assert 0 <= share.match <= 1


def test_a_match_is_the_one_that_the_person_is_told_alone(pair: tuple[Situation, Situation]) -> None:
    catalogue = pair[0].baselines.catalogue
    rng, facts = np.random.default_rng(2), list[Interaction]()
    for person_number in range(60):
        for place, row in enumerate(rng.permutation(len(catalogue))[:30].tolist()):
            at, rating = datetime(2020, 1, 1, person_number % 24, tzinfo=UTC) + timedelta(days=place), 9.0 - row % 2 * 6
            told = f"{person_number}-{row}", f"p{person_number}", catalogue.ids[row], InteractionKind.RATING, at
            facts.append(Interaction(*told, rating=rating))
    known = log_of(facts, catalogue.ids, datetime(2021, 1, 1, tzinfo=UTC).timestamp())
    crowd = learn(known, catalogue, np.random.default_rng(1)).aligned(catalogue)
    taught = [replace(one, crowd=crowd) for one in pair]
    for person_number, one in enumerate(taught):
        alone = {pick.item_id: (pick.match, pick.confidence) for pick in answer(one).picks}
        unasked = {pick.item_id: pick.shares[person_number] for pick in rank_group(taught, [frozenset({OPEN})], 400)}
        both = alone.keys() & unasked.keys()
        assert both
        for key in both:
            assert (unasked[key].match, unasked[key].confidence) == (
                pytest.approx(alone[key][0], abs=1e-5),
                alone[key][1],
            )


def test_a_guest_has_no_taste_and_no_line() -> None:
    home = household(1)
    guest = replace(home, viewer=Viewer("", "", library_ids=frozenset({OPEN})), interactions=())
    picks = rank_group([guest.situation(Query("", on=TODAY))], [frozenset({OPEN})], 5)
    assert len(picks) == 5
    assert all(one.shares == () for one in picks)


def test_filters_hold_and_nothing_is_left_where_they_leave_nothing() -> None:
    home = household(1)
    short = Query("ada", filters=Filters(runtime_to=90), on=TODAY)
    both = person(home, "ada", home, short), person(home, "bob", household(2), short)
    runtimes = {item.id: item.runtime or 0 for item in home.items}
    picks = rank_group(both, [frozenset({OPEN})], 30)
    assert picks
    assert all(runtimes[one] <= 90 for one in ids(picks))
    nothing = Query("ada", filters=Filters(runtime_to=1), on=TODAY)
    assert rank_group([person(home, "ada", home, nothing)], [frozenset({OPEN})], 5) == ()


def test_one_of_a_franchise_is_enough(pair: tuple[Situation, Situation]) -> None:
    picks = rank_group(pair, [frozenset({OPEN})], 200)
    baselines = pair[0].baselines
    series = [int(baselines.franchise[baselines.catalogue.index[one]]) for one in ids(picks)]
    known = [one for one in series if one >= 0]
    assert len(known) == len(set(known))
