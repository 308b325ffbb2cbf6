"""The embedder of one model on one Ollama server."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from adapters.language.ollama.answers import BadAnswer, Model, find_model, read_vectors
from adapters.language.ollama.client import OllamaClient
from engine.errors import SourceRejected

BATCH = 32
LONGEST_TEXT = 8_000
"""Characters of a text that are sent."""
_PROBE = "A film."


class OllamaEmbedder:
    """Its name holds the model's digest: a model that is pulled anew in another version is another model."""

    def __init__(self, client: OllamaClient, model: Model, dimensions: int) -> None:
        self._client = client
        self._model = model
        self._dimensions = dimensions
        self._turn = asyncio.Semaphore(1)
        self.notice = ""

    @classmethod
    async def connect(cls, client: OllamaClient, wanted: str) -> OllamaEmbedder:
        """Finds the model and learns its dimensions; takes the client over, and closes it when it fails.

        Raises SourceUnavailable or SourceRejected.
        """
        try:
            return await cls._connect(client, wanted)
        except BadAnswer as error:
            await client.close()
            raise SourceRejected("embedding-server-confused", reason=str(error)) from error
        except BaseException:
            await client.close()
            raise

    @classmethod
    async def _connect(cls, client: OllamaClient, wanted: str) -> OllamaEmbedder:
        model = find_model(await client.tags(), wanted)
        if model is None:
            raise SourceRejected("embedding-model-not-pulled", model=wanted)
        if model.capabilities is not None and "embedding" not in model.capabilities:
            raise SourceRejected("embedding-model-cannot-embed", model=wanted)
        vectors = read_vectors(await client.embed(model.name, [_PROBE]), 1)
        return cls(client, model, vectors.shape[1])

    @property
    def name(self) -> str:
        digest = self._model.digest.removeprefix("sha256:")[:12]
        return f"ollama-{self._model.name}-{digest or self._dimensions}"

    @property
    def dimensions(self) -> int:
        return self._dimensions

    async def warm(self) -> None:
        """Nothing to do: connecting had it loaded."""

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, one batch after the other. Raises SourceUnavailable or SourceRejected."""
        parts = [await self._batch(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate(parts) if parts else np.empty((0, self._dimensions), dtype=np.float32)

    async def close(self) -> None:
        await self._client.close()

    async def _batch(self, texts: Sequence[str]) -> NDArray[np.float32]:
        sent = [_sendable(text) for text in texts]
        async with self._turn:
            answer = await self._client.embed(self._model.name, sent)
        try:
            vectors = await asyncio.to_thread(read_vectors, answer, len(sent))
        except BadAnswer as error:
            raise SourceRejected("embedding-server-confused", reason=str(error)) from error
        if vectors.shape[1] != self._dimensions:
            raise SourceRejected("embedding-server-confused", reason="another model answered")
        return vectors


def _sendable(text: str) -> str:
    """Never empty, and without half surrogate pairs, which are no text."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode() or " "
