"""A table in memory whose changes can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterator, ValuesView
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")


class Undo:
    """What takes back the changes of one unit of work, last first."""

    def __init__(self) -> None:
        self._steps: list[Callable[[], object]] = []

    def push(self, step: Callable[[], object]) -> None:
        self._steps.append(step)

    def run(self) -> None:
        while self._steps:
            self._steps.pop()()


class Table(Generic[Key, Row]):
    """Rows by key, in order of insertion. Every change needs the unit's ``Undo``."""

    def __init__(self) -> None:
        self._rows: dict[Key, Row] = {}

    def get(self, key: Key) -> Row | None:
        return self._rows.get(key)

    def __contains__(self, key: Key) -> bool:
        return key in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._rows)

    def items(self) -> ItemsView[Key, Row]:
        return self._rows.items()

    def values(self) -> ValuesView[Row]:
        return self._rows.values()

    def put(self, key: Key, row: Row, undo: Undo) -> None:
        """Add or replace."""
        if key in self._rows:
            before = self._rows[key]
            undo.push(lambda: self._rows.__setitem__(key, before))
        else:
            undo.push(lambda: self._rows.pop(key, None))
        self._rows[key] = row

    def drop(self, key: Key, undo: Undo) -> Row | None:
        """Remove, and give back what was there."""
        if key not in self._rows:
            return None
        row = self._rows.pop(key)
        undo.push(lambda: self._rows.__setitem__(key, row))
        return row
