"""Opens the two databases so that they behave alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from engine.errors import Misconfigured

FILE_NAME = "recommendarr.db"
BUSY_SECONDS = 30.0
"""How long SQLite waits for another process's lock."""
ANSWER_SECONDS = 60.0
"""How long PostgreSQL may take for one statement."""
CONNECT_SECONDS = 10.0
WRITES = "writes"
"""Execution option: the transaction that begins is going to write."""


def database_url(url: str | None, data_dir: Path) -> URL:
    """The URL with our driver; SQLite in ``data_dir`` where none is given. Raises Misconfigured."""
    if url is None:
        return URL.create("sqlite+aiosqlite", database=str((data_dir / FILE_NAME).absolute()))
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Misconfigured("database-url-invalid") from error
    kind = parsed.drivername.partition("+")[0]
    if kind in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+asyncpg")
    if kind == "sqlite" and parsed.database not in {None, "", ":memory:"}:
        return parsed.set(drivername="sqlite+aiosqlite")
    raise Misconfigured("database-url-invalid")


def open_engine(url: URL, *, migrating: bool = False) -> AsyncEngine:
    """An engine for ``url``. While ``migrating``, SQLite does not watch foreign keys, since tables are rebuilt."""
    pooling: dict[str, Any] = {"poolclass": NullPool} if migrating else {}
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url, pooling, foreign_keys=not migrating)
    answer_seconds = None if migrating else ANSWER_SECONDS
    connecting = {"timeout": CONNECT_SECONDS, "command_timeout": answer_seconds}
    if not migrating:
        pooling = {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10}
    try:
        return create_async_engine(url, connect_args=connecting, **pooling)
    except ImportError as error:
        raise Misconfigured("postgres-driver-missing") from error


def _open_sqlite(url: URL, pooling: Mapping[str, Any], *, foreign_keys: bool) -> AsyncEngine:
    # Without an isolation level the driver leaves transactions to us, and schema changes are part of them.
    connecting = {"timeout": BUSY_SECONDS, "isolation_level": None}
    opened = create_async_engine(url, connect_args=connecting, **pooling)
    pragmas = ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 – the driver's connection has no public type
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(opened.sync_engine, "connect", prepare)
    event.listen(opened.sync_engine, "begin", begin)
    return opened
