"""Opens the files of an evaluation, and names the lines that cannot be used."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from gzip import GzipFile
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeVar

from engine.errors import InvalidQuery

NAMED = 5
"""Lines that are named when more are amiss."""
PACKED = b"\x1f\x8b"
"""How packed files begin, whatever they are called."""
_Line = TypeVar("_Line")
_Read = TypeVar("_Read")


@dataclass(slots=True)
class Amiss:
    """Lines with one thing amiss."""

    lines: list[int] = field(default_factory=list[int])
    reason: str = ""

    def add(self, line: int, reason: object = "") -> None:
        self.reason = self.reason or str(reason)[:200]
        self.lines.append(line)

    @property
    def named(self) -> str:
        more = "" if len(self.lines) <= NAMED else " …"
        return ", ".join(map(str, self.lines[:NAMED])) + more


def existing(folder: Path, name: str) -> Path:
    """The file of that name, or its packed form. Raises InvalidQuery: evaluate-no-file."""
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise InvalidQuery("evaluate-no-file", file=str(folder / name))


def each(path: Path, lines: Iterator[tuple[int, _Line]], read: Callable[[_Line], _Read]) -> Iterator[tuple[int, _Read]]:
    """What can be read, by line; afterwards an error that names all lines that cannot.

    Raises InvalidQuery: evaluate-bad-line, evaluate-bad-lines.
    """
    amiss = Amiss()
    for number, line in lines:
        try:
            yield number, read(line)
        except (ValueError, RecursionError) as problem:
            amiss.add(number, problem)
    refuse(path, amiss)


def refuse(path: Path, amiss: Amiss) -> None:
    """Nothing where no line is amiss. Raises InvalidQuery: evaluate-bad-line, evaluate-bad-lines."""
    if len(amiss.lines) == 1:
        raise bad_line(path, amiss.lines[0], amiss.reason)
    if amiss.lines:
        raise InvalidQuery(
            "evaluate-bad-lines", file=path.name, count=len(amiss.lines), lines=amiss.named, reason=amiss.reason
        )


def bad_line(path: Path, number: int, problem: object) -> InvalidQuery:
    """The error that names one line."""
    return InvalidQuery("evaluate-bad-line", file=path.name, line=number, reason=str(problem)[:200])


@contextmanager
def lines_of(path: Path) -> Generator[TextIO]:
    """The file as text; a mark of byte order is no part of it.

    Raises InvalidQuery: evaluate-bad-line, evaluate-bad-file.
    """
    try:
        with _opened(path) as file, TextIOWrapper(file, encoding="utf-8-sig", newline="") as lines:
            yield lines
    except UnicodeDecodeError as problem:
        raise bad_line(path, _undecodable(path), "not UTF-8; save the file in that encoding") from problem
    except (OSError, EOFError, zlib.error) as problem:
        raise InvalidQuery("evaluate-bad-file", file=path.name, reason=str(problem)[:200]) from problem


def _opened(path: Path) -> GzipFile | BufferedReader:
    with path.open("rb") as file:
        packed = path.suffix == ".gz" or file.read(len(PACKED)) == PACKED
    return gzip.open(path) if packed else path.open("rb")


def _undecodable(path: Path) -> int:
    """The first line that is not UTF-8."""
    with _opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1
