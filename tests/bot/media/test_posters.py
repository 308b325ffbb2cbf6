"""Real posters where a catalogue of the world has them: fetched once, kept here, and drawn where they cannot be had."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.media.posters import FOLDER, poster_of
from bot.media.stack import open_stack
from bot.services import Services
from bot.settings import Settings
from engine.domain.items import Item, MediaType
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from tests.conversations.household import furnish, services_over
from tests.fakes.tmdb.server import TOKEN, FakeTmdb


@pytest.fixture
async def fake() -> AsyncIterator[FakeTmdb]:
    running = FakeTmdb(10)
    await running.open()
    yield running
    await running.close()
    assert running.wrong == []


@pytest.fixture
async def services(fake: FakeTmdb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("RECOMMENDARR_TMDB_URL", fake.url)
    monkeypatch.setenv("RECOMMENDARR_TMDB_TOKEN", TOKEN)
    monkeypatch.setenv("RECOMMENDARR_TMDB_IMAGES_URL", f"{fake.url}/t/p/")
    storage, clock = MemoryStorage(), SteppedClock()
    await furnish(storage, ())
    base = await services_over(storage, clock, CountedIds(), demo=False)
    base = replace(base, settings=Settings(data_dir=tmp_path, _env_file=None))  # pyright: ignore[reportCallIssue]
    stack = await open_stack(base.settings, storage, clock)
    yield replace(base, stack=stack)
    await stack.close()


def film(fake: FakeTmdb, name: str = "a.jpg") -> Item:
    return Item("movie:1", MediaType.MOVIE, "A", poster_url=f"{fake.url}/t/p/w500/{name}")


async def test_a_poster_is_fetched_once_and_kept(services: Services, fake: FakeTmdb, tmp_path: Path) -> None:
    first = await poster_of(services, film(fake))
    assert first is not None
    assert first.type == "image/jpeg"
    assert await poster_of(services, film(fake)) == first
    assert fake.pictures == ["a.jpg"]
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


async def test_what_is_no_picture_is_not_taken_for_one(services: Services, fake: FakeTmdb, tmp_path: Path) -> None:
    fake.odd_pictures["a.jpg"] = b"<svg onload=alert(1)>"
    assert await poster_of(services, film(fake)) is None
    assert not (tmp_path / FOLDER).exists()


async def test_without_a_poster_or_a_catalogue_there_is_none(services: Services, fake: FakeTmdb) -> None:
    fake.no_pictures.add("gone.jpg")
    assert await poster_of(services, film(fake, "gone.jpg")) is None
    assert await poster_of(services, replace(film(fake), poster_url=None)) is None
    assert await poster_of(services, replace(film(fake), poster_url="http://127.0.0.1:1/x.jpg")) is None
    assert await poster_of(replace(services, stack=None), film(fake)) is None


async def test_what_was_kept_is_shown_while_the_catalogue_is_down(services: Services, fake: FakeTmdb) -> None:
    kept = await poster_of(services, film(fake))
    await fake.close()
    assert await poster_of(services, film(fake)) == kept
    assert await poster_of(services, film(fake, "b.jpg")) is None


async def test_a_folder_that_cannot_be_written_costs_only_another_fetch(
    services: Services, fake: FakeTmdb, tmp_path: Path
) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    assert await poster_of(services, film(fake)) is not None
    assert await poster_of(services, film(fake)) is not None
    assert fake.pictures == ["a.jpg", "a.jpg"]
