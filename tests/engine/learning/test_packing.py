"""Models as files: they come back as they were, and nothing else does any harm."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.learning import packing
from engine.learning.packing import Contents, manifest_of, pack, seal, unpack, unseal, version_of
from engine.ports.models import ModelRejected
from tests.engine.learning.packed import (
    MANIFEST,
    PUBLIC,
    TITLES,
    Table,
    contents,
    members_of,
    resealed,
    sealed,
)


def test_a_model_comes_back_as_it_was() -> None:
    data = pack(Table(), MANIFEST, trial=Table(np.ones((2, 2), np.float32)))
    again = unpack(data, Table)
    assert np.array_equal(again.weights, Table().weights)
    assert again.ids == Table().ids
    found = unseal(data)
    assert found.manifest == MANIFEST
    assert found.trial is not None
    assert np.array_equal(found.trial[0]["weights"], np.ones((2, 2)))
    assert set(found.arrays) == {"weights"}


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint16", "int32", "int64", "float16", "float32", "float64", ">i4"])
@pytest.mark.parametrize("shape", [(0,), (3,), (0, 4), (2, 3), (2, 1, 2)])
def test_arrays_of_every_plain_kind_and_shape_come_back(dtype: str, shape: tuple[int, ...]) -> None:
    array = np.arange(np.prod(shape)).reshape(shape).astype(dtype)
    back = unseal(seal(contents(extra=array))).arrays["extra"]
    assert back.shape == shape
    assert np.array_equal(back, array)
    assert back.dtype.isnative
    assert back.flags.aligned
    assert back.flags.owndata


def test_the_same_model_is_the_same_bytes_and_the_version_says_when_it_was_learned() -> None:
    assert seal(contents()) == seal(contents())
    assert version_of(seal(contents())).startswith("20261121-104500-")
    assert version_of(seal(contents())) != version_of(seal(contents(extra=np.ones(1))))


def test_anybody_can_read_the_arrays_with_numpy_alone() -> None:
    with np.load(io.BytesIO(seal(contents())), allow_pickle=False) as arrays:
        assert np.array_equal(arrays["weights"], Table().weights)


def test_the_outside_can_be_read_without_the_inside() -> None:
    data = seal(contents(extra=np.zeros(1_000)))
    assert manifest_of(io.BytesIO(data)) == MANIFEST
    damaged = bytearray(data)
    damaged[data.index(b"extra.npy") + 500] ^= 1
    assert manifest_of(io.BytesIO(bytes(damaged))) == MANIFEST


def test_titles_of_a_public_model_come_back_with_all_their_ids() -> None:
    data = pack(Table(), PUBLIC, titles=TITLES)
    assert unseal(data).titles == TITLES


def test_a_public_model_cannot_carry_a_trial_that_knows_people() -> None:
    with pytest.raises(ValueError, match="knows people"):
        pack(Table(), PUBLIC, trial=Table())


def test_objects_are_never_packed() -> None:
    with pytest.raises(ValueError, match="plain numbers"):
        seal(contents(extra=np.array(["text"])))


def rejected(data: bytes) -> str:
    with pytest.raises(ModelRejected) as told:
        unpack(data, Table)
    return told.value.key


def test_every_cut_is_noticed() -> None:
    data = pack(Table(), MANIFEST)
    for end in range(0, len(data), 7):
        assert rejected(data[:end]) in {"model-foreign", "model-unreadable"}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_changed_byte_is_noticed(draw: st.DataObject) -> None:
    data = bytearray(pack(Table(), MANIFEST))
    place = draw.draw(st.integers(0, len(data) - 1))
    data[place] ^= draw.draw(st.integers(1, 255))
    assert rejected(bytes(data)) in {"model-foreign", "model-unreadable"}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_changed_on_purpose_and_sealed_again_it_is_read_or_rejected_and_nothing_else_is_raised(
    draw: st.DataObject,
) -> None:
    data = bytearray(pack(Table(), MANIFEST))
    for _ in range(draw.draw(st.integers(1, 4))):
        data[draw.draw(st.integers(0, len(data) - 65))] = draw.draw(st.integers(0, 255))
    with suppress(ModelRejected):
        unpack(resealed(bytes(data)), Table)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"hello",
        pickle.dumps({"weights": [1, 2]}),
        b"\x93NUMPY",
        b"\x1f\x8b" + b"\0" * 200,
        b"PK\x03\x04" + b"\0" * 200,
        b"\0" * 10_000,
    ],
)
def test_what_is_no_model_is_called_foreign(data: bytes) -> None:
    assert rejected(data) == "model-foreign"
    with pytest.raises(ModelRejected, match="model-foreign"):
        manifest_of(io.BytesIO(data))


class Trap:
    """Would run code wherever it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return pytest.fail, ("a pickle was loaded",)


def test_a_pickle_inside_is_not_loaded() -> None:
    members = members_of(pack(Table(), MANIFEST))
    file = io.BytesIO()
    np.save(file, np.array([Trap()], object), allow_pickle=True)
    assert rejected(sealed(members | {"weights.npy": file.getvalue()})) == "model-unreadable"
    assert rejected(sealed(members | {"weights.npy": pickle.dumps(Trap())})) == "model-unreadable"
    assert rejected(sealed(members | {"facts.json": pickle.dumps(Trap())})) == "model-unreadable"


def test_nothing_compressed_is_unpacked() -> None:
    members = members_of(pack(Table(), MANIFEST)) | {"bomb.npy": b"\0" * 50_000_000}
    bomb = sealed(members, compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert rejected(bomb) == "model-unreadable"


def test_members_that_claim_more_than_the_file_has_are_not_read() -> None:
    data = pack(Table(), MANIFEST)
    central = data.index(b"PK\x01\x02")
    huge = bytearray(data)
    huge[central + 20 : central + 28] = struct.pack("<II", 2**31, 2**31)
    assert rejected(resealed(bytes(huge))) == "model-unreadable"


def test_an_array_that_claims_to_be_huge_takes_no_memory() -> None:
    members = members_of(pack(Table(), MANIFEST))
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": "<f4", "fortran_order": False, "shape": (2**30, 2**30)})
    assert rejected(sealed(members | {"weights.npy": file.getvalue() + b"\0" * 64})) == "model-unreadable"


@pytest.mark.parametrize(
    "header",
    [
        b"\x93NUMPY\x01\x00\x10\x00{'descr': '<f4'}",
        b"\x93NUMPY\x02\x00" + b"\xff" * 40,
        b"\x93NUMPY\x01\x00\xff\xff{",
        b"\x93NUMPY\x01\x00\x80\x00" + b"[" * 128,
        b"",
    ],
)
def test_a_broken_array_is_rejected(header: bytes) -> None:
    members = members_of(pack(Table(), MANIFEST))
    assert rejected(sealed(members | {"weights.npy": header})) == "model-unreadable"


def test_more_bytes_than_a_model_may_have_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(Table(), MANIFEST)
    monkeypatch.setattr(packing, "MOST_BYTES", len(data) - 1)
    assert rejected(data) == "model-too-large"


def test_too_many_or_doubled_members_are_rejected() -> None:
    members = members_of(pack(Table(), MANIFEST))
    assert rejected(sealed(members | {f"{n}.npy": b"" for n in range(600)})) == "model-unreadable"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("facts.json", b"{}")
        archive.comment = b"sha256:" + b"0" * 64
    assert rejected(resealed(file.getvalue())) == "model-unreadable"


def test_a_large_manifest_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(Table(), MANIFEST)
    monkeypatch.setattr(packing, "MOST_MANIFEST", 10)
    assert rejected(data) == "model-too-large"


def with_manifest(**changes: object) -> bytes:
    members = members_of(pack(Table(), MANIFEST))
    told = json.loads(members["manifest.json"]) | changes
    return sealed(members | {"manifest.json": json.dumps(told).encode()})


def test_a_file_of_a_later_version_is_said_to_be_newer() -> None:
    assert rejected(with_manifest(format=2)) == "model-newer"


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "1"},
        {"format": 0},
        {"kind": "secret"},
        {"kind": 7},
        {"created_at": "yesterday"},
        {"created_at": "2026-01-01"},
        {"created_at": "0001-01-01T00:00:00+00:00"},
        {"people": -1},
        {"people": True},
        {"titles": 1e300},
        {"fingerprint": "x"},
        {"metrics": []},
        {"metrics": {"a": "b"}},
        {"metrics": {"a": float("nan")}},
        {"metrics": {str(n): 1.0 for n in range(200)}},
        {"product": "x" * 10_000},
    ],
)
def test_a_manifest_of_nonsense_is_rejected(changes: dict[str, object]) -> None:
    assert rejected(with_manifest(**changes)) == "model-unreadable"


@pytest.mark.parametrize("text", [b"", b"[]", b"7", b"{", b"[" * 100_000, b"\xff\xfe", b"{}"])
def test_any_other_manifest_is_rejected(text: bytes) -> None:
    members = members_of(pack(Table(), MANIFEST))
    assert rejected(sealed(members | {"manifest.json": text})) == "model-unreadable"


@pytest.mark.parametrize(
    "text",
    [b"{}", b'["a"]', b"[[]]", b'[["a", "movie", "b", 1]]', b'[["a", "song", "b", 1, 2, "c"]]', b"[[1,2,3,4,5,6]]"],
)
def test_titles_of_nonsense_are_rejected(text: bytes) -> None:
    members = members_of(pack(Table(), PUBLIC, titles=TITLES))
    assert rejected(sealed(members | {"titles.json": text})) == "model-unreadable"


def test_parts_that_do_not_fit_each_other_are_rejected() -> None:
    wrong = Contents(MANIFEST, {"weights": np.zeros((3, 3), np.float32)}, Table().facts())
    assert rejected(seal(wrong)) == "model-unreadable"
    assert rejected(seal(replace(wrong, facts={}))) == "model-unreadable"
    assert rejected(seal(replace(wrong, arrays={}))) == "model-unreadable"
    members = members_of(pack(Table(), MANIFEST))
    del members["facts.json"]
    assert rejected(sealed(members)) == "model-unreadable"
