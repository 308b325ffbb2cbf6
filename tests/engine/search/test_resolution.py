"""Which title is meant."""

from __future__ import annotations

import pytest

from engine.search.titles import TitleIndex
from tests.engine.search.shelf import INDEX, film, key


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Parasite", "parasite"), ("parasit", "parasite"), ("godfather", "godfather"), ("rocky 2", "rocky2"),
        ("dune 1984", "dune84"),
        ("the fellowship of the ring", "lotr1"), ("grand budapest hotel", "budapest"),
        ("felowship of the ring", "lotr1"),
        ("die hard", "diehard"), ("hard", "hard"), ("기생충", "parasite"), ("matrix", "matrix"),
    ],
)  # fmt: skip
def test_a_clear_title_is_taken(typed: str, wanted: str) -> None:
    assert key(INDEX.resolve(typed).item_id) == wanted


def test_remakes_of_one_title_are_a_choice_the_better_known_first() -> None:
    found = INDEX.resolve("dune")
    assert found.item_id is None
    assert [key(hit.item_id) for hit in found.choices] == ["dune21", "dune84"]


def test_a_franchise_is_a_choice() -> None:
    found = INDEX.resolve("lord of the rings")
    assert found.item_id is None
    assert {key(hit.item_id) for hit in found.choices} == {"lotr1", "lotr2"}


def test_what_is_unknown_gets_the_nearest_as_suggestions() -> None:
    found = INDEX.resolve("memento mori and more")
    assert found.item_id is None
    assert found.choices == ()
    assert "memento" in [key(hit.item_id) for hit in found.suggestions]


@pytest.mark.parametrize("typed", ["rocky 5", "Rocky V", "rocky iii"])
def test_another_part_of_a_franchise_is_never_taken_for_the_one_typed(typed: str) -> None:
    assert INDEX.resolve(typed).item_id is None


def test_a_sequel_is_not_taken_for_a_missing_first_part() -> None:
    index = TitleIndex.build([film("p2", "Paddington 2", 2017)])
    found = index.resolve("paddington")
    assert found.item_id is None
    assert [key(hit.item_id) for hit in found.choices] == ["p2"]


def test_hiding_one_of_two_remakes_leaves_the_other_clear() -> None:
    assert key(INDEX.resolve("dune", lambda item: key(item) != "dune21").item_id) == "dune84"
