"""Lines of text out of files of any encoding, however long or broken they are."""

from __future__ import annotations

import io
from collections.abc import Iterator

from bot.importing.bundle import SourceFile
from bot.importing.rows import Place, Problem

LONGEST_LINE = 2**20
"""Characters; a synopsis in ten languages is a hundredth of it."""
_BUFFER = 2**18
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def lines_of(source: SourceFile) -> Iterator[tuple[int, str] | Problem]:
    """Numbered lines without their ends. What is too long, or broken off, is a Problem in its place."""
    with source.open() as reader:
        number = 0
        for number, line in enumerate(_pieces(source, reader), start=1):
            yield (number, line) if line is not None else Problem(Place(source.name, number), "line-too-long")
        if reader.cut_off:
            yield Problem(Place(source.name, number + 1), "cut-off")


def head_text(source: SourceFile) -> str:
    """The beginning of the file as text, for recognising it."""
    if encoding := _wide(source.head):
        return source.head.decode(encoding, "replace").lstrip("\ufeff")
    return _decoded(source.head).lstrip("\ufeff")


def encoding_of(source: SourceFile) -> str | None:
    """``utf-16`` in one of its forms, or None for encodings of single bytes."""
    return _wide(source.head)


def _pieces(source: SourceFile, reader: io.RawIOBase) -> Iterator[str | None]:
    buffered = io.BufferedReader(reader, _BUFFER)
    encoding = _wide(source.head)
    if encoding is None and (b"\n" in source.head or b"\r" not in source.head):
        return _narrow(buffered)
    return _translated(
        io.TextIOWrapper(buffered, encoding or _narrow_encoding(source.head), errors="replace", newline=None)
    )


def _narrow(file: io.BufferedReader[io.RawIOBase]) -> Iterator[str | None]:
    first = True
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            text = _decoded(line).rstrip("\r\n")
            yield text.removeprefix("\ufeff") if first else text
        first = False


def _translated(file: io.TextIOWrapper[io.BufferedReader[io.RawIOBase]]) -> Iterator[str | None]:
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            yield None
        else:
            yield line.rstrip("\n").replace("\0", "").removeprefix("\ufeff")


def _decoded(line: bytes) -> str:
    """UTF-8, or what Windows wrote before it; NUL characters are dropped."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    return text.replace("\0", "") if "\0" in text else text


def _narrow_encoding(head: bytes) -> str:
    """Judged by the head, whose last letter may be cut in two."""
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start >= len(head) - 8 else "cp1252"
    return "utf-8"


def _wide(head: bytes) -> str | None:
    if encoding := _WIDE.get(head[:2]):
        return encoding
    start = head[:200]
    if len(start) >= 8 and start.count(0) >= len(start) // 3:
        return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    return None
