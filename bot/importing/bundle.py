"""The files of an import, whether they come alone, zipped, compressed or in a folder. Nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.errors import InvalidQuery

MOST_FILES = 2_000
LARGEST = 4 * 2**30
"""Bytes of one file, unpacked."""
LARGEST_ARCHIVE = 2**30
"""Bytes of all files of a ZIP together, unpacked."""
HIGHEST_RATIO = 200
"""Unpacked to packed, beyond ``HARMLESS`` bytes; text of people packs to a fifth or a tenth."""
HARMLESS = 32 * 2**20
HEAD = 16_384
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One readable file: its name as the archive or folder has it, and its first bytes, unpacked."""

    name: str
    head: bytes
    unpacked: Callable[[], Reader]

    def open(self) -> Reader:
        """From the beginning; close it."""
        return self.unpacked()


class Readable(Protocol):
    """What files of every kind can do."""

    def read(self, size: int = -1, /) -> bytes: ...
    def close(self) -> None: ...


class Reader(io.RawIOBase):
    """Reads up to a limit. A packed file that breaks off ends there, with ``cut_off`` set."""

    def __init__(self, inner: Readable, name: str, packed: int | None = None) -> None:
        super().__init__()
        self._inner = inner
        self._name = name
        self._limit = LARGEST if packed is None else min(LARGEST, max(HARMLESS, packed * HIGHEST_RATIO))
        self._taken = 0
        self.cut_off = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # pyright: ignore[reportIncompatibleMethodOverride] - any buffer will do
        try:
            content = self._inner.read(len(buffer))
        except _BROKEN:
            self.cut_off = True
            return 0
        self._taken += len(content)
        if self._taken > self._limit:
            raise InvalidQuery("import-too-large", file=self._name, limit=self._limit // 2**20)
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._inner.close()
        super().close()


def open_bundle(path: Path) -> list[SourceFile]:
    """The files at ``path``. Raises InvalidQuery: missing, no file, locked, or larger than an export can be."""
    try:
        if path.is_dir():
            return list(_folder(path))
        if not path.is_file():
            raise InvalidQuery("import-not-a-file" if path.exists() else "import-no-file", path=str(path))
        with path.open("rb") as file:
            start = file.read(4)
        return list(_zipped(path)) if start == _ZIP else [_single(path)]
    except OSError as error:
        raise InvalidQuery("import-unreadable", path=str(path), reason=error.strerror or "") from error


def digest_of(path: Path) -> str:
    """SHA-256 of what is at ``path``, names included for a folder."""
    digest = hashlib.sha256()
    for file in sorted(_files_in(path)) if path.is_dir() else [path]:
        digest.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
        with file.open("rb") as content:
            while chunk := content.read(2**20):
                digest.update(chunk)
    return digest.hexdigest()


def _folder(path: Path) -> Iterator[SourceFile]:
    for number, file in enumerate(sorted(_files_in(path))):
        if number >= MOST_FILES:
            raise InvalidQuery("import-too-many-files", limit=MOST_FILES)
        yield _single(file, str(file.relative_to(path)))


def _files_in(path: Path) -> Iterator[Path]:
    for file in (*path.glob("*"), *path.glob("*/*")):
        if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
            yield file


def _single(path: Path, name: str = "") -> SourceFile:
    name = name or path.name
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
    size = path.stat().st_size

    def unpacked() -> Reader:
        return Reader(gzip.open(path, "rb"), name, size) if packed else Reader(path.open("rb"), name)

    return _source(name.removesuffix(".gz"), unpacked)


def _zipped(path: Path) -> Iterator[SourceFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError) as error:
        raise InvalidQuery("import-broken-archive", path=path.name) from error
    if len(entries) > MOST_FILES:
        raise InvalidQuery("import-too-many-files", limit=MOST_FILES)
    if sum(entry.file_size for entry in entries) > LARGEST_ARCHIVE:
        raise InvalidQuery("import-too-large", file=path.name, limit=LARGEST_ARCHIVE // 2**20)
    for entry in entries:
        if entry.flag_bits & 1:
            raise InvalidQuery("import-locked-archive", path=path.name)
        if not entry.filename.lower().endswith(".zip"):
            yield _source(entry.filename, lambda entry=entry: _entry(path, entry))


def _entry(path: Path, entry: zipfile.ZipInfo) -> Reader:
    archive = zipfile.ZipFile(path)
    try:
        inner: Readable = archive.open(entry)
    except _BROKEN:
        inner = _Broken()
    finally:
        archive.close()  # the entry keeps the file open for itself
    return Reader(inner, entry.filename, entry.compress_size)


class _Broken(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise EOFError(size)


def _source(name: str, unpacked: Callable[[], Reader]) -> SourceFile:
    with unpacked() as reader:
        head = reader.read(HEAD)
    return SourceFile(name, head or b"", unpacked)
