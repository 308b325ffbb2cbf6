"""Genres and people a viewer returns to, and what lies unused on the shelf."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.taste.learning import build, without
from engine.taste.profile import TasteProfile
from tests.engine.taste.world import ANNA, film, film_id, say, shelf, watch

CATALOGUE = shelf()
LIKES_COMEDY = [watch(number, days_ago=number) for number in range(0, 40, 4)]


def profile(*facts: Interaction) -> TasteProfile:
    return build(ANNA, MediaType.MOVIE, facts, CATALOGUE)


def affinity(taste: TasteProfile, genre: str) -> float:
    return float(taste.genre_affinity[CATALOGUE.genres.index[genre]])


def test_a_genre_that_is_watched_to_the_end_again_and_again_is_liked():
    assert affinity(profile(*LIKES_COMEDY), "Comedy") > 0.3


def test_a_genre_that_is_abandoned_is_disliked():
    assert affinity(profile(*(watch(number, 0.05, days_ago=40) for number in (1, 5, 9))), "Horror") < -0.2


def test_a_genre_never_started_although_available_is_a_mild_no():
    taste = profile(*LIKES_COMEDY)
    assert -0.2 <= affinity(taste, "Western") < -0.05


def test_a_genre_that_is_not_on_the_shelf_is_no_disinterest():
    far = shelf(film(100, genres=("Opera",), library_ids=frozenset({"cellar"})))
    taste = build(ANNA, MediaType.MOVIE, LIKES_COMEDY, far)
    assert taste.genre_affinity[far.genres.index["Opera"]] == 0


def test_disinterest_needs_a_history_before_it_speaks():
    assert affinity(profile(), "Western") == 0
    assert abs(affinity(profile(watch(0)), "Western")) < abs(affinity(profile(*LIKES_COMEDY), "Western"))


def test_started_and_finished_are_counted_by_title_not_by_playback():
    taste = profile(watch(0), watch(0, days_ago=3), watch(4, 0.1), say(8, InteractionKind.SAVE))
    comedy = CATALOGUE.genres.index["Comedy"]
    assert (taste.genre_started[comedy], taste.genre_finished[comedy]) == (2, 1)
    assert taste.genre_available[comedy] == 12
    assert taste.available == 48


def test_people_who_come_back_in_liked_titles_count_more():
    one, many = profile(watch(0)), profile(*LIKES_COMEDY)
    director = CATALOGUE.people.index["Director 0"]
    size = len(CATALOGUE.people.names)
    assert 0 < one.people_scores(size)[director] < many.people_scores(size)[director]
    assert one.people_scores(size)[CATALOGUE.people.index["Director 1"]] == 0


def test_the_titles_behind_a_person_are_liked_ones_best_first():
    taste = profile(watch(0), watch(4), watch(4, days_ago=3), watch(8, 0.05), say(12, InteractionKind.SAVE))
    director = CATALOGUE.people.index["Director 0"]
    assert [CATALOGUE.ids[row] for row in taste.people_titles[director]] == [film_id(4), film_id(0)]
    assert director in taste.people_titles
    assert CATALOGUE.people.index["Director 1"] not in taste.people_titles
    assert set(taste.people_titles) == set(CATALOGUE.people.matrix[[0, 4]].indices.tolist())
    assert len(taste.people_titles) == len(set(taste.people_titles))
    with pytest.raises(KeyError):
        taste.people_titles[CATALOGUE.people.index["Director 1"]]


def test_take_the_cited_titles_away_and_the_affinity_falls():
    taste = profile(*LIKES_COMEDY, watch(1))
    director = CATALOGUE.people.index["Director 0"]
    cited = [CATALOGUE.ids[row] for row in taste.people_titles[director][:2]]

    less = without(taste, cited, CATALOGUE, ANNA)

    size = len(CATALOGUE.people.names)
    assert less.people_scores(size)[director] < taste.people_scores(size)[director]
    assert affinity(less, "Comedy") < affinity(taste, "Comedy")
    assert set(less.titles) == set(taste.titles)


def test_what_stands_on_a_closed_shelf_teaches_nothing_but_stays_watched():
    secret = film(100, genres=("Secret",), library_ids=frozenset({"cellar"}))
    catalogue = shelf(secret)
    facts = [watch(100), *LIKES_COMEDY]

    closed = build(ANNA, MediaType.MOVIE, facts, catalogue)
    opened = build(replace(ANNA, library_ids=frozenset({"films", "cellar"})), MediaType.MOVIE, facts, catalogue)

    column = catalogue.genres.index["Secret"]
    assert opened.genre_started[column] == 1
    assert (closed.genre_started[column], closed.genre_affinity[column]) == (0, 0)
    assert not closed.titles[film_id(100)].counts_in
    assert catalogue.index[film_id(100)] in closed.seen()
    assert all(catalogue.index[film_id(100)] not in cluster.members for cluster in closed.clusters)


def test_affinities_stay_between_minus_one_and_one():
    rng = np.random.default_rng(2)
    taste = profile(*(watch(int(n), float(rng.random()), days_ago=float(rng.integers(300))) for n in range(48)))
    assert np.abs(taste.genre_affinity).max() <= 1
    assert np.abs(taste.people_affinity).max() <= 1
