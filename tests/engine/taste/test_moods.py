"""Mood clusters and the anti-profile."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.columns.vectors import item_vectors
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType
from engine.taste.clusters import choose_k, group
from engine.taste.learning import build, forget, learn, without
from tests.engine.taste.world import ANNA, film_id, say, shelf, watch

CATALOGUE = shelf()
COMEDIES, HORRORS, WESTERNS = (range(kind, 44, 4) for kind in range(3))


def planted(groups: int, each: int) -> np.ndarray:
    rng = np.random.default_rng(1)
    centres = np.repeat(rng.standard_normal((groups, 16)), each, axis=0)
    return (centres + 0.2 * rng.standard_normal(centres.shape)).astype(np.float32)


@pytest.mark.parametrize("groups", [2, 3, 5])
def test_as_many_clusters_are_found_as_there_are(groups: int):
    points = planted(groups, 12)
    labels = group(points, np.ones(len(points), np.float32), 8)
    assert len(set(labels.tolist())) == groups
    assert all(len(set(labels[start : start + 12].tolist())) == 1 for start in range(0, len(points), 12))


def test_large_histories_choose_from_a_sample():
    points = planted(3, 300)
    assert choose_k(points / np.linalg.norm(points, axis=1, keepdims=True), np.ones(900, np.float32), 8) == 3


def test_identical_points_are_one_cluster():
    assert set(group(np.ones((20, 4), np.float32), np.ones(20, np.float32), 8).tolist()) == {0}


def test_few_titles_are_one_mood():
    taste = build(ANNA, MediaType.MOVIE, [watch(0), watch(1), watch(2)], CATALOGUE)
    assert len(taste.clusters) == 1


def test_moods_are_what_is_liked_and_the_anti_profile_is_what_was_abandoned():
    facts = [
        *(watch(n, days_ago=n) for n in COMEDIES),
        *(watch(n, days_ago=n) for n in WESTERNS),
        *(watch(n, 0.05, days_ago=40 + n) for n in HORRORS),
    ]
    taste = build(ANNA, MediaType.MOVIE, facts, CATALOGUE)

    assert [set(cluster.members.tolist()) for cluster in taste.clusters] in (
        [set(COMEDIES), set(WESTERNS)], [set(WESTERNS), set(COMEDIES)],
    )  # fmt: skip
    assert set(np.concatenate([cluster.members for cluster in taste.anti]).tolist()) == set(HORRORS)


def test_saved_titles_are_no_mood_yet():
    assert build(ANNA, MediaType.MOVIE, [say(0, InteractionKind.SAVE)], CATALOGUE).clusters == ()


def test_similarity_is_the_shrunken_weighted_mean_and_the_reduced_one_agrees():
    taste = build(ANNA, MediaType.MOVIE, [watch(n, days_ago=n) for n in COMEDIES], CATALOGUE)
    vectors = CATALOGUE.vectors
    assert vectors is not None
    cluster = taste.clusters[0]
    everything = vectors.full.astype(np.float32)

    by_hand = (everything @ everything[cluster.members].T) @ cluster.weights / (cluster.weights.sum() + cluster.shrink)

    assert np.allclose(cluster.similarity(everything), by_hand, atol=1e-4)
    assert np.allclose(vectors.reduced @ cluster.centre, by_hand, atol=1e-3)


def test_take_the_nearest_member_away_and_the_similarity_falls():
    taste = build(ANNA, MediaType.MOVIE, [watch(n, days_ago=n) for n in COMEDIES[:-1]], CATALOGUE)
    vectors = CATALOGUE.vectors
    assert vectors is not None
    candidate = vectors.exact(np.array([COMEDIES[-1]]))[0]
    near = vectors.exact(taste.clusters[0].members) @ candidate
    cited = CATALOGUE.ids[int(taste.clusters[0].members[near.argmax()])]

    less = without(taste, [cited], CATALOGUE, ANNA)

    assert less.clusters[0].similarity(candidate) < taste.clusters[0].similarity(candidate)


def test_a_newcomer_joins_the_nearest_mood_and_the_others_stay():
    taste = build(ANNA, MediaType.MOVIE, [watch(n) for n in (*COMEDIES[:6], *WESTERNS[:6])], CATALOGUE)
    homes = [set(cluster.members.tolist()) for cluster in taste.clusters]

    taught = learn(taste, [watch(WESTERNS[8])], CATALOGUE, ANNA)

    grown = [set(cluster.members.tolist()) for cluster in taught.clusters]
    assert sorted(map(len, grown)) == [6, 7]
    assert all(any(home <= group for group in grown) for home in homes)
    assert set(WESTERNS[:6]) | {WESTERNS[8]} in grown


def test_the_first_liked_title_begins_a_mood():
    taste = learn(build(ANNA, MediaType.MOVIE, [], CATALOGUE), [watch(0)], CATALOGUE, ANNA)
    assert [cluster.members.tolist() for cluster in taste.clusters] == [[0]]
    assert forget(taste, [watch(0).id], CATALOGUE, ANNA).clusters == ()


def test_without_vectors_there_are_no_moods_and_titles_without_one_stay_outside():
    bare = replace(CATALOGUE, vectors=None)
    assert build(ANNA, MediaType.MOVIE, [watch(0)], bare).clusters == ()
    assert learn(build(ANNA, MediaType.MOVIE, [], bare), [watch(0)], bare, ANNA).clusters == ()

    assert CATALOGUE.vectors is not None
    full = CATALOGUE.vectors.full.copy()
    full[0] = 0
    partly = replace(CATALOGUE, vectors=item_vectors("test", full))
    taste = build(ANNA, MediaType.MOVIE, [watch(0), watch(4)], partly)
    assert [cluster.members.tolist() for cluster in taste.clusters] == [[partly.index[film_id(4)]]]
    assert build(ANNA, MediaType.MOVIE, [watch(0)], partly).clusters == ()
