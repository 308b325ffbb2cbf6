"""The largest of many figures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scoring.topmost import topmost


@given(st.integers(1, 3_000), st.floats(0, 1), st.integers(0, 99), st.booleans())
def test_they_are_what_sorting_would_give(size: int, share: float, seed: int, ties: bool) -> None:
    rng = np.random.default_rng(seed)
    values = rng.standard_normal(size).astype(np.float32)
    values = np.round(values, 1) if ties else values
    values[rng.random(size) < 0.3] = -np.inf
    count = min(size, 1 + int(share * size))
    found = topmost(values, count)
    assert len(set(found.tolist())) == count
    assert np.sort(values[found]).tolist() == np.sort(values)[size - count :].tolist()


@pytest.mark.parametrize("order", [1, -1])
def test_an_order_that_misleads_the_sample_changes_nothing(order: int) -> None:
    values = np.where(np.arange(20_000) % 16 == 0, 1e6, 0).astype(np.float32) * order + np.arange(
        20_000, dtype=np.float32
    )
    found = topmost(values, 1_500)
    assert sorted(values[found].tolist()) == sorted(values.tolist())[-1_500:]
