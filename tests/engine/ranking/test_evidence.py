"""Facts about people, genres and wishes, each in a small world where they can be checked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from engine.answering.refusals import why_not
from engine.columns.build import build_catalogue
from engine.columns.credited import connections
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Credit, CreditRole, Item, MediaType
from engine.domain.query import Query
from engine.domain.slate import WhyNot
from engine.domain.viewers import HistoryDepth, Viewer
from engine.modes import Mode, scorers
from engine.modes.similar import MODE as SIMILAR
from engine.scorers.mood import explain
from engine.scoring.baselines import baselines_of
from engine.scoring.context import Asked, Wish, WishPart
from engine.scoring.influence import Dossier
from engine.scoring.scorer import Subject
from engine.testing.households import NOW, OPEN, TODAY, Household, household, watch

pytestmark = pytest.mark.untraced

DIRECTOR, WRITER, ACTOR = CreditRole.DIRECTOR, CreditRole.WRITER, CreditRole.ACTOR
HAYAO = "Hayao Miyazaki"


def film(name: str, *credits_of_film: Credit, genres: tuple[str, ...] = ("Drama",)) -> Item:
    return Item(
        f"movie:{name}", MediaType.MOVIE, name, genres=genres, credits=credits_of_film,
        vote_average=7.0, vote_count=2_000, library_ids=frozenset({OPEN}),
    )  # fmt: skip


def home_of(items: Sequence[Item], *facts: Interaction) -> Household:
    others = [film(f"other-{number}", genres=("Comedy",)) for number in range(12)]
    catalogue = build_catalogue([*items, *others])
    viewer = Viewer("ada", "Ada", library_ids=frozenset({OPEN}), history_depth=HistoryDepth.MONTHS_12)
    usual = (watch(900 + number, f"movie:other-{number}", 0.9, days_ago=3 + number) for number in range(6))
    return Household((*items, *others), catalogue, baselines_of(catalogue), viewer, (*facts, *usual))


def told(home: Household, name: str, contribution: str) -> list[Evidence]:
    refused: WhyNot = why_not(home.situation(), home.catalogue.index[f"movie:{name}"])
    return [fact for fact in refused.evidence if fact.contribution == contribution]


def finished(*names: str) -> list[Interaction]:
    return [watch(number, f"movie:{name}", 1.0, days_ago=10 + number) for number, name in enumerate(names)]


def dropped(*names: str) -> list[Interaction]:
    return [watch(100 + number, f"movie:{name}", 0.04, days_ago=10 + number) for number, name in enumerate(names)]


def test_a_liked_person_is_cited_in_the_role_they_have_in_this_title_with_titles_of_the_same_role() -> None:
    made = [film(f"directed-{number}", Credit(HAYAO, DIRECTOR), Credit(HAYAO, WRITER)) for number in range(3)]
    home = home_of(
        [*made, film("only-directed", Credit(HAYAO, DIRECTOR)), film("arrietty", Credit(HAYAO, WRITER))],
        *finished("only-directed", "directed-0", "directed-1", "directed-2"),
    )
    (fact,) = told(home, "arrietty", "personnel")
    assert (fact.kind, fact.people, fact.role) == (EvidenceKind.PERSON_LIKED, (HAYAO,), WRITER)
    assert set(fact.items) == {f"movie:directed-{number}" for number in range(3)}


def test_a_person_who_had_another_role_everywhere_else_is_cited_without_one() -> None:
    made = [film(f"directed-{number}", Credit(HAYAO, DIRECTOR)) for number in range(3)]
    home = home_of(
        [*made, film("arrietty", Credit(HAYAO, WRITER))], *finished("directed-0", "directed-1", "directed-2")
    )
    (fact,) = told(home, "arrietty", "personnel")
    assert (fact.kind, fact.role) == (EvidenceKind.PERSON_LIKED, None)
    assert set(fact.items) == {f"movie:directed-{number}" for number in range(3)}


def test_a_title_that_was_praised_but_never_finished_is_not_called_finished() -> None:
    made = [film(f"directed-{number}", Credit(HAYAO, DIRECTOR)) for number in range(4)]
    praised = Interaction("like", "ada", "movie:directed-0", InteractionKind.LIKE, NOW - timedelta(days=1))
    home = home_of(made, praised, *finished("directed-1", "directed-2"))
    (fact,) = told(home, "directed-3", "personnel")
    assert set(fact.items) == {"movie:directed-1", "movie:directed-2"}


def test_connections_are_told_by_role_first_and_without_one_last() -> None:
    catalogue = build_catalogue(
        [film("a", Credit("X", DIRECTOR), Credit("X", ACTOR)), film("b", Credit("X", ACTOR)), film("c"),
         film("d", Credit("X", WRITER))]
    )  # fmt: skip
    person, row = catalogue.people.index["X"], catalogue.index["movie:a"]
    found = list(connections(catalogue, person, row, np.array([1, 2, 3]), 2))
    assert [(one.role, one.rows.tolist()) for one in found] == [(ACTOR, [1]), (None, [1, 3])]
    assert not list(connections(catalogue, person, catalogue.index["movie:c"], np.array([1]), 2))


def test_what_is_shared_with_a_seed_is_the_role_in_both() -> None:
    home = home_of([film("seed", Credit(HAYAO, DIRECTOR)), film("same", Credit(HAYAO, DIRECTOR)),
                    film("other-part", Credit(HAYAO, WRITER), Credit("Somebody", ACTOR))])  # fmt: skip
    situation = home.situation(Query("ada", "similar", seed_item_id="movie:seed", on=TODAY), mode=SIMILAR)
    situation = replace(situation, asked=replace(situation.asked, seed=home.catalogue.index["movie:seed"]))
    roles = {
        name: [
            fact.role
            for fact in why_not(situation, home.catalogue.index[f"movie:{name}"]).evidence
            if fact.kind is EvidenceKind.SEED_SHARED and fact.people
        ]
        for name in ("same", "other-part")
    }
    assert roles == {"same": [DIRECTOR], "other-part": [None]}


def test_a_person_whose_titles_were_dropped_is_cited_with_them() -> None:
    made = [film(f"made-{number}", Credit("Nobody's Favourite", DIRECTOR)) for number in range(5)]
    home = home_of(made, *dropped("made-0", "made-1", "made-2", "made-3"))
    (fact,) = told(home, "made-4", "personnel")
    assert (fact.kind, fact.people, fact.role) == (EvidenceKind.PERSON_DROPPED, ("Nobody's Favourite",), DIRECTOR)
    assert fact.value < 0
    assert set(fact.items) < {f"movie:made-{number}" for number in range(4)}
    kept = replace(home, interactions=tuple(one for one in home.interactions if one.item_id not in fact.items))
    after, before = (why_not(one.situation(), home.catalogue.index["movie:made-4"]) for one in (kept, home))
    figures = [
        next((part.value for part in one.contributions if part.name == "personnel"), 0.0) for one in (after, before)
    ]
    assert figures[0] > figures[1]


@pytest.mark.parametrize("seed", range(16))
def test_nobody_is_held_against_a_title_without_a_reason_that_weighs(seed: int) -> None:
    home = household(seed, watched=(20, 60, 150)[seed % 3], vectors=False)
    worst = [item.id for item in home.items if OPEN in item.library_ids][:25]
    for item_id in worst:
        refused = why_not(home.situation(), home.catalogue.index[item_id])
        for part in refused.contributions:
            facts = [fact for fact in refused.evidence if fact.contribution == part.name]
            met = any(fact.item_id == item_id for fact in home.interactions)
            assert facts or met or part.name != "personnel" or part.value > 0
        for fact in refused.evidence:
            if fact.kind is not EvidenceKind.PERSON_DROPPED or not fact.items:
                continue
            left = replace(home, interactions=tuple(o for o in home.interactions if o.item_id not in fact.items))
            again = why_not(left.situation(), home.catalogue.index[item_id])
            assert _personnel(again) > _personnel(refused)


def _personnel(refused: WhyNot) -> float:
    return next((part.value for part in refused.contributions if part.name == "personnel"), 0.0)


def _horror(number: int) -> list[Item]:
    return [film(f"horror-{place}", genres=("Horror",)) for place in range(number)]


def test_a_genre_never_started_is_not_called_started() -> None:
    (fact,) = told(home_of(_horror(9)), "horror-0", "genre")
    assert (fact.kind, fact.count, fact.total) == (EvidenceKind.GENRE_AVOIDED, None, 9)


def test_a_genre_that_was_started_and_dropped_has_both_figures() -> None:
    home = home_of(_horror(9), *dropped("horror-1", "horror-2", "horror-3"), *finished("horror-4"))
    (fact,) = told(home, "horror-0", "genre")
    assert (fact.kind, fact.count, fact.total) == (EvidenceKind.GENRE_AVOIDED, 1, 4)


def test_a_genre_started_before_the_history_that_teaches_is_not_called_untouched() -> None:
    before = watch(1, "movie:horror-1", 1.0, days_ago=3_000)
    (fact,) = told(home_of(_horror(9), before), "horror-0", "genre")
    assert (fact.kind, fact.count, fact.total) == (EvidenceKind.GENRE_AVOIDED, None, None)


def test_a_genre_finished_and_then_rated_badly_is_not_explained_by_what_was_finished() -> None:
    rated = [
        Interaction(f"r{number}", "ada", f"movie:horror-{number}", InteractionKind.RATING, NOW, rating=1)
        for number in range(1, 5)
    ]
    (fact,) = told(home_of(_horror(9), *rated), "horror-0", "genre")
    assert (fact.kind, fact.count, fact.total) == (EvidenceKind.GENRE_AVOIDED, None, None)


def _wished(home: Household, name: str, *parts: WishPart) -> list[Evidence]:
    query = Query("ada", "mood", on=TODAY)
    mode = Mode("mood", scorers(taste=0.4, mood=0.6))
    situation = replace(
        home.situation(query, mode=mode), asked=Asked(query, query.filters, 20_000, wish=Wish((), parts))
    )
    context = situation.context(MediaType.MOVIE)
    return list(explain(Subject(Dossier(context, home.catalogue.index[f"movie:{name}"]), 1.0, 0.5)))


def test_what_was_not_wanted_is_told_as_spared_and_never_as_asked_for() -> None:
    gay = replace(film("gay", genres=("Comedy",)), keywords=("funny",))
    home = home_of([gay, film("grave", genres=("Drama",)), replace(gay, id="movie:mixed", keywords=("sad", "funny"))])
    genres, keywords = home.catalogue.genres.index, home.catalogue.keywords.index
    sad = WishPart("nothing sad", {genres["Drama"]: 0.8, genres["Comedy"]: -0.6}, {keywords["sad"]: 1.0}, factor=-1.0)
    funny = WishPart("cozy", {}, {keywords["funny"]: 1.0})
    match, spared = _wished(home, "gay", sad, funny)
    assert (match.kind, match.keywords) == (EvidenceKind.MOOD_MATCH, ("cozy",))
    assert (spared.kind, spared.keywords) == (EvidenceKind.MOOD_AVOIDED, ("nothing sad",))
    assert spared.value == pytest.approx(0.12)
    assert [fact.kind for fact in _wished(home, "mixed", sad, funny)] == [EvidenceKind.MOOD_MATCH]
    assert not _wished(home, "grave", sad)


def test_a_word_that_did_next_to_nothing_is_not_named_beside_one_that_did() -> None:
    home = home_of([replace(film("gay", genres=("Comedy",)), keywords=("funny",))])
    genres, keywords = home.catalogue.genres.index, home.catalogue.keywords.index
    strong, weak = WishPart("funny", {}, {keywords["funny"]: 1.0}), WishPart("bright", {genres["Comedy"]: 0.1}, {})
    (match,) = _wished(home, "gay", strong, weak)
    assert match.keywords == ("funny",)


def test_a_title_that_was_dropped_itself_is_not_explained_by_others_like_it() -> None:
    home = home_of([film("made", Credit("Nobody's Favourite", DIRECTOR))], *dropped("made"))
    assert [fact.kind for fact in told(home, "made", "personnel")] == [EvidenceKind.DROPPED_ITSELF]


def test_titles_of_the_same_people_on_closed_shelves_are_felt_but_never_named() -> None:
    shut = [
        replace(film(f"shut-{number}", Credit("X", DIRECTOR)), library_ids=frozenset({"closed-shelf"}))
        for number in range(3)
    ]
    home = home_of([*shut, film("open", Credit("X", DIRECTOR))], *dropped("shut-0", "shut-1", "shut-2"))
    assert not any(fact.items or fact.people for fact in told(home, "open", "personnel"))
