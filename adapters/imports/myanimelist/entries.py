"""Reads the XML piece by piece. Entities and document types are refused: an export has none, an attack does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from bot.importing.bundle import SourceFile
from bot.importing.rows import Place, Problem

KINDS = ("anime", "manga")
LONGEST = 2_000
"""Characters that are kept of one field; comments can be long."""
_CHUNK = 2**16


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``<anime>`` or ``<manga>`` with its fields as they stand."""

    place: Place
    kind: str
    values: dict[str, str] = field(default_factory=dict[str, str])

    def first(self, *names: str) -> str:
        """The first of the fields that says something."""
        return next((text for name in names if (text := self.values.get(name, "").strip())), "")


class _Refused(Exception):
    """The document declares something."""


def entries(source: SourceFile) -> Iterator[Entry | Problem]:
    """Entries in order. Where the XML breaks, a Problem ends them."""
    collector = _Collector(source.name)
    with source.open() as reader:
        try:
            while chunk := reader.read(_CHUNK):
                collector.parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
                yield from collector.take()
            collector.parser.Parse(b"", True)  # noqa: FBT003
        except _Refused:
            yield from collector.take()
            yield collector.problem("xml-declarations")
        except (expat.ExpatError, ValueError) as error:
            yield from collector.take()
            yield collector.problem("cut-off" if reader.cut_off else "broken-xml", str(error)[:100])


class _Collector:
    def __init__(self, name: str) -> None:
        self._name = name
        self._entry: Entry | None = None
        self._field = ""
        self._text: list[str] = []
        self._length = 0
        self._done: list[Entry] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.EntityDeclHandler = self._refuse
        self.parser.StartDoctypeDeclHandler = self._refuse

    def take(self) -> list[Entry]:
        """What was completed since the last time."""
        done, self._done = self._done, []
        return done

    def problem(self, reason: str, detail: str = "") -> Problem:
        """A Problem where the parser stands."""
        return Problem(Place(self._name, self.parser.CurrentLineNumber), reason, detail)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        name = name.casefold()
        if name in KINDS and self._entry is None:
            self._entry = Entry(Place(self._name, self.parser.CurrentLineNumber), name)
        self._field, self._text, self._length = name, [], 0

    def _end(self, name: str) -> None:
        name = name.casefold()
        if self._entry is None:
            return
        if name == self._entry.kind:
            self._done.append(self._entry)
            self._entry = None
        elif name == self._field:
            self._entry.values[name] = "".join(self._text)

    def _said(self, text: str) -> None:
        if self._entry is not None and self._length < LONGEST:
            self._text.append(text[:LONGEST])
            self._length += len(text)

    def _refuse(self, *declared: object) -> None:
        raise _Refused(declared)
