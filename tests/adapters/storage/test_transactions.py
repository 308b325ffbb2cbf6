"""What SQLite and PostgreSQL do under pressure."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import StatementError

from adapters.storage import SqlStorage, open_storage
from adapters.storage import transaction as transactions
from adapters.storage.databases import database_url, open_engine
from adapters.storage.rows import Row
from adapters.storage.sqlite_connections import IN_PLACE, THREADS, SqliteDatabase
from engine.domain.interactions import Hiding
from engine.domain.records import Identity, ImportJob, ImportState, JournalEntry, LoginCode, WebSession
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery, Misconfigured, SourceUnavailable
from tests.contracts.facts import ANNA, BEN, HOUR, NOON, PARASITE, slate, watch

pytestmark = pytest.mark.untraced


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[SqlStorage]:
    opened = await open_storage(None, tmp_path)
    async with opened.unit() as unit:
        await unit.viewers.add(ANNA)
    yield opened
    await opened.close()


async def values_of(storage: SqlStorage) -> dict[str, str | None]:
    async with storage.unit() as unit:
        return {name: await unit.values.get(name) for name in ("a", "b", "c")}


async def test_a_unit_that_has_read_may_still_write_after_others_did(sqlite: SqlStorage) -> None:
    async with sqlite.unit() as slow:
        assert await slow.values.get("a") is None
        async with sqlite.unit() as quick:
            await quick.values.put("a", "quick")
        await slow.values.put("b", "slow")
        assert await slow.values.get("a") == "quick"
    assert await values_of(sqlite) == {"a": "quick", "b": "slow", "c": None}


async def test_readers_do_not_wait_for_a_writer_and_see_what_was_committed(sqlite: SqlStorage) -> None:
    async with sqlite.unit() as writer:
        await writer.values.put("a", "not yet")
        async with asyncio.timeout(2):
            assert (await values_of(sqlite))["a"] is None
    assert (await values_of(sqlite))["a"] == "not yet"


async def test_writing_within_a_unit_that_writes_is_an_error_and_not_a_standstill(sqlite: SqlStorage) -> None:
    async with sqlite.unit() as outer:
        await outer.values.put("a", "outer")
        with pytest.raises(RuntimeError, match="inside another"):
            async with sqlite.unit() as inner:
                await inner.values.put("b", "inner")
    assert await values_of(sqlite) == {"a": "outer", "b": None, "c": None}


async def test_a_writer_that_waits_too_long_is_told_that_the_database_is_busy(
    sqlite: SqlStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "TURN_SECONDS", 0.05)

    async def write() -> None:
        async with sqlite.unit() as unit:
            await unit.values.put("b", "late")

    async with sqlite.unit() as unit:
        await unit.values.put("a", "first")
        with pytest.raises(SourceUnavailable, match="database-busy"):
            await asyncio.create_task(write())
    await write()
    assert await values_of(sqlite) == {"a": "first", "b": "late", "c": None}


async def test_a_writer_that_is_cancelled_while_it_waits_holds_up_nobody(sqlite: SqlStorage) -> None:
    async def write(name: str) -> None:
        async with sqlite.unit() as unit:
            await unit.values.put(name, "x")

    async with sqlite.unit() as unit:
        await unit.values.put("a", "first")
        waiting = asyncio.create_task(write("b"))
        patient = asyncio.create_task(write("c"))
        await asyncio.sleep(0.05)
        waiting.cancel()
    await patient
    assert await values_of(sqlite) == {"a": "first", "b": None, "c": "x"}


async def test_cancelling_in_the_middle_of_a_statement_undoes_it_and_spares_the_connection(sqlite: SqlStorage) -> None:
    facts = [watch(number) for number in range(20_000)]
    for delay in (0.0, 0.01, 0.05, 0.1):
        committing = asyncio.Event()

        async def write(committing: asyncio.Event = committing) -> None:
            async with sqlite.unit() as unit:
                await unit.interactions.add(facts)
                committing.set()

        task = asyncio.create_task(write())
        await asyncio.sleep(delay)
        assert not committing.is_set()
        task.cancel()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with asyncio.timeout(5), sqlite.unit() as unit:
            assert await unit.interactions.count() == 0
            await unit.values.put("a", str(delay))


async def test_another_process_that_writes_is_waited_for(sqlite: SqlStorage, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "recommendarr.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO value VALUES ('a', 'other')")

    async def write() -> None:
        async with sqlite.unit() as unit:
            await unit.values.put("b", "ours")

    task = asyncio.create_task(write())
    await asyncio.sleep(0.2)
    assert not task.done()
    other.execute("COMMIT")
    other.close()
    await task
    assert await values_of(sqlite) == {"a": "other", "b": "ours", "c": None}


async def test_a_full_disk_is_told_and_nothing_half_written_stays(sqlite: SqlStorage) -> None:
    async with sqlite.unit() as unit:
        await unit.values.put("a", "before")
    engine = sqlite._database.engine  # type: ignore[attr-defined] - a SQLite database has one
    engine.dispose()

    def fill_disk(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA max_page_count = 80")
        cursor.close()

    event.listen(engine, "connect", fill_disk)
    with pytest.raises(SourceUnavailable) as failed:  # noqa: PT012 – the unit is what is tested
        async with sqlite.unit() as unit:
            await unit.values.put("b", "during")
            await unit.interactions.add([watch(number) for number in range(5_000)])
    assert failed.value.key == "disk-full"
    assert await values_of(sqlite) == {"a": "before", "b": None, "c": None}
    async with sqlite.unit() as unit:
        assert await unit.interactions.count() == 0


async def test_a_database_that_breaks_while_it_is_used_is_reported(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    async with storage.unit() as unit:
        await unit.items.upsert([PARASITE])
    storage._database.engine.dispose()  # type: ignore[attr-defined] - a SQLite database has one
    broken = tmp_path / "recommendarr.db"
    broken.write_bytes(b"\xff" * broken.stat().st_size)
    with pytest.raises(Misconfigured, match="database-damaged"):
        async with storage.unit() as unit:
            await unit.items.count()
    await storage.close()


async def test_a_value_the_database_cannot_take_stays_the_caller_s_error(sqlite: SqlStorage) -> None:
    endless = ImportJob("job", "csv", ImportState.RUNNING, NOON, rows=2**70)
    with pytest.raises(OverflowError):
        async with sqlite.unit() as unit:
            await unit.import_jobs.put(endless)
    with pytest.raises(StatementError, match="time zone"):
        async with sqlite.unit() as unit:
            await unit.hidings.of_viewer("anna", NOON.replace(tzinfo=None))
    async with sqlite.unit() as unit:
        assert await unit.import_jobs.get("job") is None


async def test_facts_of_an_unknown_viewer_are_refused(sqlite: SqlStorage) -> None:
    with pytest.raises(InvalidQuery, match="unknown-viewer"):
        async with sqlite.unit() as unit:
            await unit.interactions.add([watch(1, viewer=BEN)])


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "sqlite" else request.getfixturevalue("postgres_url")


async def test_with_a_person_goes_every_row_that_names_them(url: str | None, tmp_path: Path) -> None:
    secret = Viewer("person-4711", "Person 4711", library_ids=frozenset({"films"}))
    storage = await open_storage(url, tmp_path)
    async with storage.unit() as unit:
        await unit.viewers.add(secret)
        await unit.viewers.link(Identity("telegram", "4711", secret.id))
        await unit.interactions.add([watch(1, viewer=secret)])
        await unit.hidings.put(Hiding(secret.id, "movie:1", NOON, NOON + HOUR))
        await unit.slates.add(slate("s4711", viewer=secret))
        await unit.watchlists.add_item(secret.id, "list 4711", "movie:1", NOON)
        await unit.access.add_code(LoginCode("c4711", secret.id, NOON))
        await unit.access.add_session(WebSession("w4711", secret.id, NOON))
        await unit.journal.add(JournalEntry("j4711", secret.id, "rate", NOON))
    engine = open_engine(database_url(url, tmp_path))
    async with engine.begin() as connection:
        assert await rows_naming(connection, "4711") == 10
        await connection.execute(text("DELETE FROM viewer WHERE id = 'person-4711'"))
        assert await rows_naming(connection, "4711") == 0
        assert await connection.scalar(text("SELECT count(*) FROM watchlist_item")) == 0
    await engine.dispose()
    await storage.close()


async def rows_naming(connection: object, name: str) -> int:
    found = 0
    for table in Row.metadata.sorted_tables:
        rows = await connection.execute(table.select())  # type: ignore[attr-defined]
        found += sum(name in str(row) for row in rows)
    return found


async def hang_up(storage: SqlStorage) -> None:
    """End all other connections to the database, as a server that restarts does."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    async with storage._database.engine.connect() as connection:  # type: ignore[attr-defined] - as above
        await connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))


async def test_a_postgresql_that_goes_away_between_units_is_found_again(postgres_url: str, tmp_path: Path) -> None:
    storage = await open_storage(postgres_url, tmp_path)
    async with storage.unit() as unit, storage.unit() as other:
        await unit.values.put("a", "1")
        await other.values.get("a")
    await hang_up(storage)
    for _ in range(3):
        async with storage.unit() as unit:
            assert await unit.values.get("a") == "1"
    await storage.close()


async def test_a_postgresql_that_goes_away_within_a_unit_is_a_matter_of_time(postgres_url: str, tmp_path: Path) -> None:
    storage = await open_storage(postgres_url, tmp_path)
    with pytest.raises(SourceUnavailable, match="database-unreachable"):  # noqa: PT012 – the unit is what is tested
        async with storage.unit() as unit:
            await unit.values.put("gone", "1")
            await hang_up(storage)
            await unit.values.put("gone", "2")
    async with storage.unit() as unit:
        assert await unit.values.get("gone") is None
    await storage.close()


async def test_a_few_rows_are_read_in_place_while_all_threads_are_busy(sqlite: SqlStorage) -> None:
    database, busy = cast("SqliteDatabase", vars(sqlite)["_database"]), threading.Event()
    waiting = [asyncio.ensure_future(database.within(busy.wait)) for _ in range(THREADS)]
    try:
        async with asyncio.timeout(20), sqlite.unit() as unit:
            assert await unit.viewers.get(ANNA.id) is not None
            assert await unit.values.get("a") is None
    finally:
        busy.set()
        await asyncio.gather(*waiting)


async def test_more_units_may_read_at_the_same_time_than_there_are_connections_at_hand(sqlite: SqlStorage) -> None:
    ready, go = asyncio.Semaphore(0), asyncio.Event()

    async def read() -> None:
        async with sqlite.unit() as unit:
            assert await unit.values.get("a") is None
            ready.release()
            await go.wait()
            assert await unit.values.get("a") is None  # still of the moment when it began

    reading = [asyncio.ensure_future(read()) for _ in range(3 * IN_PLACE)]
    async with asyncio.timeout(20):
        for _ in reading:
            await ready.acquire()
        async with sqlite.unit() as unit:
            await unit.values.put("a", "1")
        go.set()
        await asyncio.gather(*reading)
    assert (await values_of(sqlite))["a"] == "1"


async def test_what_need_not_last_is_there_at_once_and_the_next_unit_waits_for_the_disk_again(
    sqlite: SqlStorage,
) -> None:
    database = cast("SqliteDatabase", vars(sqlite)["_database"])

    def waits_for_disk() -> bool:
        connection = database.take()
        (level,) = connection.connection.dbapi_connection.execute("PRAGMA synchronous").fetchone()  # type: ignore[union-attr] - it is open
        database.give_back(connection, sound=True)
        return level == 2

    for name in ("a", "b"):
        async with sqlite.unit(lasting=False) as unit:
            await unit.values.put(name, name)
        assert waits_for_disk()

    async def taken_back() -> None:
        async with sqlite.unit(lasting=False) as unit:
            await unit.values.put("c", "c")
            raise ValueError("taken back")

    with pytest.raises(ValueError, match="taken back"):
        await taken_back()
    assert waits_for_disk()
    assert await values_of(sqlite) == {"a": "a", "b": "b", "c": None}
