"""Everything on the shelves: to the end, from where a kill stopped it, and nothing is lost by what shifts meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.syncing.shelving import leave
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.media_events import ShelfChanged
from engine.domain.media_records import MatchedBy, StoredItem, SyncKind, SyncRun, SyncState
from engine.errors import SourceUnavailable
from tests.bot.media.stage import ALICE, FILMS, SERIES, Running, Stage, eventually
from tests.fakes.plex.world import MACHINE, SECTIONS

pytestmark = pytest.mark.untraced


async def stored(stage: Stage, key: int | str) -> StoredItem | None:
    async with stage.storage.unit() as unit:
        return (await unit.server_items.get(MACHINE, [str(key)])).get(str(key))


async def full_run(stage: Stage) -> SyncRun:
    async with stage.storage.unit() as unit:
        run = await unit.sync_runs.get("plex", SyncKind.FULL)
    assert run is not None
    return run


async def is_under_way(stage: Stage) -> bool:
    return bool((await full_run(stage)).cursor.get("start"))


async def shelved(running: Running) -> set[int]:
    """Numbers of the films that lie in their library."""
    async with running.stage.storage.unit() as unit:
        items = await unit.items.get_many([f"movie:{number + 100}" for number in range(1, 15)])
    return {int(key.removeprefix("movie:")) - 100 for key, one in items.items() if FILMS in one.library_ids}


async def watched(running: Running, item_id: str) -> None:
    viewer = await running.viewer(ALICE)
    assert viewer is not None
    at = running.stage.clock.now() - timedelta(days=30)
    fact = Interaction(f"seen-{item_id}", viewer.id, item_id, InteractionKind.WATCH, at, completion=1.0)
    await running.services.intake.record([fact])


async def test_all_titles_are_recognised_enriched_and_counted(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        film, series = await running.item("movie:105"), await running.item("tv:51")
        assert film is not None
        assert film.library_ids == {FILMS}
        assert film.vote_count
        assert film.keywords
        assert film.tags >= {"4k", "dolby-vision", "atmos"}
        assert series is not None
        assert series.library_ids == {SERIES}
        async with stage.storage.unit() as unit:
            assert await unit.server_items.count() == (15, 0)
            lists = {item_id: listed async for batch in unit.title_lists.stream() for item_id, listed in batch}
        assert len(lists) == 15
        assert all(key.startswith("movie:") for key in lists["movie:105"])
        assert all(key.startswith("tv:") for key in lists["tv:51"])
        run = await full_run(stage)
        assert run.state is SyncState.DONE
        assert (run.counts["items"], run.counts["fresh"]) == (15, 15)
        assert len(running.services.snapshots.current) == 15


async def test_what_did_not_change_is_not_looked_up_again(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        stage.tmdb.requests.clear()
        await running.full()
        assert (await full_run(stage)).counts.get("fresh", 0) == 0
        assert stage.tmdb.requests == []


async def test_its_progress_can_be_followed(stage: Stage) -> None:
    steps = list[str]()
    async with stage.running() as running:
        stage.plex.faults.latency = 0.02
        running.syncing.begin("plex")
        while running.syncing.is_running("plex"):
            if (progress := running.syncing.running.get("plex")) and progress.step not in steps:
                steps.append(progress.step)
            await asyncio.sleep(0.002)
    assert {"light", "shelves"} <= set(steps)
    assert steps == sorted(steps, key=["light", "shelves", "history", "watched", "facts"].index)


async def test_after_a_kill_it_goes_on_and_what_shifted_meanwhile_is_not_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.library.plex.shelves.ITEMS", 4)
    monkeypatch.setattr("bot.syncing.full.BACK", 0)
    async with stage.running() as running:
        await running.full()
    stage.clock.advance(timedelta(days=8))
    async with stage.running() as running:
        stage.plex.faults.latency = 0.02
        reading = asyncio.create_task(running.full())
        await eventually(lambda: is_under_way(stage))
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
    stage.plex.faults.latency = 0.0
    killed = await full_run(stage)
    assert killed.state is SyncState.RUNNING
    assert 0 < killed.counts["items"] < 12
    # two that were read are gone: the rest moves up by two places, over the place where it was stopped
    del stage.plex.world.keys["1"][:2]
    async with stage.running() as running:
        assert await running.syncing.of("plex").is_due()
        stage.plex.server.asked = 0
        await running.full()
        # what was seen before the kill is taken off by the next reading
        assert await shelved(running) == set(range(1, 13))
        assert (await full_run(stage)).generation == killed.generation
        stage.clock.advance(timedelta(days=8))
        await running.full()
        assert await shelved(running) == set(range(3, 13))


async def test_one_that_was_stopped_long_ago_is_begun_anew(stage: Stage) -> None:
    stage.plex.faults.add(r"^GET /library/sections/2/all.*sort=", status=500, times=10)
    async with stage.running() as running:
        with pytest.raises(SourceUnavailable):
            await running.full()
        first = await full_run(stage)
        assert first.state is SyncState.FAILED
        assert first.cursor["done"] == ["1"]
        stage.plex.faults.clear()
        stage.clock.advance(timedelta(days=3))
    async with stage.running() as running:
        await running.full()
        second = await full_run(stage)
        assert second.generation > first.generation
        assert second.counts["items"] == 15


async def test_it_is_due_when_it_is_seven_days_old_and_for_another_server_of_that_name(stage: Stage) -> None:
    async with stage.running() as running:
        one = running.syncing.of("plex")
        assert await one.is_due()
        await one.full()
        assert not await one.is_due()
        stage.clock.advance(timedelta(days=7, minutes=1))
        assert await one.is_due()
        await one.full()
        assert not await one.is_due()
        run = await full_run(stage)
        async with stage.storage.unit() as unit:
            await unit.sync_runs.put(replace(run, cursor={"server": "another"}))
        assert await one.is_due()


async def test_a_title_that_is_gone_leaves_its_shelf(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        stage.plex.world.keys["1"].remove(3)
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        gone = await running.item("movie:103")
        assert gone is not None
        assert gone.library_ids == frozenset()
        assert await stored(stage, 3) is None
        still = await running.item("movie:104")
        assert still is not None
        assert still.library_ids == {FILMS}


async def test_an_empty_answer_of_a_server_that_lies_takes_nothing_off(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        stage.plex.world.keys["1"] = []
        stage.plex.faults.add(r"^GET /library/metadata/", status=503, times=1_000)
        stage.clock.advance(timedelta(hours=1))
        with pytest.raises(SourceUnavailable):
            await running.full()
        film = await running.item("movie:103")
        assert film is not None
        assert film.library_ids == {FILMS}


async def test_a_library_that_was_removed_takes_its_titles_along(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.running() as running:
        await running.full()
        monkeypatch.delitem(SECTIONS, "2")
        monkeypatch.delitem(stage.plex.world.keys, "2")
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        series = await running.item("tv:51")
        assert series is not None
        assert series.library_ids == frozenset()
        async with stage.storage.unit() as unit:
            assert await unit.server_items.count() == (12, 0)


async def test_a_title_that_moves_to_another_section_stays_what_it_was(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SECTIONS, "0", {"title": "Old Movies", "type": "movie", "cloud": 1})
    monkeypatch.setitem(SECTIONS, "9", {"title": "More Movies", "type": "movie", "cloud": 2})
    stage.plex.world.keys |= {"0": [], "9": []}
    async with stage.running() as running:
        await running.full()
        async with stage.storage.unit() as unit:
            known = (await unit.server_items.get(MACHINE, ["5"]))["5"]
            await unit.server_items.put([replace(known, matched_by=MatchedBy.HAND, item_id="movie:299")])
        for number, to in ((5, "9"), (6, "0")):
            stage.plex.world.keys["1"].remove(number)
            stage.plex.world.keys[to].append(number)
            stage.plex.world.changes[number] = {"librarySectionID": int(to)}
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        by_hand, other = await stored(stage, 5), await running.item("movie:106")
        assert by_hand is not None
        assert (by_hand.section, by_hand.item_id, by_hand.matched_by) == ("9", "movie:299", MatchedBy.HAND)
        assert other is not None
        assert other.library_ids == {f"plex:{MACHINE}:0"}


async def test_titles_with_new_keys_keep_what_an_administrator_said(stage: Stage) -> None:
    stage.plex.world.changes[5] = {"Guid": [], "title": "Home Video", "originalTitle": "", "year": 1999}
    async with stage.running() as running:
        await running.full()
        known = await stored(stage, 5)
        assert known is not None
        assert known.matched_by is MatchedBy.NONE
        async with stage.storage.unit() as unit:
            await unit.server_items.put([replace(known, matched_by=MatchedBy.HAND, item_id="movie:299")])
        # the server was made anew: every key is another one
        keys = stage.plex.world.keys["1"]
        keys[:] = [number + 500 for number in keys]
        stage.plex.world.changes = {505: stage.plex.world.changes[5]}
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        again = await stored(stage, 505)
        assert again is not None
        assert (again.matched_by, again.item_id) == (MatchedBy.HAND, "movie:299")
        assert await stored(stage, 5) is None


async def test_what_people_did_moves_along_with_a_title_that_is_recognised_later(stage: Stage) -> None:
    own = f"movie:server:{MACHINE}-5"
    stage.plex.world.changes[5] = {"Guid": [], "title": "Untold", "originalTitle": ""}
    async with stage.running() as running:
        await running.full()
        await watched(running, own)
        stage.plex.world.changes[5] = {"title": "Told at Last", "updatedAt": 1_700_000_000}
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        assert [one.item_id for one in await running.facts(ALICE)] == ["movie:105"]


async def test_what_people_did_stays_where_a_key_is_given_to_another_title_or_another_copy_is_left(
    stage: Stage,
) -> None:
    async with stage.running() as running:
        await running.full()
        await watched(running, "movie:105")
        await watched(running, "movie:106")
        anew = {
            "addedAt": 1_700_000_000,
            "updatedAt": 1_700_000_000,
            "Guid": [{"id": "tmdb://250"}],
            "title": "Another",
        }
        stage.plex.world.changes = {5: anew, 7: {"Guid": [{"id": "tmdb://106"}]}}
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        stage.plex.world.changes[6] = {"Guid": [{"id": "tmdb://251"}], "updatedAt": 1_700_000_000}
        stage.clock.advance(timedelta(hours=1))
        await running.full()
        assert {one.item_id for one in await running.facts(ALICE)} == {"movie:105", "movie:106"}


async def test_while_the_catalogue_of_the_world_is_down_nothing_forgets_what_it_is(stage: Stage) -> None:
    stage.plex.world.changes[5] = {"Guid": [{"id": "imdb://tt0000105"}]}
    async with stage.running() as running:
        await running.full()
        before = await stored(stage, 5)
        assert before is not None
        assert before.item_id.startswith("movie:")
        assert before.matched_by is MatchedBy.IDS
        stage.plex.world.changes[5] |= {"summary": "Changed.", "updatedAt": 1_700_000_000}
        stage.plex.world.changes[6] = {"Guid": [], "title": "New Name", "updatedAt": 1_700_000_000}
        stage.tmdb.faults.add(".", status=500, times=10_000)
        stage.clock.advance(timedelta(days=8))
        await running.full()
        after = await stored(stage, 5)
        assert after is not None
        assert (after.item_id, after.matched_by) == (before.item_id, MatchedBy.IDS)


async def test_what_is_new_is_found_by_the_next_look_and_so_is_a_title_that_is_told_of(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        one = running.syncing.of("plex")
        stage.clock.advance(timedelta(hours=2))
        now = int(stage.clock.now().timestamp())
        stage.plex.world.keys["1"].append(13)
        stage.plex.world.changes[13] = {"addedAt": now, "updatedAt": now}
        await one.recent()
        found = await running.item("movie:113")
        assert found is not None
        assert found.vote_count
        assert "movie:113" in running.services.snapshots.current.ids
        stage.plex.world.keys["1"].append(14)
        await one.shelf_changed(ShelfChanged("14"))
        told = await running.item("movie:114")
        assert told is not None
        assert told.library_ids == {FILMS}
        await one.shelf_changed(ShelfChanged("14", gone=True))
        gone = await running.item("movie:114")
        assert gone is not None
        assert gone.library_ids == frozenset()


async def test_a_full_reading_that_fails_does_not_keep_new_titles_away(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        one = running.syncing.of("plex")
        await one.recent()
        stage.clock.advance(timedelta(days=8))
        stage.plex.faults.add(r"^GET /library/sections/2/all.*sort=", status=500, times=8)
        with pytest.raises(SourceUnavailable):
            await one.full()
        stage.plex.faults.clear()
        now = int(stage.clock.now().timestamp())
        stage.plex.world.keys["1"].append(13)
        stage.plex.world.changes[13] = {"addedAt": now, "updatedAt": now}
        await one.recent()
        assert await running.item("movie:113") is not None


async def test_another_copy_keeps_a_title_in_its_library(stage: Stage) -> None:
    stage.plex.world.changes[6] = {"Guid": [{"id": "tmdb://105"}]}
    async with stage.running() as running:
        await running.full()
        one = await stored(stage, 6)
        assert one is not None
        async with stage.storage.unit() as unit:
            await leave(unit, "plex", [one])
        still = await running.item("movie:105")
        assert still is not None
        assert still.library_ids == {FILMS}
