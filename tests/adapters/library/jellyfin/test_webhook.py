"""Reports of the webhook plugin, as the template writes them and as the plugin sends them by itself."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.jellyfin import INTEGRATION
from adapters.library.jellyfin.webhook import identify, read
from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds
from engine.domain.media_events import (
    PlaybackMoment,
    PlaybackTold,
    RatingTold,
    ShelfChanged,
    Trial,
    UnreadableEvent,
)

ROOT = Path(__file__).parents[4]
TEMPLATE = ROOT / "docs" / "hooks" / "jellyfin-webhook-body.handlebars"
OTHER_TEMPLATE = ROOT.parent / "shared" / "templates" / "jellyfin-webhook-body.handlebars"
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
ANNA, FILM, PART, SERIES = "d" * 32, "a" * 32, "c" * 32, "b" * 32
TICKS = 10_000_000
FILM_TOLD = {
    "ServerId": "9" * 32,
    "UserId": "dddddddd-dddd-dddd-dddd-dddddddddddd",
    "NotificationUsername": "Anna",
    "UtcTimestamp": "2026-11-21T19:59:58.0000000Z",
    "ItemId": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
    "ItemType": "Movie",
    "Name": 'The "Thing"',
    "Year": 1982,
    "Provider_tmdb": "1091",
    "Provider_imdb": "tt0084787",
    "RunTimeTicks": 6_000 * TICKS,
    "PlaybackPositionTicks": 3_000 * TICKS,
}
PART_TOLD = FILM_TOLD | {
    "ItemId": PART,
    "ItemType": "Episode",
    "Name": "Pilot",
    "SeriesName": "Dark",
    "SeriesId": SERIES,
    "SeasonNumber": 1,
    "EpisodeNumber": 2,
    "Year": 2017,
    "Provider_tmdb": "555",
}


def written(template: Path, told: dict) -> bytes:
    """What the plugin makes of a template: missing values are empty, and true is True."""
    text = template.read_text(encoding="utf-8")
    text = re.sub(r"{{#if_exist \w+}}{{json_encode (\w+)}}{{/if_exist}}", lambda m: _encoded(told.get(m[1])), text)
    return re.sub(r"{{(\w+)}}", lambda m: str(told.get(m[1], "")), text).encode()


def _encoded(value: object) -> str:
    return json.dumps(value)[1:-1] if value else ""


def everything(told: dict) -> bytes:
    return json.dumps(told).encode()


FORMS = [
    pytest.param(lambda told: written(TEMPLATE, told), id="our template"),
    pytest.param(everything, id="all properties"),
]


def only(body: bytes, content_type: str = "text/plain; charset=utf-8"):
    (event,) = read({"content-type": content_type}, body, NOW)
    return event


@pytest.mark.parametrize("form", FORMS)
def test_a_playback_that_ended_is_told_with_how_much_was_seen(form):
    event = only(form(FILM_TOLD | {"NotificationType": "PlaybackStop", "PlayedToCompletion": False}))
    playback = event.playback
    assert event.moment is PlaybackMoment.ENDED
    assert (playback.account_id, playback.item_key, playback.media_type) == (ANNA, FILM, MediaType.MOVIE)
    assert (playback.completion, playback.title, playback.year) == (0.5, 'The "Thing"', 1982)
    assert playback.ids == ExternalIds(tmdb=1091, imdb="tt0084787")
    assert playback.ended_at == NOW - timedelta(seconds=2)
    assert playback.ended_at - playback.started_at == timedelta(seconds=3_000)
    assert playback.own


@pytest.mark.parametrize("form", FORMS)
def test_a_playback_to_the_end_is_whole_wherever_the_credits_were_left(form):
    event = only(form(FILM_TOLD | {"NotificationType": "PlaybackStop", "PlayedToCompletion": True}))
    assert event.playback.completion == 1.0


@pytest.mark.parametrize("form", FORMS)
def test_an_episode_is_told_as_its_series_without_the_episodes_ids(form):
    playback = only(form(PART_TOLD | {"NotificationType": "PlaybackStart"})).playback
    assert (playback.item_key, playback.part_key, playback.title) == (SERIES, PART, "Dark")
    assert (playback.episode, playback.ids, playback.year) == (Episode(1, 2), ExternalIds(), 2017)


def test_the_template_that_has_no_series_id_still_tells_where_to_find_the_series():
    if not OTHER_TEMPLATE.exists():
        pytest.skip("the original template is not at hand")
    body = written(OTHER_TEMPLATE, PART_TOLD | {"NotificationType": "PlaybackStop"})
    event = only(body)
    assert (event.playback.item_key, event.playback.part_key, event.playback.title) == ("", PART, "Dark")
    assert event.playback.ended_at == NOW


def test_our_template_tells_all_that_the_original_does():
    if not OTHER_TEMPLATE.exists():
        pytest.skip("the original template is not at hand")
    ours, others = (json.loads(written(path, FILM_TOLD)) for path in (TEMPLATE, OTHER_TEMPLATE))
    assert {name: ours[name] for name in others} == others


def test_the_same_report_is_the_same_playback_and_another_start_is_another():
    stop = FILM_TOLD | {"NotificationType": "PlaybackStop"}
    one, again = (only(everything(stop)).playback for _ in range(2))
    other = only(everything(stop | {"UtcTimestamp": "2026-11-20T19:59:58Z"})).playback
    assert one.id == again.id != other.id


def test_a_moment_in_the_future_or_none_is_the_moment_of_arrival():
    for told in ("2031-01-01T00:00:00Z", "", "yesterday", "0001-01-01T00:00:00Z"):
        body = everything(FILM_TOLD | {"NotificationType": "PlaybackStart", "UtcTimestamp": told})
        assert only(body).playback.started_at == NOW


@pytest.mark.parametrize("form", FORMS)
def test_progress_is_of_no_interest_but_for_a_pause(form):
    progress = FILM_TOLD | {"NotificationType": "PlaybackProgress"}
    assert read({}, form(progress | {"IsPaused": False}), NOW) == ()
    assert only(form(progress | {"IsPaused": True})).moment is PlaybackMoment.PAUSED


@pytest.mark.parametrize("form", FORMS)
def test_a_title_marked_as_seen_counts_and_one_marked_as_unseen_does_not(form):
    saved = FILM_TOLD | {"NotificationType": "UserDataSaved", "SaveReason": "TogglePlayed"}
    event = only(form(saved | {"Played": True, "LastPlayedDate": "2026-11-19T20:00:00Z"}))
    assert (event.moment, event.playback.completion) == (PlaybackMoment.WATCHED, 1.0)
    assert event.playback.started_at == NOW - timedelta(days=2)
    assert read({}, form(saved | {"Played": False}), NOW) == ()


@pytest.mark.parametrize("reason", ["PlaybackStart", "PlaybackProgress", "PlaybackFinished", "Import", ""])
def test_what_a_playback_saves_is_not_told_twice(reason):
    body = everything(FILM_TOLD | {"NotificationType": "UserDataSaved", "SaveReason": reason, "Played": True})
    assert read({}, body, NOW) == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("told", "rating"), [({"Rating": 7.5}, 7.5), ({"Rating": 1}, 1.0), ({"Rating": 99}, 10.0), ({"Likes": True}, 10.0)]
)
def test_ratings_and_thumbs_are_ratings(form, told, rating):
    event = only(form(FILM_TOLD | {"NotificationType": "UserDataSaved", "SaveReason": "UpdateUserRating"} | told))
    assert isinstance(event, RatingTold)
    assert (event.account_id, event.item_key, event.rating) == (ANNA, FILM, rating)


def test_a_favourite_takes_no_rating_back_and_an_episodes_rating_is_not_the_series():
    saved = {"NotificationType": "UserDataSaved", "SaveReason": "UpdateUserRating"}
    assert read({}, everything(FILM_TOLD | saved | {"Rating": 0, "Likes": False, "Favorite": True}), NOW) == ()
    assert read({}, everything(PART_TOLD | saved | {"Rating": 9}), NOW) == ()


@pytest.mark.parametrize("form", FORMS)
def test_titles_come_and_go_and_an_episode_that_goes_takes_no_series_with_it(form):
    assert only(form(FILM_TOLD | {"NotificationType": "ItemAdded"})) == ShelfChanged(FILM, title='The "Thing"')
    gone = only(form(FILM_TOLD | {"NotificationType": "ItemDeleted"}))
    assert (gone.item_key, gone.gone) == (FILM, True)
    assert only(form(PART_TOLD | {"NotificationType": "ItemAdded"})) == ShelfChanged(SERIES, title="Dark")
    part = only(form(PART_TOLD | {"NotificationType": "ItemDeleted"}))
    assert (part.item_key, part.gone) == (SERIES, False)


@pytest.mark.parametrize("kind", ["Audio", "MusicAlbum", "Book", "TvChannel", "None", ""])
@pytest.mark.parametrize("event", ["PlaybackStop", "ItemAdded", "ItemDeleted", "UserDataSaved"])
def test_music_and_the_like_are_of_no_interest(kind, event):
    assert read({}, everything(FILM_TOLD | {"NotificationType": event, "ItemType": kind}), NOW) == ()


def test_a_trial_is_a_trial_and_other_reports_are_of_no_interest():
    for event in ("Generic", "GenericUpdateNotification", ""):
        assert only(written(TEMPLATE, {"NotificationType": event})) == Trial()
        assert only(everything({"NotificationType": event, "ServerName": "attic"})) == Trial()
    assert only(b"") == only(b"{}") == Trial()
    assert read({}, everything({"NotificationType": "TaskCompleted"}), NOW) == ()


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"event": 5}',
        b'{"event": "", "item_id": "3f2504e04f8911d39a0c0305e82c3301"}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
    ids=["no text", "list", "null", "number", "a title without an event", "deep", "long"],
)
def test_what_is_no_report_is_refused(body):
    with pytest.raises(UnreadableEvent):
        read({}, body, NOW)


@pytest.mark.parametrize("missing", ["UserId", "ItemId"])
def test_a_playback_of_nobody_or_nothing_is_refused(missing):
    with pytest.raises(UnreadableEvent):
        read({}, everything(FILM_TOLD | {"NotificationType": "PlaybackStop", missing: ""}), NOW)
    nobody = "00000000-0000-0000-0000-000000000000"
    with pytest.raises(UnreadableEvent):
        read({}, everything(FILM_TOLD | {"NotificationType": "PlaybackStop", missing: nobody}), NOW)


def test_a_report_is_known_by_its_body_and_by_the_trace_of_its_sending():
    body = everything(FILM_TOLD | {"NotificationType": "PlaybackStop"})
    assert identify({}, body) == ""
    traces = {identify({"traceparent": told}, body) for told in ("00-a", "00-a", "00-b")}
    assert len(traces) == 2
    assert INTEGRATION.read is read


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=25, deadline=None)
@given(
    event=st.sampled_from(
        ["PlaybackStart", "PlaybackStop", "PlaybackProgress", "UserDataSaved", "ItemAdded", "ItemDeleted"]
    ),
    odd=st.dictionaries(st.sampled_from([*PART_TOLD, "SaveReason", "Played", "Rating", "IsPaused"]), JSON, max_size=6),
    base=st.sampled_from([FILM_TOLD, PART_TOLD]),
)
def test_whatever_a_field_holds_it_is_read_or_refused(event, odd, base):
    told = base | {"SaveReason": "TogglePlayed", "Played": True} | odd | {"NotificationType": event}
    try:
        events = read({}, everything(told), NOW)
    except UnreadableEvent:
        return
    for one in events:
        if isinstance(one, PlaybackTold):
            assert one.playback.account_id
            assert one.playback.started_at <= NOW
            assert one.playback.completion is None or 0 <= one.playback.completion <= 1
