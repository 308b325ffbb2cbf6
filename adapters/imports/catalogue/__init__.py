"""Titles as JSON lines: our own fields, and those of public catalogues."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bot.importing.bundle import SourceFile
from bot.importing.catalogue import BadRecord, read_item
from bot.importing.documents import json_lines
from bot.importing.lines import head_text
from bot.importing.rows import CatalogueRow, Importer, Problem, Row


def recognises(files: Sequence[SourceFile]) -> bool:
    """Every file begins with one object that has a title."""
    return bool(files) and all(_has_title(file) for file in files)


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """Titles; those that cannot be read say which field is wrong."""
    for file in files:
        for entry in json_lines(file):
            if isinstance(entry, Problem):
                yield entry
                continue
            place, record = entry
            try:
                yield CatalogueRow(place, read_item(record))
            except BadRecord as error:
                yield Problem(place, "bad-record", str(error))


def _has_title(file: SourceFile) -> bool:
    text = head_text(file).lstrip()
    line = text.split("\n", 1)[0]
    if not line.startswith("{") or '"title"' not in line:
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return "\n" not in text and len(text) > 4_000  # one long title, longer than the head


IMPORTER = Importer("catalogue", recognises, read)
