"""CSV as people and services write it: any separator, any line end, text in quotes that runs over lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from bot.importing.bundle import SourceFile
from bot.importing.lines import head_text, lines_of
from bot.importing.rows import Place, Problem

SEPARATORS = (",", ";", "\t")
LONGEST_HEADING = 8_000
MOST_LINES = 400
"""Of one quoted text; beyond, its quotation mark was a mistake."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row by column name (lower-case)."""

    place: Place
    values: dict[str, str]

    def get(self, *columns: str) -> str:
        """The first of ``columns`` that says something, without white space around it."""
        return next((value for name in columns if (value := self.values.get(name, "").strip())), "")


def columns_of(source: SourceFile) -> frozenset[str]:
    """Column names of the first line, lower-case; empty where it is no table."""
    line = next((line for line in head_text(source).splitlines() if line.strip()), "")
    return frozenset(_names(line, _separator(line))) if len(line) <= LONGEST_HEADING else frozenset()


def records(source: SourceFile) -> Iterator[Record | Problem]:
    """The rows under the heading."""
    rows = _Rows(source)
    names: list[str] = []
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        place, cells = row
        if not names:
            names = [cell.strip().casefold() for cell in cells]
        elif len(cells) < 2 and not "".join(cells).strip():
            continue
        elif len(cells) < len(names) // 2:
            yield Problem(place, "too-few-columns", str(len(cells)))
        else:
            yield Record(place, dict(zip(names, cells, strict=False)))


class _Rows:
    """Splits lines into cells. A text in quotes that never ends costs its own line only."""

    def __init__(self, source: SourceFile) -> None:
        self._name = source.name
        self._lines = lines_of(source)
        self._waiting: list[tuple[int, str] | Problem] = []
        self._separator = ""

    def __iter__(self) -> Iterator[tuple[Place, list[str]] | Problem]:
        while (line := self._next()) is not None:
            if isinstance(line, Problem):
                yield line
                continue
            number, text = line
            if not self._separator:
                if not text.strip():
                    continue
                self._separator = _separator(text)
            place = Place(self._name, number)
            cells = text.split(self._separator) if '"' not in text else self._quoted(text)
            yield (place, cells) if cells is not None else Problem(place, "open-quote")

    def _next(self) -> tuple[int, str] | Problem | None:
        return self._waiting.pop(0) if self._waiting else next(self._lines, None)

    def _quoted(self, text: str) -> list[str] | None:
        taken: list[tuple[int, str] | Problem] = []
        while (cells := _cells(text, self._separator)) is None:
            line = self._next() if len(taken) < MOST_LINES else None
            if line is not None:
                taken.append(line)
            if line is None or isinstance(line, Problem):
                self._waiting = taken + self._waiting
                return None
            text = f"{text}\n{line[1]}"
        return cells


def _cells(text: str, separator: str) -> list[str] | None:
    """None while a quotation mark is open."""
    try:
        return next(csv.reader([text], delimiter=separator, strict=True), list[str]())
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
    try:
        return next(csv.reader([text], delimiter=separator), list[str]())
    except csv.Error:
        return text.split(separator)


def _separator(line: str) -> str:
    return max(SEPARATORS, key=line.count)


def _names(line: str, separator: str) -> list[str]:
    return [cell.strip().casefold() for cell in _cells(line, separator) or []]
