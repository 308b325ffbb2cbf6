"""The vector store: Chroma in a thread of its own, with a cache beside it where it is embedded."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from adapters.vectors.chroma.cache import MatrixCache
from adapters.vectors.chroma.client import ChromaClient, Kept, refused
from engine.errors import SourceUnavailable

RETRY_SECONDS = 30.0
FULL = ("disk is full", "no space left")

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)


class ChromaVectors:
    """Keeps vectors in Chroma. Embedded, ``folder`` is where; a folder that is damaged is set aside and begun anew."""

    def __init__(self, client: ChromaClient, folder: Path | None) -> None:
        self._client = client
        self._folder = folder
        self._cache = None if folder is None else MatrixCache(folder.with_name(f"{folder.name}-cache"))
        self._growing: set[str] = set()
        """Models whose cache is known to hold all that Chroma does."""
        # One thread: calls of the SDK must not overlap.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chroma")

    async def put(self, model: str, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store or replace; of an id given twice the last counts. Raises SourceUnavailable."""
        if not len(ids) == len(digests) == len(vectors):
            raise ValueError("each id needs a digest and a vector")
        places = list({item_id: place for place, item_id in enumerate(ids)}.values())
        if places:
            await self._run(lambda: self._put(model, places, ids, digests, vectors))

    async def digests(self, model: str) -> Mapping[str, str]:
        """Item id to digest of everything stored for ``model``."""
        return await self._run(lambda: self._digests(model))

    async def load(self, model: str, ids: Sequence[str], dimensions: int) -> NDArray[np.float32]:
        """One row per id, shape (len(ids), dimensions); zeros for what is not stored."""
        return await self._run(lambda: self._load(model, ids, dimensions))

    async def forget(self, model: str, ids: Sequence[str] | None = None) -> None:
        """Remove vectors; all of the model's when ``ids`` is None."""
        await self._run(lambda: self._forget(model, ids))

    async def close(self) -> None:
        """Let go of Chroma's files and end its thread."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._client.close)
        self._thread.shutdown()

    def _put(
        self, model: str, places: list[int], ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        grows = self._cache is not None and (model in self._growing or self._begun(model, vectors.shape[1]))
        chosen = np.ascontiguousarray(vectors[places], np.float32)
        own, told = [ids[place] for place in places], [digests[place] for place in places]
        self._growing.discard(model)
        self._client.put(model, own, told, chosen)
        if grows and self._cache is not None:
            try:
                self._cache.append(model, own, told, chosen)
                self._growing.add(model)
            except OSError as error:
                log.warning("vectors could not be cached and are read from Chroma: %s", error)
                self._cache.drop(model)

    def _begun(self, model: str, dimensions: int) -> bool:
        """Whether the cache holds all that Chroma does, so that it may grow with it."""
        if self._cache is None:
            return False
        if self._cache.read(model) is not None:
            return True
        self._cache.drop(model)
        if self._client.holds(model):
            return False
        try:
            self._cache.write(model, Kept((), (), np.zeros((0, dimensions), np.float32)))
        except OSError as error:
            log.warning("vectors could not be cached and are read from Chroma: %s", error)
            return False
        return True

    def _digests(self, model: str) -> dict[str, str]:
        cached = self._cache.read(model) if self._cache is not None else None
        return self._client.digests(model) if cached is None else dict(zip(cached.ids, cached.digests, strict=True))

    def _load(self, model: str, ids: Sequence[str], dimensions: int) -> NDArray[np.float32]:
        kept = self._everything(model)
        rows = np.zeros((len(ids), dimensions), np.float32)
        if kept.vectors.shape[1:] != (dimensions,):
            return rows
        place_of = {item_id: place for place, item_id in enumerate(kept.ids)}
        pairs = [(row, place_of[item_id]) for row, item_id in enumerate(ids) if item_id in place_of]
        if pairs:
            into, places = np.array(pairs).T
            rows[into] = kept.vectors[places]
        return rows

    def _everything(self, model: str) -> Kept:
        cached = self._cache.read(model) if self._cache is not None else None
        if cached is not None:
            return cached
        kept = self._client.everything(model)
        if self._cache is not None:
            try:
                self._cache.write(model, kept)
            except OSError as error:
                log.warning("vectors could not be cached and are read from Chroma: %s", error)
        return kept

    def _forget(self, model: str, ids: Sequence[str] | None) -> None:
        if self._cache is not None:
            self._growing.discard(model)
            self._cache.drop(model)
        self._client.forget(model, ids)

    async def _run(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._attempt, work)

    def _attempt(self, work: Callable[[], Answer]) -> Answer:
        try:
            return work()
        except BaseException as error:  # noqa: BLE001 – the SDK's native part raises whatever it likes, also panics
            self._recover(error)
        try:
            return work()
        except Exception as error:
            raise SourceUnavailable("vectors-unavailable", retry_after=RETRY_SECONDS) from error

    def _recover(self, error: BaseException) -> None:
        """Set a damaged folder aside, since vectors can be made again; raise where that would not help."""
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError) or refused(error):
            raise error
        if any(sign in str(error).casefold() for sign in FULL):
            raise SourceUnavailable("disk-full", retry_after=RETRY_SECONDS) from error
        if self._folder is None or not self._folder.exists():
            raise SourceUnavailable("vectors-unavailable", retry_after=RETRY_SECONDS) from error
        aside = self._folder.with_name(f"{self._folder.name}-damaged")
        log.warning(
            "the vectors in %s cannot be read and are made again; kept aside in %s: %s", self._folder, aside, error
        )
        self._client.abandon()
        shutil.rmtree(aside, ignore_errors=True)
        self._folder.rename(aside)
