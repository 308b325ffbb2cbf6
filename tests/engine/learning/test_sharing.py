"""What leaves the house tells of titles, and of nobody's history."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.learning.sharing import FEWEST, without_people
from engine.learning.sparse import Rows, row_of
from engine.testing.clock import START
from tests.engine.learning.test_crowd import PEOPLE, TITLES, crowd_of, facts

RARE = f"movie:{TITLES - 1:03d}"
"""Met by nobody of ``facts``."""


def met_by(people: int) -> list[Interaction]:
    """The same people, of whom so many met the rare title last."""
    return facts() + [
        Interaction(
            f"{person}-rare", f"v{person}", RARE, InteractionKind.RATING, START + timedelta(days=99), rating=9.0
        )
        for person in range(people)
    ]


def said_of_it(people: int, fewest: int = FEWEST) -> tuple[Rows, bool]:
    """Titles that anything in the model puts beside the rare one, and whether it has figures of its own."""
    crowd = without_people(crowd_of(met_by(people)), fewest=fewest)
    place, found = crowd.item_ids.index(RARE), set[int]()
    for matrix in (crowd.parts.narrow, crowd.parts.wide, crowd.parts.after, crowd.parts.before):
        assert not isinstance(matrix, np.ndarray)
        found |= set(row_of(matrix, place)[0].tolist())
        found |= {row for row in range(len(crowd.item_ids)) if place in row_of(matrix, row)[0]}
    return np.array(sorted(found), np.int64), bool(crowd.parts.pairwise[:, place].any())


@pytest.mark.parametrize("people", range(1, FEWEST))
def test_of_what_hardly_anybody_met_nothing_is_said(people: int) -> None:
    beside, figures = said_of_it(people)
    assert not len(beside)
    assert not figures


def test_of_what_enough_people_met_it_is_and_so_it_is_of_lists() -> None:
    assert PEOPLE >= FEWEST
    assert len(said_of_it(FEWEST)[0])
    assert len(said_of_it(1, fewest=1)[0])
