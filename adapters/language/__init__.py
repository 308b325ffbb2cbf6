"""Sentence models: which one is used is decided once, at the start, and by its name ever after."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from adapters.language.hashed.embedder import HashedEmbedder
from adapters.language.minilm.embedder import open_minilm
from engine.errors import SourceRejected, SourceUnavailable
from engine.ports.language import Embedder

AUTO, MINILM, OLLAMA, HASHED = "auto", "minilm", "ollama", "hashed"


class LanguageModel(Embedder, Protocol):
    """An embedder with its life cycle. It never turns into another one while it runs."""

    notice: str
    """Message key of what the operator should know of the choice; empty when it is the one that was asked for."""

    async def warm(self) -> None:
        """Load what the first text would otherwise wait for."""
        ...

    async def close(self) -> None: ...


class EmbeddingSettings(Protocol):
    """What is read of the settings."""

    @property
    def embeddings(self) -> str:
        """``auto``, ``ollama``, ``minilm`` or ``hashed``."""
        ...

    @property
    def ollama_url(self) -> str | None: ...
    @property
    def ollama_embedding_model(self) -> str: ...
    @property
    def data_dir(self) -> Path: ...


async def open_embedder(settings: EmbeddingSettings) -> LanguageModel:
    """The sentence model that ``settings`` ask for; ``auto`` takes Ollama only where its URL is set.

    One that is not to be had at the start is replaced by the next of Ollama, MiniLM and hashed, and ``notice`` says so.
    """
    kind, notice = settings.embeddings, ""
    if kind == OLLAMA or (kind == AUTO and settings.ollama_url):
        opened = await _open_ollama(settings.ollama_url, settings.ollama_embedding_model)
        if not isinstance(opened, str):
            return opened
        notice = opened
    if kind != HASHED:
        if minilm := open_minilm(settings.data_dir, notice=notice):
            return minilm
        notice = notice or "embedding-minilm-missing"
    return HashedEmbedder(notice=notice)


async def _open_ollama(url: str | None, model: str) -> LanguageModel | str:
    """The embedder, or the key that says why there is none."""
    if not url:
        return "embedding-ollama-no-url"
    from adapters.language.ollama.client import OllamaClient  # noqa: PLC0415 - aiohttp only where it is used
    from adapters.language.ollama.embedder import OllamaEmbedder  # noqa: PLC0415

    try:
        return await OllamaEmbedder.connect(OllamaClient(url), model)
    except SourceUnavailable:
        return "embedding-ollama-unreachable"
    except SourceRejected as error:
        return error.key
