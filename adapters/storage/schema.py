"""The database's schema: which version it has, which this code needs, and the way between."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.storage.connections import to_its_end
from adapters.storage.data_directory import DataDirectory
from adapters.storage.databases import WRITES, database_url, open_engine
from adapters.storage.failures import in_our_words
from engine.errors import Misconfigured

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

Answer = TypeVar("Answer")

POSTGRES_LOCK = 0x5EC0_11DA
"""Advisory lock: of several processes that start at once, one migrates."""


def migration_config() -> Config:
    """Alembic's configuration for our migrations, wherever the package is installed."""
    # Alembic takes a third of a second to import and is not needed where nothing is migrated.
    from alembic.config import Config  # noqa: PLC0415

    spec = find_spec("migrations")
    if spec is None or not spec.submodule_search_locations:
        raise Misconfigured("migrations-missing")
    config = Config()
    config.set_main_option("script_location", str(Path(spec.submodule_search_locations[0])).replace("%", "%%"))
    return config


def schema_version() -> str:
    """The revision that this code works with."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 – as above

    head = ScriptDirectory.from_config(migration_config()).get_current_head()
    if head is None:
        raise Misconfigured("migrations-missing")
    return head


async def current_version(url: str | None, data_dir: Path) -> str | None:
    """The revision of the database, None for an empty one."""
    directory = DataDirectory.hold(data_dir)
    try:
        return await _within(database_url(url, data_dir), _current, writes=False)
    finally:
        directory.let_go()


async def migrate(url: str | None, data_dir: Path, revision: str = "head") -> None:
    """Bring the database to ``revision``, forwards or backwards (``base``: empty). All of it or nothing.

    Raises Misconfigured when the database is newer than this code or in use by another process.
    """
    directory = DataDirectory.hold(data_dir)
    try:
        await bring_to(database_url(url, data_dir), revision)
    finally:
        directory.let_go()


async def bring_to(url: URL, revision: str) -> None:
    """As ``migrate``, for someone who holds the data directory."""
    await _within(url, lambda connection: _bring(connection, revision), writes=True)


async def _within(url: URL, work: Callable[[Connection], Answer], *, writes: bool) -> Answer:
    engine = open_engine(url, migrating=True)
    try:
        with in_our_words():
            return await to_its_end(_run(engine, work, writes=writes))
    finally:
        await engine.dispose()


async def _run(engine: AsyncEngine, work: Callable[[Connection], Answer], *, writes: bool) -> Answer:
    async with engine.connect() as connection:
        await connection.execution_options(**{WRITES: writes})
        async with connection.begin():
            return await connection.run_sync(work)


def _current(connection: Connection) -> str | None:
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 – as above

    return MigrationContext.configure(connection).get_current_revision()


def _bring(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 – as above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 – as above

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": POSTGRES_LOCK})
    config = migration_config()
    script = ScriptDirectory.from_config(config)
    current = _current(connection)
    known = {found.revision for found in script.walk_revisions()}
    if current is not None and current not in known:
        raise Misconfigured("database-newer", found=current, known=script.get_current_head() or "-")
    config.attributes["connection"] = connection
    if _is_behind(script, current, revision):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
    _check_references(connection)


def _is_behind(script: ScriptDirectory, current: str | None, revision: str) -> bool:
    """Whether ``revision`` is one that the database has left already."""
    if current is None or revision == "head":
        return False
    passed = {found.revision for found in script.iterate_revisions(current, "base")}
    return revision == "base" or revision in passed


def _check_references(connection: Connection) -> None:
    """SQLite does not watch foreign keys while tables are rebuilt, so they are looked at afterwards."""
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise Misconfigured("database-damaged")
