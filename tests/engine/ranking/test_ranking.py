"""Scoring everything roughly and the best exactly must come to the same as scoring everything exactly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.answering.situation import Situation
from engine.domain.items import MediaType
from engine.ranking import rank
from engine.scoring.baselines import among, baselines_of
from engine.scoring.figures import raw_figures
from engine.scoring.likeness import likeness
from engine.scoring.lot import draw
from engine.testing.households import household

BIG = household(31, titles=3_000, watched=120)


def situation() -> Situation:
    return BIG.situation()


@pytest.mark.parametrize("share", [1.0, 0.15])
def test_the_best_are_the_same_however_many_finalists_there_are(share: float) -> None:
    asked = situation()
    context, scorers = asked.context(MediaType.MOVIE), asked.weighted()
    candidates = asked.candidates(context) & asked.admitted()
    candidates &= np.random.default_rng(1).random(len(candidates)) < share
    exact = rank(context, candidates, scorers, finalists=10**9)
    quick = rank(context, candidates, scorers, finalists=150)
    assert quick.rows[:20].tolist() == exact.rows[:20].tolist()
    assert quick.scores[:20] == pytest.approx(exact.scores[:20], abs=1e-5)
    assert quick.candidates == exact.candidates == int(np.count_nonzero(candidates[context.rows]))
    assert len(exact.rest) == 0
    assert np.isfinite(quick.rest).sum() == exact.candidates - len(quick.rows)


def test_scores_are_float32_sums_and_come_in_order() -> None:
    asked = situation()
    context = asked.context(MediaType.MOVIE)
    ranking = rank(context, asked.candidates(context), asked.weighted(), finalists=300)
    assert ranking.scores.dtype == ranking.values.dtype == np.float32
    assert ranking.values.sum(axis=0) == pytest.approx(ranking.scores, abs=1e-6)
    assert (np.diff(ranking.scores) <= 0).all()


def test_only_rows_of_the_domain_are_ranked() -> None:
    asked = situation()
    for context in asked.contexts():
        ranking = rank(context, asked.candidates(context), asked.weighted(), finalists=50)
        kinds = {BIG.catalogue.ids[row].partition(":")[0] for row in ranking.rows}
        assert kinds == {context.domain.value}


def test_the_average_title_of_a_domain_is_neither_close_nor_far() -> None:
    asked = situation()
    context = asked.context(MediaType.MOVIE)
    pairs = [pair for pair in asked.weighted() if pair[0].name in {"quality", "confidence"}]
    figures = raw_figures(context, slice(0, len(context.catalogue)), pairs, exact=False)
    assert float(figures["confidence"].mean()) == pytest.approx(0, abs=0.02)
    assert abs(float(figures["quality"].mean())) < 0.05


def test_nothing_known_of_the_viewer_is_worth_nothing() -> None:
    empty = replace(BIG, interactions=()).situation()
    learned = {"content", "anti-profile", "personnel", "present"}
    for context in empty.contexts():
        pairs = [pair for pair in empty.weighted() if pair[0].name in learned]
        figures = raw_figures(context, context.rows, pairs, exact=True)
        assert set(figures) == learned
        assert all(not column.any() for column in figures.values())


def test_rows_without_a_vector_get_nothing_from_vectors() -> None:
    vectors = BIG.catalogue.vectors
    assert vectors is not None
    full, reduced, present = vectors.full.copy(), vectors.reduced.copy(), vectors.present.copy()
    full[::7], reduced[::7], present[::7] = 0, 0, False
    holes = replace(BIG.catalogue, vectors=replace(vectors, full=full, reduced=reduced, present=present))
    home = replace(BIG, catalogue=holes, baselines=baselines_of(holes))
    asked = home.situation()
    context = asked.context(MediaType.MOVIE)
    pairs = [pair for pair in asked.weighted() if pair[0].name == "content"]
    rows = np.arange(len(holes))
    for exact in (False, True):
        content = raw_figures(context, rows, pairs, exact=exact)["content"]
        assert not content[~present].any()
        assert content[present].any()


def test_rough_and_exact_closeness_agree() -> None:
    asked = situation()
    context = asked.context(MediaType.MOVIE)
    pairs = [pair for pair in asked.weighted() if pair[0].probes is not None]
    rough = raw_figures(context, context.rows, pairs, exact=False)
    exact = raw_figures(context, context.rows, pairs, exact=True)
    for name, column in exact.items():
        assert rough[name] == pytest.approx(column, abs=0.02), name


def test_domains_whose_rows_do_not_lie_together_are_ranked_all_the_same() -> None:
    mixed = BIG.catalogue.media_type[np.random.default_rng(2).permutation(len(BIG.catalogue))]
    catalogue = replace(BIG.catalogue, media_type=mixed)
    baselines = baselines_of(catalogue)
    assert all(isinstance(rows, np.ndarray) for rows in baselines.domain_rows.values())
    context = replace(situation().context(MediaType.MOVIE), catalogue=catalogue, baselines=baselines)
    candidates = np.ones(len(catalogue), np.bool_)
    few = rank(context, candidates, situation().weighted(), finalists=100)
    all_of_them = rank(context, candidates, situation().weighted(), finalists=10**9)
    assert few.rows[:10].tolist() == all_of_them.rows[:10].tolist()


def test_membership_is_told_as_numpy_tells_it() -> None:
    rng = np.random.default_rng(4)
    for size in (0, 1, 5, 50):
        rows, wanted = rng.integers(0, 40, 60), rng.integers(0, 40, size)
        assert among(rows, wanted).tolist() == np.isin(rows, wanted).tolist()


def test_likeness_is_one_to_itself_symmetric_and_never_negative() -> None:
    rows = np.arange(0, 400, 9)
    for home in (BIG, household(1, vectors=False, titles=500)):
        alike = likeness(home.baselines, rows, rows)
        assert ((alike >= 0) & (alike <= 1.001)).all()
        assert alike == pytest.approx(alike.T, abs=1e-4)
        assert np.diag(alike) == pytest.approx(np.ones(len(rows)), abs=1e-2)


def test_a_draw_is_even_and_depends_on_the_seed_alone() -> None:
    rows = np.arange(50_000)
    first, again, other = draw(7, rows), draw(7, rows[::-1])[::-1], draw(8, rows)
    assert (first == again).all()
    assert (first != other).mean() > 0.99
    assert ((first > 0) & (first < 1)).all()
    counts = np.histogram(first, bins=20, range=(0, 1))[0]
    assert counts == pytest.approx(np.full(20, 2_500), rel=0.1)
    assert abs(np.corrcoef(first, other)[0, 1]) < 0.02


def test_masks_are_made_once_and_forgotten_in_the_end() -> None:
    baselines = baselines_of(household(1, titles=50).catalogue)
    assert baselines.open_to(frozenset({"open-shelf"})) is baselines.open_to(frozenset({"open-shelf"}))
    for number in range(100):
        assert not baselines.open_to(frozenset({f"nowhere-{number}"})).any()
    assert baselines.open_to(frozenset({"open-shelf"})).any()
    for day in range(20_000, 20_010):
        assert len(baselines.on_day(day, lambda catalogue, today: np.full(len(catalogue), today, np.float32))) == 50
