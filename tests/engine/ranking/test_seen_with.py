"""Averages and counts are over what a viewer may know of, and over nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.catalogue import Catalogue
from engine.columns.build import empty_catalogue
from engine.scoring.baselines import Baselines, baselines_of
from engine.testing.households import household

OPEN = frozenset({"films"})
CATALOGUE = household(3, titles=200).catalogue
CLOSED = np.arange(0, 200, 3)


def shelved() -> Catalogue:
    """Every third title on a closed shelf, the last ten on none, the others open."""
    bits = np.full((200, 1), 1, np.uint64)
    bits[CLOSED] = 2
    bits[190:] = 0
    return replace(CATALOGUE, libraries=bits, library_index={"films": 0, "cellar": 1})


def changed(catalogue: Catalogue) -> Catalogue:
    """The same, where what is closed is rated, watched and embedded otherwise, and has lost its place in its series."""
    closed = np.flatnonzero(catalogue.libraries[:, 0] == 2)
    average, order, popularity = (
        column.copy() for column in (catalogue.vote_average, catalogue.collection_order, catalogue.popularity)
    )
    average[closed], order[closed], popularity[closed] = 9.9, 0, 500
    assert catalogue.vectors is not None
    full = catalogue.vectors.full.copy()
    full[closed] = full[closed[0]]
    vectors = replace(catalogue.vectors, full=full)
    return replace(catalogue, vote_average=average, collection_order=order, popularity=popularity, vectors=vectors)


def test_a_change_on_a_closed_shelf_is_not_felt() -> None:
    before, after = (baselines_of(one).seen_with(OPEN) for one in (shelved(), changed(shelved())))
    seen = np.flatnonzero(shelved().libraries[:, 0] != 2)
    assert before.size == after.size == len(seen)
    assert before.most_popular == after.most_popular
    for kind, mean in before.means.items():
        assert mean == pytest.approx(after.means[kind], abs=1e-6)
    for name in ("quality", "confidence", "sequence"):
        assert getattr(before, name)[seen] == pytest.approx(getattr(after, name)[seen], abs=1e-6), name
    assert before.keyword_counts.tolist() == after.keyword_counts.tolist()


def test_a_change_on_an_open_shelf_is_felt() -> None:
    before, after = (baselines_of(one).seen_with(frozenset({"cellar"})) for one in (shelved(), changed(shelved())))
    assert before.most_popular != after.most_popular
    assert any(abs(mean - after.means[kind]).max() > 1e-3 for kind, mean in before.means.items())


def test_who_may_open_everything_sees_the_averages_of_everything() -> None:
    whole: Baselines = baselines_of(shelved())
    seen = whole.seen_with(frozenset({"films", "cellar"}))
    assert seen.quality == pytest.approx(whole.quality)
    assert all(seen.means[kind] == pytest.approx(mean, abs=1e-6) for kind, mean in whole.means.items())
    assert whole.seen_with(frozenset({"films", "cellar"})) is seen


def test_views_are_forgotten_in_the_end() -> None:
    whole = baselines_of(shelved())
    first = whole.seen_with(OPEN)
    for number in range(40):
        whole.seen_with(frozenset({f"nowhere-{number}"}))
    assert whole.seen_with(OPEN) is not first


def test_a_catalogue_without_titles_has_baselines() -> None:
    assert baselines_of(empty_catalogue()).seen_with(OPEN).size == 0
