"""A learned model as one file: a ZIP of uncompressed ``.npy`` arrays and JSON, sealed by a digest over all of it.

Nothing in it is ever executed: no pickle, no compression, and every size is checked against the length of the file
before anything is read. The digest finds damage; it is no signature, so take models only from people you trust.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from hashlib import sha256
from math import prod
from types import MappingProxyType
from typing import BinaryIO, Protocol, Self, TypeVar, cast

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from engine.learning.manifest import (
    Reference,
    json_of,
    manifest_json,
    read_manifest,
    read_references,
    references_json,
    unreadable,
)
from engine.ports.models import Manifest, ModelKind, ModelRejected

Arrays = Mapping[str, NDArray[np.generic]]
Facts = Mapping[str, object]
MOST_BYTES = 2**30
MOST_MANIFEST = 2**20
MOST_JSON = 2**26
MOST_MEMBERS = 500
_FIRST, _FACTS, _TITLES, _NPY = "manifest.json", "facts.json", "titles.json", ".npy"
_TRIAL, _SHARED = "trial/", "trial/shared.json"
_PLAIN = "biuf"
"""Kinds of numbers that an array may hold: no objects, no records, no text."""
_HEADER = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(?P<kind>\|b1|\|[iu]1|[<>][iu][248]|[<>]f[248])', 'fortran_order': False, "
    rb"'shape': \((?P<shape>(?:\d{1,12},? ?){0,4})\), \} *\n",
    re.DOTALL,
)
"""Of an array, as numpy writes it."""
_SEAL = b"sha256:"
_SEALED = len(_SEAL) + 64
_ENCRYPTED = 1
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = 30
"""Bytes of a ZIP member's header before its name."""


class Learned(Protocol):
    """What can be packed: see ``engine.learning.crowd.Crowd``."""

    def arrays(self) -> Mapping[str, NDArray[np.generic]]: ...
    def facts(self) -> Mapping[str, object]: ...
    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], facts: Mapping[str, object]) -> Self:
        """Raises ValueError for nonsense."""
        ...


Model = TypeVar("Model", bound=Learned)


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """Everything in a file, before anybody makes a model of it."""

    manifest: Manifest
    arrays: Arrays
    facts: Facts
    titles: tuple[Reference, ...] = ()
    """How its titles are recognised elsewhere, for models that leave the house."""
    trial: tuple[Arrays, Facts] | None = field(default=None)
    """The same model as it was learned without everybody's last titles, to compare a later one with."""


def pack(
    crowd: Learned, manifest: Manifest, *, titles: tuple[Reference, ...] = (), trial: Learned | None = None
) -> bytes:
    """One model as bytes."""
    kept = (trial.arrays(), trial.facts()) if trial is not None else None
    return seal(Contents(manifest, crowd.arrays(), crowd.facts(), titles, kept))


def unpack(data: bytes, learned: type[Model]) -> Model:
    """The model in ``data``. Raises ModelRejected, whatever the bytes are."""
    contents = unseal(data)
    return made_of(learned, contents.arrays, contents.facts)


def made_of(learned: type[Model], arrays: Arrays, facts: Facts) -> Model:
    """The model of what was read. Raises ModelRejected where the parts do not fit each other."""
    try:
        return learned.from_arrays(arrays, facts)
    except (ValueError, KeyError, IndexError, TypeError, OverflowError, AttributeError) as problem:
        raise unreadable(f"model: {problem}") from problem


def seal(contents: Contents) -> bytes:
    """The file."""
    if contents.manifest.kind is ModelKind.PUBLIC and contents.trial is not None:
        raise ValueError("a public model carries no trial: that one knows people")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _members(contents):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
        archive.comment = _SEAL + b"0" * 64
    data = memoryview(file.getbuffer())[:-64]
    return bytes(data) + sha256(data).hexdigest().encode()


def unseal(data: bytes) -> Contents:
    """Everything in the file. Raises ModelRejected: model-too-large, model-foreign, model-unreadable, model-newer."""
    _check_seal(data)
    members = _read_all(io.BytesIO(data), len(data))
    manifest = read_manifest(members.pop(_FIRST))
    arrays = {name.removesuffix(_NPY): _array(name, text) for name, text in members.items() if name.endswith(_NPY)}
    titles = read_references(members[_TITLES]) if _TITLES in members else ()
    trial = _trial(members, arrays) if _SHARED in members else None
    return Contents(manifest, arrays, _facts(members.get(_FACTS, b"")), titles, trial)


def _trial(members: Mapping[str, bytes], arrays: dict[str, NDArray[np.generic]]) -> tuple[Arrays, Facts]:
    """The trial's arrays, taken out of all."""
    own = {name.removeprefix(_TRIAL): arrays.pop(name) for name in list(arrays) if name.startswith(_TRIAL)}
    shared = json_of(members[_SHARED])
    if not isinstance(shared, list):
        raise unreadable(_SHARED)
    for name in cast("list[object]", shared):
        if not isinstance(name, str) or name not in arrays:
            raise unreadable(_SHARED)
        own[name] = arrays[name]
    return own, _facts(members.get(f"{_TRIAL}{_FACTS}", b""))


def manifest_of(file: BinaryIO) -> Manifest:
    """What is written on the outside; the rest is neither read nor checked. Raises ModelRejected."""
    head = file.read(_HEAD + len(_FIRST))
    _check_head(head)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return read_manifest(_content(archive, archive.getinfo(_FIRST), MOST_MANIFEST))
    except _BROKEN as problem:
        raise unreadable("archive") from problem


def version_of(data: bytes) -> str:
    """When it was learned and the beginning of its digest: ``20261121-104500-1a2b3c4d``. For sealed ``data``."""
    created_at = manifest_of(io.BytesIO(data)).created_at.astimezone(UTC)
    return f"{created_at:%Y%m%d-%H%M%S}-{data[-64:-56].decode('ascii')}"


_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
)
"""What ``zipfile`` raises for what is none, is encrypted, or was tampered with."""


def _members(contents: Contents) -> Iterator[tuple[str, bytes]]:
    yield _FIRST, manifest_json(contents.manifest)
    if contents.titles:
        yield _TITLES, references_json(contents.titles)
    yield from _model("", contents.arrays, contents.facts)
    if contents.trial is not None:
        arrays, facts = contents.trial
        shared = [name for name, array in arrays.items() if _same(array, contents.arrays.get(name))]
        yield _SHARED, json.dumps(shared).encode()
        yield from _model(_TRIAL, {name: array for name, array in arrays.items() if name not in shared}, facts)


def _same(one: NDArray[np.generic], other: NDArray[np.generic] | None) -> bool:
    """What both models were helped by is kept once."""
    return other is not None and one.dtype == other.dtype and np.array_equal(one, other)


def _model(folder: str, arrays: Arrays, facts: Facts) -> Iterator[tuple[str, bytes]]:
    yield f"{folder}{_FACTS}", json.dumps(dict(facts), ensure_ascii=False, allow_nan=False).encode()
    for name, array in arrays.items():
        if array.dtype.kind not in _PLAIN:
            raise ValueError(f"{name} holds no plain numbers")
        file = io.BytesIO()
        npy.write_array(file, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
        yield f"{folder}{name}{_NPY}", file.getvalue()


def _check_seal(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise ModelRejected("model-too-large", limit=MOST_BYTES >> 20)
    _check_head(data[: _HEAD + len(_FIRST)])
    sealed = data[-_SEALED:]
    if not sealed.startswith(_SEAL):
        raise unreadable("no seal")
    if sha256(memoryview(data)[:-64]).hexdigest().encode() != sealed[len(_SEAL) :]:
        raise unreadable("digest")


def _check_head(head: bytes) -> None:
    if not head.startswith(b"PK\x03\x04") or head[_HEAD:] != _FIRST.encode():
        raise ModelRejected("model-foreign")


def _read_all(file: io.BytesIO, length: int) -> dict[str, bytes]:
    """Every member. Since none is compressed, they cannot hold more than the file has, unless they overlap."""
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS or len({info.filename for info in infos}) != len(infos):
                raise unreadable("members")
            if sum(info.file_size for info in infos) > length:
                raise unreadable("sizes")
            found = {info.filename: _content(archive, info, _most(info.filename)) for info in infos}
    except _BROKEN as problem:
        raise unreadable("archive") from problem
    if _FIRST not in found:
        raise unreadable("no manifest")
    return found


def _most(name: str) -> int:
    if name == _FIRST:
        return MOST_MANIFEST
    return MOST_BYTES if name.endswith(_NPY) else MOST_JSON


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & _ENCRYPTED or info.file_size != info.compress_size:
        raise unreadable(f"{info.filename[:80]} is packed")
    if info.file_size > most:
        raise ModelRejected("model-too-large", limit=most >> 20)
    content = archive.read(info)
    if len(content) != info.file_size:
        raise unreadable(f"{info.filename[:80]} is cut off")
    return content


def _array(name: str, content: bytes) -> NDArray[np.generic]:
    """A fresh array of plain numbers, whose header tells the size that is really there."""
    header = _HEADER.match(content)
    if header is None:
        raise unreadable(name)
    dtype = np.dtype(header["kind"].decode("ascii"))
    shape = tuple(int(length) for length in header["shape"].replace(b",", b" ").split())
    if prod(shape) * dtype.itemsize != len(content) - header.end():
        raise unreadable(name)
    array = np.frombuffer(content, dtype, offset=header.end()).reshape(shape)
    return array.astype(dtype.newbyteorder("="), copy=True)


def _facts(text: bytes) -> Facts:
    facts = json_of(text)
    if not isinstance(facts, dict):
        raise unreadable("facts")
    return MappingProxyType(cast("dict[str, object]", facts))
