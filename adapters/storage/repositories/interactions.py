"""What people did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Double,
    Select,
    String,
    and_,
    bindparam,
    cast,
    delete,
    func,
    or_,
    select,
    type_coerce,
    update,
)  # fmt: skip
from sqlmodel import col

from adapters.storage.mappers.history import interaction_of, interaction_values
from adapters.storage.repositories.items import AT_ONCE
from adapters.storage.rows import InteractionRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.domain.interactions import Interaction, InteractionKind
from engine.ports.facts import FactColumns, doubles

FINISHED = 0.8
_COUNTED = (
    select(func.count()).select_from(InteractionRow).where(col(InteractionRow.viewer_id) == bindparam("viewer_id"))
)


def _selected(at: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    row = InteractionRow
    chosen = select(col(row.viewer_id), col(row.item_id), col(row.kind), at, col(row.completion), col(row.rating))
    theirs = chosen.where(col(row.viewer_id).in_(bindparam("viewer_ids", expanding=True)))
    return theirs.order_by(col(row.viewer_id), col(row.at), col(row.id))


def _columns(rows: Sequence[tuple[Any, ...]], seconds: Callable[[Sequence[Any]], NDArray[np.float64]]) -> FactColumns:
    viewer_ids, item_ids, kinds, at, completion, rating = zip(*rows, strict=True) if rows else ((),) * 6
    return FactColumns(viewer_ids, item_ids, kinds, seconds(at), doubles(completion), doubles(rating))


def _from_text(moments: Sequence[str]) -> NDArray[np.float64]:
    """Of what SQLite keeps, a million in a third of a second."""
    return np.array(moments, "datetime64[us]").astype(np.int64) / 1e6


_COLUMNS: Mapping[str, tuple[Select[*tuple[Any, ...]], Callable[[Sequence[Any]], FactColumns]]] = {
    "sqlite": (_selected(type_coerce(col(InteractionRow.at), String)), lambda rows: _columns(rows, _from_text)),
    "postgresql": (
        _selected(cast(func.extract("epoch", col(InteractionRow.at)), Double)),
        lambda rows: _columns(rows, doubles),
    ),
}
"""Moments as the database gives them quickest, and what makes columns of the rows."""


class SqlInteractions:
    """Fulfils ``Interactions``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, interactions: Sequence[Interaction]) -> list[Interaction]:
        first: dict[str, Interaction] = {}
        for interaction in interactions:
            first.setdefault(interaction.id, interaction)
        if not first:
            return []
        statement = insert_new(InteractionRow, self._transaction.dialect).returning(table_of(InteractionRow).c.id)
        values = [interaction_values(interaction) for interaction in first.values()]
        stored = {row.id for row in await self._transaction.write_returning(statement, values)}
        return [interaction for interaction in first.values() if interaction.id in stored]

    async def of_viewer(self, viewer_id: str) -> list[Interaction]:
        statement = (
            select(InteractionRow)
            .where(col(InteractionRow.viewer_id) == viewer_id)
            .order_by(col(InteractionRow.at), col(InteractionRow.id))
        )
        return [interaction_of(row) for row in await self._transaction.rows(statement)]

    async def latest_alike(self, viewer_id: str, most: int) -> list[Interaction]:
        row, newest_first = InteractionRow, (col(InteractionRow.at).desc(), col(InteractionRow.id).desc())
        place = func.row_number().over(partition_by=(col(row.item_id), col(row.kind)), order_by=newest_first)
        placed = select(col(row.id), place.label("place")).where(col(row.viewer_id) == viewer_id).subquery()
        late = select(placed.c.id).where(placed.c.place <= most)
        statement = select(row).where(col(row.id).in_(late)).order_by(col(row.at), col(row.id))
        return [interaction_of(found) for found in await self._transaction.rows(statement)]

    async def columns(self, viewer_ids: Iterable[str]) -> FactColumns:
        statement, read = _COLUMNS[self._transaction.dialect]
        return await self._transaction.made(statement, {"viewer_ids": sorted(set(viewer_ids))}, read)

    async def of_titles(self, viewer_id: str, item_ids: Iterable[str]) -> list[Interaction]:
        own = col(InteractionRow.viewer_id) == viewer_id, col(InteractionRow.item_id).in_(sorted(set(item_ids)))
        statement = select(InteractionRow).where(*own).order_by(col(InteractionRow.at), col(InteractionRow.id))
        return [interaction_of(row) for row in await self._transaction.rows(statement)]

    async def between(self, viewer_ids: Iterable[str], first: datetime, last: datetime) -> list[Interaction]:
        theirs = col(InteractionRow.viewer_id).in_(sorted(set(viewer_ids)))
        then = col(InteractionRow.at).between(first, last)
        statement = select(InteractionRow).where(theirs, then)
        ordered = statement.order_by(col(InteractionRow.at), col(InteractionRow.id))
        return [interaction_of(row) for row in await self._transaction.rows(ordered)]

    async def hand_over(self, viewer_id: str, to: str) -> int:
        table = table_of(InteractionRow)
        return await self._transaction.write(update(table).where(table.c.viewer_id == viewer_id).values(viewer_id=to))

    async def move(self, item_id: str, to: str) -> int:
        table = table_of(InteractionRow)
        return await self._transaction.write(update(table).where(table.c.item_id == item_id).values(item_id=to))

    async def get(self, interaction_id: str) -> Interaction | None:
        row = await self._transaction.row(select(InteractionRow).where(col(InteractionRow.id) == interaction_id))
        return None if row is None else interaction_of(row)

    async def remove(self, interaction_ids: Iterable[str]) -> None:
        ids = list(interaction_ids)
        table = table_of(InteractionRow)
        for start in range(0, len(ids), AT_ONCE):
            await self._transaction.write(delete(table).where(table.c.id.in_(ids[start : start + AT_ONCE])))

    async def finish_counts(self) -> dict[str, int]:
        table = table_of(InteractionRow)
        watched = and_(table.c.kind == str(InteractionKind.WATCH), table.c.completion >= FINISHED)
        told = table.c.kind.in_((str(InteractionKind.SEEN), str(InteractionKind.RATING)))
        statement = (
            select(table.c.item_id, func.count(table.c.viewer_id.distinct()).label("viewers"))
            .where(or_(watched, told))
            .group_by(table.c.item_id)
        )
        return dict(await self._transaction.tuples(statement))

    async def count(self, viewer_id: str | None = None) -> int:
        if viewer_id is None:
            return await self._transaction.number(select(func.count()).select_from(InteractionRow))
        return next(iter(await self._transaction.values(_COUNTED, {"viewer_id": viewer_id}, quick=True)), 0)
