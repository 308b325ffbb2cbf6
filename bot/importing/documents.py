"""JSON, entry by entry, so that one that is broken off gives what came before."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import cast

from bot.importing.bundle import SourceFile
from bot.importing.lines import encoding_of, lines_of
from bot.importing.rows import Place, Problem

LARGEST = 256 * 2**20
"""Characters of a document that is read as one."""
Entry = Mapping[str, object]
_DECODER = json.JSONDecoder()
_BETWEEN = " \t\r\n,"


def json_lines(source: SourceFile) -> Iterator[tuple[Place, Entry] | Problem]:
    """One object a line; empty lines are passed over."""
    for line in lines_of(source):
        if isinstance(line, Problem):
            yield line
            continue
        number, text = line
        if not text.strip():
            continue
        place = Place(source.name, number)
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Problem(place, "broken-json", _said(error))
            continue
        yield (place, cast("Entry", value)) if isinstance(value, dict) else Problem(place, "no-object")


def json_entries(source: SourceFile) -> Iterator[tuple[Place, Entry] | Problem]:
    """The objects of a list (or a single object), with the line each begins on."""
    text, cut_off = _whole(source)
    if len(text) > LARGEST:
        yield Problem(Place(source.name, 1), "too-large", str(LARGEST // 2**20))
        return
    position, line, counted = _start(text), 1, 0
    alone = position == 0
    while (position := _skip(text, position)) < len(text) and text[position] != "]":
        line, counted = line + text.count("\n", counted, position), position
        place = Place(source.name, line)
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield Problem(place, "broken-json", _said(error))
            return
        yield (place, cast("Entry", value)) if isinstance(value, dict) else Problem(place, "no-object")
        if alone:
            return
    if cut_off or (position >= len(text) and not alone):
        yield Problem(Place(source.name, line + text.count("\n", counted)), "cut-off")


def _whole(source: SourceFile) -> tuple[str, bool]:
    with source.open() as reader:
        encoding = encoding_of(source) or "utf-8-sig"
        file = io.TextIOWrapper(io.BufferedReader(reader), encoding, errors="replace")
        return file.read(LARGEST + 1), reader.cut_off


def _start(text: str) -> int:
    """Behind the bracket of a list; 0 for a single object."""
    opened = _skip(text, 0)
    return opened + 1 if text[opened : opened + 1] == "[" else 0


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BETWEEN:
        position += 1
    return position


def _said(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
