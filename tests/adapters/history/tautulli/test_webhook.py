"""What Tautulli's webhooks bring, recorded, made up and hostile."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from adapters.history.tautulli import INTEGRATION
from adapters.history.tautulli.parsers import read_page, read_row
from adapters.history.tautulli.webhook import read
from bot.integration import Outside
from bot.settings import Settings
from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds, Playback
from engine.domain.media_events import PlaybackMoment, PlaybackTold, ShelfChanged, Trial, UnreadableEvent
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.openapi import CONTRACTS
from tests.fakes.tautulli.rows import row
from tests.fakes.tautulli.server import TEMPLATE, filled

RECORDED = CONTRACTS.parent / "fixtures" / "tautulli"
SHARED = CONTRACTS.parent / "templates" / "tautulli-webhook-body.json"
recorded = pytest.mark.skipif(not RECORDED.exists(), reason="the recorded answers are not here")
AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
EPISODE = {
    "user_id": 1002, "media_type": "episode", "title": "Dark - Secrets", "show_name": "Dark", "season_num": 1,
    "episode_num": 1, "year": 2019, "rating_key": 201, "parent_rating_key": 251, "grandparent_rating_key": 250,
    "guid": "plex://episode/5d9c", "tmdb_id": 70523, "tvdb_id": 334824, "machine_id": "mach-1", "player": "TV",
    "progress_percent": 50, "view_offset": 1_350_000, "duration_ms": 2_700_000, "started": 1_795_224_644,
    "stopped": 1_795_226_000, "sent_at": 1_795_226_001,
}  # fmt: skip


def told(event: str, **changes: object) -> PlaybackTold:
    [found] = read({}, filled(event, EPISODE | changes), AT)
    assert isinstance(found, PlaybackTold)
    return found


@recorded
def test_recorded_webhooks_are_one_playback_from_beginning_to_end() -> None:
    sent = json.loads((RECORDED / "real-v2.17.2-webhooks.json").read_text(encoding="utf-8"))
    bodies = [json.dumps(entry["body"]).encode() for entry in sent]
    found = [event for body in bodies for event in read({}, body, AT)]
    assert isinstance(found.pop(), Trial)
    plays = [event for event in found if isinstance(event, PlaybackTold)]
    assert [event.moment for event in plays] == list(PlaybackMoment)
    [key] = {event.playback.id for event in plays}
    last = plays[-1].playback
    assert (last.account_id, last.item_key, last.ids) == ("1002", "105", ExternalIds(603, "tt0133093", 169))
    assert (last.title, last.year) == ('The "Matrix" {1999}', 1999)
    assert last.completion == pytest.approx(0.968, abs=0.001)
    assert last.ended_at
    assert key


@recorded
@pytest.mark.parametrize("name", ["get_history", "get_history-grouped-episodes", "get_history-written-by-tautulli"])
def test_recorded_histories_are_read(name: str) -> None:
    answer = json.loads((RECORDED / f"real-v2.17.2-{name}.json").read_text(encoding="utf-8"))
    page = read_page(answer.get("response", answer)["data"])
    assert page
    found = [playback for entry in page.rows if (playback := read_row(entry))]
    assert len(found) == len(page.rows) > 0
    assert all(0 <= (playback.completion or 0) <= 1 and playback.item_key for playback in found)
    if "episodes" in name:
        assert (found[0].item_key, found[0].title, found[0].episode) == ("250", "Dark", Episode(1, 3))


@pytest.mark.skipif(not SHARED.exists(), reason="the template to compare with is not here")
def test_our_template_asks_for_all_that_is_read() -> None:
    assert json.loads(TEMPLATE.read_text(encoding="utf-8")) == json.loads(SHARED.read_text(encoding="utf-8"))


def test_an_episode_is_told_by_its_series() -> None:
    found = told("stop")
    assert found.playback == Playback(
        id="1002:1795224644:mach-1",
        account_id="1002",
        item_key="250",
        media_type=MediaType.TV,
        started_at=datetime.fromtimestamp(1_795_224_644, UTC),
        ended_at=datetime.fromtimestamp(1_795_226_000, UTC),
        completion=0.5,
        title="Dark",
        ids=ExternalIds(70523, None, 334824),
        episode=Episode(1, 1),
        device="TV",
    )


def test_the_webhook_and_the_history_tell_the_same_playback() -> None:
    entry = row(7, 5, 60)
    there = read_row(entry)
    [here] = read({}, filled("watched", entry | {"event": "watched"}), AT)
    assert there
    assert isinstance(here, PlaybackTold)
    assert here.playback.id == there.id
    assert here.playback.item_key == there.item_key


def test_what_is_empty_is_left_out() -> None:
    found = told("play", started="", stopped="", view_offset="", progress_percent="", season_num="", player="")
    play = found.playback
    assert (found.moment, play.ended_at, play.completion) == (PlaybackMoment.STARTED, None, None)
    assert (play.episode, play.device) == (None, None)
    assert play.started_at == datetime.fromtimestamp(1_795_226_001, UTC)
    assert told("play", started="", sent_at="").playback.started_at == AT


def test_per_cents_do_where_milliseconds_are_missing() -> None:
    assert told("stop", view_offset="", progress_percent="85").playback.completion == 0.85
    assert told("stop", duration_ms="0", progress_percent="250").playback.completion == 1.0


def test_ids_of_old_agents_are_the_series_where_they_tell_the_episode() -> None:
    nothing = {"tmdb_id": "", "tvdb_id": "", "imdb_id": ""}
    old = told("stop", **nothing, guid="com.plexapp.agents.thetvdb://121361/6/1?lang=en")
    assert old.playback.ids == ExternalIds(tvdb=121361)
    assert not told("stop", **nothing, guid="imdb://tt0133093").playback.ids
    film = told("stop", **nothing, guid="com.plexapp.agents.imdb://tt0133093?lang=en", media_type="movie")
    assert film.playback.ids == ExternalIds(imdb="tt0133093")


@pytest.mark.parametrize("media_type", ["track", "clip", "photo", "live", ""])
def test_music_and_clips_are_passed_over(media_type: str) -> None:
    assert read({}, filled("stop", EPISODE | {"media_type": media_type}), AT) == []


@pytest.mark.parametrize("event", ["buffer", "error", "change", "intro", "credits", "extdown", "newdevice"])
def test_other_events_are_passed_over(event: str) -> None:
    assert read({}, filled(event, EPISODE), AT) == []


def test_a_new_episode_changes_its_series() -> None:
    [found] = read({}, filled("created", EPISODE | {"section_id": 2}), AT)
    assert found == ShelfChanged("250", "2", title="Dark")
    [film] = read({}, filled("created", {"media_type": "movie", "rating_key": "9", "title": "Alien"}), AT)
    assert film == ShelfChanged("9", "", title="Alien")


@pytest.mark.parametrize(
    "body", [b'{"test": "x"}', b'{"event": "test"}', b'{"event": "{action}", "user_id": "{user_id}"}']
)
def test_pressing_test_is_understood(body: bytes) -> None:
    assert read({}, body, AT) == [Trial()]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"not json", b"{", b'{"event": ""}', b"{}", b"\xff", b"[" * 50_000, b" " * 70_000,
        filled("stop", EPISODE | {"user_id": ""}), filled("stop", EPISODE | {"user_id": "alice"}),
        filled("stop", EPISODE | {"grandparent_rating_key": "", "tmdb_id": "", "tvdb_id": "", "imdb_id": ""}),
    ],
)  # fmt: skip
def test_what_is_no_report_is_told_without_quoting_it(body: bytes) -> None:
    with pytest.raises(UnreadableEvent) as error:
        read({}, body, AT)
    assert "alice" not in str(error.value)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.just([{}]) | st.just("-1")


@effort(max_examples=25, deadline=None)
@given(changes=st.dictionaries(st.sampled_from(sorted({*EPISODE, "event", "live", "state"})), VALUES, max_size=10))
def test_no_value_of_a_report_or_a_row_is_an_error(changes: dict[str, Any]) -> None:
    body = json.dumps({"event": "stop"} | EPISODE | changes).encode()
    try:
        found = read({}, body, AT)
    except UnreadableEvent:
        found = []
    played = [event.playback for event in found if isinstance(event, PlaybackTold)]
    entry = read_row(row(3, 5, 60) | changes)
    for playback in [*played, *([entry] if entry else [])]:
        assert playback.completion is None or 0 <= playback.completion <= 1
        assert playback.ended_at is None or playback.ended_at >= playback.started_at


def test_the_integration_takes_webhooks() -> None:
    assert (INTEGRATION.name, INTEGRATION.read) == ("tautulli", read)


async def test_the_integration_is_there_when_it_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    steps = INTEGRATION.steps
    assert steps
    settings = Settings(_env_file=None, public_url="https://watch.example.org/")
    assert list(steps(settings)) == [("tautulli-steps", {})]
    monkeypatch.setenv("RECOMMENDARR_TAUTULLI_URL", "http://media.lan:8181/tautulli")
    monkeypatch.setenv("RECOMMENDARR_TAUTULLI_API_KEY", "k" * 32)
    assert list(steps(settings)) == [
        ("tautulli-hook-steps", {"address": "https://watch.example.org/hooks/tautulli", "on": "no"})
    ]
    [instance] = INTEGRATION.instances()
    opened = await INTEGRATION.open(instance, Outside(SteppedClock(), MemoryStorage(), settings))
    assert opened.history
    assert opened.health().trouble is None
    await opened.close()
