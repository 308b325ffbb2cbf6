"""Whatever a history is: forgetting is folding in again, and a new meeting counts at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.learning.history import History
from tests.engine.learning.test_crowd import EVERY, START, TITLES, aligned

HISTORIES = st.lists(
    st.tuples(st.integers(0, TITLES - 1), st.floats(0, 1, width=32), st.integers(0, 1_500)),
    min_size=1, max_size=25, unique_by=lambda meeting: meeting[0],
)  # fmt: skip


def folded(meetings: list[tuple[int, float, int]], person: int = -1) -> History:
    ordered = sorted(meetings, key=lambda meeting: meeting[2])
    rows, liking, days = (np.array(part) for part in zip(*ordered, strict=True))
    at = START.timestamp() + 86_400.0 * days
    return History(rows.astype(np.int64), liking.astype(np.float32), at, person)


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.data())
def test_without_some_titles_is_what_folding_in_the_rest_gives(
    meetings: list[tuple[int, float, int]], data: st.DataObject
) -> None:
    history = folded(meetings, data.draw(st.integers(-1, 39)))
    gone = np.array(data.draw(st.lists(st.sampled_from(history.rows.tolist()), min_size=1, unique=True)), np.int64)
    row = data.draw(st.integers(0, TITLES - 1))
    again = aligned().fold_in(history.without(gone))
    removed = aligned().fold_in(history).without(gone)
    np.testing.assert_allclose(removed(row), again.over(EVERY)[:, row], atol=2e-4)


def test_a_title_met_a_moment_ago_changes_the_answer_at_once() -> None:
    before = folded([(n, 0.9, n) for n in range(0, 20, 2)])
    after = folded([*((n, 0.9, n) for n in range(0, 20, 2)), (31, 1.0, 40)])
    change = aligned().fold_in(after).over(EVERY) - aligned().fold_in(before).over(EVERY)
    assert np.abs(change).max() > 0.01
