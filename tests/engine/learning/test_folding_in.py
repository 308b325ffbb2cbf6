"""Folding in: the same figures as the blend of all components, and as learning again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from engine.catalogue import Catalogue
from engine.learning import desk
from engine.learning.by_title import ByTitle
from engine.learning.components import COMPONENTS, FAMILIES
from engine.learning.crowd import Crowd, learn, learn_to_measure
from engine.learning.fields import field_of
from engine.learning.ground import Laid
from engine.learning.history import History
from engine.learning.log import Log, log_of
from engine.learning.signals import Voice
from engine.learning.weighed import LOGIT, Weighed
from engine.testing.clock import START
from engine.testing.worlds import Size, World

TITLES, PEOPLE = 300, 60
WORLD = World(Size(TITLES, PEOPLE, seed=9, dimensions=24, shortest=12, longest=60))
EVERY = np.arange(TITLES)


@cache
def catalogue() -> Catalogue:
    return WORLD.catalogue()


@cache
def log() -> Log:
    return log_of(WORLD.interactions(), catalogue().ids, START.timestamp())


@cache
def crowd() -> Crowd:
    return learn(log(), catalogue(), np.random.default_rng(3))


def history(person: int, of: Log) -> History:
    own = of.person == person
    return History(of.item[own].astype(np.int64), of.liking[own], of.at[own], person)


def blended(voice: Voice, own: History) -> np.ndarray:
    """Every component for every title, times its weight, added up by family."""
    field = voice.field
    figures = field.figures([field.terms(own)], np.arange(len(COMPONENTS)))[0]
    opened = voice.blend.gates(float(len(own)), field.manner(own).traits()[None])
    warm, cold, offset = voice.blend.weights(opened[0])
    found = np.zeros((len(FAMILIES), TITLES))
    for place, component in enumerate(COMPONENTS):
        weight = field.known * warm[place] + (1 - field.known) * cold[place]
        found[FAMILIES.index(component.family)] += weight * figures[place]
    found[FAMILIES.index("popularity")] += (1 - field.known) * offset
    return found * LOGIT


@pytest.mark.parametrize("person", [0, 17, 59])
def test_what_is_folded_in_is_the_blend_of_all_components(person: int) -> None:
    own = history(person, log())
    expected = blended(crowd().voice(catalogue(), 1.0, here=True), own)
    some = np.random.default_rng(person).permutation(TITLES)[:70]
    aligned = crowd().aligned(catalogue())
    np.testing.assert_allclose(aligned.fold_in(own).over(EVERY), expected, atol=2e-5)
    for rows in (some, np.sort(some)[[5, -5]], np.sort(some)[[1, 30, -1]]):  # all between them, or each looked up
        np.testing.assert_allclose(aligned.fold_in(own).over(rows), expected[:, rows], atol=2e-5)
    np.testing.assert_allclose(aligned.fold_in(own).sums(some), expected[:, some].sum(axis=0), atol=5e-5)
    assert aligned.fold_in(own).over(EVERY[:0]).shape == (len(FAMILIES), 0)


def test_short_figures_say_what_long_ones_say() -> None:
    """What answers has its attributes in sixteen bits each, what learns has not."""
    own, here = history(17, log()), crowd()
    long = field_of(here.parts, here.bridge, Laid.of(catalogue()).ground, catalogue().rows_of(here.item_ids))
    expected = Weighed.of(long, here.blend, own).over(EVERY)
    assert long.places.values.dtype == np.float32
    np.testing.assert_allclose(here.aligned(catalogue()).fold_in(own).over(EVERY), expected, atol=5e-5)


def test_folding_in_a_new_meeting_is_nearly_learning_again() -> None:
    """What learning again would move besides is at most a tenth of the spread of the scores, in a crowd of 60."""
    again = learn(log(), catalogue(), np.random.default_rng(3), lessons=crowd).aligned(catalogue())
    off: list[float] = []
    stale: list[float] = []
    for person in (3, 21, 40):
        earlier = log().only(np.arange(len(log())) != np.flatnonzero(log().person == person)[-1])
        before = learn(earlier, catalogue(), np.random.default_rng(3), lessons=crowd).aligned(catalogue())
        learned = again.fold_in(history(person, log())).over(EVERY).sum(axis=0)
        folded = before.fold_in(history(person, log())).over(EVERY).sum(axis=0)
        unaware = before.fold_in(history(person, earlier)).over(EVERY).sum(axis=0)
        off.append(float(np.sqrt(np.mean((folded - learned) ** 2)) / learned.std()))
        stale.append(float(np.sqrt(np.mean((unaware - learned) ** 2)) / learned.std()))
        assert np.corrcoef(folded, learned)[0, 1] > 0.995
    assert max(off) <= 0.1
    assert sum(off) < 0.8 * sum(stale)


def test_lessons_are_taken_over_and_everything_else_is_learned() -> None:
    earlier = log().only(np.arange(len(log())) % 7 != 0)
    trial = learn(earlier, catalogue(), np.random.default_rng(4))
    again = learn(log(), catalogue(), np.random.default_rng(4), lessons=lambda: trial)
    np.testing.assert_array_equal(again.blend.warm, trial.blend.warm)
    np.testing.assert_array_equal(again.liking.coefficients, trial.liking.coefficients)
    assert again.liking.severity.counts.sum() > trial.liking.severity.counts.sum()
    restored = Crowd.from_arrays(again.arrays(), again.facts())
    np.testing.assert_array_equal(restored.parts.met.data, crowd().parts.met.data)


def test_what_is_only_measured_is_the_same_but_for_how_far_titles_would_be_spread() -> None:
    laid = Laid.of(catalogue())
    measured = learn_to_measure(log(), laid, np.random.default_rng(3))
    whole = learn(log(), laid, np.random.default_rng(3))
    ours, theirs = measured.arrays(), whole.arrays()
    assert whole.reach.any()
    other = {name for name, array in ours.items() if not np.array_equal(array, theirs[name], equal_nan=True)}
    assert other == {"reach"}
    over, over_again = (whole.aligned(place).fold_in(history(8, log())) for place in (laid, catalogue()))
    np.testing.assert_array_equal(over.over(EVERY), over_again.over(EVERY))


@pytest.mark.parametrize("person", [2, 33])
def test_figures_are_the_same_from_the_titles_side(person: int) -> None:
    own = history(person, log())
    field = crowd().voice(catalogue(), 1.0, here=True).field
    terms, every = field.terms(own), np.arange(len(COMPONENTS))
    some = np.random.default_rng(person).permutation(TITLES)[:40]
    whole = field.figures([terms], every)[0]
    np.testing.assert_allclose(ByTitle(field).at(terms, every, some), whole[:, some].T, atol=1e-5, rtol=1e-4)


def test_with_people_enough_one_division_serves_old_and_new(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = crowd().aligned(catalogue())
    monkeypatch.setattr(desk, "MOST_LISTS", 15)
    hasty = learn(log(), catalogue(), np.random.default_rng(3)).aligned(catalogue())
    newcomer = replace(history(5, log()).latest(6), person=-1)
    for own in (history(8, log()), newcomer):
        one, other = (model.fold_in(own).over(EVERY).sum(axis=0) for model in (usual, hasty))
        assert np.corrcoef(one, other)[0, 1] > 0.2
