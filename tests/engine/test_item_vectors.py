"""Texts of titles and their vectors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.columns.text import digest_of, text_of
from engine.columns.vectors import item_vectors, unit_rows, widened
from tests.engine.taste.world import film


def clustered(count: int = 4_000, dimensions: int = 128) -> np.ndarray:
    rng = np.random.default_rng(5)
    centres = rng.standard_normal((40, dimensions))
    rows = centres[rng.integers(0, 40, count)] + 0.7 * rng.standard_normal((count, dimensions))
    return unit_rows(rows.astype(np.float32)).astype(np.float16)


@given(hnp.arrays(np.float16, st.integers(1, 50), elements=st.floats(-1, 1, width=16)))
def test_widening_halves_loses_nothing(halves: np.ndarray):
    assert np.array_equal(widened(halves), halves.astype(np.float32))


def test_the_reduced_rows_find_what_the_full_rows_find():
    vectors = item_vectors("m", clustered())
    found, asked = 0, range(0, 4_000, 200)
    for row in asked:
        query = vectors.exact(np.array([row]))[0]
        exact = set(np.argsort(-(vectors.full.astype(np.float32) @ query))[:50].tolist())
        rough = np.argsort(-vectors.similar(query))[:200].tolist()
        found += len(exact.intersection(rough))

    assert found / (50 * len(asked)) > 0.9


def test_the_nearest_come_best_first_with_exact_cosines_and_only_from_among_the_allowed():
    vectors = item_vectors("m", clustered(600))
    query = vectors.exact(np.array([7]))[0]
    among = np.arange(600) % 2 == 1

    rows, scores = vectors.nearest(query, 5, among=among)

    assert rows[0] == 7
    assert scores[0] == pytest.approx(1, abs=1e-3)
    assert (rows % 2 == 1).all()
    assert (np.diff(scores) <= 0).all()
    assert len(vectors.nearest(query, 5, among=np.zeros(600, np.bool_))[0]) == 0


def test_a_row_of_zeros_is_not_embedded():
    full = clustered(10)
    full[3] = 0
    vectors = item_vectors("m", full)

    assert vectors.embedded == 9
    assert vectors.has(np.array([2, 3])).tolist() == [True, False]
    assert vectors.dimensions == 128


def test_a_projection_that_is_kept_gives_the_same_reduced_rows():
    first = item_vectors("m", clustered(500))
    again = item_vectors("m", clustered(500), first.projection)
    assert np.array_equal(first.reduced, again.reduced)


def test_unit_rows_make_nothing_of_what_is_zero_or_not_finite():
    rows = unit_rows(np.array([[3, 4], [0, 0], [np.nan, 1], [np.inf, 1]], np.float32))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0], [0, 0], [0, 0]]


def test_the_text_says_what_a_title_is_about_in_english():
    item = film(1, titles={"en": "The Film", "de": "Der Film"}, synopses={"de": "Ein Haus.", "en": "A house."})
    assert text_of(item) == "The Film. 1980s movie. Horror. word 1, own 1. A house"


def test_a_changed_text_has_another_digest_and_an_unchanged_one_the_same():
    assert digest_of(film(1)) == digest_of(film(1, poster_url="https://example.org/p.jpg", vote_count=5))
    assert digest_of(film(1)) != digest_of(film(1, keywords=("else",)))


def test_a_text_with_half_a_surrogate_has_a_digest_too():
    assert len(digest_of(film(1, title="\ud800"))) == 16
