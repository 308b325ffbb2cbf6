"""Statements that run again and again give what they gave when SQLAlchemy ran them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects import sqlite

from adapters.storage import SqlStorage, open_storage
from adapters.storage.prepared import Preparing
from adapters.storage.rows import ItemRow, table_of
from adapters.storage.sqlite_connections import SqliteDatabase
from engine.errors import InvalidQuery
from tests.contracts.facts import ANNA, BEN, PARASITE, slate
from tests.contracts.test_letters import arrival, letter

SECOND = replace(PARASITE, id="movie:2", genres=(), titles={}, credits=(), added_at=None)
RUNS = range(3)
"""SQLAlchemy's, the first prepared one, and one more."""


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[SqlStorage]:
    opened = await open_storage(None, tmp_path)
    async with opened.unit() as unit:
        await unit.viewers.add(ANNA)
        await unit.items.upsert([PARASITE, SECOND])
    yield opened
    await opened.close()


async def test_titles_are_the_same_in_every_run_however_many_are_asked_for(storage: SqlStorage) -> None:
    for wanted in ([], ["movie:1"], ["movie:2", "movie:1"], ["movie:1", "nothing", "movie:2"]):
        expected = {one.id: one for one in (PARASITE, SECOND) if one.id in wanted}
        for _ in RUNS:
            async with storage.unit() as unit:
                assert await unit.items.get_many(wanted) == expected


async def test_people_and_what_was_shown_to_them_are_the_same_in_every_run(storage: SqlStorage) -> None:
    shown = slate("shown")
    for _ in RUNS:
        async with storage.unit() as unit:
            await unit.slates.add(shown)
            assert await unit.viewers.get(ANNA.id) == ANNA
            assert await unit.viewers.get(BEN.id) is None
            assert await unit.slates.get(shown.id) == shown
            assert await unit.slates.latest(ANNA.id, shown.query.place) == shown
            assert await unit.interactions.count(ANNA.id) == 0


async def test_only_updates_that_are_new_are_given_back_in_every_run(storage: SqlStorage) -> None:
    for run in RUNS:
        async with storage.unit() as unit:
            fresh = await unit.inbox.add([arrival(10 * run + number) for number in (1, 2)])
            again = await unit.inbox.add([arrival(100 + run, update=arrival(10 * run + 1).update_id)])
        assert (fresh, again) == ({10 * run + 1, 10 * run + 2}, frozenset())
    async with storage.unit() as unit:
        assert [one.number for one in await unit.inbox.waiting()] == [1, 2, 11, 12, 21, 22]
        await unit.inbox.done([1, 11, 22])
        assert [one.number for one in await unit.inbox.waiting()] == [2, 12, 21]


async def test_letters_change_and_go_in_every_run(storage: SqlStorage) -> None:
    for number in RUNS:
        async with storage.unit() as unit:
            await unit.outbox.put([letter(number), letter(number + 10)])
            await unit.outbox.put_written({number: ["one", "two"]})
            await unit.outbox.done([number + 10])
    async with storage.unit() as unit:
        assert [(one.number, one.written) for one in await unit.outbox.waiting(-1)] == [
            (number, ("one", "two")) for number in RUNS
        ]


async def test_what_a_prepared_statement_may_not_do_is_told_in_our_words_and_leaves_nothing(
    storage: SqlStorage,
) -> None:
    for number in (1, 2, 3):
        async with storage.unit() as unit:
            await unit.inbox.add([arrival(number)])
    with pytest.raises(InvalidQuery, match="exists-already"):  # noqa: PT012 - the unit is what is tested
        async with storage.unit() as unit:
            await unit.values.put("half", "written")
            await unit.inbox.add([replace(arrival(3), update_id="another")])
    async with storage.unit() as unit:
        assert await unit.values.get("half") is None
        assert len(await unit.inbox.waiting()) == 3


async def test_a_connection_is_used_again_and_begins_with_nothing(storage: SqlStorage) -> None:
    database = cast(SqliteDatabase, storage._database)  # type: ignore[attr-defined] - a SQLite database
    with pytest.raises(ZeroDivisionError):
        async with storage.unit() as unit:
            await unit.values.put("a", str(1 / 0))
    for _ in range(20):
        async with storage.unit() as unit:
            assert await unit.values.get("a") is None
    assert database.engine.pool.status().count("Connections in pool: 0")
    connection = database.take()
    assert not connection.connection.dbapi_connection.in_transaction  # type: ignore[union-attr] - it is open
    database.give_back(connection, sound=True)


def test_a_statement_is_prepared_from_its_second_run_on_and_one_made_for_a_run_never() -> None:
    preparing = Preparing(sqlite.dialect())
    columns = table_of(ItemRow).c
    by_id, among = columns.id == bindparam("id"), columns.id.in_(bindparam("ids", expanding=True))
    one, several = select(columns.title).where(by_id), select(columns.id, columns.genres).where(among)
    assert preparing.prepared(one, {"id": "x"}) is None
    first = preparing.prepared(one, {"id": "x"})
    assert first is not None
    assert preparing.prepared(one, {"id": "y"}) is first
    assert preparing.prepared(several, {"ids": ["x"]}) is None
    assert all(preparing.prepared(select(columns.title), {}) is None for _ in RUNS)
    assert all(preparing.prepared(text("SELECT 1"), {}) is None for _ in RUNS)


async def test_what_was_made_of_a_row_is_made_anew_once_the_row_is_another(storage: SqlStorage) -> None:
    for run in RUNS:
        changed = replace(PARASITE, title=f"Parasite {run}", library_ids=frozenset({f"library {run}"}))
        person = replace(ANNA, name=f"Anna {run}")
        async with storage.unit() as unit:
            await unit.items.upsert([changed])
            await unit.viewers.update(person)
            await unit.viewers.set_access(ANNA.id, [f"library {run}"] if run else [])
        for _ in RUNS:
            async with storage.unit() as unit:
                assert await unit.items.get_many([PARASITE.id]) == {PARASITE.id: changed}
                found = await unit.viewers.get(ANNA.id)
                assert found == replace(person, library_ids=frozenset({f"library {run}"} if run else ()))
