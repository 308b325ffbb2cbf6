"""Finding people and studios."""

from __future__ import annotations

import pytest

from tests.engine.search.shelf import INDEX, SHELF, key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Christopher Nolan", "Christopher Nolan"), ("christopher nolen", "Christopher Nolan"),
        ("nolan", "Christopher Nolan"),
        ("nolen", "Christopher Nolan"), ("almodovar", "Pedro Almodóvar"), ("PEDRO ALMODOVAR", "Pedro Almodóvar"),
        ("kieslowski", "Krzysztof Kieślowski"), ("song kang ho", "Song Kang-ho"), ("kang-ho song", "Song Kang-ho"),
        ("bong", "Bong Joon-ho"), ("miyasaki", "Hayao Miyazaki"), ("kar wai", "Wong Kar-wai"),
        ("tarantin", "Quentin Tarantino"),
        ("ford coppola", "Francis Ford Coppola"), ("penelope cruz", "Penélope Cruz"),
    ],
)  # fmt: skip
def test_a_person_is_found_by_nearly_any_of_their_names(typed: str, name: str) -> None:
    assert INDEX.find_people(typed)[0].name == name


def test_of_one_last_name_the_busier_comes_first() -> None:
    assert [hit.name for hit in INDEX.find_people("anderson")[:2]] == ["Wes Anderson", "Paul Thomas Anderson"]


def test_a_person_comes_with_their_titles() -> None:
    hit = INDEX.find_people("christopher nolan")[0]
    assert {key(item) for item in hit.item_ids} == {"inception", "memento"}
    assert hit.score == 1.0


def test_nobody_is_found_through_forbidden_titles_alone() -> None:
    assert INDEX.find_people("nolan", allowed=lambda item: key(item) not in {"inception", "memento"}) == []
    only = INDEX.find_people("nolan", allowed=lambda item: key(item) != "inception")[0]
    assert [key(item) for item in only.item_ids] == ["memento"]
    assert INDEX.person_named("christopher nolan", lambda item: key(item) not in {"inception", "memento"}) is None


def test_who_is_busier_is_counted_over_allowed_titles() -> None:
    hidden = {"budapest", "rushmore"}
    assert INDEX.find_people("anderson", allowed=lambda item: key(item) not in hidden)[0].name == "Paul Thomas Anderson"


def test_only_whole_names_are_exact() -> None:
    found = INDEX.person_named("WES ANDERSON")
    assert found is not None
    assert found.name == "Wes Anderson"
    assert INDEX.person_named("anderson") is None
    assert INDEX.person_named("") is None


def test_one_letter_and_strange_signs_find_nobody() -> None:
    assert INDEX.find_people("b") == []
    assert INDEX.find_people("🪳") == []
    assert INDEX.find_people("zzzzzz") == []


def test_the_limit_of_people_is_kept() -> None:
    assert len(INDEX.find_people("anderson", limit=1)) == 1


def test_every_person_on_the_shelf_finds_themselves() -> None:
    for name in {credit.name for item in SHELF for credit in item.credits}:
        assert INDEX.find_people(name)[0].name == name
