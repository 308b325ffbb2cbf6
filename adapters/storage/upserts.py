"""Inserts that mind what is there already, in both databases' dialects."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from adapters.storage.rows import Row, table_of


def _insert(row: type[Row], dialect: str) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table_of(row)) if dialect == "postgresql" else sqlite.insert(table_of(row))


def insert_new(row: type[Row], dialect: str) -> Insert:
    """An insert that passes over rows whose key exists."""
    return _insert(row, dialect).on_conflict_do_nothing()


def put(row: type[Row], dialect: str, *, key: tuple[str, ...] = (), set_: Mapping[str, object] | None = None) -> Insert:
    """An insert that, where the ``key`` exists, replaces the row or does what ``set_`` says.

    The primary key is looked at where no ``key`` is given.
    """
    table = table_of(row)
    keys = key or tuple(column.name for column in table.primary_key)
    statement = _insert(row, dialect)
    replaced = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys and not c.primary_key}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=set_ or replaced)
