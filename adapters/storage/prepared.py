"""Statements that run again and again, as SQLite's driver takes them.

What SQLAlchemy does around each run of a statement takes several times as long as SQLite needs for a few rows by their
key. It writes the text here and says how values become parameters and columns values again; the rest is the driver's.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import CursorResult, Dialect, Executable, Select
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

from adapters.storage.columns import Text, storable

Statement = Select[Any] | UpdateBase
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
_Converter = Callable[[Any], Any]
Made = TypeVar("Made")
_Raw = tuple[Any, ...]
"""A row as SQLite gives it."""
_NEW = cast("Callable[..., Any]", tuple.__new__)  # pyright: ignore[reportUnknownMemberType] - its stub leaves open of what
_read_as: Callable[..., Any] = namedtuple  # noqa: PYI024 - its fields are only known once a statement is


@dataclass(frozen=True, slots=True)
class Making(Generic[Made]):
    """What is made of rows, and of how many of them it is kept: the same rows are read again and again.

    ``make`` gives what cannot be changed, and nothing but the rows decides what.
    """

    make: Callable[[Any], Made]
    most: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a statement gave back, read as one would read SQLAlchemy's."""

    raw: list[_Raw]
    rowcount: int
    prepared: Prepared

    def all(self) -> list[Any]:
        return [self.prepared.row(one) for one in self.raw]

    def first(self) -> Any:  # noqa: ANN401 - a row of any table
        return self.prepared.row(self.raw[0]) if self.raw else None

    def scalars(self) -> _Column:
        """The first column alone."""
        return _Column([row[0] for row in self.all()])


@dataclass(frozen=True, slots=True)
class _Column:
    values: list[Any]

    def all(self) -> list[Any]:
        return self.values


Result = CursorResult[Any] | Found


def each(result: Result, making: Making[Made]) -> list[Made]:
    """What is made of each row."""
    if not isinstance(result, Found):
        return [making.make(row) for row in result.all()]
    made = result.prepared.reader(making)
    return [made(row) for row in result.raw]


def together(result: Result, making: Making[Made]) -> Made:
    """What is made of all rows at once, a tuple of them."""
    if not isinstance(result, Found):
        return making.make(tuple(result.all()))
    return result.prepared.reader_of_all(making)(tuple(result.raw))


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    usual: object
    convert: _Converter | None
    marker: str
    """What stands in the text for a list of any length; empty for one value."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One statement, for values of the same names."""

    text: str
    parameters: tuple[_Parameter, ...]
    lists: bool
    """Whether some of the parameters are."""
    make: Callable[[Iterable[Any]], Any] | None
    """A row of the columns that it gives back; None where it gives back none."""
    converters: tuple[tuple[int, _Converter], ...]
    readers: dict[object, Callable[[Any], Any]] = field(default_factory=dict[object, "Callable[[Any], Any]"])

    def row(self, raw: _Raw) -> Any:  # noqa: ANN401 - of any table
        """As the statement's columns are read."""
        if self.make is None:
            return raw
        if not self.converters:
            return self.make(raw)
        values = list(raw)
        for place, convert in self.converters:
            values[place] = convert(values[place])
        return self.make(values)

    def reader(self, making: Making[Made]) -> Callable[[_Raw], Made]:
        """Makes of a row what it made of the same row before."""
        if (known := self.readers.get(making)) is not None:
            return known

        def read(raw: _Raw) -> Made:
            return making.make(self.row(raw))

        return self.readers.setdefault(making, lru_cache(making.most)(read))

    def reader_of_all(self, making: Making[Made]) -> Callable[[tuple[_Raw, ...]], Made]:
        """The same of all rows together."""
        if (known := self.readers.get(making)) is not None:
            return known

        def read(raw: tuple[_Raw, ...]) -> Made:
            return making.make(tuple(self.row(one) for one in raw))

        return self.readers.setdefault(making, lru_cache(making.most)(read))

    def run(self, driver: sqlite3.Connection, values: Values) -> Found:
        """Within the transaction that ``driver`` is in."""
        if not isinstance(values, dict) and isinstance(values, Sequence):  # the second is slow to ask
            return self._run_each(driver, values)
        text, filled = self._listed(values or {}) if self.lists else (self.text, self._filled(values or {}))
        cursor = driver.execute(text, filled)
        return Found([] if self.make is None else cursor.fetchall(), cursor.rowcount, self)

    def _run_each(self, driver: sqlite3.Connection, values: Sequence[Mapping[str, Any]]) -> Found:
        if self.make is None:
            return Found([], driver.executemany(self.text, map(self._filled, values)).rowcount, self)
        rows = [row for one in values for row in self.run(driver, one).raw]
        return Found(rows, len(rows), self)

    def _filled(self, values: Mapping[str, Any]) -> list[Any]:
        filled: list[Any] = []
        for one in self.parameters:
            value = values.get(one.name, one.usual)
            filled.append(value if one.convert is None else one.convert(value))
        return filled

    def _listed(self, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
        text, filled = self.text, list[Any]()
        for one in self.parameters:
            given = values.get(one.name, one.usual)
            several = list(given) if one.marker else [given]
            filled.extend(several if one.convert is None else map(one.convert, several))
            if one.marker:
                text = text.replace(one.marker, ", ".join("?" * len(several)), 1)
        return text, filled


class Preparing:
    """Knows the statements that came before. One that is made anew for every run is left to SQLAlchemy."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: WeakKeyDictionary[Statement, dict[tuple[str, ...], Prepared | None]] = WeakKeyDictionary()

    def prepared(self, executable: Executable, values: Values) -> Prepared | None:
        """``executable`` for values of these names, from its second run on; None where SQLAlchemy must run it."""
        if not isinstance(executable, (Select, UpdateBase)):
            return None
        statement = cast("Statement", executable)
        kept = self._known.get(statement)
        if kept is None:
            self._known[statement] = {}
            return None
        if not isinstance(values, dict) and isinstance(values, Sequence):
            values = values[0]
        names = tuple(values or ())
        if names not in kept:
            kept[names] = self._prepare(statement, names)
        return kept[names]

    def _prepare(self, statement: Statement, names: tuple[str, ...]) -> Prepared | None:
        compiled: Any = statement.compile(
            dialect=self._dialect, **({} if isinstance(statement, Select) else _many(names))
        )
        if compiled.insert_prefetch or compiled.update_prefetch:
            return None  # SQLAlchemy itself fills in some columns
        parameters = [
            _Parameter(
                name,
                compiled.params[name],
                self._binding(compiled.binds[name].type),
                marker if (marker := f"__[POSTCOMPILE_{name}]") in compiled.string else "",
            )
            for name in compiled.positiontup or ()
        ]
        columns = statement.exported_columns
        reading = [self._reading(column.type) for column in columns]
        converters = tuple((place, convert) for place, convert in enumerate(reading) if convert is not None)
        # As ``_make`` of a named tuple does, without going through Python for each row.
        make = partial(_NEW, _read_as("Read", columns.keys())) if len(columns) else None
        lists = any(one.marker for one in parameters)
        return Prepared(compiled.string, tuple(parameters), lists, make, converters)

    def _binding(self, kind: TypeEngine[Any]) -> _Converter | None:
        if isinstance(kind, Text):
            return _text  # most values are texts, and SQLAlchemy's way to our own converter is three times as long
        return kind.dialect_impl(self._dialect).bind_processor(self._dialect)

    def _reading(self, kind: TypeEngine[Any]) -> _Converter | None:
        return kind.dialect_impl(self._dialect).result_processor(self._dialect, None)


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _many(names: tuple[str, ...]) -> dict[str, Any]:
    """As for many rows: then nothing is given back that nobody asked for."""
    return {"column_keys": list(names), "for_executemany": True}
