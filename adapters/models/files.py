"""One file per model, and one that says which are in use."""

from __future__ import annotations

import asyncio
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from adapters.models.in_use import InUse
from bot.training.writing import in_our_words, sweep, write_whole
from engine.errors import InvalidQuery
from engine.learning.manifest import unreadable
from engine.learning.packing import MOST_BYTES, manifest_of, version_of
from engine.ports.models import Manifest, ModelKind, ModelRejected, StoredModel

SUFFIX = ".model"
KEPT = 5
"""Models of each kind that are kept, besides those in use and the ones before them."""
_VERSION = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
Answer = TypeVar("Answer")


class FileModels:
    """Fulfils ``ModelStore``. Readers see a model whole or not at all; writers of this process wait for each other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._in_use = InUse(folder)
        self._writing = threading.Lock()

    async def list(self) -> list[StoredModel]:
        return await asyncio.to_thread(self._list)

    async def load(self, version: str) -> bytes:
        return await asyncio.to_thread(self._load, version)

    async def save(self, data: bytes) -> str:
        return await self._alone(lambda: self._save(data))

    async def remove(self, version: str) -> None:
        await self._alone(lambda: self._remove(version))

    async def current(self, kind: ModelKind) -> str | None:
        return await asyncio.to_thread(self._current, kind)

    async def previous(self, kind: ModelKind) -> str | None:
        return await asyncio.to_thread(self._previous, kind)

    async def use(self, version: str) -> None:
        await self._alone(lambda: self._use(version))

    async def roll_back(self, kind: ModelKind) -> str:
        return await self._alone(lambda: self._roll_back(kind))

    async def retire(self, kind: ModelKind) -> None:
        await self._alone(lambda: self._put_in_use(kind, ""))

    async def _alone(self, work: Callable[[], Answer]) -> Answer:
        def run() -> Answer:
            with self._writing:
                return work()

        return await asyncio.to_thread(run)

    def _list(self) -> list[StoredModel]:
        return [self._stored(version) for version in self._versions()]

    def _versions(self) -> list[str]:
        """Newest first."""
        names = (path.stem for path in self._folder.glob(f"*{SUFFIX}") if path.is_file())
        return sorted((name for name in names if _VERSION.fullmatch(name)), reverse=True)

    def _stored(self, version: str) -> StoredModel:
        try:
            with self._path(version).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                try:
                    return StoredModel(version, size, manifest_of(file))
                except ModelRejected as error:
                    return StoredModel(version, size, None, error.key)
        except OSError:
            return StoredModel(version, 0, None, "model-unreadable")

    def _load(self, version: str) -> bytes:
        path = self._known(version)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise ModelRejected("model-too-large", limit=MOST_BYTES >> 20)
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise InvalidQuery("model-unknown", version=version) from error
        except OSError as error:
            raise unreadable(error.strerror or type(error).__name__) from error
        if data[-64:-56] != version[-8:].encode():
            raise unreadable("digest")
        return data

    def _save(self, data: bytes) -> str:
        version = version_of(data)
        sweep(self._folder)
        write_whole(self._path(version), data)
        self._prune(version)
        return version

    def _remove(self, version: str) -> None:
        path = self._known(version)
        if any(self._current(kind) == version for kind in ModelKind):
            raise InvalidQuery("model-in-use", version=version)
        with in_our_words(self._folder):
            path.unlink(missing_ok=True)

    def _prune(self, saved: str) -> None:
        """Remove what is older than the newest few of its kind and not in use; what cannot be read counts as a kind."""
        kept = {saved}
        for kind in ModelKind:
            kept |= {self._current(kind) or "", self._previous(kind) or ""}
        seen: dict[ModelKind | None, int] = {}
        for stored in self._list():
            kind = stored.manifest.kind if stored.manifest else None
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] > KEPT and stored.version not in kept:
                with in_our_words(self._folder):
                    self._path(stored.version).unlink(missing_ok=True)

    def _current(self, kind: ModelKind) -> str | None:
        latest = self._latest(kind)
        while latest and not self._path(latest).is_file():
            # a writer may have put another into use, and removed this one, in between
            if (again := self._latest(kind)) == latest:
                return None
            latest = again
        return latest or None

    def _latest(self, kind: ModelKind) -> str:
        return (self._in_use.of(kind) or [""])[-1]

    def _previous(self, kind: ModelKind) -> str | None:
        before = self._in_use.of(kind)[:-1]
        return next((version for version in reversed(before) if version and self._path(version).is_file()), None)

    def _use(self, version: str) -> None:
        self._put_in_use(self._manifest(version).kind, version)

    def _put_in_use(self, kind: ModelKind, version: str) -> None:
        others = [known for known in self._in_use.of(kind) if known != version]
        self._in_use.put(kind, [*others, version])

    def _roll_back(self, kind: ModelKind) -> str:
        previous = self._previous(kind)
        if previous is None:
            raise InvalidQuery("model-no-previous")
        versions = self._in_use.of(kind)
        self._in_use.put(kind, versions[: versions.index(previous) + 1])
        return previous

    def _manifest(self, version: str) -> Manifest:
        try:
            with self._known(version).open("rb") as file:
                return manifest_of(file)
        except OSError as error:
            raise unreadable(error.strerror or type(error).__name__) from error

    def _known(self, version: str) -> Path:
        if not _VERSION.fullmatch(version) or not self._path(version).is_file():
            raise InvalidQuery("model-unknown", version=version)
        return self._path(version)

    def _path(self, version: str) -> Path:
        return self._folder / f"{version}{SUFFIX}"
