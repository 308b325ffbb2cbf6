"""The evening of a group as plain values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.slate import Confidence
from engine.errors import InvalidQuery
from engine.grouping.night import Attendee, Night, Rule, Stage, begun, decided, joined, left, with_veto, with_vote
from engine.grouping.rank import GroupPick, Share
from engine.testing.clock import START

PICKS = tuple(
    GroupPick(f"movie:{n}", score, (Share("v", 0.8, Confidence.HIGH, "Drama"),))
    for n, score in enumerate((0.9, 0.8, 0.8, 0.7, 0.6))
)
ALL = frozenset(one.item_id for one in PICKS)


def night(*keys: str, size: int = 3) -> Night:
    found = Night("n", "a", START, "en", size=size)
    for key in keys:
        found = joined(found, Attendee(key, key.title()))
    return begun(found, PICKS)


def test_the_best_are_shown_and_the_others_stand_by() -> None:
    found = night("a", "b")
    assert [one.item_id for one in found.picks] == ["movie:0", "movie:1", "movie:2"]
    assert [one.item_id for one in found.reserve] == ["movie:3", "movie:4"]


def test_equal_votes_go_to_the_better_and_equal_scores_to_the_earlier() -> None:
    by_score = with_vote(with_vote(night("a", "b"), "a", "movie:1"), "b", "movie:0")
    assert (by_score.winner, by_score.rule) == ("movie:0", Rule.SCORE)
    by_order = with_vote(with_vote(night("a", "b"), "a", "movie:2"), "b", "movie:1")
    assert (by_order.winner, by_order.rule) == ("movie:1", Rule.ORDER)
    by_votes = with_vote(with_vote(night("a", "b"), "a", "movie:2"), "b", "movie:2")
    assert (by_votes.winner, by_votes.rule) == ("movie:2", Rule.VOTES)
    assert (decided(night("a")).winner, decided(night("a")).rule) == ("movie:0", Rule.SCORE)


def test_votes_for_a_vetoed_title_are_gone_and_another_stands_in_its_place() -> None:
    found = with_veto(with_vote(night("a", "b"), "a", "movie:1"), "b", "movie:1", ALL - {"movie:3"})
    assert [one.item_id for one in found.picks] == ["movie:0", "movie:4", "movie:2"]
    assert found.voted == 0
    with pytest.raises(InvalidQuery, match="group-pick-gone"):
        with_vote(found, "a", "movie:1")
    with pytest.raises(InvalidQuery, match="group-veto-spent"):
        with_veto(found, "b", "movie:0", ALL)


def test_without_a_reserve_a_veto_takes_away_until_one_is_left() -> None:
    found = with_veto(with_veto(night("a", "b", "c"), "a", "movie:0", frozenset()), "b", "movie:1", frozenset())
    assert [one.item_id for one in found.picks] == ["movie:2"]
    with pytest.raises(InvalidQuery, match="group-veto-last"):
        with_veto(found, "c", "movie:2", frozenset())


def test_the_last_who_has_not_voted_decides_by_leaving() -> None:
    found = left(with_vote(night("a", "b"), "a", "movie:1"), "b")
    assert (found.stage, found.winner) == (Stage.DECIDED, "movie:1")
    assert left(found, "nobody") is found


def test_nothing_is_voted_on_before_or_after() -> None:
    gathering = Night("n", "a", START, "en")
    for deed in (lambda: with_vote(gathering, "a", "movie:0"), lambda: decided(gathering),
                 lambda: with_veto(gathering, "a", "movie:0", ALL), lambda: decided(decided(night("a")))):  # fmt: skip
        with pytest.raises(InvalidQuery, match="group-not-begun"):
            deed()


def test_a_room_has_an_end() -> None:
    full = replace(night("a"), attendees=tuple(Attendee(str(n), "x") for n in range(500)))
    with pytest.raises(InvalidQuery, match="group-full"):
        joined(full, Attendee("one more", "x"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 4), st.booleans()), max_size=25))
def test_whatever_is_pressed_the_winner_is_among_the_picks_with_most_votes(
    presses: list[tuple[str, int, bool]],
) -> None:
    found = night("a", "b", "c")
    for key, place, veto in presses:
        try:
            deed = with_veto(found, key, f"movie:{place}", ALL) if veto else with_vote(found, key, f"movie:{place}")
        except InvalidQuery:
            continue
        found = deed
        assert len(found.vetoes) == len(set(found.vetoes))
        assert not {one.item_id for one in found.picks} & set(found.vetoed)
    done = found if found.stage is Stage.DECIDED else decided(found)
    assert done.count(done.winner) == max(done.count(one.item_id) for one in done.picks)
