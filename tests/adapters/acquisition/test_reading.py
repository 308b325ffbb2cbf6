"""Long lists and spans of time."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.acquisition.reading import elements, span
from adapters.acquisition.servarr_parsers import chosen, refused_because, under

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(values=st.lists(_VALUES, max_size=6), indent=st.sampled_from([None, 2]), chunk=st.integers(1, 20))
@settings(max_examples=25, deadline=None)
def test_a_list_read_piece_by_piece_is_the_list(values, indent, chunk):
    body = json.dumps(values, indent=indent, ensure_ascii=False).encode()
    assert list(elements(body, chunk)) == values


@pytest.mark.parametrize("chunk", [1, 2, 100])
def test_a_mark_before_the_list_is_none_of_it(chunk):
    assert list(elements(b"\xef\xbb\xbf [1, {}]", chunk)) == [1, {}]


@given(values=st.lists(_VALUES, min_size=1, max_size=4), cut=st.floats(0, 1, exclude_max=True))
@settings(max_examples=25, deadline=None)
def test_a_list_that_is_broken_off_anywhere_is_no_list(values, cut):
    body = json.dumps(values).encode()
    with pytest.raises(ValueError):  # noqa: PT011 - of any kind
        list(elements(body[: int(len(body) * cut)]))


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("00:10:30", 10.5),
        ("1.00:00:00", 1440),
        ("00:00:00.6000000", 0.01),
        ("string", None),
        ("", None),
        (None, None),
        ("-1:00:00", None),
        ("²:00:00", None),
    ],
)
def test_a_span_is_told_in_minutes(told, minutes):
    assert span(told) == minutes


def test_a_name_comes_before_a_number():
    choices = [{"id": 1, "name": "2"}, {"id": 2, "name": "HD"}, {"id": "x", "name": None}]
    assert chosen("2", choices, "name") == choices[0]
    assert chosen("1", choices, "name") == choices[0]
    assert chosen("hd", choices, "name") == choices[1]
    assert chosen("", choices, "name") is None
    assert chosen("²", choices, "name") is None


@pytest.mark.parametrize(
    ("path", "root", "inside"),
    [
        ("/recs/Heat", "/recs/", True),
        ("/recs", "/recs", True),
        ("/recs2/Heat", "/recs", False),
        ("D:\\Recs\\Heat", "D:\\Recs", True),
        ("/recs/Heat", "", False),
        (None, "/recs", False),
    ],
)
def test_a_folder_lies_in_its_root_and_not_in_one_that_begins_alike(path, root, inside):
    assert under(path, root) is inside


def test_a_refusal_is_told_in_whatever_form_it_comes():
    assert refused_because([{"errorMessage": "Invalid Path"}, {"errorMessage": ""}, 5]) == "Invalid Path"
    assert refused_because({"message": "NotFound"}) == "NotFound"
    assert refused_because(None) == ""
