"""The one module that speaks to Chroma's blocking SDK, from a thread of its own.

Chroma is only imported when something must be written or read: it takes a second and 50 MB. Its embedding function,
which would download a model, is never used, and its telemetry is off.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

WRITTEN_AT_ONCE = 200
READ_AT_ONCE = 1_000
"""Chroma takes 5,461 records in one call, but lets no other thread run meanwhile: these take some 50 ms."""
LEAST_INDEX = {"hnsw": {"space": "l2", "ef_construction": 16, "max_neighbors": 4, "ef_search": 10}}
"""Searching is done by our own matrix, so Chroma's index is kept small: three times quicker to write. ``l2`` keeps the
vectors as they are (``cosine`` would normalise them again) and ranks unit vectors alike."""
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 60.0
SERVER_PORTS = {"http": 80, "https": 443}


class Kept(NamedTuple):
    """Everything that is kept for one model; row n of ``vectors`` belongs to the nth id."""

    ids: tuple[str, ...]
    digests: tuple[str, ...]
    vectors: NDArray[np.float32]


def collection_name(model: str) -> str:
    """A name Chroma allows, different for different models."""
    readable = re.sub(r"[^A-Za-z0-9]+", "-", model)[:32].strip("-")
    return f"vectors-{readable}-{sha256(model.encode('utf-8', 'replace')).hexdigest()[:16]}"


def refused(error: BaseException) -> bool:
    """Whether Chroma refuses what it was given, rather than being broken itself."""
    return type(error).__name__ in {"InvalidArgumentError", "InvalidDimensionException"}


def embedded(path: Path) -> Callable[[], Client]:
    """Opens Chroma in ``path``."""

    def open_it() -> Client:
        import chromadb  # noqa: PLC0415 – late, as told above
        from chromadb.config import Settings  # noqa: PLC0415 – likewise

        settings = Settings(anonymized_telemetry=False)
        return cast("Client", chromadb.PersistentClient(path=str(path), settings=settings))

    return open_it


def served(url: str) -> Callable[[], Client]:
    """Connects to the Chroma server at ``url``."""

    def open_it() -> Client:
        import chromadb  # noqa: PLC0415 – late, as told above
        from chromadb.config import Settings  # noqa: PLC0415 – likewise

        address = urlsplit(url)
        host, port = address.hostname or "", address.port or SERVER_PORTS[address.scheme]
        # Chroma's own connection has no time limit, not even for connecting.
        socket.create_connection((host, port), timeout=CONNECT_SECONDS).close()
        secure = address.scheme == "https"
        opened = chromadb.HttpClient(host=host, port=port, ssl=secure, settings=Settings(anonymized_telemetry=False))
        for session in _sessions_of(opened):
            session.timeout = ANSWER_SECONDS
        return cast("Client", opened)

    return open_it


def _sessions_of(client: object) -> list[Any]:
    """The connections that Chroma neither limits in time nor closes: one for data, one for its own questions."""
    owners = (client, getattr(client, "_admin_client", None))
    sessions = (getattr(getattr(owner, "_server", None), "_session", None) for owner in owners)
    return [session for session in sessions if session is not None]


class ChromaClient:
    """Blocking calls. The client is opened by the first of them."""

    def __init__(self, opener: Callable[[], Client]) -> None:
        self._opener = opener
        self._client: Client | None = None

    def put(self, model: str, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store or replace."""
        collection = self._opened().get_or_create_collection(
            collection_name(model),
            configuration=cast("Any", LEAST_INDEX),
            metadata={"model": model},
            embedding_function=None,
        )
        for start in range(0, len(ids), WRITTEN_AT_ONCE):
            part = slice(start, start + WRITTEN_AT_ONCE)
            collection.upsert(
                ids=list(ids[part]),
                embeddings=vectors[part],
                metadatas=[{"digest": digest} for digest in digests[part]],
            )

    def holds(self, model: str) -> bool:
        """Whether anything is kept for ``model``."""
        collection = self._collection(model)
        return collection is not None and collection.count() > 0

    def digests(self, model: str) -> dict[str, str]:
        """Id to digest of everything kept for ``model``."""
        return {
            item_id: str(facts["digest"])
            for page in self._pages(model, ["metadatas"])
            for item_id, facts in zip(page["ids"], page["metadatas"], strict=True)
        }

    def everything(self, model: str) -> Kept:
        """All that is kept for ``model``."""
        pages = list(self._pages(model, ["metadatas", "embeddings"]))
        parts = [np.asarray(page["embeddings"], np.float32) for page in pages]
        return Kept(
            tuple(item_id for page in pages for item_id in page["ids"]),
            tuple(str(facts["digest"]) for page in pages for facts in page["metadatas"]),
            np.concatenate(parts) if parts else np.zeros((0, 0), np.float32),
        )

    def forget(self, model: str, ids: Sequence[str] | None) -> None:
        """Remove some, or the whole collection when ``ids`` is None."""
        collection = self._collection(model)
        if collection is None:
            return
        if ids is None:
            self._opened().delete_collection(collection.name)
            return
        for start in range(0, len(ids), WRITTEN_AT_ONCE):
            collection.delete(ids=list(ids[start : start + WRITTEN_AT_ONCE]))

    def close(self) -> None:
        """Let go of the files; the next call opens them again."""
        client, self._client = self._client, None
        if client is None:
            return
        sessions = _sessions_of(client)
        client.close()
        for session in sessions:
            session.close()

    def abandon(self) -> None:
        """Close as well as a broken client can be closed, and forget it."""
        from chromadb.api.shared_system_client import SharedSystemClient  # noqa: PLC0415 – late, as told above

        try:
            self.close()
        finally:
            # Chroma remembers also what failed to start, and would give that to the next who asks.
            SharedSystemClient.clear_system_cache()

    def _opened(self) -> Client:
        if self._client is None:
            self._client = self._opener()
        return self._client

    def _collection(self, model: str) -> Collection | None:
        client = self._opened()
        from chromadb.errors import NotFoundError  # noqa: PLC0415 – late, as told above

        try:
            return client.get_collection(collection_name(model), embedding_function=None)
        except NotFoundError:
            return None

    def _pages(self, model: str, include: list[str]) -> Iterator[Any]:
        collection = self._collection(model)
        if collection is None:
            return
        for start in count(step=READ_AT_ONCE):
            page = collection.get(limit=READ_AT_ONCE, offset=start, include=cast("Any", include))
            if page["ids"]:
                yield page
            if len(page["ids"]) < READ_AT_ONCE:
                return
