"""Several texts at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.evaluating.side_by_side import SideBySide
from engine.errors import SourceUnavailable
from engine.testing.vectors import WordEmbedder

TEXTS = ["a long text of several words", "short", "two words", "", "two words", "yet another text"]


class Watched(WordEmbedder):
    """Notes how many texts are under way, and can break."""

    def __init__(self, *, broken: bool = False) -> None:
        super().__init__()
        self.broken, self.calls, self.most, self._now = broken, list[int](), 0, 0

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append(len(texts))
        self._now += 1
        self.most = max(self.most, self._now)
        await asyncio.sleep(0)
        if self.broken:
            raise SourceUnavailable("embedder-answers-wrongly")
        self._now -= 1
        return await super().embed(texts)


@pytest.mark.parametrize("hands", [1, 2, 4, 10])
async def test_every_text_has_the_vector_it_has_alone(hands: int) -> None:
    alone, watched = WordEmbedder(), Watched()
    found = await SideBySide(watched, hands).embed(TEXTS)
    assert np.array_equal(found, np.concatenate([await alone.embed([text]) for text in TEXTS]))
    assert watched.most == min(hands, len(TEXTS))
    assert max(watched.calls) - min(watched.calls) <= 1


async def test_no_texts_have_no_vectors() -> None:
    beside = SideBySide(WordEmbedder())
    assert beside.hands >= 1
    assert (await beside.embed([])).shape == (0, beside.dimensions)


async def test_what_the_embedder_cannot_do_is_said_as_it_says_it() -> None:
    with pytest.raises(SourceUnavailable, match="embedder-answers-wrongly"):
        await SideBySide(Watched(broken=True), 2).embed(TEXTS)
