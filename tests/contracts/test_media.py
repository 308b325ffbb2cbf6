"""What a store of media servers, reports and wishes must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.domain.acquisition import RequestState
from engine.domain.media import ExternalIds, Hdr, MediaFile, ServerAccount
from engine.domain.media_records import (
    MatchedBy,
    MediaRequest,
    Report,
    SealedToken,
    StoredAccount,
    StoredItem,
    SyncKind,
    SyncRun,
    SyncState,
    Want,
)
from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BEN, HOSTILE, HOUR, NOON

FILE = MediaFile(3840, 2160, (Hdr.DOLBY_VISION, Hdr.HDR10), "hevc", "truehd", 8, True, "mkv", 60_000, 2**36)


def on_shelf(key: str, *, server: str = "s1", generation: int = 1, **facts: object) -> StoredItem:
    item = StoredItem(server, key, "1", f"movie:{key}", generation, f"Title {key}", 1999, MatchedBy.IDS, 1.0)
    return replace(item, **facts)  # type: ignore[arg-type]


def report(key: str, *, instance: str = "plex", minutes: int = 0) -> Report:
    return Report(instance, key, NOON + timedelta(minutes=minutes), '{"a": 1}', {"content-type": "application/json"})


def wish(number: int, state: RequestState = RequestState.PENDING, viewer: str = ANNA.id) -> MediaRequest:
    at = NOON + number * HOUR
    return MediaRequest(
        f"r{number}",
        viewer,
        "movie:1",
        HOSTILE,
        1999,
        ExternalIds(1, "tt1", 2),
        state,
        at,
        "seerr",
        str(number),
        (1, 2),
    )


async def test_titles_on_shelves_come_back_as_they_were(storage: Storage) -> None:
    full = on_shelf(HOSTILE, title=HOSTILE, files=(FILE,), digest="d", added_at=NOON)
    async with storage.unit() as unit:
        await unit.server_items.put([full, on_shelf("2"), on_shelf("2", server="s2", item_id="movie:9")])
    async with storage.unit() as unit:
        assert await unit.server_items.get("s1", [HOSTILE, "nothing"]) == {HOSTILE: full}
        assert [one.server for one in await unit.server_items.of_item("movie:9")] == ["s2"]
        assert set(await unit.server_items.of_items(["movie:2", "movie:9"])) == {"movie:2", "movie:9"}
        assert await unit.server_items.count() == (3, 0)
        assert await unit.server_items.count("s2") == (1, 0)


async def test_many_titles_are_given_in_batches_in_the_order_of_their_keys(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.server_items.put([on_shelf(f"{number:03}") for number in range(25)])
        batches = [batch async for batch in unit.server_items.stream("s1", 10)]
    assert [len(batch) for batch in batches] == [10, 10, 5]
    assert [one.key for batch in batches for one in batch] == [f"{number:03}" for number in range(25)]


async def test_what_is_recognised_badly_is_listed_until_somebody_says_what_it_is(storage: Storage) -> None:
    none = on_shelf("1", matched_by=MatchedBy.NONE, confidence=0.0, title="b")
    weak = on_shelf("2", matched_by=MatchedBy.SEARCH, confidence=0.7, title="a")
    async with storage.unit() as unit:
        await unit.server_items.put([none, weak, on_shelf("3", matched_by=MatchedBy.SEARCH, confidence=0.9)])
        assert await unit.server_items.unmatched() == [weak, none]
        assert await unit.server_items.unmatched(1, 1) == [none]
        assert await unit.server_items.count() == (3, 2)
        await unit.server_items.put([replace(none, matched_by=MatchedBy.HAND)])
        assert await unit.server_items.unmatched() == [weak]
        assert [one.key for one in await unit.server_items.by_hand("s1")] == ["1"]
        assert await unit.server_items.by_hand("s2") == []


async def test_what_a_full_sync_did_not_see_is_found_and_dropped(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.server_items.put(
            [on_shelf("1"), on_shelf("2"), on_shelf("3", section="2"), on_shelf("2", server="s2")]
        )
        await unit.server_items.see("s1", ["1"], 2)
        assert (await unit.server_items.get("s1", ["1"]))["1"].generation == 2
        unseen = await unit.server_items.unseen("s1", "1", 2)
        assert [one.key for one in unseen] == ["2"]
        await unit.server_items.drop("s1", ["2", "never"])
        assert await unit.server_items.unseen("s1", "1", 2) == []
        assert await unit.server_items.count() == (3, 0)
        await unit.server_items.drop_server("s1")
        assert await unit.server_items.count() == (1, 0)


async def test_accounts_are_kept_with_the_person_they_are(peopled: Storage) -> None:
    own = StoredAccount("s1", ServerAccount("7", HOSTILE, owner=True, sections=None), ANNA.id, NOON)
    other = StoredAccount("s1", ServerAccount("8", "", sections=frozenset({"1", "2"}), active=False))
    async with peopled.unit() as unit:
        await unit.server_accounts.put([other, own])
    async with peopled.unit() as unit:
        assert await unit.server_accounts.of_server("s1") == [own, other]
        assert await unit.server_accounts.get("s1", "8") == other
        assert await unit.server_accounts.get("s2", "8") is None
        assert await unit.server_accounts.of_viewer(ANNA.id) == [own]
        await unit.server_accounts.drop("s1", ["7"])
        assert await unit.server_accounts.of_viewer(ANNA.id) == []


async def test_keys_of_people_are_kept_sealed_and_dropped_one_or_all(peopled: Storage) -> None:
    tokens = [SealedToken(who, server, "7", "sealed", NOON) for who in (ANNA.id, BEN.id) for server in ("s1", "s2")]
    async with peopled.unit() as unit:
        for token in tokens:
            await unit.tokens.put(token)
        await unit.tokens.put(replace(tokens[0], refused_at=NOON + HOUR))
    async with peopled.unit() as unit:
        assert await unit.tokens.get(ANNA.id, "s1") == replace(tokens[0], refused_at=NOON + HOUR)
        assert await unit.tokens.of_viewer(BEN.id) == tokens[2:]
        assert len(await unit.tokens.of_server("s2")) == 2
        assert await unit.tokens.drop(ANNA.id, "s2") == 1
        assert await unit.tokens.drop(BEN.id) == 2
        assert await unit.tokens.drop(BEN.id) == 0
        assert await unit.tokens.of_server("s2") == []


async def test_reports_are_kept_once_and_given_in_order(storage: Storage) -> None:
    async with storage.unit() as unit:
        assert await unit.reports.add([report("a"), report("b"), report("a"), report("a", instance="sonarr")]) == 3
    async with storage.unit() as unit:
        assert await unit.reports.add([report("b"), report("c")]) == 1
        waiting = await unit.reports.waiting(NOON)
        assert [(one.instance, one.key) for one in waiting] == [
            ("plex", "a"),
            ("plex", "b"),
            ("sonarr", "a"),
            ("plex", "c"),
        ]
        assert replace(waiting[0], number=0) == report("a")
        assert [one.number for one in waiting] == sorted({one.number for one in waiting})
        assert await unit.reports.waiting(NOON, waiting[1].number, 1) == [waiting[2]]
        assert await unit.reports.counts() == {("plex", False): 3, ("sonarr", False): 1}
        await unit.reports.done([one.number for one in waiting])
        assert await unit.reports.add([report("a")]) == 0
        assert await unit.reports.waiting(NOON) == []


async def test_a_report_that_failed_waits_and_at_last_is_put_aside(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.reports.add([report("a"), report("b")])
        first, second = await unit.reports.waiting(NOON)
        later = replace(first, tries=1, due_at=NOON + HOUR, trouble="integration-unavailable")
        await unit.reports.put_back(later)
        assert await unit.reports.waiting(NOON) == [second]
        assert await unit.reports.waiting(NOON + HOUR) == [later, second]
        await unit.reports.put_back(replace(second, dead=True))
        assert await unit.reports.dead() == [replace(second, dead=True)]
        assert await unit.reports.waiting(NOON) == []
        assert await unit.reports.counts() == {("plex", False): 1, ("plex", True): 1}


async def test_keys_are_forgotten_in_time_but_not_of_what_still_waits(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.reports.add([report("done"), report("waits"), report("dead")])
        waiting = {one.key: one for one in await unit.reports.waiting(NOON)}
        await unit.reports.done([waiting["done"].number])
        await unit.reports.put_back(replace(waiting["dead"], dead=True))
        await unit.reports.forget(NOON + HOUR)
        assert await unit.reports.dead() == []
        assert await unit.reports.add([report("done"), report("waits"), report("dead")]) == 2


async def test_the_latest_run_of_each_kind_is_remembered(storage: Storage) -> None:
    run = SyncRun(
        "plex", SyncKind.FULL, SyncState.RUNNING, NOON, NOON, 3, {"section": "1", "start": 200}, {"items": 200}
    )
    done = replace(run, state=SyncState.DONE, finished_at=NOON + HOUR, cursor={})
    async with storage.unit() as unit:
        await unit.sync_runs.put(run)
        assert await unit.sync_runs.get("plex", SyncKind.FULL) == run
        await unit.sync_runs.put(done)
        light = replace(run, kind=SyncKind.LIGHT)
        await unit.sync_runs.put(light)
        assert await unit.sync_runs.all() == [done, light]
        assert await unit.sync_runs.get("plex", SyncKind.RECENT) is None


async def test_wishes_are_found_by_person_title_state_and_the_services_own_id(peopled: Storage) -> None:
    first, second = wish(1), wish(2, RequestState.APPROVED)
    async with peopled.unit() as unit:
        await unit.media_requests.put(second)
        await unit.media_requests.put(first)
    async with peopled.unit() as unit:
        requests = unit.media_requests
        assert await requests.get("r1") == first
        assert await requests.of_viewer(ANNA.id) == [second, first]
        assert await requests.of_viewer(ANNA.id, 1) == [second]
        assert await requests.of_item("movie:1") == [first, second]
        assert await requests.by_service("seerr", "2") == second
        assert await requests.by_service("radarr", "2") is None
        assert await requests.in_state(RequestState.PENDING, RequestState.APPROVED) == [first, second]
        await requests.put(replace(first, state=RequestState.DECLINED, told=("declined",)))
        assert await requests.in_state(RequestState.PENDING) == []


async def test_who_waits_for_a_title_is_told_once(peopled: Storage) -> None:
    mine, theirs = Want(ANNA.id, "movie:1", NOON, "slate", 2), Want(BEN.id, "movie:1", NOON + HOUR)
    async with peopled.unit() as unit:
        for want in (theirs, mine, Want(ANNA.id, "movie:2", NOON + 2 * HOUR)):
            await unit.wants.put(want)
        assert [one.item_id for one in await unit.wants.of_viewer(ANNA.id)] == ["movie:2", "movie:1"]
        assert await unit.wants.of_items(["movie:1", "movie:3"]) == [mine, theirs]
        assert len(await unit.wants.open()) == 3
        await unit.wants.put(replace(mine, told_at=NOON + HOUR))
        assert await unit.wants.of_items(["movie:1"]) == [theirs]
        assert await unit.wants.drop(BEN.id, "movie:1")
        assert not await unit.wants.drop(BEN.id, "movie:1")


async def test_what_catalogues_said_is_good_for_a_while(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.metadata_cache.put({"a": HOSTILE, "b": "{}"}, NOON)
        await unit.metadata_cache.put({"b": "[]"}, NOON + HOUR)
        assert await unit.metadata_cache.get(["a", "b", "c"], NOON - HOUR) == {"a": HOSTILE, "b": "[]"}
        assert await unit.metadata_cache.get(["a", "b"], NOON) == {"b": "[]"}
        await unit.metadata_cache.forget(NOON + HOUR)
        assert await unit.metadata_cache.get(["a", "b"], NOON - HOUR) == {"b": "[]"}


async def test_what_a_public_catalogue_lists_beside_titles_comes_back_in_order(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.title_lists.put({"movie:2": ("movie:9", "movie:1"), "anime:film-7": (), "tv:3": ["tv:5"]})
        await unit.title_lists.put({"movie:2": ("movie:1",)})
    async with storage.unit() as unit:
        assert await unit.title_lists.count() == 3
        assert [batch async for batch in unit.title_lists.stream(2)] == [
            [("anime:film-7", ()), ("movie:2", ("movie:1",))],
            [("tv:3", ("tv:5",))],
        ]


async def test_whose_facts_were_read_long_ago_is_told_the_oldest_first(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.facts_read.put(["movie:3", "movie:1", "tv:2", "tv:2"], NOON)
        await unit.facts_read.put(["movie:1"], NOON + HOUR)
        await unit.facts_read.put([], NOON)
    async with storage.unit() as unit:
        assert await unit.facts_read.before(NOON, 9) == []
        assert await unit.facts_read.before(NOON + 2 * HOUR, 9) == ["movie:3", "tv:2", "movie:1"]
        assert await unit.facts_read.before(NOON + HOUR, 1) == ["movie:3"]
        await unit.facts_read.drop(["tv:2", "tv:9"])
        assert await unit.facts_read.before(NOON + 2 * HOUR, 9) == ["movie:3", "movie:1"]


async def test_what_failed_leaves_nothing_behind(peopled: Storage) -> None:
    async def fail() -> None:
        async with peopled.unit() as unit:
            await unit.reports.add([report("a")])
            await unit.wants.put(Want(ANNA.id, "movie:1", NOON))
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with peopled.unit() as unit:
        assert await unit.reports.waiting(NOON) == []
        assert await unit.reports.add([report("a")]) == 1
        assert await unit.wants.open() == []
