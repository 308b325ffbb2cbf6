"""Files alone, zipped, compressed and in folders, and those that mean harm."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from bot.importing import bundle
from bot.importing.bundle import digest_of, open_bundle
from engine.errors import InvalidQuery


def content_of(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for source in open_bundle(path):
        with source.open() as reader:
            found[source.name] = io.BufferedReader(reader).read()
    return found


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InvalidQuery) as caught:
        content_of(path)
    return caught.value.key


def test_a_single_file_a_zip_and_a_folder_give_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "likes").mkdir(parents=True)
    (folder / "a.csv").write_bytes(b"a")
    (folder / "likes" / "b.csv").write_bytes(b"b")
    (folder / ".hidden").write_bytes(b"c")
    (folder / "linked.csv").symlink_to("/etc/passwd")
    archive = zipped(tmp_path / "export.zip", **{"a.csv": b"a", "likes/b.csv": b"b"})
    assert content_of(folder) == content_of(archive) == {"a.csv": b"a", "likes/b.csv": b"b"}
    assert content_of(folder / "a.csv") == {"a.csv": b"a"}


def test_a_compressed_file_is_unpacked_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"hello"))
    assert content_of(path) == {"a.csv": b"hello"}
    path.write_bytes(b"plain")
    assert content_of(path) == {"a.csv": b"plain"}


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.csv") == "import-no-file"
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "import-not-a-file"
    assert refusal(Path("/dev/zero")) == "import-not-a-file"


def test_an_archive_that_unpacks_to_a_thousand_times_its_size_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "HARMLESS", 100_000)
    assert refusal(zipped(tmp_path / "bomb.zip", **{"a.csv": b"0" * 2_000_000})) == "import-too-large"
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(b"0" * 2_000_000))
    assert refusal(path) == "import-too-large"


def test_archives_with_too_much_in_them_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = zipped(tmp_path / "many.zip", **{f"{n}.csv": b"12345" for n in range(12)})
    monkeypatch.setattr(bundle, "MOST_FILES", 10)
    assert refusal(archive) == "import-too-many-files"
    (tmp_path / "folder").mkdir()
    for number in range(12):
        (tmp_path / "folder" / f"{number}.csv").touch()
    assert refusal(tmp_path / "folder") == "import-too-many-files"
    monkeypatch.undo()
    monkeypatch.setattr(bundle, "LARGEST_ARCHIVE", 50)
    assert refusal(archive) == "import-too-large"


def test_archives_within_archives_and_paths_that_climb_out_are_harmless(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", **{"a.csv": b"a"}).read_bytes()
    archive = zipped(tmp_path / "export.zip", **{"inner.zip": inner, "../../etc/b.csv": b"b", "/abs.csv": b"c"})
    before = sorted(tmp_path.rglob("*"))
    assert content_of(archive) == {"../../etc/b.csv": b"b", "/abs.csv": b"c"}
    assert sorted(tmp_path.rglob("*")) == before


def test_damaged_and_locked_archives_are_told_apart(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", **{"a.csv": b"content " * 100})
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    assert refusal(path) == "import-broken-archive"
    locked = bytearray(whole)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.find(signature) + offset] |= 1
    path.write_bytes(locked)
    assert refusal(path) == "import-locked-archive"


def test_an_entry_that_is_damaged_ends_where_it_breaks(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.csv", b"content " * 10_000)
        archive.writestr("b.csv", b"fine")
    damaged = path.read_bytes().replace(b"content ", b"contend ", 1)
    path.write_bytes(damaged)
    first, second = open_bundle(path)
    with first.open() as reader:
        io.BufferedReader(reader).read()
        assert reader.cut_off
    assert second.head == b"fine"


def test_an_entry_whose_header_is_gone_is_cut_off_at_once(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", **{"a.csv": b"content"})
    path.write_bytes(path.read_bytes().replace(b"a.csv", b"b.csv", 1))
    (only,) = open_bundle(path)
    with only.open() as reader:
        assert reader.read(10) == b""
        assert reader.cut_off


def test_the_digest_tells_contents_apart(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"a")
    first = digest_of(folder)
    (folder / "a.csv").write_bytes(b"b")
    assert digest_of(folder) != first
    assert digest_of(folder / "a.csv") == digest_of(folder / "a.csv")


def test_a_file_without_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a")

    def denied(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert refusal(path) == "import-unreadable"
