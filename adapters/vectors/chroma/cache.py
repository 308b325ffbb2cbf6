"""What Chroma keeps, once more in a form that is mapped into memory in no time. Derived, and dropped at any doubt.

Reading 100,000 vectors from Chroma takes three seconds and 300 MB; from here it takes a tenth of a second. It grows
with what is stored, so that not even the start after the first embedding has to read Chroma.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from adapters.vectors.chroma.client import Kept, collection_name

FORMAT = 2
WIDTH = np.dtype(np.float32).itemsize


@dataclass(frozen=True, slots=True)
class _Grown:
    """How far a matrix is told of by its index."""

    matrix: Path
    rows: int
    dimensions: int
    told: int
    """Bytes of the index that count."""

    @property
    def bytes(self) -> int:
        return self.rows * self.dimensions * WIDTH


class MatrixCache:
    """One matrix per model beside an index of its rows, a line of JSON per addition.

    Rows are written before the line that tells of them. Of an id that comes twice the last row counts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._grown: dict[str, _Grown] = {}

    def read(self, model: str) -> Kept | None:
        """What is cached for ``model``, its vectors mapped and read-only; None where there is none or it is damaged."""
        try:
            # a line that was cut off when the machine stopped tells of nothing
            lines = [line for line in self._index(model).read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
            head = json.loads(lines[0])
            pairs = [pair for line in lines[1:] for pair in zip(*json.loads(line), strict=True)]
            told = sum(map(len, lines))
            grown = _Grown(self._folder / str(head["file"]), len(pairs), int(head["dimensions"]), told)
            sound = head["format"] == FORMAT and grown.matrix.stat().st_size >= grown.bytes
        except (OSError, ValueError, LookupError, TypeError):
            return None
        if not sound:
            return None
        self._grown[model] = grown
        return Kept(tuple(one for one, _ in pairs), tuple(digest for _, digest in pairs), _mapped(grown))

    def write(self, model: str, kept: Kept) -> None:
        """Replace what is cached for ``model``. Raises OSError, and then nothing is cached."""
        self.drop(model)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        matrix = self._folder / f"{collection_name(model)}.{secrets.token_hex(4)}.f32"
        rows = np.ascontiguousarray(kept.vectors, np.float32)
        _put(matrix, 0, rows.data)
        head = {"format": FORMAT, "file": matrix.name, "dimensions": rows.shape[1]}
        index = (json.dumps(head) + "\n" + json.dumps([kept.ids, kept.digests]) + "\n").encode()
        beside = self._index(model).with_suffix(".new")
        _put(beside, 0, index)
        beside.replace(self._index(model))
        self._grown[model] = _Grown(matrix, len(rows), rows.shape[1], len(index))

    def append(
        self, model: str, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:  # fmt: skip
        """Add rows to what was read or written before. Raises OSError, and KeyError where nothing is cached."""
        grown = self._grown[model]
        if vectors.shape[1:] != (grown.dimensions,):
            raise OSError("rows of another length")
        _put(grown.matrix, grown.bytes, np.ascontiguousarray(vectors, np.float32).data)
        line = (json.dumps([list(ids), list(digests)]) + "\n").encode()
        _put(self._index(model), grown.told, line)
        self._grown[model] = _Grown(grown.matrix, grown.rows + len(ids), grown.dimensions, grown.told + len(line))

    def drop(self, model: str) -> None:
        """Forget what is cached for ``model``; a matrix that is mapped stays readable for who mapped it."""
        self._grown.pop(model, None)
        with suppress(NotADirectoryError):
            self._index(model).unlink(missing_ok=True)
        for matrix in self._folder.glob(f"{collection_name(model)}.*"):
            matrix.unlink(missing_ok=True)

    def _index(self, model: str) -> Path:
        return self._folder / f"{collection_name(model)}.jsonl"


def _put(path: Path, place: int, content: bytes | memoryview) -> None:
    """Write ``content`` from ``place`` on, as the new end of the file, down to the disk."""
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.seek(place)
        file.truncate()
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _mapped(grown: _Grown) -> NDArray[np.float32]:
    if not grown.rows:
        return np.zeros((0, grown.dimensions), np.float32)
    shape = (grown.rows, grown.dimensions)
    return np.memmap(grown.matrix, np.float32, mode="r", shape=shape)
