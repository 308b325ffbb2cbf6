"""Every implementation of a port, one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from adapters.storage import open_storage
from adapters.storage.databases import open_engine
from adapters.storage.rows import Row
from adapters.vectors.chroma import open_vectors
from engine.ports.storage import Storage
from engine.ports.vectors import VectorStore
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors
from tests.contracts.facts import ANNA, BEN


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database, or its URL where there is a server."""
    return request.getfixturevalue("postgres_url") if request.param == "postgresql" else request.param


@pytest.fixture
async def storage(database: str, tmp_path: Path, sqlite_folder: Path) -> AsyncIterator[Storage]:
    """An empty storage."""
    if database == "sqlite":
        copytree(sqlite_folder, tmp_path, dirs_exist_ok=True)
    opened = await _opened(database, tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def peopled(storage: Storage) -> Storage:
    """A storage that knows Anna and Ben."""
    async with storage.unit() as unit:
        await unit.viewers.add(ANNA)
        await unit.viewers.add(BEN)
    return storage


async def _opened(database: str, data_dir: Path) -> Storage:
    if database == "memory":
        return MemoryStorage()
    if database == "sqlite":
        return await open_storage(None, data_dir)
    opened = await open_storage(database, data_dir)
    await empty(database)
    return opened


async def empty(url: str) -> None:
    """Every table of ours."""
    engine = open_engine(make_url(url), migrating=True)
    async with engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {', '.join(Row.metadata.tables)} CASCADE"))
    await engine.dispose()


@pytest.fixture(params=["memory", "chroma"])
async def vectors(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[VectorStore]:
    """An empty vector store."""
    opened = MemoryVectors() if request.param == "memory" else await open_vectors(None, tmp_path)
    yield opened
    await opened.close()
