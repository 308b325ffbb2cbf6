"""New against present: fair, paired, and honest about what is chance."""

from __future__ import annotations

from math import log2

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.training.measuring import Examination, Found, Rows, compare, kept_for_learning
from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.domain.items import Item, MediaType
from engine.learning.history import History
from engine.learning.log import Log

RNG = np.random.default_rng
TITLES = 40


def catalogue(series: int = 0) -> Catalogue:
    films = [Item(f"movie:{number:03d}", MediaType.MOVIE, f"Film {number}") for number in range(TITLES)]
    return build_catalogue([*films, *(Item(f"tv:{n:03d}", MediaType.TV, f"Series {n}") for n in range(series))])


def log(people: int, titles: int = 10, *, liking: float = 1.0, shelf: Catalogue | None = None) -> Log:
    """Everybody met the first ``titles`` in order."""
    shelf = shelf or catalogue()
    person = np.repeat(np.arange(people, dtype=np.int32), titles)
    item = np.tile(np.arange(titles, dtype=np.int32), people)
    return Log(
        shelf.ids,
        tuple(f"p{number}" for number in range(people)),
        person,
        item,
        np.full(len(person), liking, np.float32),
        np.tile(np.arange(titles, dtype=np.float64), people),
    )


def towards(*wanted: int) -> object:
    def scores(history: History, rows: Rows) -> NDArray[np.float32]:
        return np.isin(rows, wanted).astype(np.float32)

    return lambda person: scores


@pytest.mark.parametrize(("titles", "held"), [(1, 0), (4, 0), (5, 1), (9, 1), (10, 2), (20, 4)])
def test_the_last_fifth_of_everybody_is_held_out(titles: int, held: int) -> None:
    made = log(3, titles)
    out = ~kept_for_learning(made)
    assert out.sum() == 3 * held
    assert set(made.item[out].tolist()) == set(range(titles - held, titles))


def test_what_finds_everything_measures_one_and_what_finds_nothing_nought() -> None:
    examination = Examination.of(log(4), catalogue(), RNG(1))
    assert np.allclose(examination.ask(towards(8, 9)).people, 1)
    assert np.allclose(examination.ask(towards(20, 21, 22, 23, 24, 25, 26, 27, 28, 29)).people, 0)
    half = examination.ask(towards(9)).people
    assert np.allclose(half, 1 / (1 + 1 / log2(3)))
    assert examination.ask(towards(9)).titles.tolist() == [0, 1] * 4


def test_titles_that_are_known_are_not_in_the_way() -> None:
    examination = Examination.of(log(4), catalogue(), RNG(1))
    assert np.allclose(examination.ask(towards(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).people, 1)


def test_the_same_score_for_all_finds_nothing() -> None:
    examination = Examination.of(log(4), catalogue(), RNG(1))
    assert np.allclose(examination.ask(towards()).people, 0)
    assert np.allclose(examination.ask(lambda _: lambda _, rows: np.full(len(rows), np.nan, np.float32)).people, 0)


def test_films_and_series_are_ranked_apart() -> None:
    shelf = catalogue(series=TITLES)
    made = log(1, 10, shelf=shelf)
    item = made.item.copy()
    item[-1] = TITLES + 5
    mixed = Log(made.items, made.people, made.person, item, made.liking, made.at)
    examination = Examination.of(mixed, shelf, RNG(1))
    asked: list[set[int]] = []

    def scores(history: History, rows: Rows) -> NDArray[np.float32]:
        asked.append(set(shelf.media_type[rows].tolist()))
        return np.isin(rows, [8, TITLES + 5]).astype(np.float32)

    assert np.allclose(examination.ask(lambda _: scores).people, 1)
    assert sorted(map(len, asked)) == [1, 1]


def test_nobody_who_liked_nothing_lately_is_judged() -> None:
    examination = Examination.of(log(4, liking=0.2), catalogue(), RNG(1))
    assert examination.judged == ()
    nothing = examination.popularity()
    verdict = compare(nothing, nothing, RNG(1))
    assert not verdict.known
    assert not verdict.worse
    assert verdict.figures()["judged_people"] == 0


def test_with_very_many_people_a_few_hundred_are_asked() -> None:
    assert len(Examination.of(log(900), catalogue(), RNG(1)).judged) == 300


def test_popularity_is_what_people_here_liked_before() -> None:
    shelf = catalogue()
    ahead = log(6, 10)
    item = ahead.item.reshape(6, 10)
    item = item.copy()
    item[3:] = [[8, 9, *range(start, start + 8)] for start in (12, 20, 28)]
    mixed = Log(shelf.ids, ahead.people, ahead.person, item.ravel().astype(np.int32), ahead.liking, ahead.at)
    found = Examination.of(mixed, shelf, RNG(1)).popularity()
    assert np.allclose(found.people[:3], 1)
    assert np.all(found.people[3:] < 0.5)


def found(values: list[float]) -> Found:
    return Found(np.array(values), np.array(values))


def test_clearly_worse_is_worse_and_clearly_better_is_not() -> None:
    low, high = found([0.1, 0.2, 0.1, 0.15] * 5), found([0.3, 0.4, 0.35, 0.3] * 5)
    assert compare(low, high, RNG(1)).worse
    better = compare(high, low, RNG(1))
    assert not better.worse
    assert better.low > 0


def test_what_chance_would_do_is_not_worse() -> None:
    rng = RNG(3)
    one, other = rng.random(30).tolist(), rng.random(30).tolist()
    verdict = compare(found(one), found(other), RNG(1))
    assert verdict.low < 0 < verdict.high
    assert not verdict.worse
    assert not compare(found(one), found(one), RNG(1)).worse


def test_with_few_people_their_single_titles_are_compared() -> None:
    people = np.array([0.4])
    bad, good = Found(people, np.zeros(40)), Found(people, np.full(40, 0.6))
    assert compare(bad, good, RNG(1)).worse
    assert not compare(Found(people, np.zeros(5)), Found(people, np.full(5, 0.6)), RNG(1)).worse
