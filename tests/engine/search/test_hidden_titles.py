"""A title that may not be known leaves no trace in any answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.items import Item
from engine.search.titles import TitleIndex
from tests.engine.search.shelf import SHELF, film

pytestmark = pytest.mark.untraced

WORDS = [
    "dune",
    "part",
    "two",
    "2",
    "ii",
    "the",
    "rocky",
    "love",
    "mood",
    "in",
    "of",
    "ring",
    "alien",
    "aliens",
    "it",
    "é",
    "侍",
]
NAMES = ["Wes Anderson", "Paul Anderson", "Anders Wesson", "Bong Joon-ho", "Bong", "Pixar", "Wesley"]
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@st.composite
def shelves(draw: st.DrawFn) -> list[Item]:
    count = draw(st.integers(1, 14))
    return [
        film(
            str(n),
            draw(titles),
            draw(st.sampled_from([None, 1984, 1985, 2021])),
            by=draw(st.sampled_from(NAMES)),
            votes=draw(st.integers(0, 3)) * 1_000,
        )
        for n in range(count)
    ]


@settings(max_examples=150, deadline=None)
@given(
    shelf=shelves(),
    data=st.data(),
    typed=st.one_of(
        titles,
        titles.map(lambda t: t[:-1]),
        titles.map(lambda t: f"{t} 1984"),
        st.sampled_from([*NAMES, "anderson", "bong"]),
    ),
)
def test_a_hidden_title_is_indistinguishable_from_an_unknown_one(
    shelf: list[Item], data: st.DataObject, typed: str
) -> None:
    hidden = data.draw(st.sets(st.sampled_from([item.id for item in shelf])))
    with_hidden = TitleIndex.build(shelf)
    without = TitleIndex.build([item for item in shelf if item.id not in hidden])

    def allowed(item_id: str) -> bool:
        return item_id not in hidden

    assert with_hidden.find(typed, allowed=allowed) == without.find(typed)
    assert with_hidden.find_people(typed, allowed=allowed) == without.find_people(typed)
    assert with_hidden.resolve(typed, allowed) == without.resolve(typed)
    assert with_hidden.named(typed, allowed) == without.named(typed)
    prefixes = [typed[:n] for n in range(1, len(typed) + 1)]
    assert with_hidden.longest(prefixes, allowed) == without.longest(prefixes)
    assert with_hidden.person_named(typed, allowed) == without.person_named(typed)


def test_a_crowd_of_hidden_titles_does_not_push_the_allowed_one_out() -> None:
    crowd = [film(f"h{n}", f"Dune {n}", votes=50_000) for n in range(2_000)]
    crowd += [film(f"e{n}", "Dune", votes=50_000) for n in range(500)]
    index = TitleIndex.build([*crowd, film("mine", "Dune Drifter", 2020)])
    alone = TitleIndex.build([film("mine", "Dune Drifter", 2020)])
    for typed in ("dune", "d", "dune drifte", "dnue", "drifter dune"):
        assert index.find(typed, allowed=lambda item: item.endswith(":mine")) == alone.find(typed)


def test_a_crowd_of_hidden_people_does_not_push_the_allowed_one_out() -> None:
    crowd = [film(f"h{n}", "x", by=f"Anna{n} Smith") for n in range(600)]
    index = TitleIndex.build([*crowd, film("mine", "Dune", by="Zoe Smith")])
    for typed in ("smith", "zoe smith", "smth"):
        hits = index.find_people(typed, allowed=lambda item: item.endswith(":mine"))
        assert [hit.name for hit in hits] == ["Zoe Smith"]


@settings(max_examples=60, deadline=None)
@given(typed=st.text(max_size=60), seed=st.integers(0, 9))
def test_no_text_finds_a_forbidden_title(typed: str, seed: int) -> None:
    index = TitleIndex.build(SHELF)
    open_ids = {
        item.id for item, dice in zip(SHELF, np.random.default_rng(seed).random(len(SHELF)), strict=True) if dice < 0.5
    }
    assert {hit.item_id for hit in index.find(typed, allowed=open_ids.__contains__)} <= open_ids
    for person in index.find_people(typed, allowed=open_ids.__contains__):
        assert person.item_ids
        assert set(person.item_ids) <= open_ids
