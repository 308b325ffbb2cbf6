"""Who may open what: read in one go, and never worse for a server that says nothing sensible."""

from __future__ import annotations

import asyncio

import pytest

from bot.syncing.light import SERVER_VALUE
from engine.domain.media_records import SyncKind, SyncState
from engine.domain.query import Query
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from engine.errors import SourceUnavailable
from tests.bot.media.stage import ALICE, FILMS, KID, SERIES, Running, Stage, eventually, plex_of
from tests.fakes.plex import PlexWorld
from tests.fakes.plex.world import MACHINE, OWNER, SECTIONS, Person


async def light(running: Running, name: str = "plex") -> None:
    await running.syncing.of(name).light()


async def test_people_libraries_and_rights_are_there_after_one_light_reading(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        assert await running.access(OWNER) == {FILMS, SERIES}
        assert await running.access(ALICE) == {FILMS, SERIES}
        assert await running.access(KID) == {FILMS}
        owner, kid = await running.viewer(OWNER), await running.viewer(KID)
        assert owner is not None
        assert owner.role is Role.ADMIN
        assert kid is not None
        assert kid.role is Role.MEMBER
        assert kid.name
        async with stage.storage.unit() as unit:
            assert {one.id: one.name for one in await unit.libraries.all()} == {FILMS: "Movies", SERIES: "TV Shows"}
            run = await unit.sync_runs.get("plex", SyncKind.LIGHT)
        assert run is not None
        assert run.state is SyncState.DONE
        assert run.counts["accounts"] == 3


async def test_read_again_it_makes_nobody_anew(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        await light(running)
        async with stage.storage.unit() as unit:
            assert len(await unit.viewers.all()) == 3


async def test_a_right_that_was_taken_away_ends_with_the_next_reading_even_while_all_is_read(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        alice = await running.viewer(ALICE)
        assert alice is not None
        stage.plex.faults.add(r"^GET /library/sections/2/all", slow=1.5)
        reading = asyncio.create_task(running.full())
        await asyncio.sleep(0.05)
        stage.plex.world.people[ALICE].sections = {"2"}
        await running.syncing.rights()
        assert not reading.done()
        assert await running.access(ALICE) == {SERIES}
        slate = await running.services.recommender.recommend(Query(alice.id))
        assert not [pick for pick in slate.picks if pick.item_id.startswith("movie:")]
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def test_an_older_answer_does_not_bring_a_right_back(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        stage.plex.faults.add(r"^GET /library/sections(\?|$)", slow=0.3)
        slow = asyncio.create_task(light(running))
        await asyncio.sleep(0.1)
        stage.plex.world.people[ALICE].sections = set()
        await asyncio.gather(slow, light(running))
        assert await running.access(ALICE) == frozenset()


async def test_who_vanished_may_open_nothing_and_may_come_back(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        before = await running.viewer(ALICE)
        gone = stage.plex.world.people.pop(ALICE)
        await light(running)
        assert await running.access(ALICE) == frozenset()
        stage.plex.world.people[ALICE] = gone
        await light(running)
        after = await running.viewer(ALICE)
        assert after == before


async def test_a_new_library_is_open_to_the_owner_and_to_nobody_who_was_not_let_in(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage.running() as running:
        await light(running)
        monkeypatch.setitem(SECTIONS, "4", {"title": "Anime", "type": "show", "cloud": 118_251_999})
        stage.plex.world.keys["4"] = []
        await light(running)
        anime = f"plex:{MACHINE}:4"
        assert await running.access(OWNER) == {FILMS, SERIES, anime}
        assert await running.access(ALICE) == {FILMS, SERIES}
        async with stage.storage.unit() as unit:
            kinds = {one.id: one.media_type for one in await unit.libraries.all()}
        assert kinds[anime] == "anime"


@pytest.mark.parametrize("place", ["sections", "accounts", "truncated", "none"])
async def test_a_server_that_is_down_or_lies_takes_nothing_away(
    stage: Stage, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage.running() as running:
        await light(running)
        before = [await running.access(one) for one in (OWNER, ALICE, KID)]
        if place == "sections":
            stage.plex.faults.add(r"^GET /library/sections", status=503, times=50)
        elif place == "accounts":
            stage.plex.tv_faults.add(r"^GET /api/", status=500, times=50)
        elif place == "truncated":
            stage.plex.faults.add(r"^GET /library/sections", truncate=0.5, times=50)
        else:
            for key in list(SECTIONS):
                monkeypatch.delitem(SECTIONS, key)
        with pytest.raises(SourceUnavailable):
            await light(running)
        await running.syncing.rights()
        assert [await running.access(one) for one in (OWNER, ALICE, KID)] == before


async def test_an_account_that_becomes_another_persons_takes_its_rights_along(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        before = await running.viewer(ALICE)
        assert before is not None
        async with stage.storage.unit() as unit:
            await unit.viewers.add(Viewer("v-other", "Other"))
            await unit.viewers.link(Identity("plex", str(ALICE), "v-other"))
        await light(running)
        async with stage.storage.unit() as unit:
            old, new = await unit.viewers.get(before.id), await unit.viewers.get("v-other")
        assert old is not None
        assert old.library_ids == frozenset()
        assert new is not None
        assert new.library_ids == {FILMS, SERIES}


async def test_two_servers_open_what_each_of_them_opens(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.fakes.plex import pms, tv, world  # noqa: PLC0415

    other = "f" * 40
    second = await plex_of(PlexWorld(movies=3, shows=0, history=0))
    second.world.people[KID].sections = {"1", "2"}
    stage.configured.append(stage.of_plex("plex-attic", second))
    async with stage.running() as running:
        await light(running)
        for module in (pms, tv, world):
            monkeypatch.setattr(module, "MACHINE", other)
        await light(running, "plex-attic")
        assert await running.access(KID) == {FILMS, f"plex:{other}:1", f"plex:{other}:2"}
        second.faults.add(".", status=500, times=100)
        await running.syncing.rights()
        assert await running.access(KID) >= {f"plex:{other}:1"}
    await second.close()


async def test_a_server_that_was_renamed_is_the_same_even_where_it_is_down_at_first(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
        before = await running.access(ALICE)
    stage.configured[0] = stage.of_plex("plex-den")
    stage.plex.faults.add(".", status=500, times=1_000)
    async with stage.running() as running:
        await running.syncing.rights()
        assert await running.access(ALICE) == before
        stage.plex.faults.clear()
    async with stage.running() as running:
        await running.syncing.rights()
        assert await running.access(ALICE) == before
        async with stage.storage.unit() as unit:
            assert await unit.values.get(f"{SERVER_VALUE}plex-den") == MACHINE
            assert len(await unit.viewers.all()) == 3


async def test_the_libraries_of_a_server_that_is_configured_no_more_are_closed(stage: Stage) -> None:
    async with stage.running() as running:
        await light(running)
    stage.configured = stage.configured[1:]
    async with stage.running() as running:
        await running.syncing.rights()
        assert [await running.access(one) for one in (OWNER, ALICE, KID)] == [frozenset()] * 3


async def test_at_the_start_everything_is_read_by_itself(stage: Stage) -> None:
    async with stage.running(background=True) as running:
        await eventually(lambda: running.item("movie:101"))
        assert await running.access(KID) == {FILMS}


async def test_somebody_who_was_shared_with_nothing_may_open_nothing(stage: Stage) -> None:
    stage.plex.world.people[7] = Person(7, "eve", "Eve", sections=set())
    async with stage.running() as running:
        await light(running)
        assert await running.access(7) == frozenset()
