"""Parts that people see for themselves are not kept back for the sake of parts that hardly anybody saw."""

from __future__ import annotations

import numpy as np
import pytest

from engine.answering.exclusions import part_before
from engine.columns.build import build_catalogue
from engine.columns.strands import ENOUGH, strands_of
from engine.domain.items import Collection, Item, MediaType
from engine.rerankers import Field, Wanted, choose
from engine.scoring.baselines import Baselines, baselines_of
from engine.scoring.dealt import unseen_parts

NOBODY = np.zeros(0, np.int64)


def film(number: int, year: int, order: int | None = None) -> Item:
    return Item(
        f"movie:{number}", MediaType.MOVIE, f"Part {number}", year=year, collection=Collection("Saga", order=order),
        library_ids=frozenset({"all"}),
    )  # fmt: skip


def saga(finishers: list[int], *, given: bool = False) -> Baselines:
    items = [film(n, 1990 + n, n + 1 if given else None) for n in range(len(finishers))]
    return baselines_of(build_catalogue(items, finishes={f"movie:{n}": count for n, count in enumerate(finishers)}))


def strands(finishers: list[int], *, given: bool = False) -> list[int]:
    return saga(finishers, given=given).strand.tolist()


def test_a_franchise_is_one_strand_where_its_parts_are_about_as_well_known() -> None:
    assert strands([100, 150, 90]) == [0, 0, 0]


def test_a_part_that_most_saw_without_any_before_it_begins_another_strand() -> None:
    assert strands([40, 100, 60]) == [0, 1, 1]


@pytest.mark.parametrize("finishers", [[50, 100, 60], [0, ENOUGH - 1], [0, 0]])
def test_half_of_its_people_or_too_few_people_prove_nothing(finishers: list[int]) -> None:
    assert set(strands(finishers)) == {0}


def test_an_order_that_is_given_is_never_doubted() -> None:
    assert set(strands([1, 500], given=True)) == {0}


def test_parts_of_one_year_do_not_come_before_each_other() -> None:
    year, order = np.array([1990, 1990], np.int32), np.zeros(2, np.int16)
    assert strands_of(np.zeros(2, np.int64), year, order, np.array([1, 500], np.float32)).tolist() == [0, 0]


def test_titles_without_a_place_are_in_no_strand() -> None:
    franchise, year = np.array([-1, 3, 3]), np.array([1990, 0, 1991], np.int32)
    assert strands_of(franchise, year, np.zeros(3, np.int16), np.zeros(3, np.float32)).tolist() == [-1, -1, 0]
    assert strands_of(NOBODY, NOBODY.astype(np.int32), NOBODY, NOBODY.astype(np.float32)).tolist() == []


@pytest.mark.parametrize(("finishers", "shown"), [([5, 200], [1]), ([150, 200], [])])
def test_only_a_part_of_its_own_strand_must_be_listed_first(finishers: list[int], shown: list[int]) -> None:
    baselines = saga(finishers)
    field = Field(np.array([1]), np.ones(1, np.float32), np.zeros(1, np.uint8))
    unseen = unseen_parts(baselines, np.ones(2, np.bool_), NOBODY)
    choices = choose(baselines, field, Wanted(10, unseen=unseen), NOBODY)
    assert [int(field.rows[choice.place]) for choice in choices] == shown


SEEN_THIRD = np.array([2])
OPEN = np.ones(6, np.bool_)


def listed(baselines: Baselines, rows: list[int], limit: int) -> list[int]:
    field = Field(np.array(rows), np.linspace(1, 0.5, len(rows), dtype=np.float32), np.zeros(len(rows), np.uint8))
    wanted = Wanted(limit, unseen=unseen_parts(baselines, OPEN, SEEN_THIRD), watched=SEEN_THIRD)
    return [int(field.rows[choice.place]) for choice in choose(baselines, field, wanted, NOBODY)]


@pytest.mark.parametrize(
    ("rows", "shown"), [([3], [3]), ([4], []), ([4, 3], [3, 4]), ([1], []), ([4, 0], [0]), ([5, 4, 0, 3], [0, 3])]
)
def test_who_saw_the_third_part_may_go_on_with_the_fourth_but_skips_none(rows: list[int], shown: list[int]) -> None:
    assert listed(saga([9] * 6, given=True), rows, 10) == shown


def test_the_part_to_see_first_comes_after_the_last_one_seen() -> None:
    baselines = saga([9] * 6, given=True)
    before = [part_before(baselines, OPEN, SEEN_THIRD, row) for row in range(6)]
    assert before == [None, 0, 0, None, 3, 3]
    closed = OPEN & (np.arange(6) != 3)
    assert part_before(baselines, closed, SEEN_THIRD, 4) is None
