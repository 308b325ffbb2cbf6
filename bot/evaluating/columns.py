"""Reads ``ratings.csv`` in columns, some thousand rows at a time: a million ratings are never single objects."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.evaluating.heads import PERSON, RATING, READ, TIMESTAMP, TITLE, head_of, named, separator
from bot.evaluating.lines import Amiss, bad_line, lines_of, refuse
from bot.evaluating.moments import in_seconds, seconds_of
from bot.evaluating.rows import person_of, stars_of, title_id
from bot.evaluating.scale import YES, scale_of
from bot.importing.catalogue import BadRecord

AT_ONCE = 20_000
"""Rows that are held as texts."""
Cell = str | None
"""None where a row is too short to have it."""
Row = list[str]


class Rows(Protocol):
    """A ``csv.reader``."""

    @property
    def line_num(self) -> int:
        """The line that the last row ended in, from 1."""
        ...

    def __iter__(self) -> Iterator[Row]: ...


_Value = TypeVar("_Value", int, float)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """``m`` ratings as the file has them, each as often as it is there."""

    people: tuple[str, ...]
    """Viewer ids, in the order of their first rating."""
    titles: tuple[str, ...]
    """Item ids, likewise."""
    person: NDArray[np.int32]
    """[m] places in ``people``."""
    item: NDArray[np.int32]
    """[m] places in ``titles``."""
    stars: NDArray[np.float64]
    """[m] 0–``highest``, as written."""
    at: NDArray[np.float64]
    """[m] seconds since 1970, nan where there is none."""
    line: NDArray[np.int64]
    """[m] where it stands in the file, from 1."""
    highest: float
    """What a rating may be at most."""
    rated: bool
    """Whether there is a column of ratings; else ``stars`` are all 1."""

    def some(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> Columns:
        """Only these rows."""
        return replace(
            self, person=self.person[rows], item=self.item[rows], stars=self.stars[rows], at=self.at[rows],
            line=self.line[rows],
        )  # fmt: skip


def read_columns(path: Path) -> Columns:
    """The ratings in ``path``. Raises InvalidQuery: evaluate-bad-file, evaluate-bad-line, evaluate-bad-lines."""
    with lines_of(path) as lines:
        head = head_of(lines)
        rows = csv.reader(chain(head, lines), delimiter=separator(head[-1] if head else ""))
        try:
            reading = _Reading(named(path, next((row for row in rows if "".join(row).strip()), Row())))
            for numbers, some in _portions(rows):
                reading.take(numbers, some)
        except csv.Error as problem:
            raise bad_line(path, rows.line_num, f"{problem}; a quote before it may not be closed") from problem
    return reading.done(path)


def _portions(rows: Rows) -> Iterator[tuple[list[int], list[Row]]]:
    """Rows with anything in them, by the lines they end in."""
    numbers, some = list[int](), list[Row]()
    for row in rows:
        if row:
            numbers.append(rows.line_num)
            some.append(row)
        if len(some) == AT_ONCE:
            yield numbers, some
            numbers, some = [], []
    if some:
        yield numbers, some


class _Cells(dict[Cell, _Value], Generic[_Value]):
    """What each text of a column says, read once; ``none`` for what cannot be read."""

    def __init__(self, read: Callable[[str], _Value], none: _Value) -> None:
        super().__init__()
        self._read, self._none = read, none
        self.problems: dict[Cell, str] = {}

    def __missing__(self, cell: Cell) -> _Value:
        try:
            value = self._read(cell or "")
        except BadRecord as problem:
            value, self.problems[cell] = self._none, str(problem)
        self[cell] = value
        return value


class _Names(_Cells[int]):
    """Places of names, in the order in which they were met."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self.names: dict[str, int] = {}
        super().__init__(lambda text: self.names.setdefault(read(text), len(self.names)), -1)


@dataclass(slots=True)
class _Reading:
    """The ratings read so far."""

    heads: Sequence[str]
    _people: _Names = field(default_factory=lambda: _Names(person_of))
    _titles: _Names = field(default_factory=lambda: _Names(title_id))
    _stars: _Cells[float] = field(default_factory=lambda: _Cells(stars_of, np.nan))
    _pieces: list[tuple[NDArray[np.generic], ...]] = field(default_factory=list[tuple[NDArray[np.generic], ...]])
    _problems: dict[int, str] = field(default_factory=dict[int, str])
    """What is wrong, by line."""

    def take(self, numbers: list[int], rows: list[Row]) -> None:
        """Some rows and the lines they end in."""
        count, lines = len(rows), np.array(numbers, np.int64)
        columns = dict(zip(self.heads, zip_longest(*rows), strict=False))
        nothing: tuple[Cell, ...] = (None,) * count
        told = {name: columns.get(name, nothing) for name in READ}
        if RATING not in self.heads:
            told[RATING] = ("1",) * count
        stars = np.fromiter(map(self._stars.__getitem__, told[RATING]), np.float64, count)
        person = np.fromiter(map(self._people.__getitem__, told[PERSON]), np.int32, count)
        item = np.fromiter(map(self._titles.__getitem__, told[TITLE]), np.int32, count)
        at, wrong = _moments(told[TIMESTAMP])
        kept = ~np.isnan(stars) & (person >= 0) & (item >= 0)
        kept[list(wrong)] = False
        for row in np.flatnonzero(~kept).tolist():
            self._note(numbers[row], {name: cells[row] for name, cells in told.items()}, wrong.get(row, ""))
        if self.heads[-1] in told and max(map(len, rows)) > len(self.heads):
            self._too_long(numbers, rows)
        self._pieces.append((person[kept], item[kept], stars[kept], at[kept], lines[kept]))

    def _note(self, line: int, row: dict[str, Cell], moment: str) -> None:
        """Why a row is none; nothing for one that is empty, such as spreadsheets leave behind."""
        if not any((cell or "").strip() for name, cell in row.items() if name != RATING or RATING in self.heads):
            return
        problems = (
            self._stars.problems.get(row[RATING]), self._people.problems.get(row[PERSON]),
            self._titles.problems.get(row[TITLE]), moment,
        )  # fmt: skip
        told = next(filter(None, problems), "")
        long = [cell for cell in row.values() if cell and "\n" in cell]
        begun = line - sum(cell.rstrip("\r\n").count("\n") for cell in long)  # what the file ends with is no new line
        self._problems[begun] = f"{told}; a quote is not closed there" if long else told

    def _too_long(self, numbers: list[int], rows: list[Row]) -> None:
        """Where more follows than there are heads, what was read is not what was meant."""
        most = len(self.heads)
        for line, row in zip(numbers, rows, strict=True):
            if len(row) > most and "".join(row[most:]).strip():
                self._problems.setdefault(
                    line, f"{len(row)} cells under {most} heads; what has a comma in it, such as 4,5, needs quotes"
                )

    def done(self, path: Path) -> Columns:
        """All of them. Raises InvalidQuery: evaluate-bad-line, evaluate-bad-lines."""
        kinds = (np.int32, np.int32, np.float64, np.float64, np.int64)
        nothing = tuple(np.zeros(0, kind) for kind in kinds)
        person, item, stars, at, line = (np.concatenate(part) for part in zip(nothing, *self._pieces, strict=True))
        rated = RATING in self.heads
        highest = scale_of(stars) if rated else YES
        for place in np.flatnonzero((stars < 0) | (stars > highest)).tolist():
            self._problems[int(line[place])] = f"rating {stars[place]:g} is not between 0 and {highest:g}"
        amiss = Amiss()
        for number in sorted(self._problems):
            amiss.add(number, self._problems[number])
        refuse(path, amiss)
        people, titles = tuple(self._people.names), tuple(self._titles.names)
        return Columns(people, titles, person, item, stars, at, line, highest, rated)


def _moments(cells: Sequence[Cell]) -> tuple[NDArray[np.float64], dict[int, str]]:
    """Seconds since 1970, and by its place what is wrong with what is no moment."""
    try:
        figures = np.array(list(map(float, cells)))  # pyright: ignore[reportArgumentType] - None is told as an error
        if np.isfinite(figures).all():
            return in_seconds(figures), {}
    except (TypeError, ValueError):
        pass
    found, wrong = np.full(len(cells), np.nan), dict[int, str]()
    for place, cell in enumerate(cells):
        try:
            found[place] = seconds_of(cell or "")
        except BadRecord as problem:
            wrong[place] = str(problem)
    return in_seconds(found), wrong
