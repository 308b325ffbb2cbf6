"""Figures of lists, worked out by hand."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.metrics import coverage, diversity, list_figures, novelty


def test_hits_at_the_second_and_fourth_place_of_three_wanted() -> None:
    found = list_figures(["a", "X", "b", "Y", "c"], {"X", "Y", "Z"}, 5)
    best = 1 + 1 / log2(3) + 1 / 2
    assert found.ndcg == pytest.approx((1 / log2(3) + 1 / log2(5)) / best)
    assert found.recall == pytest.approx(2 / 3)
    assert found.precision == pytest.approx(2 / 5)
    assert found.hit == 1.0
    assert found.mrr == pytest.approx(1 / 2)


def test_a_perfect_list_has_an_ndcg_of_one_also_where_little_was_wanted() -> None:
    found = list_figures(["X", "a", "b"], {"X"}, 3)
    assert (found.ndcg, found.recall, found.mrr) == (1.0, 1.0, 1.0)
    assert found.precision == pytest.approx(1 / 3)


def test_more_wanted_than_there_are_places_can_still_be_perfect() -> None:
    assert list_figures(["W", "X"], {"W", "X", "Y", "Z"}, 2).ndcg == pytest.approx(1.0)


def test_only_the_asked_for_length_counts() -> None:
    assert list_figures(["a", "b", "X"], {"X"}, 2).hit == 0.0


def test_a_short_list_is_measured_against_the_full_length() -> None:
    assert list_figures(["X"], {"X", "Y"}, 10).precision == pytest.approx(0.1)


def test_an_empty_list_finds_nothing() -> None:
    found = list_figures([], {"X"}, 10)
    assert (found.ndcg, found.recall, found.precision, found.hit, found.mrr) == (0, 0, 0, 0, 0)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.sets(st.sampled_from("abcdefgh"), min_size=1))
def test_every_figure_lies_between_nothing_and_one(shown: list[str], truth: set[str]) -> None:
    found = list_figures(shown, truth, 5)
    for value in (found.ndcg, found.recall, found.precision, found.hit, found.mrr):
        assert 0 <= value <= 1 + 1e-12
    assert (found.ndcg > 0) == (found.hit > 0) == (found.mrr > 0)


def test_coverage_counts_each_title_once() -> None:
    assert coverage([["a", "b"], ["b", "c"]], 6) == pytest.approx(0.5)
    assert coverage([], 0) == 0.0


def test_novelty_is_one_bit_for_what_half_the_people_met() -> None:
    assert novelty(["a", "b"], {"a": 4, "b": 1}, 8) == pytest.approx((1 + 3) / 2)


def test_a_title_that_nobody_met_is_more_novel_than_one_that_somebody_did() -> None:
    assert novelty(["new"], {}, 8) == pytest.approx(4.0)
    assert novelty([], {}, 8) == 0.0


def test_diversity_is_the_mean_over_pairs_of_what_genres_do_not_share() -> None:
    genres = {"a": frozenset({"Drama"}), "b": frozenset({"Drama", "War"}), "c": frozenset({"Comedy"})}
    shared = 1 / (1 * 2) ** 0.5
    assert diversity(["a", "b", "c"], genres) == pytest.approx(((1 - shared) + 1 + 1) / 3)


def test_titles_without_genres_are_alike_and_unlike_all_others() -> None:
    genres: dict[str, frozenset[str]] = {"a": frozenset(), "b": frozenset(), "c": frozenset({"War"})}
    assert diversity(["a", "b"], genres) == 0.0
    assert diversity(["a", "c"], genres) == 1.0
    assert diversity(["a"], genres) == 0.0
