"""Reads a safetensors file: eight bytes of length, a JSON header, then the raw numbers."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

LONGEST_HEADER = 10_000_000


class _Entry(TypedDict):
    dtype: str
    shape: list[int]
    data_offsets: tuple[int, int]


_HEADER = TypeAdapter(dict[str, _Entry])


class BadTensors(ValueError):
    """The file is no safetensors file, or is cut off."""


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """The 32-bit floating point tensors of ``path`` by name; others are left out. Raises BadTensors."""
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= length <= LONGEST_HEADER:
            raise BadTensors("no header")
        header = _header(file.read(length))
    body = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
    return {name: _tensor(body, name, entry) for name, entry in header.items() if entry["dtype"] == "F32"}


def _header(text: bytes) -> dict[str, _Entry]:
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict):
            raise BadTensors("the header is no object")
        return _HEADER.validate_python({name: entry for name, entry in raw.items() if name != "__metadata__"})  # pyright: ignore[reportUnknownVariableType] - checked by the validation
    except (json.JSONDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise BadTensors("the header is not readable") from error


def _tensor(body: NDArray[np.uint8], name: str, entry: _Entry) -> NDArray[np.float32]:
    low, high = entry["data_offsets"]
    if not 0 <= low <= high <= body.size or high - low != 4 * int(np.prod(entry["shape"], dtype=np.int64)):
        raise BadTensors(f"{name} is cut off")
    return np.frombuffer(body[low:high].tobytes(), dtype="<f4").reshape(entry["shape"])
