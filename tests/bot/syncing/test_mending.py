"""Administrators see how far servers are read, and say in the chat what was not recognised."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dispatcher import Dispatcher
from bot.syncing.mending import code, number_in
from bot.vocabulary import Account, Answer, Invocation, Progress, Room
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.domain.media_records import MatchedBy, StoredItem
from engine.domain.records import Identity
from tests.bot.media.stage import ALICE, FILMS, NOW, Running, Stage, eventually
from tests.conversations.household import choices, said
from tests.fakes.plex.world import MACHINE, OWNER, SECTIONS


async def say(running: Running, command: str, line: str = "", who: int = OWNER) -> Answer:
    viewer = await running.viewer(who)
    assert viewer is not None
    async with running.stage.storage.unit() as unit:
        await unit.viewers.link(Identity("chat", viewer.id, viewer.id))
    running.stage.ids.new()
    told = Invocation(running.stage.ids.new(), Account("chat", viewer.id), Room("r"), command, line, NOW)
    return await Dispatcher(running.services).invoke(told)


async def unmatched(stage: Stage, key: str) -> StoredItem:
    async with stage.storage.unit() as unit:
        return (await unit.server_items.get(MACHINE, [key]))[key]


async def test_what_was_not_recognised_is_mended_by_chat_and_what_people_did_moves_along(stage: Stage) -> None:
    stage.plex.world.changes[5] = {"Guid": [], "title": "Golden Harbor", "originalTitle": "", "year": 1999}
    async with stage.running() as running:
        await running.full()
        one = await unmatched(stage, "5")
        alice = await running.viewer(ALICE)
        assert alice is not None
        at = NOW - timedelta(days=9)
        await running.services.intake.record(
            [Interaction("f", alice.id, one.item_id, InteractionKind.WATCH, at, completion=1.0)]
        )
        before = await running.services.profiles.of(alice, MediaType.MOVIE)
        assert [fact.item_id for fact in before.facts.all()] == [one.item_id]
        assert "Golden Harbor" in str(choices(await say(running, "unmatched")))
        listed = await say(running, "unmatched", code(one))
        assert code(one) in said(listed)
        done = await say(running, "unmatched", f"{code(one)} https://www.themoviedb.org/movie/211-golden")
        assert "Golden Harbor" in said(done)
        mended = await unmatched(stage, "5")
        assert (mended.item_id, mended.matched_by) == ("movie:211", MatchedBy.HAND)
        film = await running.item("movie:211")
        assert film is not None
        assert film.library_ids == {FILMS}
        assert film.vote_count
        assert film.title != "Golden Harbor"
        assert [fact.item_id for fact in await running.facts(ALICE)] == ["movie:211"]
        after = await running.services.profiles.of(alice, MediaType.MOVIE)
        assert [fact.item_id for fact in after.facts.all()] == ["movie:211"]
        stage.clock.advance(timedelta(hours=1))
        stage.plex.world.changes[5] |= {"summary": "Changed.", "updatedAt": 1_700_000_000}
        await running.full()
        assert (await unmatched(stage, "5")).item_id == "movie:211"
        assert "Golden" not in said(await say(running, "unmatched"))


async def test_a_doubtful_match_that_is_mended_opens_no_library_in_which_it_does_not_lie(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SECTIONS, "8", {"title": "Locked", "type": "movie", "cloud": 8})
    stage.plex.world.keys["8"] = []
    async with stage.running() as running:
        await running.full()
        # the eighth film was taken for the sixth, which lies in another library
        async with stage.storage.unit() as unit:
            doubtful = replace(
                (await unit.server_items.get(MACHINE, ["8"]))["8"],
                section="8", item_id="movie:106", matched_by=MatchedBy.SEARCH, confidence=0.6,
            )  # fmt: skip
            sixth = await unit.items.get("movie:106")
            assert sixth is not None
            await unit.server_items.put([doubtful])
            await unit.items.upsert([replace(sixth, library_ids=sixth.library_ids | {f"plex:{MACHINE}:8"})])
        await say(running, "unmatched", f"{code(doubtful)} 250")
        mended, real = await running.item("movie:250"), await running.item("movie:106")
        assert mended is not None
        assert real is not None
        assert mended.library_ids == {f"plex:{MACHINE}:8"}
        assert mended.imdb_id != real.imdb_id
        assert real.library_ids == {FILMS}


async def test_wrong_codes_and_numbers_are_told_and_nobody_else_may_do_it(stage: Stage) -> None:
    stage.plex.world.changes[5] = {"Guid": [], "title": "Nobody Knows", "originalTitle": "", "year": 1999}
    async with stage.running() as running:
        await running.full()
        one = await unmatched(stage, "5")
        for line in ("zzzzzz", f"{code(one)} 999999", f"{code(one)} what", "zzzzzz 5"):
            assert said(await say(running, "unmatched", line))
        assert (await unmatched(stage, "5")).matched_by is MatchedBy.NONE
        await say(running, "unmatched", f"{code(one)} 250", ALICE)
        assert (await unmatched(stage, "5")).matched_by is MatchedBy.NONE
        await say(running, "sync", "plex", ALICE)
        assert not running.syncing.is_running("plex")


async def test_a_reading_is_begun_and_followed_by_chat(stage: Stage) -> None:
    async with stage.running() as running:
        await running.syncing.rights()
        stage.plex.faults.latency = 0.02
        assert said(await say(running, "sync", "plex"))

        async def shown() -> bool:
            return any(isinstance(part, Progress) for part in (await say(running, "sync")).parts)

        await eventually(shown)
        stage.plex.faults.latency = 0.0

        async def over() -> bool:
            return not running.syncing.is_running("plex")

        await eventually(over)
        assert "15" in said(await say(running, "sync"))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("603", 603),
        ("https://www.themoviedb.org/tv/1396-breaking-bad", 1396),
        ("www.themoviedb.org/movie/603/", 603),
        ("603x", None),
        ("tt0133093", None),
        ("", None),
        ("٣", 3),
    ],
)
def test_a_number_may_be_typed_or_stand_in_an_address(typed: str, number: int | None) -> None:
    assert number_in(typed) == number
