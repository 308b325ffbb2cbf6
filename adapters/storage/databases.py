"""Opens the two databases so that they behave alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool, QueuePool

from adapters.storage.connections import Database, PostgresDatabase
from adapters.storage.sqlite_connections import SqliteDatabase
from engine.errors import Misconfigured

FILE_NAME = "recommendarr.db"
BUSY_SECONDS = 30.0
"""How long SQLite waits for another process's lock."""
ANSWER_SECONDS = 60.0
"""How long PostgreSQL may take for one statement."""
CONNECT_SECONDS = 10.0
KEPT_CONNECTIONS, MORE_CONNECTIONS = 16, 200
"""Connections to SQLite that are kept open. More are opened while they are needed: readers wait for nobody."""
# Without an isolation level the driver leaves transactions to us, and schema changes are part of them.
_CONNECTING = {"timeout": BUSY_SECONDS, "isolation_level": None}
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


def open_database(url: URL) -> Database:
    """What units of work connect to."""
    if url.get_backend_name() != "sqlite":
        return PostgresDatabase(open_engine(url))
    # Rolled back by whoever ends a transaction, so not once more for every connection that is given back.
    pooling = {"pool_size": KEPT_CONNECTIONS, "max_overflow": MORE_CONNECTIONS, "pool_reset_on_return": None}
    connecting = {**_CONNECTING, "check_same_thread": False}
    engine = create_engine(url.set(drivername="sqlite"), poolclass=QueuePool, connect_args=connecting, **pooling)
    event.listen(engine, "connect", _prepared(foreign_keys=True))
    return SqliteDatabase(engine)


def _open_sqlite(url: URL, pooling: Mapping[str, Any], *, foreign_keys: bool) -> AsyncEngine:
    opened = create_async_engine(url, connect_args=_CONNECTING, **pooling)

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(opened.sync_engine, "connect", _prepared(foreign_keys=foreign_keys))
    event.listen(opened.sync_engine, "begin", begin)
    return opened


def _prepared(*, foreign_keys: bool) -> Callable[[Any, object], None]:
    pragmas = ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 – the driver's connection has no public type
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return prepare
