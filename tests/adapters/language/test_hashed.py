"""Hashed vectors: deterministic, unit length, and close where words are shared."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.language.hashed.embedder import WIDTH, HashedEmbedder, embed_texts
from tests.adapters.language.conftest import HEIST, PENGUINS, QUESTION


async def test_a_heist_in_paris_is_closer_to_a_heist_story_than_to_penguins() -> None:
    question, heist, penguins = await HashedEmbedder().embed([QUESTION, HEIST, PENGUINS])
    assert question @ heist > question @ penguins + 0.2


@given(st.lists(st.text(), max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_text_gets_a_finite_unit_vector(texts: list[str]) -> None:
    vectors = embed_texts(texts)
    assert vectors.shape == (len(texts), WIDTH)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_vectors_are_the_same_in_every_process_whatever_its_hash_seed() -> None:
    script = (
        "import sys; from adapters.language.hashed.embedder import embed_texts;"
        "sys.stdout.buffer.write(embed_texts([sys.argv[1]]).round(5).tobytes())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script, HEIST], env={"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {embed_texts([HEIST]).round(5).tobytes()}


def test_vectors_do_not_change_between_versions_without_a_new_name() -> None:
    signs = np.sign(embed_texts(["heist"])[0]).astype(np.int8).tobytes()
    assert HashedEmbedder().name == "hashed-384-v1"
    assert hashlib.sha256(signs).hexdigest()[:16] == "13229528fa250f59"


def test_one_stem_and_accents_and_case_are_close_in_any_script() -> None:
    vectors = embed_texts(["vampires", "Vampire", "AMÉLIE", "amelie", "宮崎駿の映画", "宮崎駿監督", "penguin"])
    assert vectors[0] @ vectors[1] > 0.3
    assert vectors[2] @ vectors[3] > 0.999
    assert vectors[4] @ vectors[5] > 0.3
    assert abs(float(vectors[0] @ vectors[6])) < 0.15


def test_little_words_hardly_count() -> None:
    plain, padded, other = embed_texts(
        ["heist bank robbery", "the heist of a bank and the robbery", "the of a and the"]
    )
    assert plain @ padded > 0.95
    assert plain @ other < 0.3


async def test_many_texts_come_back_in_their_order() -> None:
    texts = [f"title number {n}" for n in range(1_200)]
    embedder = HashedEmbedder()
    await embedder.warm()
    vectors = await embedder.embed(texts)
    await embedder.close()
    np.testing.assert_allclose(vectors[777], embed_texts([texts[777]])[0], atol=1e-6)
    assert (await embedder.embed([])).shape == (0, embedder.dimensions)
