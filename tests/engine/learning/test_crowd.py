"""What is learned from everybody: it tells tastes apart, folds in, forgets, and is never broken by odd data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import numpy as np
import pytest

from engine.catalogue import Catalogue
from engine.columns.build import build_catalogue
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.learning.components import FAMILIES
from engine.learning.crowd import LISTS, Aligned, Crowd, learn
from engine.learning.history import History
from engine.learning.labels import Labels
from engine.learning.liking import FEATURES, FEWEST_CORRECTED, fitted, severity
from engine.learning.log import LIKED, MOST_PER_PERSON, Log, gathered, log_of

TITLES, PEOPLE = 60, 40
START = datetime(2020, 1, 1, tzinfo=UTC)
NOW = (START + timedelta(days=2_000)).timestamp()


def side(title: int) -> int:
    return title % 2


@cache
def catalogue() -> Catalogue:
    items = [
        Item(
            f"movie:{n:03d}", MediaType.MOVIE, f"Film {n}", year=1990 + n % 30, genres=(("Drama", "Comedy")[side(n)],),
            keywords=(f"theme {side(n)}", f"odd {n}"), language="en", runtime=100,
            credits=(Credit(f"Director {side(n)} {n % 6}", CreditRole.DIRECTOR),),
            collection=Collection(f"Saga {n}") if n < 4 else None,
        )
        for n in range(TITLES)
    ]  # fmt: skip
    return build_catalogue(items)


def facts(people: int = PEOPLE, *, met: int = 24) -> list[Interaction]:
    """People who like one half of the titles and dislike the other."""
    rng = np.random.default_rng(3)
    found: list[Interaction] = []
    for person in range(people):
        for place, title in enumerate(rng.permutation(TITLES - 6)[:met].tolist()):
            found.append(
                Interaction(
                    f"{person}-{title}", f"v{person}", f"movie:{title:03d}", InteractionKind.RATING,
                    START + timedelta(days=place, hours=person), rating=9.0 if side(title) == person % 2 else 3.0,
                )
            )  # fmt: skip
    return found


def crowd_of(known: list[Interaction], public: Crowd | None = None) -> Crowd:
    log = log_of(known, catalogue().ids, NOW)
    return learn(log, catalogue(), np.random.default_rng(1), public=public)


@cache
def crowd() -> Crowd:
    return crowd_of(facts())


@cache
def aligned() -> Aligned:
    return crowd().aligned(catalogue())


def history(titles: list[int], liking: float = 0.9, person: int = -1) -> History:
    at = START.timestamp() + 86_400.0 * np.arange(len(titles))
    return History(np.array(titles, np.int64), np.full(len(titles), liking, np.float32), at, person)


EVERY = np.arange(TITLES)


def test_what_people_of_the_same_taste_like_comes_first() -> None:
    for taste in (0, 1):
        own = history([n for n in range(40) if side(n) == taste][:12])
        scores = aligned().fold_in(own).over(EVERY).sum(axis=0)
        rest = np.array([n for n in range(TITLES - 6) if n not in own.rows])
        best = rest[np.argsort(-scores[rest])][:8]
        assert sum(side(int(n)) == taste for n in best) >= 6


def test_titles_nobody_met_are_reached_by_their_attributes() -> None:
    own = history(list(range(0, 40, 2)))
    scores = aligned().fold_in(own).over(EVERY).sum(axis=0)
    unmet = np.arange(TITLES - 6, TITLES)
    assert np.mean(scores[unmet[unmet % 2 == 0]]) > np.mean(scores[unmet[unmet % 2 == 1]])


def test_one_title_is_told_as_it_is_among_all_and_forgetting_is_folding_in_again() -> None:
    own = history(list(range(0, 30, 2)))
    signals = aligned().fold_in(own)
    for row in (1, 2, 31, 58):
        np.testing.assert_allclose(signals.figures(row), signals.over(EVERY)[:, row], atol=2e-4)
    gone = own.rows[[2, 5]]
    again = aligned().fold_in(own.without(gone))
    for row in (1, 31, 44, 58):
        np.testing.assert_allclose(signals.without(gone)(row), again.over(EVERY)[:, row], atol=2e-4)


def test_what_falls_is_what_folding_in_the_rest_does_not_say() -> None:
    own = history(list(range(0, 30, 2)))
    signals = aligned().fold_in(own)
    for gone in (own.rows[:1], own.rows[[7, 3]]):
        rest = aligned().fold_in(own.without(gone))
        for row in (32, 58, TITLES - 1):
            lost = signals.over(EVERY)[:, row] - rest.over(EVERY)[:, row]
            np.testing.assert_allclose(signals.falls(row, gone), lost, atol=2e-4)
            np.testing.assert_array_equal(signals.falls(row, gone[::-1]), signals.falls(row, gone))


def test_shares_of_several_titles_are_those_of_each() -> None:
    own = history(list(range(0, 40, 2)))
    signals = aligned().fold_in(own)
    rows = np.array([32, 45, 58])
    together = signals.shares(rows)
    for place, row in enumerate(rows.tolist()):
        alone = signals.shares(np.array([row]))
        for family in FAMILIES:
            np.testing.assert_allclose(together.of(place).brought(family), alone.brought(family), atol=1e-5)


def test_supporters_are_people_here_who_liked_both_and_never_the_one_who_asks() -> None:
    liked = {
        fact.viewer_id for fact in facts() if fact.item_id == "movie:002" and (fact.rating or 0) >= 8
    } & {fact.viewer_id for fact in facts() if fact.item_id == "movie:004" and (fact.rating or 0) >= 8}  # fmt: skip
    signals = aligned().fold_in(history([2, 6]))
    assert signals.supporters(4, np.array([2])) == len(liked)
    one = min(liked)
    own = aligned().fold_in(history([2, 6], person=aligned().person(one)))
    assert own.supporters(4, np.array([2])) == len(liked) - 1
    assert signals.supporters(TITLES - 1, np.array([2])) == 0


def test_a_match_rises_with_the_fit_and_its_interval_narrows_with_what_is_known() -> None:
    few, many = (aligned().fold_in(history(list(range(0, 2 * size, 2)))) for size in (2, 25))
    for signals in (few, many):
        fit = np.array([-0.3, 0.0, 0.3], np.float32)
        likely, half = signals.likely(np.array([52, 52, 52]), fit)
        assert (np.diff(likely) >= 0).all()
        assert ((half > 0) & (half <= 0.5)).all()
    told = np.array([[1.0, 0.1, 0.0, 0.1, 2.0, 0.1, 0.0, 0.0, 0.0, 0.0]])
    widths = [float(crowd().liking.probability(told, meetings)[1][0]) for meetings in (0, 10, 100)]
    assert widths == sorted(widths, reverse=True)


def test_an_equal_seed_gives_an_equal_crowd_and_arrays_bring_it_back() -> None:
    again = crowd_of(facts())
    for name, array in crowd().arrays().items():
        np.testing.assert_array_equal(array, again.arrays()[name])
    restored = Crowd.from_arrays(crowd().arrays(), crowd().facts()).aligned(catalogue())
    own = history([0, 2, 4])
    np.testing.assert_allclose(
        restored.fold_in(own).over(EVERY), aligned().fold_in(own).over(EVERY), atol=1e-6
    )  # fmt: skip


@pytest.mark.parametrize("damage", ["shape", "missing", "nan", "facts", "order", "people", "format"])
def test_what_is_no_crowd_is_refused(damage: str) -> None:
    arrays, told = dict(crowd().arrays()), dict(crowd().facts())
    if damage == "shape":
        arrays["parts.counts"] = arrays["parts.counts"][:-1]
    elif damage == "missing":
        del arrays["blend.warm"]
    elif damage == "nan":
        arrays["blend.cold"] = np.full_like(arrays["blend.cold"], np.nan)
    elif damage == "facts":
        told["item_ids"] = "movie:1"
    elif damage == "order":
        arrays["liking.unmet.steps"] = np.array([0.9, 0.1])
        arrays["liking.unmet.at"] = np.array([0.0, 1.0])
    elif damage == "people":
        arrays["parts.begun_by"] = np.full_like(arrays["parts.begun_by"], PEOPLE)
    else:
        told["format"] = 99
    with pytest.raises(ValueError, match=r"."):
        Crowd.from_arrays(arrays, told)


def test_a_public_crowd_speaks_where_few_are_here() -> None:
    here = [fact for fact in facts() if fact.viewer_id in {"v0", "v1"}]
    both = crowd_of(here, public=crowd())
    own = history(list(range(0, 24, 2)))
    alone = crowd_of(here).aligned(catalogue()).fold_in(own).over(EVERY).sum(axis=0)
    helped = both.aligned(catalogue()).fold_in(own)
    rest = np.array(list(range(24, TITLES - 6)))
    even = side_share(helped.over(EVERY).sum(axis=0), rest)
    assert even >= side_share(alone, rest)
    assert even >= 0.75
    assert not helped.public
    restored = Crowd.from_arrays(both.arrays(), both.facts())
    assert restored.public is not None


@pytest.mark.parametrize(
    ("summary", "half"),
    [
        ({"people": 7}, 50),
        ({"people": 120}, 120),
        ({"people": 90_000}, 250),
        ({"people": 90_000, LISTS: 90_000}, 50),
        ({}, 50),
    ],
)
def test_a_public_crowd_counts_by_how_many_people_taught_it(summary: dict[str, float | int | str], half: int) -> None:
    beside = replace(crowd(), public=replace(crowd(), summary=summary))
    own = PEOPLE / (PEOPLE + half)
    shares = [voice.share for voice in beside.aligned(catalogue())._voices]
    assert shares == pytest.approx([own, 1 - own])


def side_share(scores: np.ndarray, rest: np.ndarray) -> float:
    best = rest[np.argsort(-scores[rest])][:8]
    return float(np.mean(best % 2 == 0))


def rated(*pairs: tuple[str, int, float]) -> list[Interaction]:
    return [
        Interaction(f"{n}", who, f"movie:{title:03d}", InteractionKind.RATING, START + timedelta(days=n), rating=points)
        for n, (who, title, points) in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    "known",
    [
        [],
        rated(("a", 1, 9.0)),
        rated(*(("a", n, 9.0) for n in range(12))),
        rated(*((f"p{n}", 1, 9.0) for n in range(12))),
        rated(*((f"p{n % 4}", n, 7.0) for n in range(40))),
        rated(*((f"p{n % 4}", n, 1.0) for n in range(40))),
        rated(*((f"p{n % 4}", n % 9, float(1 + n % 10)) for n in range(80))),
    ],
    ids=["nothing", "one meeting", "one person", "one title", "all equal", "nothing liked", "conflicting"],
)
def test_little_or_odd_data_never_breaks_it(known: list[Interaction]) -> None:
    odd = crowd_of(known).aligned(catalogue())
    for titles in ([], [1], [1, 2, 3]):
        signals = odd.fold_in(history(titles))
        assert np.isfinite(signals.over(EVERY)).all()
        likely, half = signals.likely(EVERY[:3], signals.over(EVERY).sum(axis=0)[:3])
        assert ((likely > 0) & (likely < 1) & (half > 0)).all()
        assert np.isfinite(signals.shares(EVERY[:3]).by_family).all()


def test_the_last_word_counts_and_times_that_cannot_be_are_set_right() -> None:
    doubled = rated(("a", 1, 2.0), ("a", 1, 10.0), ("a", 2, 4.0))
    log = log_of(doubled, catalogue().ids, START.timestamp())
    assert len(log) == 2
    assert log.liking[list(log.item).index(1)] >= LIKED
    assert (log.at <= START.timestamp()).all()
    keys = np.array([[0, 1], [0, 2], [0, 3]])
    odd = gathered(catalogue().ids, ("a",), keys, [0.5, np.nan, 2.0], [np.nan, np.inf, -5.0], now=100.0)
    assert isinstance(odd, Log)
    assert ((odd.at >= 0) & (odd.at <= 100)).all()
    assert ((odd.liking >= 0) & (odd.liking <= 1)).all()


def test_one_account_cannot_be_the_crowd() -> None:
    many = MOST_PER_PERSON + 500
    ids = tuple(f"movie:{n}" for n in range(many))
    keys = np.stack([np.zeros(many, np.int64), np.arange(many)], axis=1)
    log = gathered(ids, ("bot",), keys, np.ones(many), np.arange(many, dtype=np.float64), now=1e9)
    assert len(log) == MOST_PER_PERSON
    assert log.item.min() == 500


def test_a_title_is_moved_less_by_a_hundred_accounts_of_one_hand_than_by_as_many_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pushed, own = TITLES - 7, history(list(range(0, 30, 2)))
    fakes = rated(*((f"fake{n}", title, 10.0) for n in range(120) for title in (*range(0, 30, 2), pushed)))

    def ahead() -> int:
        scores = crowd_of([*facts(), *fakes]).aligned(catalogue()).fold_in(own).over(EVERY).sum(axis=0)
        return int((scores > scores[pushed]).sum())

    as_one = ahead()
    monkeypatch.setattr("engine.learning.crowd.trust_of", lambda log: np.ones(len(log.people), np.float32))
    assert as_one >= ahead() + 3


def test_probabilities_are_what_comes_of_them() -> None:
    rng = np.random.default_rng(0)
    features = np.column_stack([np.ones(4_000), *rng.normal(0, 0.2, (5, 4_000)), np.zeros((4_000, FEATURES - 6))])
    truth = 1 / (1 + np.exp(-(features[:, :6] @ np.array([-0.4, 3.0, 1.0, 4.0, 0.0, 2.0]))))
    liked = rng.random(4_000) < truth
    assert len(liked) >= FEWEST_CORRECTED
    labels = Labels(features, liked, np.arange(4_000) % 97, np.ones(4_000))
    known = severity(np.zeros(1, np.int64), np.full(1, 0.5, np.float32), np.ones(1, np.float32), 1)
    found = fitted(labels, labels, known, 0.05)
    likely, _ = found.probability(features, 50)
    order = np.argsort(likely)
    gaps = [abs(likely[part].mean() - liked[part].mean()) for part in np.array_split(order, 10)]
    assert max(gaps) < 0.08
    assert float(np.mean(gaps)) < 0.03
