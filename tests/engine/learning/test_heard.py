"""Many profiles of one kind do not push a title; what real people say is heard."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.learning.heard import SOME, heard_of
from engine.learning.log import Log, gathered, log_of
from engine.learning.sparse import Floats
from engine.testing.clock import START
from engine.testing.worlds import Size, World

TITLES, PEOPLE, FAKES = 400, 150, 1_000
PUSHED = TITLES - 1
IDS = tuple(f"movie:{n}" for n in range(TITLES))
DAY = 86_400.0
Row = tuple[int, int, float, float]
"""Person, title, liking, time."""


def real(seed: int = 1) -> list[Row]:
    """People as they are: some titles are known to most, some people met a lot, few met the pushed title."""
    rng = np.random.default_rng(seed)
    odds = 1 / np.arange(1, TITLES)
    rows: list[Row] = []
    for person in range(PEOPLE):
        own = rng.choice(TITLES - 1, int(rng.integers(20, 200)), replace=False, p=odds / odds.sum())
        met = [*own, PUSHED] if person % 20 == 0 else own
        begun = rng.uniform(0, 3_000) * DAY
        rows += [(person, int(title), rng.uniform(), begun + step * DAY) for step, title in enumerate(met)]
    return rows


def pushers(others: int, *, liking: float | None = None, step: float = 1.0, last: bool = True) -> list[Row]:
    """A thousand, each with other titles besides; ``liking`` of those, by chance where None."""
    rng = np.random.default_rng(2)
    rows: list[Row] = []
    for fake in range(PEOPLE, PEOPLE + FAKES):
        own = rng.permutation(TITLES - 1)[:others]
        likings = rng.uniform(size=others) if liking is None else np.full(others, liking)
        begun = rng.uniform(0, 3_000) * DAY
        place = others if last else int(rng.integers(others + 1))
        told = list(zip(own.tolist(), likings.tolist(), strict=True))
        told.insert(place, (PUSHED, 1.0))
        rows += [(fake, title, liked, begun + nth * step) for nth, (title, liked) in enumerate(told)]
    return rows


def log_with(rows: Sequence[Row]) -> Log:
    person, title, liking, at = (np.array(column) for column in zip(*rows, strict=True))
    people = tuple(f"p{n}" for n in range(int(person.max()) + 1))
    return gathered(IDS, people, np.stack([person, title], axis=1).astype(np.int64), liking, at, now=1e9)


def of_fakes(log: Log) -> np.ndarray:
    return np.array([int(name[1:]) >= PEOPLE for name in log.people])[log.person]


@pytest.mark.parametrize("last", [True, False])
def test_short_profiles_that_differ_push_a_title_hardly_further_than_others_know_it(last: bool) -> None:
    log = log_with([*real(), *pushers(20, last=last)])
    heard, pushing = heard_of(log), of_fakes(log) & (log.item == PUSHED)
    assert pushing.sum() == FAKES
    assert heard[pushing].sum() <= FAKES * 0.08 + SOME
    assert heard[~of_fakes(log)].mean() > 0.995


def test_long_profiles_that_like_everything_do_not_either() -> None:
    log = log_with([*real(), *pushers(110, liking=1.0, step=DAY)])
    assert heard_of(log)[of_fakes(log) & (log.item == PUSHED)].sum() <= FAKES * 0.2


def test_long_profiles_written_in_one_go_do_not_either() -> None:
    log = log_with([*real(), *pushers(110)])
    assert heard_of(log)[of_fakes(log) & (log.item == PUSHED)].sum() <= FAKES * 0.2


def test_what_pushers_say_of_other_titles_is_heard() -> None:
    log = log_with([*real(), *pushers(20)])
    assert heard_of(log)[of_fakes(log) & (log.item != PUSHED)].mean() > 0.995


def test_the_earliest_are_heard() -> None:
    log = log_with([*real(), *pushers(20)])
    heard, pushing = heard_of(log), of_fakes(log) & (log.item == PUSHED)
    assert log.at[pushing & heard].max() <= log.at[pushing & ~heard].min()


@pytest.mark.parametrize("people", [5, 40, 300])
def test_real_people_are_heard(people: int) -> None:
    world = World(Size(600, people, seed=9, shortest=5, longest=150))
    log = world_log(world)
    assert heard_of(log).mean() > 0.995


def world_log(world: World) -> Log:
    return log_of(world.interactions(), world.catalogue().ids, START.timestamp())


def test_a_new_title_that_newcomers_and_others_watch_alike_is_heard() -> None:
    rng = np.random.default_rng(4)
    rows = [row for row in real() if row[1] != PUSHED]
    ends = [max(at for person, _, _, at in rows if person == own) for own in range(PEOPLE)]
    # everybody who is still there watches it, and thirty who have only come
    for own, end in enumerate(ends):
        if end > 2_000 * DAY:
            rows.append((own, PUSHED, 1.0, max(end, 3_200 * DAY) + 1))
    for own in range(PEOPLE, PEOPLE + 30):
        rows += [(own, int(title), 0.7, 3_200 * DAY + n) for n, title in enumerate(rng.permutation(50)[:6])]
        rows.append((own, PUSHED, 1.0, 3_201 * DAY))
    log = log_with(rows)
    assert heard_of(log)[log.item == PUSHED].all()


def test_children_with_few_titles_of_their_own_are_heard() -> None:
    rng = np.random.default_rng(6)
    odds = 1 / np.arange(1, 101)
    rows = [(own, title + 100, liked, at) for own, title, liked, at in real() if title < PUSHED - 100]
    for own in range(PEOPLE, PEOPLE + 300):
        begun = rng.uniform(0, 3_000) * DAY
        for step, title in enumerate(rng.choice(100, 8, replace=False, p=odds / odds.sum())):
            rows.append((own, int(title), 1.0, begun + step * DAY))
    log = log_with(rows)
    assert heard_of(log)[of_fakes(log)].mean() > 0.6  # 0.47 were each title looked at alone


def test_an_empty_log_and_people_without_meetings() -> None:
    assert not len(heard_of(gathered(IDS, (), np.zeros((0, 2), np.int64), [], [], now=1e9)))
    log = log_with(real())
    alone = log.only(log.person == 3)
    assert heard_of(alone).all()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_log_keeps_ten_of_each_title_and_says_the_same_twice(data: st.DataObject) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 999)))
    people, titles = data.draw(st.integers(1, 60)), data.draw(st.integers(1, 12))
    met = rng.uniform(size=(people, titles)) < data.draw(st.floats(0.05, 1))
    person, item = np.nonzero(met)
    at: Floats = rng.choice([0.0, 5.0, 1e8], len(person))
    keys = np.stack([person, item], axis=1)
    log = gathered(IDS[:titles], tuple(map(str, range(people))), keys, rng.uniform(size=len(person)), at, now=1e9)
    heard = heard_of(log)
    assert heard.shape == (len(log),)
    before, after = (np.bincount(log.item[kept], minlength=titles) for kept in (heard | True, heard))
    assert (after >= np.minimum(before, 1)).all()
    assert (heard_of(log) == heard).all()
    few = before <= SOME
    assert (after[few] == before[few]).all()
