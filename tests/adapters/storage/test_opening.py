"""Opening the storage, and the plain words when it cannot be opened."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from adapters.storage import current_version, migrate, open_storage, schema_version
from adapters.storage.data_directory import _not_writable
from engine.errors import Misconfigured, SourceUnavailable

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import asyncio, sys
from pathlib import Path
from adapters.storage import open_storage
async def hold():
    await open_storage(None, Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.read()
asyncio.run(hold())
"""


def holder(data_dir: Path) -> subprocess.Popen[bytes]:
    """Another process that holds ``data_dir``."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data_dir)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"open\n"
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


async def refusal(url: str | None, data_dir: Path) -> Misconfigured:
    with pytest.raises(Misconfigured) as refused:
        await open_storage(url, data_dir)
    return refused.value


async def test_the_data_directory_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path / "new" / "data")
    await storage.close()
    assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700
    assert (tmp_path / "new" / "data" / "recommendarr.db").exists()


async def test_a_data_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = await refusal(None, tmp_path / "file" / "data")
    assert error.key == "data-dir-not-writable"
    assert str(tmp_path / "file" / "data") in str(error.arguments["path"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_directory_without_write_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Misconfigured, match="data-dir-not-writable"):
        asyncio.run(open_storage(None, tmp_path))
    tmp_path.chmod(0o700)


def test_a_full_disk_is_not_mistaken_for_a_missing_permission(tmp_path: Path) -> None:
    told = _not_writable(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert (type(told), told.key) == (SourceUnavailable, "disk-full")


async def test_a_second_process_is_told_which_one_holds_the_directory(tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        error = await refusal(None, tmp_path)
        assert (error.key, error.arguments["pid"]) == ("data-dir-in-use", str(process.pid))
        with pytest.raises(Misconfigured, match="data-dir-in-use"):
            await migrate(None, tmp_path)
    finally:
        end(process)
    storage = await open_storage(None, tmp_path)
    await storage.close()


async def test_the_directory_is_free_again_after_closing_twice(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    assert (await refusal(None, tmp_path)).arguments["pid"] == str(os.getpid())
    await storage.close()
    await storage.close()
    again = await open_storage(None, tmp_path)
    await again.close()


async def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    await migrate(None, tmp_path)
    database = sqlite3.connect(tmp_path / "recommendarr.db")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    error = await refusal(None, tmp_path)
    assert error.key == "database-newer"
    assert error.arguments == {"found": "9999", "known": schema_version()}
    assert await current_version(None, tmp_path) == "9999"


async def test_a_damaged_database_is_reported_and_not_overwritten(tmp_path: Path) -> None:
    garbage = b"this is not a database" * 1000
    (tmp_path / "recommendarr.db").write_bytes(garbage)
    assert (await refusal(None, tmp_path)).key == "database-damaged"
    assert (tmp_path / "recommendarr.db").read_bytes() == garbage


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://u:secret@host/db", "sqlite://", "sqlite:///:memory:", "postgresql://h:port/db"]
)
async def test_a_url_that_names_no_database_of_ours_is_refused_without_its_password(url: str, tmp_path: Path) -> None:
    error = await refusal(url, tmp_path)
    assert error.key == "database-url-invalid"
    assert "secret" not in str(error)


async def test_sqlite_may_live_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    storage = await open_storage(f"sqlite:///{elsewhere}", tmp_path / "data")
    await storage.close()
    assert elsewhere.exists()


async def test_a_sqlite_file_in_a_missing_folder_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailable, match="database-unreachable"):
        await open_storage(f"sqlite:///{tmp_path}/missing/x.db", tmp_path / "data")


async def test_an_unreachable_postgresql_is_a_matter_of_time(tmp_path: Path, unused_tcp_port: int) -> None:
    for _ in range(2):  # the directory was let go
        with pytest.raises(SourceUnavailable) as failed:
            await open_storage(f"postgres://user:secret@127.0.0.1:{unused_tcp_port}/db", tmp_path)
        assert failed.value.key == "database-unreachable"
        assert failed.value.retry_after


async def test_a_postgresql_that_refuses_us_is_for_the_operator(postgres_url: str, tmp_path: Path) -> None:
    missing = make_url(postgres_url).set(database="missing").render_as_string(hide_password=False)
    error = await refusal(missing, tmp_path)
    assert (error.key, error.arguments["code"]) == ("database-refused", "3D000")


async def test_replicas_that_start_at_once_migrate_postgresql_once(postgres_url: str, tmp_path: Path) -> None:
    plain = postgres_url.replace("+asyncpg", "")
    opened = await asyncio.gather(*(open_storage(plain, tmp_path / str(number)) for number in range(3)))
    for storage in opened:
        await storage.close()
    assert await current_version(plain, tmp_path) == schema_version()
