"""What a vector store must do."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.ports.vectors import VectorStore

pytestmark = pytest.mark.untraced

HOSTILE_MODEL = "Ünïcode/model:latest $(rm -rf) " + "x" * 600


def unit_rows(count: int, dimensions: int = 8, seed: int = 0) -> NDArray[np.float32]:
    drawn = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def ids(count: int) -> list[str]:
    return [f"movie:{number}" for number in range(count)]


@pytest.mark.parametrize("model", ["minilm-l6-v2-int8", "x", "..", HOSTILE_MODEL])
async def test_vectors_come_back_exactly_in_the_order_asked_for(vectors: VectorStore, model: str) -> None:
    rows = unit_rows(3)
    await vectors.put(model, ids(3), ["a", "b", ""], rows)
    loaded = await vectors.load(model, ["movie:2", "unknown", "movie:0"], 8)
    np.testing.assert_array_equal(loaded, np.stack([rows[2], np.zeros(8, np.float32), rows[0]]))
    assert loaded.dtype == np.float32
    assert dict(await vectors.digests(model)) == {"movie:0": "a", "movie:1": "b", "movie:2": ""}


async def test_a_vector_that_comes_again_replaces_the_old_one(vectors: VectorStore) -> None:
    await vectors.put("model", ids(2), ["old", "kept"], unit_rows(2))
    np.testing.assert_array_equal(await vectors.load("model", ids(2), 8), unit_rows(2))
    await vectors.put("model", ids(1), ["new"], unit_rows(1, seed=1))
    assert dict(await vectors.digests("model")) == {"movie:0": "new", "movie:1": "kept"}
    loaded = await vectors.load("model", ids(2), 8)
    np.testing.assert_array_equal(loaded, np.stack([unit_rows(1, seed=1)[0], unit_rows(2)[1]]))


async def test_models_are_kept_apart(vectors: VectorStore) -> None:
    for number, model in enumerate(("a/b", "a-b", "a b", "A-B")):
        await vectors.put(model, ids(1), [model], unit_rows(1, dimensions=4 + number))
    for number, model in enumerate(("a/b", "a-b", "a b", "A-B")):
        assert dict(await vectors.digests(model)) == {"movie:0": model}
        loaded = await vectors.load(model, ids(1), 4 + number)
        np.testing.assert_array_equal(loaded, unit_rows(1, dimensions=4 + number))


async def test_of_an_unknown_model_there_is_nothing(vectors: VectorStore) -> None:
    assert dict(await vectors.digests("unknown")) == {}
    assert not (await vectors.load("unknown", ids(2), 5)).any()
    assert (await vectors.load("unknown", [], 5)).shape == (0, 5)
    await vectors.forget("unknown")
    await vectors.forget("unknown", ids(2))


async def test_forgetting_takes_some_or_all(vectors: VectorStore) -> None:
    await vectors.put("model", ids(4), list("abcd"), unit_rows(4))
    await vectors.put("other", ids(1), ["o"], unit_rows(1))
    await vectors.forget("model", ["movie:1", "unknown"])
    assert set(await vectors.digests("model")) == {"movie:0", "movie:2", "movie:3"}
    assert not (await vectors.load("model", ["movie:1"], 8)).any()
    await vectors.forget("model", [])
    assert len(await vectors.digests("model")) == 3
    await vectors.forget("model")
    assert dict(await vectors.digests("model")) == {}
    assert set(await vectors.digests("other")) == {"movie:0"}
    await vectors.put("model", ids(1), ["again"], unit_rows(1, dimensions=3))
    assert (await vectors.load("model", ids(1), 3)).any()


async def test_more_than_one_batch_is_kept(vectors: VectorStore) -> None:
    await vectors.put("model", ids(6_001), ["digest"] * 6_001, unit_rows(6_001))
    assert len(await vectors.digests("model")) == 6_001
    np.testing.assert_array_equal(await vectors.load("model", ids(6_001), 8), unit_rows(6_001))


async def test_putting_nothing_changes_nothing(vectors: VectorStore) -> None:
    await vectors.put("model", [], [], np.zeros((0, 8), np.float32))
    assert dict(await vectors.digests("model")) == {}
