"""Learning and unlearning, one fact at a time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.domain.viewers import HistoryDepth
from engine.taste.learning import blend, build, domain_of, forget, learn, restless, settle, without
from engine.taste.profile import TasteProfile
from tests.engine.taste.world import ANNA, FILMS, NOW, film, film_id, say, shelf, watch

pytestmark = pytest.mark.untraced

CATALOGUE = shelf()

FACTS = st.builds(
    lambda key, number, kind, hours, completion, rating: Interaction(
        f"fact-{key}", "anna", film_id(number), kind, NOW - timedelta(hours=hours), completion=completion, rating=rating
    ),
    key=st.integers(0, 10_000),
    number=st.integers(0, FILMS + 2),
    kind=st.sampled_from(InteractionKind),
    hours=st.integers(0, 24 * 500),
    completion=st.one_of(st.none(), st.floats(0, 1)),
    rating=st.integers(1, 10).map(float),
)
HISTORIES = st.lists(FACTS, max_size=25, unique_by=lambda fact: fact.id)


def profile(facts: Sequence[Interaction]) -> TasteProfile:
    return build(ANNA, MediaType.MOVIE, facts, CATALOGUE)


def figures(taste: TasteProfile) -> dict[str, object]:
    """Everything but the clusters, by name."""
    titles = taste.titles
    return {
        "strength": {item_id: float(titles.strength[place]) for item_id, place in titles.places.items()},
        "weight": {item_id: float(titles.weight[place]) for item_id, place in titles.places.items()},
        "row": {item_id: int(titles.rows[place]) for item_id, place in titles.places.items()},
        "genres": taste.genre_affinity.tolist(),
        "started": taste.genre_started.tolist(),
        "finished": taste.genre_finished.tolist(),
        "people": taste.people_scores(len(CATALOGUE.people.names)).tolist(),
        "hours": taste.hours.tolist(),
        "weekdays": taste.weekdays.tolist(),
        "interactions": taste.interactions,
        "newest": taste.newest_at.timestamp() if taste.newest_at else 0,
    }


def same(one: TasteProfile, other: TasteProfile) -> None:
    left, right = figures(one), figures(other)
    assert left.keys() == right.keys()
    for name, value in left.items():
        assert value == pytest.approx(right[name], abs=1e-5), name


def same_clusters(one: TasteProfile, other: TasteProfile) -> None:
    for left, right in zip(one.clusters + one.anti, other.clusters + other.anti, strict=True):
        assert left.members.tolist() == right.members.tolist()
        assert np.allclose(left.total, right.total, atol=1e-5)
        assert left.mass == pytest.approx(right.mass, abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(HISTORIES, st.lists(FACTS, min_size=1, max_size=4, unique_by=lambda fact: fact.id))
def test_what_was_learned_and_forgotten_again_leaves_no_trace(history: list[Interaction], more: list[Interaction]):
    before = profile(history)
    known = {fact.id for fact in history}
    fresh = [fact for fact in more if fact.id not in known]

    after = forget(learn(before, fresh, CATALOGUE, ANNA), [fact.id for fact in fresh], CATALOGUE, ANNA)

    same(before, after)
    same_clusters(before, after)


@settings(max_examples=60, deadline=None)
@given(HISTORIES, st.integers(0, 25))
def test_learning_one_by_one_equals_building_from_all(history: list[Interaction], start: int):
    taste = profile(history[:start])
    for fact in history[start:]:
        taste = learn(taste, [fact], CATALOGUE, ANNA)

    same(taste, profile(history))
    settled = settle(taste, CATALOGUE, ANNA)
    same_clusters(settled, profile(history))


@settings(max_examples=30, deadline=None)
@given(st.permutations([watch(n, days_ago=n, completion=1 - n / 20) for n in range(12)]))
def test_the_order_of_arrival_does_not_matter(facts: list[Interaction]):
    same(profile(facts), profile(sorted(facts, key=lambda fact: fact.id)))
    same_clusters(profile(facts), profile(sorted(facts, key=lambda fact: fact.id)))


def test_a_fact_that_comes_twice_teaches_once():
    taste = profile([watch(0)])
    assert learn(taste, [watch(0)], CATALOGUE, ANNA) is taste
    assert learn(taste, [], CATALOGUE, ANNA) is taste
    assert forget(taste, ["never heard of"], CATALOGUE, ANNA) is taste


def test_a_late_fact_of_long_ago_is_put_in_its_place():
    taste = learn(
        profile([watch(0), say(0, InteractionKind.LIKE)]),
        [say(0, InteractionKind.DISLIKE, days_ago=9)],
        CATALOGUE,
        ANNA,
    )
    assert taste.titles[film_id(0)].strength > 0
    assert taste.newest_at == NOW


def test_forgetting_the_newest_fact_moves_the_window_back():
    old = [watch(number, days_ago=380 + number) for number in range(10)]
    taste = learn(profile(old), [watch(30)], CATALOGUE, ANNA)
    assert taste.interactions == 1

    taste = forget(taste, [watch(30).id], CATALOGUE, ANNA)

    assert taste.interactions == 10
    assert taste.newest_at == NOW - timedelta(days=380)


def test_a_profile_means_something_from_ten_interactions():
    facts = [watch(number, days_ago=number) for number in range(10)]
    assert not profile(facts[:9]).meaningful
    assert profile(facts).meaningful
    skips = [say(number, InteractionKind.SKIP) for number in range(20)]
    assert profile([*facts[:9], *skips]).interactions == 9


def test_nothing_learned_is_a_profile_too():
    taste = profile([])
    assert (len(taste.titles), taste.clusters, taste.anti, taste.newest_at) == (0, (), (), None)
    assert taste.seen().tolist() == []
    assert settle(taste, CATALOGUE, ANNA).interactions == 0


def test_the_window_counts_back_from_the_viewers_own_newest_fact():
    ancient = [watch(number, days_ago=8_000 + number) for number in range(12)]
    assert profile(ancient).interactions == 12
    assert profile([*ancient, watch(40)]).interactions == 1


@pytest.mark.parametrize(
    ("depth", "counting"),
    [(HistoryDepth.MONTHS_3, 1), (HistoryDepth.MONTHS_6, 2), (HistoryDepth.MONTHS_12, 3), (HistoryDepth.ALL, 4)],
)
def test_the_depth_decides_what_teaches(depth: HistoryDepth, counting: int):
    facts = [watch(number, days_ago=days) for number, days in enumerate((0, 150, 300, 3_000))]
    taste = build(replace(ANNA, history_depth=depth), MediaType.MOVIE, facts, CATALOGUE)
    assert taste.interactions == counting
    assert len(taste.seen()) == 4


def test_older_titles_weigh_less():
    taste = profile([watch(0), watch(1, days_ago=180), watch(2, days_ago=360)])
    assert [taste.titles[film_id(n)].weight for n in range(3)] == pytest.approx([1, 0.5, 0.25])


def test_a_title_that_is_not_known_yet_begins_to_teach_when_it_arrives():
    facts = [watch(200), *(watch(number, days_ago=1) for number in range(3))]
    before = profile(facts)
    assert before.titles[film_id(200)].row == -1
    assert before.interactions == 3

    arrived = shelf(film(200))
    after = build(ANNA, MediaType.MOVIE, before.facts.all(), arrived)

    assert after.titles[film_id(200)].row == arrived.index[film_id(200)]
    assert after.interactions == 4


def test_domains_are_apart_unless_blended_and_blending_brings_moods_only():
    series = [
        Item(f"tv:{n:03d}", MediaType.TV, f"Series {n}", genres=("Horror",), library_ids=frozenset({"series"}))
        for n in range(12)
    ]
    catalogue = shelf(*series)
    watched = [replace(watch(0, days_ago=n), id=f"s{n}", item_id=f"tv:{n:03d}") for n in range(12)]
    films = build(ANNA, MediaType.MOVIE, [*watched, watch(0), watch(4)], catalogue)
    shows = build(ANNA, MediaType.TV, [*watched, watch(0), watch(4)], catalogue)
    assert (films.interactions, shows.interactions) == (2, 12)

    both = blend(films, [shows])

    assert {cluster.domain for cluster in both.clusters} == {MediaType.MOVIE, MediaType.TV}
    assert both.genre_affinity.tolist() == films.genre_affinity.tolist()
    assert both.anti == films.anti
    taught = learn(both, [watch(8)], catalogue, ANNA)
    assert sum(cluster.domain is MediaType.TV for cluster in taught.clusters) == len(shows.clusters)
    assert blend(both, []).clusters == films.clusters
    muted = without(both, [f"tv:{n:03d}" for n in range(12)], catalogue, ANNA)
    assert {cluster.domain for cluster in muted.clusters} == {MediaType.MOVIE}


def test_the_domain_of_an_unknown_title_is_read_from_its_id():
    assert domain_of("anime:mal:5", CATALOGUE) is MediaType.ANIME
    assert domain_of("nonsense", CATALOGUE) is None
    assert profile([replace(watch(0), item_id="nonsense")]).titles.ids == ()


def test_moods_are_due_anew_when_much_was_learned():
    taste = profile([watch(number) for number in range(0, 24, 4)])
    assert not restless(taste)
    for number in range(1, 24, 4):
        taste = learn(taste, [watch(number)], CATALOGUE, ANNA)
    assert restless(taste)
    assert not restless(settle(taste, CATALOGUE, ANNA))


def test_one_more_event_is_learned_in_milliseconds_after_two_thousand():
    many = shelf(*(film(number) for number in range(FILMS, 2_200)))
    taste = build(ANNA, MediaType.MOVIE, [watch(number, days_ago=number / 9) for number in range(2_000)], many)
    spent: list[float] = []
    for number in range(2_000, 2_060):
        started = time.thread_time()
        taste = learn(taste, [watch(number)], many, ANNA)
        spent.append(time.thread_time() - started)
    assert np.median(spent) < 0.02
