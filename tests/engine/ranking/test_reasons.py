"""What is said of a pick must be what moved it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from engine.answering.answer import answer
from engine.answering.situation import Situation
from engine.catalogue import MEDIA_TYPES
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.query import Query
from engine.domain.slate import Pick
from engine.reasons import MOST_INFLUENCES
from engine.scoring.context import Context
from engine.scoring.figures import raw_figures
from engine.taste.learning import forget
from engine.testing.households import CLOSED, TODAY, Household, household

pytestmark = pytest.mark.untraced

LEARNED = {"content", "present", "genre", "personnel", "anti-profile"}
SIZES = (8, 20, 60, 150)


def world(seed: int) -> Household:
    return household(seed, watched=SIZES[seed % 4], vectors=seed % 5 != 0)


def asked(home: Household) -> Situation:
    return home.situation(Query("ada", on=TODAY, limit=12))


def context_of(home: Household, situation: Situation, item_id: str) -> Context:
    return situation.context(MEDIA_TYPES[int(home.catalogue.media_type[home.catalogue.index[item_id]])])


def figure(context: Context, situation: Situation, name: str, item_id: str) -> float:
    pair = [pair for pair in situation.weighted() if pair[0].name == name]
    rows = np.array([context.catalogue.index[item_id]])
    return float(raw_figures(context, rows, pair, exact=True)[name][0])


def cited(home: Household, context: Context, fact: Evidence) -> set[str]:
    """The viewer's titles that a fact rests on: those it names, or those finished in the genre it names."""
    if fact.items:
        return set(fact.items)
    if fact.kind is not EvidenceKind.GENRE_LIKED:
        return set()
    having = set(home.catalogue.genres.having(home.catalogue.genres.index[fact.genres[0]]).tolist())
    titles = context.profile.titles
    finished = zip(titles.ids, titles.rows.tolist(), titles.times.tolist(), strict=True)
    return {item_id for item_id, row, times in finished if times > 0 and row in having}


def without(home: Household, context: Context, gone: set[str]) -> Context:
    facts = [fact.id for fact in home.interactions if fact.item_id in gone]
    return replace(context, profile=forget(context.profile, facts, home.catalogue, home.viewer))


@pytest.mark.parametrize("seed", range(60))
def test_take_away_what_a_reason_cites_and_the_contribution_falls(seed: int) -> None:
    home = world(seed)
    situation = asked(home)
    for pick in answer(situation).picks:
        context = context_of(home, situation, pick.item_id)
        for fact in pick.evidence:
            gone = cited(home, context, fact)
            if fact.contribution not in LEARNED or not gone:
                continue
            before = figure(context, situation, fact.contribution, pick.item_id)
            after = figure(without(home, context, gone), situation, fact.contribution, pick.item_id)
            assert (after < before) if fact.value > 0 else (after > before), (pick.item_id, fact)


def test_the_worlds_of_the_property_do_cite_titles_people_and_genres() -> None:
    kinds = {fact.kind for seed in range(12) for pick in answer(asked(world(seed))).picks for fact in pick.evidence}
    assert {
        EvidenceKind.SIMILAR_TO_LIKED,
        EvidenceKind.PERSON_LIKED,
        EvidenceKind.GENRE_LIKED,
        EvidenceKind.LIKE_ABANDONED,
    } <= kinds


@cache
def all_picks() -> list[tuple[Household, Situation, Pick]]:
    found: list[tuple[Household, Situation, Pick]] = []
    for seed in range(20):
        home = world(seed)
        situation = asked(home)
        found.extend((home, situation, pick) for pick in answer(situation).picks)
    return found


def test_a_score_is_the_sum_of_its_contributions_and_each_is_weight_times_raw() -> None:
    for _, _, pick in all_picks():
        assert sum(part.value for part in pick.contributions) == pytest.approx(pick.score, abs=2e-6)
        for part in pick.contributions:
            assert part.value == pytest.approx(part.weight * part.raw, abs=1e-6)
            assert part.value != 0


def test_evidence_belongs_to_a_contribution_of_the_same_sign_and_is_no_larger_where_titles_are_cited() -> None:
    for _, _, pick in all_picks():
        parts = {part.name: part.value for part in pick.contributions}
        for fact in pick.evidence:
            assert fact.contribution in parts
            if fact.kind in {EvidenceKind.SIMILAR_TO_LIKED, EvidenceKind.LIKE_ABANDONED}:
                assert fact.value * parts[fact.contribution] > 0
                assert abs(fact.value) <= abs(parts[fact.contribution]) + 1e-6


def test_what_speaks_for_a_pick_comes_first_and_strongest_first() -> None:
    for _, _, pick in all_picks():
        order = [(fact.value < 0, -abs(fact.value)) for fact in pick.evidence]
        assert order == sorted(order)


def test_evidence_cites_only_what_the_viewer_did_and_figures_that_are_in_the_data() -> None:
    for home, situation, pick in all_picks():
        context = context_of(home, situation, pick.item_id)
        row = home.catalogue.index[pick.item_id]
        met = set(context.profile.titles.ids)
        for fact in pick.evidence:
            assert set(fact.items) <= met
            if fact.kind in {EvidenceKind.QUALITY, EvidenceKind.LOW_QUALITY}:
                assert fact.count == home.catalogue.vote_count[row]
                assert fact.figure == pytest.approx(float(home.catalogue.vote_average[row]), abs=0.051)
            if fact.kind is EvidenceKind.GENRE_LIKED:
                column = home.catalogue.genres.index[fact.genres[0]]
                assert fact.genres[0] in home.catalogue.genres.names_of(row)
                assert (fact.count, fact.total) == (
                    context.profile.genre_finished[column],
                    context.profile.genre_started[column],
                )
            if fact.kind is EvidenceKind.PERSON_LIKED:
                assert fact.people[0] in home.catalogue.people.names_of(row)
                by_id = {item.id: item for item in home.items}
                for item_id in (pick.item_id, *fact.items):
                    parts = {credit.role for credit in by_id[item_id].credits if credit.name == fact.people[0]}
                    assert parts
                    assert fact.role is None or fact.role in parts


@pytest.mark.parametrize("seed", range(10))
def test_neither_picks_nor_reasons_nor_influences_name_a_title_on_closed_shelves(seed: int) -> None:
    home = household(seed, watched=80, closed=0.5)
    shut = {item.id for item in home.items if CLOSED in item.library_ids}
    assert shut & {fact.item_id for fact in home.interactions}
    for pick in answer(asked(home)).picks:
        assert pick.item_id not in shut
        assert not shut & {item for fact in pick.evidence for item in fact.items}
        assert not shut & {known.item_id for known in pick.influenced_by}


def test_influences_are_the_viewers_own_titles_strongest_first_and_at_most_five() -> None:
    some = 0
    for home, _, pick in all_picks():
        values = [known.value for known in pick.influenced_by]
        assert values == sorted(values, reverse=True)
        assert all(value > 0 for value in values)
        assert len(values) <= MOST_INFLUENCES
        assert {known.item_id for known in pick.influenced_by} <= {fact.item_id for fact in home.interactions}
        some += bool(values)
    assert some > 20
