"""Models as files: kept whole, few, and found again after whatever happened."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from adapters.models import FileModels, open_models
from adapters.models.files import KEPT
from adapters.models.in_use import NAME
from engine.errors import InvalidQuery, Misconfigured, SourceUnavailable
from engine.learning.packing import seal, unpack
from engine.ports.models import ModelKind, ModelRejected
from tests.engine.learning.packed import Table, at, contents

HOUSEHOLD, PUBLIC = ModelKind.HOUSEHOLD, ModelKind.PUBLIC
ROOT = Path(__file__).parents[3]


@pytest.fixture
def store(tmp_path: Path) -> FileModels:
    return open_models(tmp_path)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def versions(store: FileModels) -> list[str]:
    return [stored.version for stored in await store.list()]


async def test_before_anything_is_saved_there_is_nothing_and_no_folder(store: FileModels, tmp_path: Path) -> None:
    assert await store.list() == []
    assert await store.current(HOUSEHOLD) is None
    assert not names(tmp_path)
    with pytest.raises(InvalidQuery, match="model-unknown"):
        await store.load("20260101-000000-00000000")


async def test_a_saved_model_is_listed_with_its_outside_and_comes_back(store: FileModels, tmp_path: Path) -> None:
    data = at(5, people=7)
    version = await store.save(data)
    assert await store.load(version) == data
    (listed,) = await store.list()
    assert listed.manifest is not None
    assert (listed.version, listed.bytes, listed.manifest.people) == (version, len(data), 7)
    assert await versions(open_models(tmp_path)) == [version]
    assert (tmp_path / "crowds").stat().st_mode & 0o077 == 0


async def test_the_same_model_again_is_the_same_file(store: FileModels) -> None:
    assert await store.save(at(5)) == await store.save(at(5))
    assert len(await store.list()) == 1


async def test_the_newest_five_of_each_kind_are_kept_and_the_one_in_use_and_the_one_before(store: FileModels) -> None:
    public = await store.save(at(0, PUBLIC))
    first, second, third = [await store.save(at(minute)) for minute in (1, 2, 3)]
    await store.use(first)
    await store.use(second)
    later = [await store.save(at(minute)) for minute in range(4, 14)]
    kept = await versions(store)
    assert kept == [*reversed(later[-KEPT:]), second, first, public]
    assert third not in kept


async def test_an_old_model_that_is_brought_in_is_not_pruned_at_once(store: FileModels) -> None:
    for minute in range(10, 10 + KEPT):
        await store.save(at(minute))
    old = await store.save(at(1))
    assert old in await versions(store)


async def test_putting_into_service_and_rolling_back(store: FileModels) -> None:
    a, b, c = [await store.save(at(minute)) for minute in (1, 2, 3)]
    with pytest.raises(InvalidQuery, match="model-no-previous"):
        await store.roll_back(HOUSEHOLD)
    for version in (a, b, c):
        await store.use(version)
    assert await store.current(HOUSEHOLD) == c
    assert await store.previous(HOUSEHOLD) == b
    assert await store.roll_back(HOUSEHOLD) == b
    assert await store.roll_back(HOUSEHOLD) == a
    with pytest.raises(InvalidQuery, match="model-no-previous"):
        await store.roll_back(HOUSEHOLD)
    assert await store.current(HOUSEHOLD) == a
    assert await store.current(PUBLIC) is None


async def test_rolling_back_passes_over_models_that_are_gone(store: FileModels) -> None:
    a, b, c = [await store.save(at(minute)) for minute in (1, 2, 3)]
    for version in (a, b, c):
        await store.use(version)
    await store.remove(b)
    assert await store.roll_back(HOUSEHOLD) == a


async def test_none_at_all_can_be_in_use_and_that_can_be_taken_back(store: FileModels) -> None:
    a = await store.save(at(1))
    await store.use(a)
    await store.retire(HOUSEHOLD)
    assert await store.current(HOUSEHOLD) is None
    assert await store.roll_back(HOUSEHOLD) == a


async def test_the_model_in_use_cannot_be_removed_and_others_can(store: FileModels) -> None:
    a, b = await store.save(at(1)), await store.save(at(2))
    await store.use(a)
    with pytest.raises(InvalidQuery, match="model-in-use"):
        await store.remove(a)
    await store.remove(b)
    assert await versions(store) == [a]
    with pytest.raises(InvalidQuery, match="model-unknown"):
        await store.remove(b)


@pytest.mark.parametrize("name", ["", "../lock", "x" * 300, "20260101-000000-00000000/../../etc/passwd", "\0", "*"])
async def test_a_name_that_is_no_version_reaches_no_file(store: FileModels, name: str) -> None:
    await store.save(at(1))
    for attempt in (store.load, store.use, store.remove):
        with pytest.raises(InvalidQuery, match="model-unknown"):
            await attempt(name)


async def test_files_that_were_spoilt_are_listed_as_such_and_refused(store: FileModels, tmp_path: Path) -> None:
    version = await store.save(at(1))
    path = tmp_path / "crowds" / f"{version}.model"
    whole = path.read_bytes()
    for spoilt, key in ((b"", "model-foreign"), (b"\x80\x04]", "model-foreign"), (whole[:300], "model-unreadable")):
        path.write_bytes(spoilt)
        (listed,) = await store.list()
        assert (listed.manifest, listed.trouble) == (None, key)
        for attempt in (store.load, store.use):
            with pytest.raises(ModelRejected):
                await attempt(version)


async def test_another_model_under_a_model_s_name_is_refused(store: FileModels, tmp_path: Path) -> None:
    version = await store.save(at(1))
    (tmp_path / "crowds" / f"{version}.model").write_bytes(at(2))
    with pytest.raises(ModelRejected, match="model-unreadable"):
        await store.load(version)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"household": 7}', '{"household": [7, null]}', "[" * 100_000])
async def test_without_a_readable_note_no_model_is_in_use_until_one_is_chosen(
    store: FileModels, tmp_path: Path, text: str
) -> None:
    version = await store.save(at(1))
    (tmp_path / "crowds" / NAME).write_text(text)
    assert await store.current(HOUSEHOLD) is None
    await store.use(version)
    assert await store.current(HOUSEHOLD) == version


async def test_many_readers_and_writers_at_once_see_whole_models_only(store: FileModels) -> None:
    first = await store.save(at(0))
    await store.use(first)

    async def write(minute: int) -> None:
        version = await store.save(at(minute))
        with suppress(InvalidQuery):  # newer ones may have come in between
            await store.use(version)

    async def read() -> None:
        for _ in range(20):
            version = await store.current(HOUSEHOLD)
            assert version is not None
            try:
                unpack(await store.load(version), Table)
            except InvalidQuery:
                continue  # pruned between the two questions
            assert all(stored.manifest for stored in await store.list() if not stored.trouble)

    await asyncio.gather(*(write(minute) for minute in range(1, 12)), *(read() for _ in range(4)))
    assert len(await store.list()) <= KEPT + 2


@pytest.fixture
def no_room() -> Iterator[Callable[[], None]]:
    """No file may grow beyond 64 kB, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handled)


async def test_on_a_full_disk_nothing_changes_and_it_is_said(
    store: FileModels, tmp_path: Path, no_room: Callable[[], None]
) -> None:
    version = await store.save(at(1))
    await store.use(version)
    no_room()
    with pytest.raises(SourceUnavailable, match="disk-full"):
        await store.save(seal(contents(extra=np.zeros(100_000))))
    assert await versions(store) == [version]
    assert await store.current(HOUSEHOLD) == version
    assert names(tmp_path / "crowds") == {f"{version}.model", NAME}


async def test_where_a_file_stands_in_place_of_the_folder_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "crowds").write_text("in the way")
    store = open_models(tmp_path)
    assert await store.list() == []
    with pytest.raises(Misconfigured, match="models-not-writable"):
        await store.save(at(1))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_without_permission_to_write_it_is_said(store: FileModels, tmp_path: Path) -> None:
    (tmp_path / "crowds").mkdir(mode=0o500)
    with pytest.raises(Misconfigured, match="models-not-writable"):
        await store.save(at(1))


SAVING = """
import asyncio, sys
from pathlib import Path
from adapters.models import open_models
from tests.engine.learning.packed import at

async def main():
    store = open_models(Path(sys.argv[1]))
    minute = int(sys.argv[2])
    while True:
        minute += 1
        await store.use(await store.save(at(minute % 10_000)))
        print(minute, flush=True)

asyncio.run(main())
"""


def test_killed_while_saving_there_is_always_a_whole_model_in_use(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    store = open_models(tmp_path)
    for start in range(0, 6_000, 1_000):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(tmp_path), str(start)], cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(float(rng.uniform(0, 0.05)))
            process.kill()
        current = asyncio.run(store.current(HOUSEHOLD))
        assert current is not None
        unpack(asyncio.run(store.load(current)), Table)
        assert all(stored.manifest is not None for stored in asyncio.run(store.list()))
    asyncio.run(store.save(at(9_999)))
    assert not list((tmp_path / "crowds").glob(".new-*"))
