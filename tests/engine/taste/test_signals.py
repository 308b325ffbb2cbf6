"""What each signal makes of a title, and what they make together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.domain.viewers import Viewer
from engine.taste.learning import build
from engine.taste.profile import TasteProfile, TitleTaste
from engine.taste.weights import SHIPPED, SignalWeights, Tuning
from tests.engine.taste.world import ANNA, NOW, film, film_id, say, shelf, watch

CATALOGUE = shelf()


def profile(*facts: Interaction, viewer: Viewer = ANNA, tuning: Tuning = SHIPPED) -> TasteProfile:
    return build(viewer, MediaType.MOVIE, facts, CATALOGUE, tuning)


def title(number: int, *facts: Interaction) -> TitleTaste:
    return profile(*facts).titles[film_id(number)]


def test_the_shipped_weights_are_those_that_are_documented():
    weights = SignalWeights()
    assert (weights.completion, weights.rewatch, weights.rating, weights.genre_frequency) == (0.35, 0.20, 0.15, 0.10)
    assert (weights.time_to_start, weights.session_time, weights.people, weights.abandon_velocity) == (0.05,) * 4


@pytest.mark.parametrize("changes", [{"completion": -0.1}, dict.fromkeys(SignalWeights.__slots__, 0.0)])
def test_senseless_weights_are_refused(changes: dict[str, float]):
    with pytest.raises(ValueError, match="signal weights"):
        replace(SignalWeights(), **changes)


def test_weights_can_be_tuned():
    facts = (watch(0), watch(0, days_ago=1), say(0, InteractionKind.RATING, rating=6))
    loud = profile(*facts, tuning=replace(SHIPPED, signals=replace(SignalWeights(), rating=5.0)))
    assert loud.titles[film_id(0)].strength < profile(*facts).titles[film_id(0)].strength


def test_the_further_it_was_watched_the_stronger():
    strengths = [title(0, watch(0, completion, days_ago=60), watch(1)).strength for completion in (0.05, 0.3, 0.6, 1.0)]
    assert strengths == sorted(strengths)
    assert strengths[0] <= -0.5
    assert strengths[-1] > 0.4


def test_rewatched_is_loved_more_than_watched_once():
    once, twice, often = (title(0, *(watch(0, days_ago=day) for day in range(times))).strength for times in (1, 2, 5))
    assert once < twice < often


def test_an_unknown_signal_drops_out_instead_of_counting_as_nothing():
    taste = title(0, say(0, InteractionKind.RATING, rating=10))
    assert set(taste.signals) == {"rating", "genre_frequency"}
    rating, genre = taste.signals["rating"], taste.signals["genre_frequency"]
    assert taste.strength == pytest.approx((0.15 * rating + 0.10 * genre) / 0.25, abs=1e-5)


def test_a_rating_takes_effect_against_what_was_watched():
    assert title(0, watch(0), say(0, InteractionKind.RATING, rating=1)).strength <= -0.5
    assert title(0, watch(0, 0.1), say(0, InteractionKind.RATING, rating=10)).strength >= 0.5


def test_the_newest_word_counts():
    earlier = say(0, InteractionKind.DISLIKE, days_ago=3)
    assert title(0, earlier, say(0, InteractionKind.LIKE)).strength >= 0.5
    assert title(0, say(0, InteractionKind.LIKE, days_ago=5), earlier).strength <= -0.5


def test_ratings_are_in_order_and_six_is_lukewarm():
    strengths = [title(0, say(0, InteractionKind.RATING, rating=rating)).strength for rating in range(1, 11)]
    assert strengths == sorted(strengths)
    assert strengths[0] < -0.3
    assert abs(strengths[5]) < 0.3
    assert strengths[9] > 0.5


def test_abandoned_early_is_a_strong_no_and_left_in_the_middle_a_mild_one():
    abandoned = title(0, watch(0, 0.1, days_ago=60), watch(1))
    left = title(0, watch(0, 0.4, days_ago=60), watch(1))
    assert abandoned.abandoned
    assert abandoned.strength <= -0.5
    assert -0.5 < left.strength < 0.3
    assert not left.abandoned


def test_what_was_begun_lately_is_in_progress_and_no_reproach():
    taste = title(0, watch(0, 0.4, days_ago=10), watch(1))
    assert taste.in_progress
    assert taste.strength > 0
    assert not title(0, watch(0, 0.4, days_ago=40), watch(1)).in_progress


def test_in_progress_can_be_asked_for_at_any_moment():
    taste = profile(watch(0, 0.5))
    assert taste.in_progress(NOW + timedelta(days=29)).tolist() == [0]
    assert taste.in_progress(NOW + timedelta(days=31)).tolist() == []


def test_quitting_after_minutes_is_worse_than_after_an_hour():
    fast = watch(0, 0.15, days_ago=60, ended_at=NOW - timedelta(days=60) + timedelta(minutes=3))
    slow = watch(0, 0.15, days_ago=60, ended_at=NOW - timedelta(days=60) + timedelta(minutes=60))
    assert title(0, fast).signals["abandon_velocity"] < title(0, slow).signals["abandon_velocity"] < 0


def test_how_fast_it_was_quitted_follows_from_its_length_or_from_the_part_watched():
    assert title(0, watch(0, 0.1)).signals["abandon_velocity"] == pytest.approx(-(2 ** (-10 / 20)))
    unknown_length = shelf(film(99, runtime=None))
    taste = build(ANNA, MediaType.MOVIE, [watch(99, 0.1)], unknown_length).titles[film_id(99)]
    assert taste.signals["abandon_velocity"] == pytest.approx(0.1 / 0.8 - 1)
    assert "abandon_velocity" not in title(0, watch(0)).signals


@pytest.mark.parametrize(("skips", "expected"), [(2, 0.0), (3, -0.2), (6, -0.2)])
def test_three_skips_are_a_mild_no_and_two_are_nothing(skips: int, expected: float):
    facts = [say(0, InteractionKind.SKIP, days_ago=day) for day in range(skips)]
    assert title(0, *facts).strength == pytest.approx(expected)
    assert title(0, *facts).counts_in is (skips >= 3)


def test_watching_it_after_all_ends_the_skips():
    skips = [say(0, InteractionKind.SKIP, days_ago=day) for day in range(5, 9)]
    assert title(0, *skips, watch(0)).skips == 0
    assert title(0, *skips, watch(0)).strength == pytest.approx(title(0, watch(0)).strength, abs=1e-5)


def test_coarse_facts_stand_in_where_nothing_finer_is_known():
    seen = title(0, say(0, InteractionKind.SEEN))
    saved = title(0, say(0, InteractionKind.SAVE))
    assert seen.signals["completion"] == pytest.approx(3 / 5)
    assert saved.signals["completion"] == pytest.approx(2 / 5)
    assert (seen.times, saved.times, saved.saved) == (1, 0, True)
    assert title(0, say(0, InteractionKind.LIKE)).signals["rating"] == pytest.approx(5 / 5)


def test_a_playback_without_a_figure_counts_as_watched():
    assert title(0, watch(0, None)).signals["completion"] == pytest.approx(3 / 5)


def test_started_soon_after_it_came_says_more_than_started_late():
    soon = watch(0, available_at=NOW - timedelta(days=1))
    late = watch(0, available_at=NOW - timedelta(days=200))
    assert title(0, soon).signals["time_to_start"] > 0.9
    assert title(0, late).signals["time_to_start"] < 0.1
    saved = (say(0, InteractionKind.SAVE, days_ago=30), watch(0))
    assert title(0, *saved).signals["time_to_start"] == pytest.approx(0.5)


def test_the_date_of_arrival_stands_in_and_one_after_the_playback_tells_nothing():
    assert title(0, watch(0)).signals["time_to_start"] == pytest.approx(2 ** (-400 / 30), abs=0.01)
    assert "time_to_start" not in title(0, watch(0, days_ago=900)).signals


def test_what_a_viewer_watches_more_of_than_the_shelf_suggests_is_steady():
    facts = [watch(number, days_ago=number) for number in (0, 4, 8, 12, 16, 1)]
    taste = profile(*facts)
    assert taste.titles[film_id(0)].signals["genre_frequency"] > 0.3
    assert taste.titles[film_id(1)].signals["genre_frequency"] < 0


def test_a_title_started_at_the_usual_hour_of_its_genre_fits_the_habit():
    evenings = [watch(number, days_ago=7 * number) for number in range(0, 24, 4)]
    mornings = [watch(number, days_ago=7 * number + 0.5) for number in range(1, 24, 4)]
    usual = profile(*evenings, *mornings).titles[film_id(0)].signals["session_time"]
    odd = profile(*evenings, *mornings, watch(28, days_ago=0.5)).titles[film_id(28)].signals["session_time"]
    assert usual > 0 > odd


def test_a_bare_date_says_nothing_of_the_hour():
    imported = watch(0, at=NOW.replace(hour=0, minute=0, second=0, microsecond=0))
    taste = profile(imported)
    assert "session_time" not in taste.titles[film_id(0)].signals
    assert taste.hours.sum() == 0


def test_hours_are_the_viewers_own():
    assert profile(watch(0)).hours[21] == 1
    tokyo = profile(watch(0), viewer=replace(ANNA, time_zone="Asia/Tokyo"))
    assert (tokyo.hours[5], tokyo.weekdays[6]) == (1, 1)


@pytest.mark.parametrize("zone", ["Nowhere/Atall", "", "../etc/passwd"])
def test_a_time_zone_that_does_not_exist_is_read_as_utc(zone: str):
    assert profile(watch(0), viewer=replace(ANNA, time_zone=zone)).hours[20] == 1


def test_people_speak_for_a_title_only_through_other_titles():
    alone = title(0, watch(0))
    liked = profile(watch(0), *(watch(number, days_ago=1) for number in (4, 8)))
    disliked = profile(watch(0), *(watch(number, 0.05, days_ago=40) for number in (4, 8)))
    assert "people" not in alone.signals
    assert liked.titles[film_id(0)].signals["people"] > 0 > disliked.titles[film_id(0)].signals["people"]


def test_every_strength_and_signal_lies_between_minus_one_and_one():
    rng = np.random.default_rng(9)
    kinds = list(InteractionKind)
    facts = [
        Interaction(
            f"f{place}", "anna", film_id(int(rng.integers(60))), kinds[int(rng.integers(len(kinds)))],
            NOW - timedelta(days=float(rng.integers(0, 700))),
            completion=float(rng.random()), rating=float(rng.integers(1, 11)),
        )
        for place in range(400)
    ]  # fmt: skip
    titles = profile(*facts).titles
    assert np.abs(titles.strength).max() <= 1
    assert np.nanmax(np.abs(titles.signals)) <= 1
    assert all(titles[item_id].item_id == item_id for item_id in titles)
