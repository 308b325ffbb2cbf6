"""Inserts that mind what is there already, in both databases' dialects."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from adapters.storage.rows import Row, table_of


def _insert(row: type[Row], dialect: str) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table_of(row)) if dialect == "postgresql" else sqlite.insert(table_of(row))


def insert_new(row: type[Row], dialect: str) -> Insert:
    """An insert that passes over rows whose key exists."""
    return _passing_over(row, dialect)  # pyright: ignore[reportArgumentType] - a class can be hashed, whatever its rows can


def put(row: type[Row], dialect: str, *, key: tuple[str, ...] = (), set_: Mapping[str, object] | None = None) -> Insert:
    """An insert that, where the ``key`` exists, replaces the row or does what ``set_`` says.

    The primary key is looked at where no ``key`` is given.
    """
    if set_ is None:
        return _replacing(row, dialect, key)  # pyright: ignore[reportArgumentType] - a class can be hashed, whatever its rows can
    return _insert(row, dialect).on_conflict_do_update(index_elements=list(_keys(row, key)), set_=set_)


@cache
def _passing_over(row: type[Row], dialect: str) -> Insert:
    return _insert(row, dialect).on_conflict_do_nothing()


@cache
def _replacing(row: type[Row], dialect: str, key: tuple[str, ...]) -> Insert:
    """Always the same for a table, so it is made once: that takes longer than running it."""
    statement, keys = _insert(row, dialect), _keys(row, key)
    columns = [column for column in table_of(row).columns if column.name not in keys and not column.primary_key]
    replaced = {column.name: statement.excluded[column.name] for column in columns}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=replaced)


def _keys(row: type[Row], key: tuple[str, ...]) -> tuple[str, ...]:
    return key or tuple(column.name for column in table_of(row).primary_key)
