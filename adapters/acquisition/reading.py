"""What the acquisition services write in ways of their own. Pure."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import cast

from adapters.values import text, values

_SPAN = re.compile(r"(?:(\d{1,6})\.)?(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)", re.ASCII)
_SPACE = " \t\r\n"
CHUNK = 1 << 20
"""Bytes."""


def lines(value: object, longest: int = 200) -> list[str]:
    """The texts of a list that say something."""
    return [line for part in values(value) if (line := text(part, longest))]


def listing(value: object) -> list[object] | None:
    """The list, or None where it is none."""
    return cast("list[object]", value) if isinstance(value, list) else None


def span(value: object) -> float | None:
    """Minutes of ``[days.]hours:minutes:seconds[.fraction]``."""
    found = _SPAN.fullmatch(text(value))
    if found is None:
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return (days * 24 + hours) * 60 + minutes + seconds / 60


def elements(body: bytes, chunk: int = CHUNK) -> Iterator[object]:
    """What a JSON list holds, one and ``chunk`` bytes of text in memory at a time.

    Raises ValueError where it is no list or broken off.
    """
    source = _Source(body, chunk)
    if source.sign() != "[":
        raise ValueError("no list")
    source.at += 1
    if source.sign() == "]":
        return
    while True:
        yield source.value()
        closing = source.sign()
        source.at += 1
        if closing == "]":
            return
        if closing != ",":
            raise ValueError("broken off")


class _Source:
    """Text that is decoded as it is needed: one sign beyond the usual ones makes all of it twice as large."""

    def __init__(self, body: bytes, chunk: int) -> None:
        self._chunk = chunk
        self._body = memoryview(body)
        self._read = 0
        self._signs = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text = ""
        self.at = 0

    def sign(self) -> str:
        """The next one that is not white space; empty at the end."""
        while True:
            while self.at < len(self._text) and self._text[self.at] in _SPACE:
                self.at += 1
            if self.at < len(self._text):
                return self._text[self.at]
            if not self._more(self._chunk):
                return ""

    def value(self) -> object:
        """The next one."""
        self.sign()
        size = self._chunk
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self.at)
            except ValueError:
                if not self._more(size):
                    raise
                size *= 2
                continue
            if end < len(self._text) or not self._more(size):  # a number may go on
                self.at = end
                return value

    def _more(self, size: int) -> bool:
        part = self._body[self._read : self._read + size]
        self._read += len(part)
        rest = self._signs.decode(bytes(part), final=self._read >= len(self._body))
        self._text, self.at = self._text[self.at :] + rest, 0
        return len(part) > 0
