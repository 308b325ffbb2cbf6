"""Tautulli's history over real sockets: to its end, in order, and never taken for empty because it is silent."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.history.tautulli import history as pages
from adapters.history.tautulli.history import TautulliHistory
from adapters.history.tautulli.parsers import read_row
from engine.domain.items import MediaType
from engine.domain.media import Episode, Playback
from engine.errors import RateLimited, RecommendarrError, SourceRejected, SourceUnavailable
from tests.adapters.history.tautulli.conftest import Connect
from tests.fakes.tautulli import FakeTautulli
from tests.fakes.tautulli.rows import OWNER, begun, row


async def everything(source: TautulliHistory, since: datetime | None = None) -> list[Playback]:
    return [playback async for page in source.since(since) for playback in page]


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROWS", 30)


@pytest.mark.usefixtures("small_pages")
async def test_the_whole_history_is_read_page_by_page_the_oldest_first(connect: Connect, fake: FakeTautulli) -> None:
    found = await everything(connect())
    assert len(found) == len({playback.id for playback in found}) == 100
    assert [playback.started_at for playback in found] == sorted(playback.started_at for playback in found)
    assert [request["start"] for request in fake.requests] == ["0", "30", "60", "90"]
    assert {request["grouping"] for request in fake.requests} == {"0"}


async def test_a_row_is_told_with_all_that_counts(connect: Connect) -> None:
    film, *_, show = (await everything(connect()))[1:4]
    began = datetime.fromtimestamp(begun(1), UTC)
    assert film == Playback(
        id=f"{OWNER + 1}:{begun(1)}:machine-1",
        account_id=str(OWNER + 1),
        item_key="1059",
        media_type=MediaType.MOVIE,
        started_at=began,
        ended_at=began + timedelta(seconds=5_400),
        completion=1.0,
        title="Film 59",
        year=2009,
        device="Living Room",
    )
    assert (show.item_key, show.title, show.episode, show.year) == ("1057", "Series 57", Episode(1, 4), None)


async def test_what_ended_since_is_told_even_if_it_began_before(connect: Connect, fake: FakeTautulli) -> None:
    moment = datetime.fromtimestamp(begun(50) + 60, UTC)
    found = await everything(connect(), moment)
    [request] = fake.requests
    assert request["after"] == (moment - timedelta(days=2)).date().isoformat()
    assert all(playback.ended_at and playback.ended_at >= moment for playback in found)
    assert any(playback.started_at < moment for playback in found)
    assert len(found) < 100


async def test_what_still_plays_is_not_told(connect: Connect, fake: FakeTautulli) -> None:
    fake.playing = [row(200, 5, 60) | {"state": "playing", "stopped": None, "row_id": None, "reference_id": None}]
    fake.extra = [row(201, 5, 60) | {"state": "paused"}]
    assert len(await everything(connect())) == 100
    assert fake.requests[0]["include_activity"] == "0"


async def test_an_empty_history_is_an_empty_history(connect: Connect, fake: FakeTautulli) -> None:
    fake.count = 0
    assert await everything(connect()) == []


@pytest.mark.parametrize(
    "data",
    [{}, [], None, "null", {"recordsFiltered": 0, "recordsTotal": 0, "data": "null", "error": "Unable to execute"}],
)
async def test_an_answer_without_a_history_is_not_an_empty_one(
    connect: Connect, fake: FakeTautulli, data: object
) -> None:
    told = {"response": {"result": "success", "message": None, "data": data}}
    fake.faults.add("get_history", status=200, body=json.dumps(told).encode())
    with pytest.raises(SourceUnavailable) as error:
        await everything(connect())
    assert error.value.key == "integration-unreadable"


@pytest.mark.usefixtures("small_pages")
async def test_an_empty_page_before_the_end_is_not_the_end(connect: Connect, fake: FakeTautulli) -> None:
    def emptied(told: Any) -> Any:
        told["response"]["data"]["data"] = []
        return told

    fake.faults.add("start=30", change=emptied)
    with pytest.raises(SourceUnavailable):
        await everything(connect())


async def test_a_wrong_key_is_the_owners_to_mend(connect: Connect) -> None:
    source = connect("0" * 32)
    with pytest.raises(SourceRejected) as told:
        await everything(source)
    assert told.value.key == "integration-rejected"
    assert "0000" not in str(told.value)


@pytest.mark.parametrize(
    ("message", "kind", "key"),
    [
        ("API not enabled", SourceRejected, "tautulli-api-off"),
        ("Unknown command: get_history. Possible …", SourceRejected, "integration-not-understood"),
        ("database is locked", SourceUnavailable, "integration-unreadable"),
    ],
)
@pytest.mark.parametrize("status", [200, 400])
async def test_refusals_are_known_by_their_words(
    connect: Connect, fake: FakeTautulli, message: str, kind: type[RecommendarrError], key: str, status: int
) -> None:
    told = {"response": {"result": "error", "message": message, "data": {}}}
    fake.faults.add("get_history", status=status, body=json.dumps(told).encode())
    with pytest.raises(kind) as error:
        await everything(connect())
    assert error.value.key == key


@pytest.mark.parametrize("fault", [{"status": 502}, {"drop": True}, {"truncate": 0.6}])
async def test_a_moment_of_trouble_is_waited_out(connect: Connect, fake: FakeTautulli, fault: dict[str, Any]) -> None:
    fake.faults.add("get_history", **fault)
    assert len(await everything(connect())) == 100


async def test_trouble_that_stays_is_told_with_what_is_wrong(connect: Connect, fake: FakeTautulli) -> None:
    fake.faults.add("", status=500, times=99)
    source = connect()
    with pytest.raises(SourceUnavailable):
        await everything(source)
    assert source.client.health.trouble
    fake.faults.clear()
    fake.faults.add("", status=429, headers={"Retry-After": "3600"})
    with pytest.raises(RateLimited):
        await everything(source)


async def test_a_long_history_is_never_held_as_a_whole(connect: Connect, fake: FakeTautulli) -> None:
    fake.count = 5_000
    sizes = [len(page) async for page in connect().since(None)]
    assert sizes == [2_000, 2_000, 1_000]


async def test_a_page_that_comes_again_is_not_read_for_ever(connect: Connect, fake: FakeTautulli) -> None:
    forever = {"recordsFiltered": 10**9, "data": [row(1, 5, 50)]}
    fake.faults.add("get_history", change=lambda _: {"response": {"result": "success", "data": forever}}, times=99)
    with pytest.raises(SourceUnavailable, match="same page"):
        await everything(connect())


@pytest.mark.parametrize("told", [95, 95.0, "95", " 95.0 "])
def test_how_far_somebody_got_may_be_a_text(told: object) -> None:
    found = read_row({**row(1, 5, 50), "percent_complete": told})
    assert found is not None
    assert found.completion == 0.95
