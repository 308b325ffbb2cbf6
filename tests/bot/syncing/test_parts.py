"""People with limits within a library: what they may open is what their server says, title by title."""

from __future__ import annotations

import pytest

from bot.integration import Instance
from bot.playing.copies import open_copies
from bot.syncing.shelves import is_part, opened, whole_of
from engine.domain.media_events import ShelfChanged
from engine.domain.query import Query
from engine.domain.records import Identity
from engine.errors import SourceUnavailable
from tests.bot.media.stage import ALICE, FILMS, KID, NOW, SERIES, Running, Stage, eventually
from tests.fakes.jellyfin.server import FakeJellyfin
from tests.fakes.jellyfin.world import Title, World
from tests.fakes.plex.titles import movie
from tests.fakes.plex.world import MACHINE

FAMILY = "contentRating=G%2CPG"
OPEN_TO_FAMILIES = {f"movie:{100 + number}" for number in (1, 5, 6, 10, 11)}


async def open_to(running: Running, account: int | str, vendor: str = "plex") -> set[str]:
    """What the person may open: by storage and by the catalogue that answers are made of, which agree."""
    mine = await running.access(account, vendor)
    async with running.stage.storage.unit() as unit:
        stored = {item.id async for page in unit.items.stream() for item in page if item.library_ids & mine}
    catalogue = running.services.snapshots.current
    assert {catalogue.ids[row] for row in catalogue.open_to(mine).nonzero()[0]} == stored
    return stored


async def picked(running: Running, account: int) -> set[str]:
    """What is recommended to the person and may still be shown."""
    viewer = await running.viewer(account)
    assert viewer is not None
    slate = await running.services.recommender.recommend(Query(viewer.id, limit=20))
    picks = [pick.item_id for pick in slate.picks]
    return set(await running.services.recommender.permitted(viewer.id, picks))


async def limited(stage: Stage, running: Running, written: str = FAMILY) -> None:
    stage.plex.world.people[KID].filters = {"filterMovies": written}
    await running.full()


async def test_somebody_with_a_filter_may_open_what_it_lets_through_and_hears_of_nothing_else(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        assert await open_to(running, KID) == OPEN_TO_FAMILIES
        assert await picked(running, KID) == OPEN_TO_FAMILIES
        (part,) = await running.access(KID)
        assert is_part(part)
        assert whole_of(part) == FILMS
        assert await running.access(ALICE) == {FILMS, SERIES}
        async with stage.storage.unit() as unit:
            assert [one.id for one in await unit.libraries.all()] == [FILMS, SERIES]


async def test_a_change_of_the_filter_holds_from_the_next_reading_of_rights_on(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        kid = stage.plex.world.people[KID]
        kid.filters = {"filterMovies": "contentRating=G"}
        await running.syncing.rights()
        assert await open_to(running, KID) == {"movie:105", "movie:110"}
        kid.filters = {}
        await running.syncing.rights()
        assert await running.access(KID) == {FILMS}
        async with stage.storage.unit() as unit:
            stored = [item async for page in unit.items.stream() for item in page]
            copies = [one async for page in unit.server_items.stream(MACHINE) for one in page]
        assert not any(is_part(one) for item in stored for one in item.library_ids)
        assert not any(is_part(tag) for item in stored for tag in item.tags)
        assert not any(one.parts for one in copies)


async def test_a_changed_filter_closes_at_once_though_the_server_does_not_say_what_it_opens(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        stage.plex.world.people[KID].filters = {"filterMovies": "contentRating=G"}
        stage.plex.faults.add(r"^GET /library/sections/1/all.*addedAt", status=500, times=50)
        with pytest.raises(SourceUnavailable):
            await running.syncing.of("plex").light()
        assert await picked(running, KID) == set()
        stage.plex.faults.clear()
        await running.syncing.rights()
        assert await picked(running, KID) == {"movie:105", "movie:110"}


async def test_while_the_server_is_down_the_same_filter_opens_what_it_did(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        stage.plex.faults.add(r"^GET /library/sections/1/all", status=503, times=50)
        await running.syncing.rights()
        assert await open_to(running, KID) == OPEN_TO_FAMILIES


async def test_a_title_that_is_rated_anew_is_closed_before_anything_else_is_read(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        stage.plex.world.changes[5] = {"contentRating": "R"}
        reading = running.syncing.of("plex")
        await reading.shelf_changed(ShelfChanged(item_key="5"))
        await reading.close()  # so that nothing follows by itself
        assert "movie:105" not in await picked(running, KID)
        await running.services.snapshots.refresh()
        await running.syncing.rights()
        assert await open_to(running, KID) == OPEN_TO_FAMILIES - {"movie:105"}
        stage.plex.world.changes[5] = {"contentRating": "PG"}
        await reading.shelf_changed(ShelfChanged(item_key="5"))

        async def is_open() -> bool:
            return "movie:105" in await picked(running, KID)

        await eventually(is_open)


async def test_a_new_title_is_open_to_whom_the_filter_lets_see_it(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        stage.plex.world.keys["1"] += [13, 15]  # R, G
        for number in (13, 15):
            stage.plex.world.changes[number] = {"addedAt": int(NOW.timestamp())}
        await running.syncing.of("plex").recent()
        assert await open_to(running, KID) == {*OPEN_TO_FAMILIES, "movie:115"}


async def test_of_two_copies_only_the_one_that_may_be_seen_is_shown(stage: Stage) -> None:
    async with stage.running() as running:
        # the same film twice in one library, one of them with a label that is kept away
        stage.plex.world.changes[6] = {"Guid": [{"id": "tmdb://105"}], "title": "Film 5", "Label": [{"tag": "uncut"}]}
        await limited(stage, running, "label!=uncut")
        viewer = await running.viewer(KID)
        assert viewer is not None
        async with stage.storage.unit() as unit:
            copies = await open_copies(running.services, unit, viewer.library_ids, ["movie:105"])
            assert len(await unit.server_items.of_item("movie:105")) == 2
        assert [copy.key for copy in copies.of("movie:105")] == ["5"]
        assert "key=%2Flibrary%2Fmetadata%2F5" in copies.link("movie:105")


async def test_what_the_part_holds_survives_a_new_process(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
    async with stage.running() as running:
        assert await picked(running, KID) == OPEN_TO_FAMILIES
        await running.full()
        assert await open_to(running, KID) == OPEN_TO_FAMILIES


async def test_a_server_that_was_made_anew_with_other_ids_opens_what_it_did(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        world = stage.plex.world
        for number in range(1, 13):
            key = str(100 + number)
            world.changes[100 + number] = movie(number) | {"ratingKey": key, "key": f"/library/metadata/{key}"}
        world.keys["1"] = list(range(101, 113))
        await running.full()
        assert await open_to(running, KID) == OPEN_TO_FAMILIES


async def test_a_server_that_lies_closes_and_opens_again_but_opens_no_more(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        empty = b'<MediaContainer size="0" totalSize="0"/>'
        stage.plex.faults.add(r"^GET /library/sections/1/all", status=200, body=empty, times=50)
        await running.syncing.rights()
        assert await picked(running, KID) == set()
        stage.plex.faults.clear()
        await running.syncing.rights()
        assert await open_to(running, KID) == OPEN_TO_FAMILIES


async def test_a_part_goes_by_the_name_of_its_library_and_is_none_beside_the_whole(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running)
        kid, alice = await running.viewer(KID), await running.viewer(ALICE)
        assert kid is not None
        assert alice is not None
        async with stage.storage.unit() as unit:
            libraries = await unit.libraries.all()
            await unit.viewers.link(Identity("plex", str(KID), alice.id))
        ((library, part),) = opened(libraries, kid.library_ids)
        assert (library.name, part) == ("Movies", *kid.library_ids)
        await running.syncing.rights()
        assert await running.access(ALICE) == {FILMS, SERIES}
        async with stage.storage.unit() as unit:
            before = await unit.viewers.get(kid.id)
        assert before is not None
        assert before.library_ids == frozenset()


async def test_a_filter_that_is_not_understood_closes_the_library_and_is_counted(stage: Stage) -> None:
    async with stage.running() as running:
        await limited(stage, running, "studio=Gaumont")
        assert await running.access(KID) == frozenset()
        assert running.syncing.of("plex").unclear == 1


@pytest.mark.parametrize("answers", [True, False])
async def test_on_jellyfin_the_server_itself_says_what_a_child_sees(stage: Stage, answers: bool) -> None:
    world = World(ignores_accounts=not answers)
    films = world.shelf("Films", "movies", 6)
    world.person("Olga", admin=True)
    kid = world.person("Kid", most=12)
    for number in (1, 2, 4):
        world.ratings[Title("Movie", 0, number).id] = 18
    async with FakeJellyfin(world, strict=False) as fake:
        stage.configured = [("jellyfin", Instance("jellyfin", fake.url, world.api_key, {}))]
        async with stage.running() as running:
            await running.full("jellyfin")
            seen = {f"movie:{1_000 + number}" for number in (0, 3, 5)} if answers else set[str]()
            assert await open_to(running, kid.id, "jellyfin") == seen
            assert running.syncing.of("jellyfin").unclear == (not answers)
            assert {whole_of(one) for one in await running.access(kid.id, "jellyfin")} == {
                f"jellyfin:{world.id}:{films.id}"
            }
