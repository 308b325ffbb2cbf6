"""What the graph says of a title must be what brings it near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from engine.columns.build import build_catalogue
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Credit, CreditRole, Item, MediaType
from engine.domain.viewers import Viewer
from engine.scorers.graph import SCORER, near_of
from engine.scoring.baselines import baselines_of, numbers
from engine.scoring.context import Context
from engine.scoring.influence import Dossier
from engine.scoring.scorer import Batch, Subject
from engine.taste.learning import forget
from engine.testing.households import CLOSED, NOW, OPEN, Household, household, watch
from tests.engine.graph.shelf import ACTOR, COMPOSER, DIRECTOR, WRITER, by, film

pytestmark = pytest.mark.untraced

WEIGHT = 0.3
SIZES = (8, 20, 60, 150)


def world(seed: int) -> Household:
    return household(seed, watched=SIZES[seed % 4], vectors=seed % 2 == 0, closed=0.3)


def figure(context: Context, row: int) -> float:
    return float(SCORER.raw(Batch(context, np.array([row]), 1, np.zeros((0, 1), np.float32)))[0])


def explained(context: Context, row: int) -> list[Evidence]:
    raw = figure(context, row)
    return list(SCORER.explain(Subject(Dossier(context, row), WEIGHT, raw))) if raw else []


def without(home: Household, context: Context, gone: tuple[str, ...]) -> Context:
    facts = [fact.id for fact in home.interactions if fact.item_id in gone]
    return replace(context, profile=forget(context.profile, facts, home.catalogue, home.viewer))


def picked(context: Context) -> list[int]:
    """The best and the worst that were never met."""
    rows = numbers(context.rows)
    rows = rows[context.open_rows[rows] & ~np.isin(rows, context.profile.titles.rows)]
    order = rows[np.argsort(-near_of(context).figures(rows), kind="stable")]
    return [*order[:10].tolist(), *order[-3:].tolist()]


@pytest.mark.parametrize("seed", range(40))
def test_take_away_what_is_cited_and_the_figure_falls(seed: int) -> None:
    home = world(seed)
    for context in home.situation().contexts():
        for row in picked(context):
            before = figure(context, row)
            for fact in explained(context, row):
                assert fact.contribution == "graph"
                assert 0 < abs(fact.value) <= abs(WEIGHT * before) + 1e-6
                if fact.items:
                    after = figure(without(home, context, fact.items), row)
                    assert after < before if fact.value > 0 else after > before, fact


@pytest.mark.parametrize("pushed", [False, True])
def test_most_of_what_is_near_has_a_reason_and_the_worlds_have_every_sort(
    pushed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pushed:
        monkeypatch.setattr("engine.graph.graph.WALKED", 0)
    kinds: Counter[str] = Counter()
    near = silent = 0
    for seed in range(16):
        home = world(seed)
        for context in home.situation().contexts():
            for row in picked(context):
                facts = explained(context, row)
                kinds.update(fact.kind for fact in facts)
                near += figure(context, row) > 0
                silent += figure(context, row) > 0 and not facts
    assert silent < near / 3
    assert {"linked-maker", "linked-people", "linked-series", "like-abandoned", "loosely-linked"} <= set(kinds)


@pytest.mark.parametrize("seed", range(8))
def test_no_closed_title_is_named_or_felt(seed: int) -> None:
    home = household(seed, watched=80, closed=0.5, vectors=False)
    shut = {item.id for item in home.items if CLOSED in item.library_ids}
    left = [item for item in home.items if item.id not in shut]
    catalogue = build_catalogue(left)
    alone = Household(tuple(left), catalogue, baselines_of(catalogue), home.viewer, home.interactions)
    for ours, theirs in zip(home.situation().contexts(), alone.situation().contexts(), strict=True):
        for row in picked(ours):
            facts = explained(ours, row)
            assert not shut & {item for fact in facts for item in fact.items}
            other = catalogue.index[home.catalogue.ids[row]]
            assert figure(ours, row) == pytest.approx(figure(theirs, other), abs=1e-5)
            assert _told(facts) == _told(explained(theirs, other))


def _told(facts: list[Evidence]) -> list[Evidence]:
    return [replace(fact, value=round(fact.value, 4)) for fact in facts]


def home_of(*items: Item, facts: tuple[Interaction, ...]) -> Household:
    others = [film(f"other-{number}", by(f"Other {number % 3}"), genres=("Comedy",)) for number in range(12)]
    catalogue = build_catalogue([*items, *others])
    viewer = Viewer("ada", "Ada", library_ids=frozenset({OPEN}))
    usual = (watch(900 + number, f"movie:other-{number}", 0.9, days_ago=3 + number) for number in range(4))
    return Household((*items, *others), catalogue, baselines_of(catalogue), viewer, (*facts, *usual))


def said(home: Household, name: str) -> Iterator[Evidence]:
    return iter(explained(home.situation().context(MediaType.MOVIE), home.catalogue.index[f"movie:{name}"]))


def finished(*names: str) -> tuple[Interaction, ...]:
    return tuple(watch(place, f"movie:{name}", 1.0, days_ago=10 + place) for place, name in enumerate(names))


def test_by_the_composer_of_two_films_that_were_liked() -> None:
    home = home_of(
        film("a", by("X", COMPOSER)), film("b", by("X", COMPOSER)), film("pick", by("X", COMPOSER)),
        facts=finished("a", "b"),
    )  # fmt: skip
    fact = next(said(home, "pick"))
    assert (fact.kind, fact.people, fact.role) == (EvidenceKind.LINKED_MAKER, ("X",), COMPOSER)
    assert set(fact.items) == {"movie:a", "movie:b"}


def test_shares_a_writer_and_two_actors_with_a_film_that_was_liked() -> None:
    shared = (by("W", WRITER), Credit("P", ACTOR, 0), Credit("Q", ACTOR, 1))
    home = home_of(film("a", *shared), film("pick", *shared), facts=finished("a"))
    fact = next(fact for fact in said(home, "pick") if fact.kind is EvidenceKind.LINKED_PEOPLE)
    assert (set(fact.people), fact.role, fact.items) == ({"W", "P", "Q"}, None, ("movie:a",))


def test_people_in_the_same_role_are_told_with_it() -> None:
    shared = (Credit("P", ACTOR, 0), Credit("Q", ACTOR, 1))
    home = home_of(film("a", *shared), film("pick", *shared), facts=finished("a"))
    fact = next(fact for fact in said(home, "pick") if fact.kind is EvidenceKind.LINKED_PEOPLE)
    assert fact.role is CreditRole.ACTOR


def test_the_same_world_theme_and_series_are_told_by_their_names() -> None:
    home = home_of(
        film("a", synopsis="They reach Deep Space, far away."),
        film("b", keywords=("heist",), genres=()),
        film("c", series="Saga", genres=()),
        film("world", synopsis="Nobody likes Deep Space much.", genres=("Western",)),
        film("theme", keywords=("heist",), genres=("Western",)),
        film("series", series="Saga", genres=("Western",)),
        facts=finished("a", "b", "c"),
    )
    found = {name: next(said(home, name)) for name in ("world", "theme", "series")}
    assert (found["world"].kind, found["world"].keywords) == (EvidenceKind.LINKED_NAME, ("Deep Space",))
    assert (found["theme"].kind, found["theme"].keywords) == (EvidenceKind.LINKED_THEMES, ("heist",))
    assert (found["series"].kind, found["series"].items) == (EvidenceKind.LINKED_SERIES, ("movie:c",))


def test_what_is_connected_with_disliked_titles_says_with_which() -> None:
    disliked = tuple(
        Interaction(f"no-{name}", "ada", f"movie:{name}", InteractionKind.DISLIKE, NOW) for name in ("a", "b")
    )
    home = home_of(film("a", by("X")), film("b", by("X")), film("pick", by("X")), facts=disliked)
    fact = next(said(home, "pick"))
    assert fact.kind is EvidenceKind.LIKE_ABANDONED
    assert set(fact.items) == {"movie:a", "movie:b"}
    assert fact.value < 0


def test_nothing_known_gives_nothing() -> None:
    home = replace(home_of(film("a", by("X")), film("b", by("X")), facts=()), interactions=())
    context = home.situation().context(MediaType.MOVIE)
    rows = numbers(context.rows)
    assert not SCORER.raw(Batch(context, rows, len(rows), np.zeros((0, len(rows)), np.float32))).any()


def test_a_title_without_any_connection_is_neither_near_nor_far() -> None:
    home = home_of(film("bare", genres=()), film("a", by("X", DIRECTOR)), facts=finished("a"))
    assert figure(home.situation().context(MediaType.MOVIE), home.catalogue.index["movie:bare"]) == 0


def test_it_is_worked_out_once_for_a_profile() -> None:
    context = world(1).situation().contexts()[0]
    assert near_of(context) is near_of(replace(context))


def test_a_title_is_not_near_to_what_was_liked_merely_because_it_is_one_of_it() -> None:
    home = home_of(film("a", by("X"), genres=("War",)), film("b", by("X"), genres=("War",)), facts=finished("a"))
    near = near_of(home.situation().context(MediaType.MOVIE))
    liked, other = (float(near.toward[home.catalogue.index[f"movie:{name}"]]) for name in "ab")
    assert liked == pytest.approx(other)
