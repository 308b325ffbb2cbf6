"""What a store of titles and libraries must do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.domain.items import Item, Library, MediaType
from engine.ports.storage import Storage
from tests.contracts.facts import BARE, HOSTILE, PARASITE

pytestmark = pytest.mark.untraced


def film(number: int) -> Item:
    return Item(id=f"movie:{number}", media_type=MediaType.MOVIE, title=f"Film {number}")


async def streamed(storage: Storage, batch: int) -> list[list[Item]]:
    async with storage.unit() as unit:
        return [part async for part in unit.items.stream(batch)]


async def test_an_item_comes_back_exactly_as_it_was_stored(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.items.upsert([PARASITE, BARE])
    async with storage.unit() as unit:
        assert await unit.items.get(PARASITE.id) == PARASITE
        assert await unit.items.get(BARE.id) == BARE


async def test_an_unknown_item_is_nothing(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.items.get("movie:1") is None
        assert await unit.items.get_many(["movie:1", HOSTILE]) == {}


async def test_an_item_that_comes_again_replaces_what_was_known(storage: Storage) -> None:
    renewed = replace(BARE, id=PARASITE.id, title="Another")
    async with storage.unit() as unit:
        await unit.items.upsert([PARASITE])
        await unit.items.upsert([renewed])
    async with storage.unit() as unit:
        assert await unit.items.get(PARASITE.id) == renewed
        assert await unit.items.count() == 1


async def test_of_an_item_given_twice_at_once_the_last_one_counts(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.items.upsert([PARASITE, replace(PARASITE, title="Last")])
        found = await unit.items.get(PARASITE.id)
        assert found is not None
        assert found.title == "Last"


async def test_many_items_are_found_at_once_and_unknown_ones_are_left_out(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.items.upsert([film(number) for number in range(12)])
        wanted = [f"movie:{number}" for number in range(40_000)]
        assert set(await unit.items.get_many(wanted)) == {f"movie:{number}" for number in range(12)}
        assert await unit.items.get_many(iter(["movie:3", "movie:3"])) == {"movie:3": film(3)}


@pytest.mark.parametrize("batch", [1, 7, 600, 2_000])
async def test_all_items_stream_in_id_order_in_batches_of_the_size_asked_for(storage: Storage, batch: int) -> None:
    films = [film(number) for number in range(1_200)]
    async with storage.unit() as unit:
        await unit.items.upsert([*films, BARE, replace(BARE, id="Movie:1"), replace(BARE, id="movie:ä")])
    parts = await streamed(storage, batch)
    ids = [item.id for part in parts for item in part]
    assert ids == sorted(ids)
    assert len(ids) == 1_203
    assert {len(part) for part in parts[:-1]} <= {batch}
    assert 0 < len(parts[-1]) <= batch


async def test_nothing_streams_from_an_empty_catalogue(storage: Storage) -> None:
    assert await streamed(storage, 10) == []


async def test_the_revision_rises_with_every_change_and_only_when_it_is_kept(storage: Storage) -> None:
    async with storage.unit() as unit:
        before = await unit.items.revision()
        await unit.items.upsert([BARE])
    async with storage.unit() as unit:
        after = await unit.items.revision()
    with pytest.raises(KeyError):  # noqa: PT012 – the unit is what is tested
        async with storage.unit() as unit:
            await unit.items.upsert([PARASITE])
            raise KeyError
    async with storage.unit() as unit:
        assert before < after == await unit.items.revision()
        await unit.items.upsert([PARASITE])
        assert after < await unit.items.revision()


async def test_libraries_come_back_and_are_renamed_by_coming_again(storage: Storage) -> None:
    films, mixed = Library("films", "Films", MediaType.MOVIE), Library("mixed", HOSTILE)
    async with storage.unit() as unit:
        await unit.libraries.upsert([replace(films, name="Old"), mixed])
        await unit.libraries.upsert([films])
        await unit.libraries.upsert([])
    async with storage.unit() as unit:
        assert sorted(await unit.libraries.all(), key=lambda library: library.id) == [films, mixed]
