"""What a store of people and accounts must do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BEN, HOSTILE

UNKNOWN = (InvalidQuery, LookupError, ValueError)


async def test_a_viewer_comes_back_exactly_as_added(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        assert await unit.viewers.get("anna") == ANNA
        assert await unit.viewers.get("ben") == BEN
        assert await unit.viewers.all() == [ANNA, BEN]
        assert await unit.viewers.get("nobody") is None


async def test_a_viewer_is_found_by_name_whatever_its_case(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.viewers.add(Viewer("anna-2", "ANNA GRÖSSE"))
        assert [viewer.id for viewer in await unit.viewers.find("anna größe")] == ["anna", "anna-2"]
        assert await unit.viewers.find(HOSTILE) == [BEN]
        assert await unit.viewers.find("ann") == []
        assert await unit.viewers.find("%") == []


async def test_the_same_viewer_cannot_be_added_twice(peopled: Storage) -> None:
    with pytest.raises(UNKNOWN):
        async with peopled.unit() as unit:
            await unit.viewers.add(replace(ANNA, name="Impostor"))
    async with peopled.unit() as unit:
        assert await unit.viewers.get("anna") == ANNA


async def test_an_update_replaces_everything_but_library_access(peopled: Storage) -> None:
    changed = replace(BEN, id="anna", library_ids=frozenset({"everything"}))
    async with peopled.unit() as unit:
        await unit.viewers.update(changed)
    async with peopled.unit() as unit:
        assert await unit.viewers.get("anna") == replace(changed, library_ids=ANNA.library_ids)
        assert await unit.viewers.find("Anna Größe") == []


async def test_access_is_replaced_as_a_whole_and_for_one_viewer(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.viewers.set_access("ben", ["series"])
        await unit.viewers.set_access("anna", iter(["series", "series", "music"]))
    async with peopled.unit() as unit:
        assert {viewer.id: viewer.library_ids for viewer in await unit.viewers.all()} == {
            "anna": {"series", "music"},
            "ben": {"series"},
        }
        await unit.viewers.set_access("anna", [])
        assert await unit.viewers.get("anna") == replace(ANNA, library_ids=frozenset())


async def test_nothing_can_be_changed_or_linked_for_an_unknown_viewer(peopled: Storage) -> None:
    stranger = replace(BEN, id="stranger")
    with pytest.raises(UNKNOWN):
        async with peopled.unit() as unit:
            await unit.viewers.update(stranger)
    with pytest.raises(UNKNOWN):
        async with peopled.unit() as unit:
            await unit.viewers.set_access("stranger", [])
    with pytest.raises(UNKNOWN):
        async with peopled.unit() as unit:
            await unit.viewers.link(Identity("telegram", "1", "stranger"))


async def test_an_account_belongs_to_one_viewer_at_a_time(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.viewers.link(Identity("telegram", "1", "anna"))
        await unit.viewers.link(Identity("discord", "1", "anna"))
        await unit.viewers.link(Identity("telegram", "1", "ben"))
    async with peopled.unit() as unit:
        assert await unit.viewers.by_identity("telegram", "1") == BEN
        assert await unit.viewers.by_identity("discord", "1") == ANNA
        assert await unit.viewers.identities("anna") == [Identity("discord", "1", "anna")]
        assert await unit.viewers.identities("ben") == [Identity("telegram", "1", "ben")]


async def test_unlinking_says_whether_there_was_something(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.viewers.link(Identity("telegram", HOSTILE, "anna"))
        assert await unit.viewers.unlink("telegram", HOSTILE)
        assert not await unit.viewers.unlink("telegram", HOSTILE)
        assert await unit.viewers.by_identity("telegram", HOSTILE) is None
