"""Values of other people's JSON: of the right kind, or left out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters import values

ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.integers())


@settings(max_examples=25, deadline=None)
@given(ANYTHING)
def test_nothing_is_an_error_and_whatever_comes_is_of_its_kind(value: object) -> None:
    assert isinstance(values.text(value), str)
    assert values.whole(value) is None or isinstance(values.whole(value), int)
    assert values.number(value) is None or isinstance(values.number(value), float)
    assert (values.positive(value) or 1) > 0
    assert values.record(value) == {}
    assert values.records([value]) == []
    for read in (values.imdb, values.day, values.moment):
        read(value)


@pytest.mark.parametrize(
    ("value", "meant"),
    [("12", 12), (" -3 ", -3), ("1.0", None), (3.0, 3), (3.5, None), (True, None), ("٣", None), ("9" * 19, None)],
)
def test_whole_numbers_come_as_texts_too(value: object, meant: int | None) -> None:
    assert values.whole(value) == meant


@pytest.mark.parametrize(
    ("value", "meant"), [("7.5", 7.5), (" -3 ", -3.0), ("1e5", None), ("nan", None), ("9" * 19, None), ("٣", None)]
)
def test_numbers_come_as_texts_too(value: object, meant: float | None) -> None:
    assert values.number(value) == meant


def test_texts_are_cut_and_hold_nothing_that_cannot_be_kept() -> None:
    assert values.text("  a\x00b\ud800c\nd  ") == "abc\nd"
    assert values.text("x" * 900) == "x" * 500
    assert values.text("ab cd", 3) == "ab"


def test_times_are_in_utc_and_nothing_at_zero() -> None:
    assert values.moment("86400") == datetime(1970, 1, 2, tzinfo=UTC)
    assert values.moment(0) is None
    assert values.moment(10**17) is None
    assert values.day("2026-03-14T20:00:00Z") == date(2026, 3, 14)
    assert values.day("2026-02-30") is None


@pytest.mark.parametrize(("value", "meant"), [("tt0133093", "tt0133093"), ("tt", None), ("nm0000206", None), (7, None)])
def test_ids_of_imdb_are_ids_of_titles(value: object, meant: str | None) -> None:
    assert values.imdb(value) == meant
