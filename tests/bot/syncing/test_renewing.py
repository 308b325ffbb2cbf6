"""What TMDB said long ago is read anew: few titles at a time, nothing is lost, and what it tells no more goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.jobs.renew_facts import JOB
from bot.syncing import renewing
from tests.bot.media.stage import FILMS, Running, Stage, eventually

MONTHS = renewing.AFTER + timedelta(hours=1)
TITLES = 15


def asked(stage: Stage) -> list[str]:
    """Titles whose details were asked for."""
    told = [one.partition("?")[0].removeprefix("/3/") for one in stage.tmdb.requests]
    return [one for one in told if one.startswith(("movie/", "tv/"))]


async def undated(stage: Stage) -> int:
    async with stage.storage.unit() as unit:
        return TITLES - len(await unit.facts_read.before(stage.clock.now() + timedelta(days=1), 99))


async def on_the_shelf(stage: Stage, item_id: str) -> tuple[str, int | None]:
    """Title and year as the server tells them."""
    async with stage.storage.unit() as unit:
        (one,) = await unit.server_items.of_item(item_id)
    return one.title, one.year


async def renew(running: Running) -> None:
    running.stage.tmdb.requests.clear()
    await JOB.run(running.services)


async def test_facts_of_four_months_ago_are_read_anew_few_at_a_time(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "FEW", 9)
    async with stage.running() as running:
        await running.full()
        assert await undated(stage) == 0
        stage.tmdb.extra["movie", 105] = {"vote_count": 43_210, "title": "Another Name", "homepage": ""}
        stage.clock.advance(renewing.AFTER - timedelta(hours=1))
        await renew(running)
        assert asked(stage) == []
        stage.clock.advance(timedelta(hours=2))
        seen = list[str]()
        for count in (9, 6, 0):
            await renew(running)
            assert len(asked(stage)) == count
            seen += asked(stage)
        assert len(set(seen)) == TITLES
        film = await running.item("movie:105")
        assert film is not None
        assert (film.vote_count, film.title, film.library_ids) == (43_210, "Another Name", {FILMS})
        snapshot = running.services.snapshots.current
        assert int(snapshot.vote_count[snapshot.index["movie:105"]]) == 43_210


async def test_what_tmdb_tells_no_more_goes_and_what_the_server_knows_comes_back(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        before = await running.item("movie:105")
        assert before is not None
        stored = await on_the_shelf(stage, "movie:105")
        stage.tmdb.missing.add(("movie", 105))
        stage.tmdb.extra["movie", 106] = {"keywords": {"keywords": []}, "poster_path": None}
        stage.clock.advance(MONTHS)
        await renew(running)
        gone, poorer = await running.item("movie:105"), await running.item("movie:106")
        assert gone is not None
        assert (gone.keywords, gone.vote_count, gone.vote_average, gone.poster_url) == ((), 0, None, None)
        assert (gone.library_ids, gone.tags, gone.tmdb_id) == (before.library_ids, before.tags, 105)
        assert (gone.title, gone.year) == stored
        assert gone.runtime
        assert poorer is not None
        assert (poorer.keywords, poorer.poster_url) == ((), None)
        assert poorer.vote_count
        async with stage.storage.unit() as unit:
            lists = {item_id: listed async for batch in unit.title_lists.stream() for item_id, listed in batch}
        assert lists["movie:105"] == ()
        assert lists["movie:106"]
        stage.clock.advance(MONTHS)
        await renew(running)
        assert "movie/105" not in asked(stage)
        assert len(asked(stage)) == TITLES - 1


async def test_while_tmdb_is_down_nothing_is_lost_and_it_is_tried_again_later(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        before = await running.item("movie:105")
        stage.clock.advance(MONTHS)
        stage.tmdb.faults.add("", status=503, times=999)
        await renew(running)
        assert await running.item("movie:105") == before
        stage.tmdb.faults.clear()
        stage.clock.advance(timedelta(hours=1))
        await renew(running)
        stage.clock.advance(renewing.LATER)
        await renew(running)
        async with stage.storage.unit() as unit:
            assert await unit.facts_read.before(stage.clock.now() - renewing.AFTER, 99) == []


async def test_titles_that_cannot_be_read_hold_up_no_other(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "PATIENCE", 2)
    async with stage.running() as running:
        await running.full()
        stage.clock.advance(MONTHS)
        for number in (101, 102, 103):
            stage.tmdb.faults.add(f"/3/movie/{number}", status=200, body=b"no answer", times=99)
        for _ in range(2):
            await renew(running)
        async with stage.storage.unit() as unit:
            left = await unit.facts_read.before(stage.clock.now() - renewing.AFTER, 99)
        assert left == ["movie:101", "movie:102", "movie:103"]


async def test_a_server_that_is_down_tells_the_rest_with_its_next_reading(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        stage.tmdb.missing.add(("movie", 105))
        stage.clock.advance(MONTHS)
        stage.plex.faults.add("", status=503, times=999)
        await renew(running)
        gone = await running.item("movie:105")
        assert gone is not None
        assert (gone.runtime, gone.library_ids) == (None, {FILMS})
        stage.plex.faults.clear()

        async def answers() -> bool:
            await running.full()
            again = await running.item("movie:105")
            return again is not None and bool(again.runtime)

        await eventually(answers)
