"""Texts that are kept as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.columns.texts import Texts

ANY = st.text(st.characters(exclude_categories=()), max_size=9)


@given(st.lists(ANY, max_size=20))
def test_what_is_kept_comes_back(texts: list[str]) -> None:
    kept = Texts.of(texts)
    assert list(kept) == texts
    assert len(kept) == len(texts)
