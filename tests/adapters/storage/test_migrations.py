"""Migrations forwards and backwards, with data in them, on both databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from adapters.storage import current_version, migrate, schema_version
from adapters.storage.databases import database_url, open_engine
from adapters.storage.rows import Row
from adapters.storage.schema import migration_config

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).resolve().parents[3]
REVISIONS = [script.revision for script in ScriptDirectory.from_config(migration_config()).walk_revisions()][::-1]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "sqlite" else request.getfixturevalue("postgres_url")


async def within(url: str | None, data_dir: Path, work: Callable[[Connection], Any]) -> Any:
    engine = open_engine(database_url(url, data_dir), migrating=True)
    async with engine.begin() as connection:
        found = await connection.run_sync(work)
    await engine.dispose()
    return found


def tables_of(connection: Connection) -> list[sa.Table]:
    metadata = sa.MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def fill(connection: Connection) -> None:
    """A row in every table that is empty, every column with something in it."""
    for table in tables_of(connection):
        if connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 0:
            connection.execute(table.insert(), {column.name: sample(column) for column in table.columns})


def sample(column: sa.Column[Any]) -> object:
    kind = column.type.python_type
    if kind is str:
        # All references lead to rows made the same way.
        return "1"
    return {int: 1, float: 0.5, bool: True}.get(kind, datetime(2026, 3, 14, tzinfo=UTC))


def contents(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {t.name: [tuple(row) for row in connection.execute(sa.select(t))] for t in tables_of(connection)}


async def test_every_revision_goes_up_and_down_and_up_with_data_in_it(url: str | None, tmp_path: Path) -> None:
    await migrate(url, tmp_path, "base")
    for revision in REVISIONS:
        await migrate(url, tmp_path, revision)
        assert await current_version(url, tmp_path) == revision
        await within(url, tmp_path, fill)
        before = ScriptDirectory.from_config(migration_config()).get_revision(revision).down_revision or "base"
        assert isinstance(before, str)
        await migrate(url, tmp_path, before)
        await migrate(url, tmp_path, revision)
        await within(url, tmp_path, fill)
    full = await within(url, tmp_path, contents)
    assert all(full.values())
    await migrate(url, tmp_path)
    assert await within(url, tmp_path, contents) == full
    await migrate(url, tmp_path, "base")
    assert await within(url, tmp_path, contents) == {}
    assert await current_version(url, tmp_path) is None


async def test_the_age_of_facts_is_that_of_the_answers_that_are_kept(url: str | None, tmp_path: Path) -> None:
    early, late = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)
    heard = [
        ("tmdb:movie/1:en", early),
        ("tmdb:movie/1:de,en", late),
        ("tmdb:tv/2:", early),
        ("tmdb:search/tv:1", late),
    ]
    looked_up = {"movie:1": 5, "tv:1": 5, "anime:2": 5, "tv:2": None, "movie:2": 5}

    def write(connection: Connection) -> None:
        known = {table.name: table for table in tables_of(connection)}
        bodies, item = known["metadata_body"], known["item"]
        connection.execute(bodies.insert(), [{"key": key, "at": at, "body": "{}"} for key, at in heard])
        for key, votes in looked_up.items():
            values = {column.name: sample(column) for column in item.columns}
            connection.execute(item.insert(), values | {"id": key, "vote_count": votes})

    await migrate(url, tmp_path, "base")
    await migrate(url, tmp_path, "0006")
    await within(url, tmp_path, write)
    await migrate(url, tmp_path, "0007")
    dated = {key: str(at)[:10] for key, at in (await within(url, tmp_path, contents))["facts_read"]}
    assert dated == {"movie:1": "2026-03-04", "anime:2": "2026-01-02"}
    await migrate(url, tmp_path, "base")


async def test_models_and_migrations_agree(url: str | None, tmp_path: Path) -> None:
    await migrate(url, tmp_path)

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return compare_metadata(context, Row.metadata)

    assert await within(url, tmp_path, differences) == []


async def test_a_migration_that_fails_changes_nothing(url: str | None, tmp_path: Path) -> None:
    await migrate(url, tmp_path, "base")
    await within(url, tmp_path, lambda connection: connection.execute(sa.text("CREATE TABLE watchlist (x INTEGER)")))
    with pytest.raises(sa.exc.SQLAlchemyError):
        await migrate(url, tmp_path)
    assert set(await within(url, tmp_path, contents)) == {"watchlist"}
    assert await current_version(url, tmp_path) is None
    await within(url, tmp_path, lambda connection: connection.execute(sa.text("DROP TABLE watchlist")))


async def test_there_is_one_newest_revision() -> None:
    assert schema_version() == REVISIONS[-1]


def test_migrating_works_from_any_working_directory(tmp_path: Path) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import asyncio; from pathlib import Path; from adapters.storage import migrate, current_version\n"
        "asyncio.run(migrate(None, Path('data'))); print(asyncio.run(current_version(None, Path('data'))))"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == schema_version()
    assert (tmp_path / "data" / "recommendarr.db").exists()


def test_a_revision_made_by_the_command_line_has_nothing_to_say(tmp_path: Path) -> None:
    address = f"url=sqlite+aiosqlite:///{tmp_path}/x.db"
    alembic = [sys.executable, "-m", "alembic", "-c", str(ROOT / "migrations" / "alembic.ini"), "-x", address]
    subprocess.run([*alembic, "upgrade", "head"], cwd=tmp_path, capture_output=True, check=True)
    ran = subprocess.run([*alembic, "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
