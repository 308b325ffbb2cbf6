"""Posters are fetched from the place of the pictures, and from nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from adapters.metadata.tmdb.catalogue import Tmdb
from bot.integration import Instance, Outside
from engine.domain.items import MediaType
from engine.errors import SourceUnavailable
from tests.fakes.tmdb import FakeTmdb
from tests.fakes.tmdb.server import TOKEN


@pytest.fixture
async def tmdb(fake: FakeTmdb, outside: Outside) -> AsyncIterator[Tmdb]:
    opened = Tmdb(Instance("tmdb", fake.url, TOKEN, {"images_url": f"{fake.url}/t/p"}), outside)
    opened.client.http.back_off = 0.01
    yield opened
    await opened.close()


async def test_the_poster_of_a_title_is_had_at_the_address_that_its_facts_name(tmdb: Tmdb, fake: FakeTmdb) -> None:
    details = await tmdb.details(MediaType.MOVIE, 7)
    assert details is not None
    assert details.item.poster_url is not None
    assert details.item.poster_url.startswith(f"{fake.url}/t/p/w500/")
    body = await tmdb.picture(details.item.poster_url)
    assert body is not None
    assert body.startswith(b"\xff\xd8\xff")


async def test_a_poster_that_is_gone_is_none(tmdb: Tmdb, fake: FakeTmdb) -> None:
    fake.no_pictures.add("gone.jpg")
    assert await tmdb.picture(f"{fake.url}/t/p/w500/gone.jpg") is None


@pytest.mark.parametrize(
    "path", ["/3/movie/7", "/t/p/../../3/movie/7", "/t/p/%2e%2e/x", "/t/p/w500/a.jpg?x=1", "/t/p\\x", "/t/px"]
)
async def test_nothing_else_of_that_host_is_asked_for(tmdb: Tmdb, fake: FakeTmdb, path: str) -> None:
    assert await tmdb.picture(f"{fake.url}{path}") is None
    assert fake.pictures == []


async def test_no_other_host_is_asked(tmdb: Tmdb) -> None:
    assert await tmdb.picture("http://169.254.169.254/t/p/w500/a.jpg") is None
    assert await tmdb.picture("file:///etc/passwd") is None
    assert await tmdb.picture("") is None


async def test_a_place_that_is_down_is_said_to_be(tmdb: Tmdb, fake: FakeTmdb) -> None:
    await fake.close()
    with pytest.raises(SourceUnavailable):
        await tmdb.picture(f"{fake.url}/t/p/w500/a.jpg")
