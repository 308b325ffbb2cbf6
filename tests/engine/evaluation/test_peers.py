"""The peers, against their formulas written out."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.job import Job
from engine.evaluation.known import Known, known_of
from engine.evaluation.measuring import Sources, answers_of, asked_in
from engine.evaluation.models import LeftOut, Model, als, bpr, ease, item_knn, rp3beta, user_knn, warp
from engine.evaluation.models._peer import best
from engine.evaluation.report import models
from engine.evaluation.slices import colditem, main
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.engine.evaluation.conftest import rated

PEERS = [name for name in models() if name not in {"engine", "content"}]
TITLES = 30


def job(people: int = 12) -> Job:
    """Two tastes: even people like even titles, odd ones odd titles, and all know a few of the others."""
    rng = np.random.default_rng(3)
    history = {
        f"p{n}": [
            (int(t), hour, 9.0 if t % 2 == n % 2 else 4.0)
            for hour, t in enumerate(rng.permutation(TITLES)[: 12 + n % 5])
        ]
        for n in range(people)
    }
    (found,) = main.divide(rated(history, TITLES, described=True), 0)
    return found


def sources() -> Sources:
    return Sources(WordEmbedder(dimensions=8), MemoryVectors(), lambda: 0.0)


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.fixture(scope="module")
def known() -> Known:
    return known_of(job())


def test_the_matrices_say_who_met_and_liked_what(known: Known) -> None:
    met, liked, esteem = known.met.toarray(), known.liked.toarray(), known.esteem.toarray()
    for person in known.job.corpus.people:
        row = known.rows[person.viewer.id]
        for column, item in enumerate(known.job.corpus.items):
            found = [m for m in known.job.train[person.viewer.id] if m.item_id == item.id]
            assert met[row, column] == len(found)
            assert liked[row, column] == sum(m.liked for m in found)
            assert esteem[row, column] == pytest.approx(sum((m.facts[-1].rating or 0) / 10 for m in found))
        ids = [known.job.corpus.items[int(column)].id for column in known.candidates(row)]
        assert ids == known.job.candidates(person)


def test_ease_is_the_same_by_people_and_by_titles_and_as_its_paper_says(known: Known) -> None:
    liked = known.liked.toarray().astype(np.float64)
    inverse = np.linalg.inv(liked.T @ liked + ease.PENALTY * np.eye(TITLES))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    by_people, by_titles = ease._by_people(known.liked), ease._by_titles(known.liked)
    for row in range(len(liked)):
        assert by_people(row) == pytest.approx(liked[row] @ weights, abs=1e-6)
        assert by_titles(row) == pytest.approx(liked[row] @ weights, abs=1e-6)
    assert len(liked) < TITLES
    assert ease.fit(known, rng())(0) == pytest.approx(by_people(0))
    many = known_of(job(people=40))
    assert ease.fit(many, rng())(0) == pytest.approx(ease._by_people(many.liked)(0), abs=1e-6)


def test_ease_refuses_what_would_not_fit_into_memory(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ease, "LARGEST", 5)
    with pytest.raises(LeftOut, match="more than 5"):
        ease.fit(known, rng())


def test_item_neighbours_add_up_cosines_of_weighted_titles(known: Known) -> None:
    liked = known.liked.toarray().astype(np.float64)
    weighted = liked * np.log(TITLES / liked.sum(axis=1, keepdims=True))
    lengths = np.linalg.norm(weighted, axis=0)
    cosines = weighted.T @ weighted / np.maximum(np.outer(lengths, lengths), 1e-12)
    assert item_knn.fit(known, rng())(3) == pytest.approx(liked[3] @ cosines, abs=1e-5)


def test_the_nearest_people_vote_with_their_cosine(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_knn, "NEIGHBOURS", 4)
    tastes = known.esteem.toarray().astype(np.float64) ** 2
    tastes /= np.linalg.norm(tastes, axis=1, keepdims=True)
    near = tastes @ tastes[2]
    near[2] = 0
    near[np.argsort(-near)[4:]] = 0
    assert user_knn.fit(known, rng())(2) == pytest.approx(near @ known.liked.toarray(), abs=1e-5)


def test_the_walk_takes_three_steps_and_damps_popularity(known: Known) -> None:
    liked = known.liked.toarray().astype(np.float64)
    people, titles = np.maximum(liked.sum(axis=1), 1), np.maximum(liked.sum(axis=0), 1)
    there, back = liked / people[:, None], liked.T / titles[:, None]
    walk = liked[1] @ (back**rp3beta.ALPHA) @ (there**rp3beta.ALPHA) / titles**rp3beta.BETA
    assert rp3beta.fit(known, rng())(1) == pytest.approx(walk, rel=1e-4)


@pytest.mark.parametrize("name", PEERS)
async def test_every_peer_shows_candidates_best_first_and_the_same_each_time(name: str) -> None:
    model = models()[name]
    if model.needs:
        pytest.importorskip(model.needs)
    asked = asked_in("main", [job()])
    found, again = [await answers_of(model, asked, sources()) for _ in range(2)]
    assert found.lists == again.lists
    for shown, (_, viewer_id) in zip(found.lists, found.owners, strict=True):
        person = next(p for p in asked.jobs[0].corpus.people if p.viewer.id == viewer_id)
        assert len(set(shown)) == len(shown) == 10
        assert set(shown) <= set(asked.jobs[0].candidates(person))


@pytest.mark.parametrize("peer", [ease, item_knn, user_knn, rp3beta, als, bpr, warp])
def test_who_likes_even_titles_is_shown_even_titles(peer: object) -> None:
    model: Model = peer.MODEL  # type: ignore[attr-defined] - each of these modules has one
    if model.needs:
        pytest.importorskip(model.needs)
    known = known_of(job(people=40))
    scores = peer.fit(known, rng())  # type: ignore[attr-defined]
    wins = 0
    for row in range(40):
        figures = np.asarray(scores(row), np.float64)
        candidates = known.candidates(row)
        own = candidates % 2 == int(known.job.corpus.people[row].viewer.id[1:]) % 2
        wins += figures[candidates[own]].mean() > figures[candidates[~own]].mean()
    assert wins >= 34


async def test_on_new_titles_warp_goes_by_their_attributes() -> None:
    pytest.importorskip("lightfm")
    history = {
        f"p{n}": [(t, t, 9.0 if t % 7 == n % 7 else 2.0) for t in range(n % 3, 140, 2 if n % 2 else 1)]
        for n in range(30)
    }
    asked = asked_in("colditem", colditem.divide(rated(history, 140, described=True), 0))
    found = await answers_of(warp.MODEL, asked, sources())
    hits = [
        shown[0] in asked.jobs[place].truth[own] for shown, (place, own) in zip(found.lists, found.owners, strict=True)
    ]
    assert sum(hits) / len(hits) > 0.6


async def test_a_peer_whose_library_is_missing_says_so() -> None:
    missing = Model("missing", "", warp.MODEL.teach, "no_such_library")
    with pytest.raises(LeftOut, match="no_such_library is not installed"):
        await answers_of(missing, asked_in("main", [job()]), sources())


def test_equal_figures_are_ranked_by_lot_and_others_by_size() -> None:
    figures = np.array([1.0, 3.0, 1.0, 2.0, 1.0])
    seen = {tuple(best(figures, 3, np.random.default_rng(seed)).tolist()) for seed in range(30)}
    assert {own[:2] for own in seen} == {(1, 3)}
    assert {own[2] for own in seen} == {0, 2, 4}
    assert len(best(figures, 10, rng())) == 5
    assert len(best(np.zeros(0), 10, rng())) == 0


@pytest.mark.parametrize("name", PEERS)
async def test_where_nobody_liked_anything_before_everybody_is_answered_all_the_same(name: str) -> None:
    if models()[name].needs:
        pytest.importorskip(models()[name].needs)
    history = {f"p{n}": [(title, title, 3.0 if title < 16 else 9.0) for title in range(20)] for n in range(6)}
    asked = asked_in("main", main.divide(rated(history, TITLES), 0))
    found = await answers_of(models()[name], asked, sources())
    assert [len(shown) for shown in found.lists] == [10] * 6
