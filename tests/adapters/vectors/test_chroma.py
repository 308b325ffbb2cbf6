"""Chroma embedded and on a server: what is kept beside it, and what happens when it breaks."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from adapters.vectors.chroma import ChromaVectors, open_vectors
from adapters.vectors.chroma.client import collection_name
from engine.errors import Misconfigured, SourceUnavailable

IDS = ["movie:1", "movie:2", "movie:3"]


def rows(seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((3, 16)).astype(np.float32)


async def filled(data_dir: Path) -> ChromaVectors:
    vectors = await open_vectors(None, data_dir)
    await vectors.put("model", IDS, ["a", "b", "c"], rows())
    return vectors


@pytest.mark.parametrize("with_cache", [True, False])
async def test_vectors_survive_a_restart(tmp_path: Path, *, with_cache: bool) -> None:
    first = await filled(tmp_path)
    if with_cache:
        await first.load("model", IDS, 16)
    await first.close()
    second = await open_vectors(None, tmp_path)
    assert dict(await second.digests("model")) == {"movie:1": "a", "movie:2": "b", "movie:3": "c"}
    np.testing.assert_array_equal(await second.load("model", IDS, 16), rows())
    await second.close()


def test_a_start_with_nothing_new_does_not_even_import_chroma(tmp_path: Path) -> None:
    async def fill() -> None:
        vectors = await filled(tmp_path)
        await vectors.load("model", IDS, 16)
        await vectors.close()

    asyncio.run(fill())
    program = (
        "import asyncio, sys; from pathlib import Path; from adapters.vectors.chroma import open_vectors\n"
        "async def read():\n"
        "    vectors = await open_vectors(None, Path(sys.argv[1]))\n"
        "    assert len(await vectors.digests('model')) == 3\n"
        "    assert (await vectors.load('model', ['movie:1'], 16)).any()\n"
        "    await vectors.close()\n"
        "asyncio.run(read()); assert 'chromadb' not in sys.modules"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=root, check=True)


async def test_the_cache_never_outlives_what_it_was_made_from(tmp_path: Path) -> None:
    vectors = await filled(tmp_path)
    await vectors.load("model", IDS, 16)
    await vectors.put("model", IDS[:1], ["new"], rows(1)[:1])
    assert (await vectors.digests("model"))["movie:1"] == "new"
    np.testing.assert_array_equal(await vectors.load("model", IDS[:1], 16), rows(1)[:1])
    await vectors.forget("model", IDS[:1])
    assert not (await vectors.load("model", IDS[:1], 16)).any()
    await vectors.close()


@pytest.mark.parametrize("damage", ["index", "line", "shorter", "gone", "other"])
async def test_a_damaged_cache_is_passed_over(tmp_path: Path, damage: str) -> None:
    vectors = await filled(tmp_path)
    await vectors.load("model", IDS, 16)
    await asyncio.to_thread(spoil, tmp_path / "chroma-cache", damage)
    np.testing.assert_array_equal(await vectors.load("model", IDS, 16), rows())
    assert len(await vectors.digests("model")) == 3
    await vectors.close()


def spoil(cache: Path, damage: str) -> None:
    [index], [matrix] = cache.glob("*.jsonl"), cache.glob("*.f32")
    if damage == "index":
        index.write_bytes(b"{\xff")
    elif damage == "line":
        index.write_text(index.read_text() + "[1]\n")
    elif damage == "shorter":
        matrix.write_bytes(rows()[:2].tobytes())
    elif damage == "gone":
        matrix.unlink()
    else:
        index.write_text("[]")


async def test_what_was_stored_in_many_parts_is_read_without_chroma(tmp_path: Path) -> None:
    vectors = await open_vectors(None, tmp_path)
    for place, item_id in enumerate(IDS):
        await vectors.put("model", [item_id], [f"{place}"], rows()[place : place + 1])
    await vectors.put("model", IDS[:1], ["newer"], rows(1)[:1])
    await vectors.close()
    [index], [matrix] = (tmp_path / "chroma-cache").glob("*.jsonl"), (tmp_path / "chroma-cache").glob("*.f32")
    await asyncio.to_thread(cut_off, index, matrix)
    await asyncio.to_thread((tmp_path / "chroma").rename, tmp_path / "elsewhere")
    again = await open_vectors(None, tmp_path)
    assert dict(await again.digests("model")) == {"movie:1": "newer", "movie:2": "1", "movie:3": "2"}
    np.testing.assert_array_equal(await again.load("model", IDS, 16), np.concatenate([rows(1)[:1], rows()[1:]]))
    await again.close()


def cut_off(index: Path, matrix: Path) -> None:
    """As a machine leaves it that stopped while a row was added."""
    with matrix.open("ab") as rest:
        rest.write(b"half a row")
    with index.open("a") as rest:
        rest.write('[["movie:4"], ["')


async def test_what_a_stopped_machine_left_half_written_is_written_over(tmp_path: Path) -> None:
    vectors = await filled(tmp_path)
    await vectors.close()
    [index], [matrix] = (tmp_path / "chroma-cache").glob("*.jsonl"), (tmp_path / "chroma-cache").glob("*.f32")
    await asyncio.to_thread(cut_off, index, matrix)
    again = await open_vectors(None, tmp_path)
    await again.put("model", ["movie:4"], ["d"], rows(1)[:1])
    await again.close()
    await asyncio.to_thread((tmp_path / "chroma").rename, tmp_path / "elsewhere")
    third = await open_vectors(None, tmp_path)
    np.testing.assert_array_equal(
        await third.load("model", [*IDS, "movie:4"], 16), np.concatenate([rows(), rows(1)[:1]])
    )
    await third.close()


async def test_where_no_cache_can_be_written_chroma_is_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    await asyncio.to_thread((tmp_path / "chroma-cache").touch)
    vectors = await filled(tmp_path)
    np.testing.assert_array_equal(await vectors.load("model", IDS, 16), rows())
    assert "could not be cached" in caplog.text
    await vectors.close()


async def test_of_an_id_given_twice_the_last_vector_counts(tmp_path: Path) -> None:
    vectors = await open_vectors(None, tmp_path)
    await vectors.put("model", ["x", "y", "x"], ["a", "b", "c"], rows())
    assert dict(await vectors.digests("model")) == {"x": "c", "y": "b"}
    np.testing.assert_array_equal(await vectors.load("model", ["x", "y"], 16), rows()[[2, 1]])
    await vectors.close()


async def test_vectors_of_another_length_are_not_taken_for_ours(tmp_path: Path) -> None:
    vectors = await filled(tmp_path)
    assert (await vectors.load("model", IDS, 8)).shape == (3, 8)
    assert not (await vectors.load("model", IDS, 8)).any()
    with pytest.raises(ValueError, match="digest"):
        await vectors.put("model", IDS, ["a"], rows())
    with pytest.raises(Exception, match="dimension"):
        await vectors.put("model", IDS, ["a", "b", "c"], rows()[:, :8])
    np.testing.assert_array_equal(await vectors.load("model", IDS, 16), rows())
    await vectors.close()


@pytest.mark.parametrize("damage", ["garbage", "truncated", "file"])
async def test_a_damaged_directory_is_set_aside_and_begun_anew(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    await asyncio.to_thread(break_chroma, tmp_path, damage)
    vectors = await open_vectors(None, tmp_path)
    assert dict(await vectors.digests("model")) == {}
    assert not (await vectors.load("model", IDS, 16)).any()
    await vectors.put("model", IDS, ["a", "b", "c"], rows())
    np.testing.assert_array_equal(await vectors.load("model", IDS, 16), rows())
    await vectors.close()
    assert "made again" in caplog.text
    assert await asyncio.to_thread((tmp_path / "chroma-damaged").exists)


def break_chroma(data_dir: Path, damage: str) -> None:
    folder = data_dir / "chroma"
    if damage == "file":
        folder.write_text("not a directory")
        return
    folder.mkdir()
    database = folder / "chroma.sqlite3"
    if damage == "truncated":
        subprocess.run(
            [sys.executable, "-c", "import chromadb, sys; chromadb.PersistentClient(sys.argv[1])", str(folder)],
            check=True,
        )
        database.write_bytes(database.read_bytes()[:5_000])
    else:
        database.write_bytes(b"garbage" * 10_000)


async def test_damage_while_running_costs_the_vectors_and_nothing_else(tmp_path: Path) -> None:
    vectors = await filled(tmp_path)
    await vectors.close()
    again = await open_vectors(None, tmp_path)
    await again.put("other", IDS, ["a", "b", "c"], rows())
    await asyncio.to_thread(overwrite, tmp_path / "chroma" / "chroma.sqlite3")
    assert set(await again.digests("model")) <= set(IDS)
    await again.put("model", IDS, ["a", "b", "c"], rows())
    np.testing.assert_array_equal(await again.load("model", IDS, 16), rows())
    await again.close()


def overwrite(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.write(b"\xff" * size)


async def test_the_event_loop_stays_free_while_chroma_works(tmp_path: Path) -> None:
    vectors = await open_vectors(None, tmp_path)
    many = np.random.default_rng(0).standard_normal((3_000, 64)).astype(np.float32)
    names = [f"movie:{number}" for number in range(3_000)]
    await vectors.put("model", names[:1], names[:1], many[:1])  # imports Chroma
    work = asyncio.create_task(vectors.put("model", names, names, many))
    turns = 0
    while not work.done():
        await asyncio.sleep(0.002)
        turns += 1
    await work
    assert turns > 5
    await vectors.close()


@pytest.mark.parametrize("url", ["", "localhost:8000", "ftp://host", "http://", "http://h:port"])
async def test_a_url_that_is_no_server_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(Misconfigured, match="chroma-url-invalid"):
        await open_vectors(url, tmp_path)


async def test_a_server_that_is_down_is_a_matter_of_time(tmp_path: Path, unused_tcp_port: int) -> None:
    vectors = await open_vectors(f"http://127.0.0.1:{unused_tcp_port}", tmp_path)
    with pytest.raises(SourceUnavailable, match="vectors-unavailable"):
        await vectors.digests("model")
    await vectors.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder), "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


async def test_a_server_keeps_vectors_for_several_processes(server: str, tmp_path: Path) -> None:
    first, second = await open_vectors(server, tmp_path), await open_vectors(server, tmp_path)
    await first.put("model", IDS, ["a", "b", "c"], rows())
    np.testing.assert_array_equal(await second.load("model", IDS, 16), rows())
    await second.put("model", IDS[:1], ["new"], rows(1)[:1])
    assert (await first.digests("model"))["movie:1"] == "new"
    np.testing.assert_array_equal(await first.load("model", IDS[:1], 16), rows(1)[:1])
    await first.forget("model")
    assert dict(await second.digests("model")) == {}
    await first.close()
    await second.close()
    assert not await asyncio.to_thread((tmp_path / "chroma").exists)


def test_any_model_name_makes_a_name_chroma_allows() -> None:
    names = [collection_name(model) for model in ("", "a", "a/b", "a:b", "모델", "x" * 1_000, "\ud800")]
    assert len(set(names)) == len(names)
    assert all(3 <= len(name) <= 63 and name[0].isalnum() and name[-1].isalnum() for name in names)
