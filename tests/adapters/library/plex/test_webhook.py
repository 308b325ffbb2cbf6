"""What a Plex server reports by itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.plex import INTEGRATION
from adapters.library.plex.webhook import read
from engine.domain.items import MediaType
from engine.domain.media import OWNER, Episode, ExternalIds
from engine.domain.media_events import PlaybackMoment, PlaybackTold, RatingTold, ShelfChanged, UnreadableEvent

AT = datetime(2026, 3, 14, 22, 0, tzinfo=UTC)
HOUR = 3_600_000
FILM = {
    "librarySectionType": "movie",
    "ratingKey": "5",
    "key": "/library/metadata/5",
    "guid": "plex://movie/5d77682a54f42c001f8c3d6e",
    "librarySectionID": 1,
    "type": "movie",
    "title": "Das Boot",
    "year": 1981,
    "duration": 2 * HOUR,
    "Guid": [{"id": "imdb://tt0082096"}, {"id": "tmdb://387"}],
}
EPISODE = {
    "ratingKey": "30",
    "grandparentRatingKey": "28",
    "grandparentKey": "/library/metadata/28",
    "parentRatingKey": "29",
    "librarySectionID": 2,
    "type": "episode",
    "title": "Teil 3",
    "grandparentTitle": "Dark",
    "parentTitle": "Staffel 1",
    "parentIndex": 1,
    "index": 3,
    "duration": HOUR,
    "Guid": [{"id": "tmdb://1234"}],
}
PLAYER = {"local": True, "publicAddress": "192.0.2.1", "title": "Wohnzimmer", "uuid": "r6yfkdnfggbh2bdnvkffwbms"}


def told(event: str, item: dict[str, Any] | None, **more: Any) -> dict[str, Any]:
    body = {"event": event, "user": True, "owner": True, "Account": {"id": 1002, "title": "alice"}, "Player": PLAYER}
    return (
        body
        | {"Server": {"title": "Home", "uuid": "54664a3d8acc39983675640ec9ce00b70af9cc36"}, "Metadata": item}
        | more
    )


async def form(payload: object, *, picture: bool = True) -> tuple[dict[str, str], bytes]:
    """As it goes over the wire."""
    heard: list[tuple[dict[str, str], bytes]] = []

    async def hear(request: web.Request) -> web.Response:
        heard.append(({"content-type": request.headers["Content-Type"]}, await request.read()))
        return web.Response()

    app = web.Application()
    app.router.add_post("/", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    data = aiohttp.FormData()
    data.add_field("payload", json.dumps(payload), content_type="application/json")
    if picture:
        data.add_field("thumb", b"\xff\xd8\xff\x00\r\n--\r\n" * 50, filename="thumb.jpg", content_type="image/jpeg")
    async with aiohttp.ClientSession() as session:
        await session.post(f"http://127.0.0.1:{runner.addresses[0][1]}/", data=data)
    await runner.cleanup()
    return heard[0]


def plain(payload: object) -> tuple[dict[str, str], bytes]:
    return {"content-type": "application/json"}, json.dumps(payload).encode()


@pytest.mark.parametrize("picture", [True, False])
async def test_a_film_that_ended_is_told_with_who_saw_how_much_of_it(picture: bool):
    (event,) = read(*await form(told("media.stop", FILM | {"viewOffset": HOUR}), picture=picture), AT)
    assert isinstance(event, PlaybackTold)
    play = event.playback
    assert event.moment is PlaybackMoment.ENDED
    assert (play.account_id, play.item_key, play.media_type, play.title, play.year) == (
        "1002",
        "5",
        MediaType.MOVIE,
        "Das Boot",
        1981,
    )
    assert (play.completion, play.started_at, play.ended_at) == (0.5, AT - timedelta(hours=1), AT)
    assert (play.ids, play.device, play.own) == (ExternalIds(387, "tt0082096"), "Wohnzimmer", True)


async def test_a_form_kept_without_its_headers_is_still_read():
    _, body = await form(told("media.play", FILM))
    (event,) = read({}, body, AT)
    assert isinstance(event, PlaybackTold)


@pytest.mark.parametrize(
    ("event", "moment"),
    [
        ("media.play", PlaybackMoment.STARTED),
        ("media.pause", PlaybackMoment.PAUSED),
        ("media.resume", PlaybackMoment.RESUMED),
        ("media.scrobble", PlaybackMoment.WATCHED),
        ("media.stop", PlaybackMoment.ENDED),
    ],
)
def test_each_event_is_a_moment(event: str, moment: PlaybackMoment):
    (heard,) = read(*plain(told(event, FILM)), AT)
    assert isinstance(heard, PlaybackTold)
    assert heard.moment is moment


def test_an_episode_is_told_as_part_of_its_series_without_the_episodes_ids():
    (event,) = read(*plain(told("media.stop", EPISODE | {"viewOffset": HOUR // 2})), AT)
    assert isinstance(event, PlaybackTold)
    play = event.playback
    assert (play.item_key, play.title, play.episode) == ("28", "Dark", Episode(1, 3))
    assert play.ids == ExternalIds()


def test_the_owner_is_called_owner_and_not_one():
    (event,) = read(*plain(told("media.play", FILM, Account={"id": 1, "title": "me"})), AT)
    assert isinstance(event, PlaybackTold)
    assert event.playback.account_id == OWNER


def test_all_that_is_reported_of_one_evening_is_one_playback():
    half = FILM | {"viewOffset": HOUR}
    evening = [
        (told("media.play", FILM), AT),
        (told("media.pause", half), AT + timedelta(minutes=60)),
        (told("media.resume", half), AT + timedelta(minutes=80)),
        (told("media.scrobble", FILM), AT + timedelta(minutes=128)),
        (told("media.stop", FILM | {"viewOffset": 2 * HOUR - 60_000}), AT + timedelta(minutes=139)),
    ]
    heard = [read(*plain(body), at)[0] for body, at in evening]
    plays = [event.playback for event in heard if isinstance(event, PlaybackTold)]
    assert len({play.id for play in plays}) == 1
    seen, ended = plays[3], plays[4]
    assert seen.completion == 0.9
    assert abs(seen.started_at - ended.started_at) < timedelta(minutes=1)
    (later,) = read(*plain(told("media.play", FILM)), AT + timedelta(days=2))
    assert isinstance(later, PlaybackTold)
    assert later.playback.id != seen.id


@pytest.mark.parametrize(("given", "rating"), [(8.0, 8.0), ("6.0", 6.0), (0, None), (-1, None), (12, 10.0)])
def test_a_rating_is_told_and_taken_back(given: object, rating: float | None):
    (event,) = read(*plain(told("media.rate", FILM, rating=given)), AT)
    assert isinstance(event, RatingTold)
    assert (event.account_id, event.item_key, event.rating, event.at) == ("1002", "5", rating, AT)


def test_a_rating_may_stand_with_the_title():
    (event,) = read(*plain(told("media.rate", FILM | {"userRating": 7.0})), AT)
    assert isinstance(event, RatingTold)
    assert event.rating == 7.0


@pytest.mark.parametrize(
    ("item", "key", "title"),
    [
        (FILM, "5", "Das Boot"),
        (EPISODE, "28", "Dark"),
        ({**EPISODE, "type": "season", "parentRatingKey": "28"}, "28", ""),
    ],
)
def test_what_came_to_a_shelf_is_told_by_its_film_or_series(item: dict[str, Any], key: str, title: str):
    (event,) = read(*plain(told("library.new", item)), AT)
    assert event == ShelfChanged(key, str(item["librarySectionID"]), title=title or event.title)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "body",
    [
        told("media.play", {"type": "track", "ratingKey": "1", "title": "Song"}),
        told("media.play", {"type": "clip", "ratingKey": "1", "title": "Trailer"}),
        told("media.play", FILM | {"live": "1"}),
        told("media.rate", EPISODE, rating=9),
        told("media.play", FILM, Account={}),
        told("media.play", None),
        told("library.on.deck", FILM),
        told("admin.database.backup", FILM),
        told("library.new", {"type": "track", "title": "Song"}),
        {"event": "device.new"},
    ],
)
def test_what_is_of_no_interest_says_nothing(body: dict[str, Any]):
    assert read(*plain(body), AT) == ()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="thumb"\r\n\r\nJPEG\r\n--x--',
        ),
        ("multipart/form-data; boundary=x", b"--x\r\n"),
        ("multipart/form-data", b"nothing of the kind"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="payload"\r\n\r\n{"ev\r\n--x--',
        ),
        ("application/json", b"{}"),
        ("application/json", b'{"event": 7, "Metadata": [[[' + b"[" * 100_000),
        ("application/x-www-form-urlencoded", b"other=1"),
        ("", b""),
        ("text/plain", b"\x00\xff"),
        ("application/json", b'{"payload": "' + b"x" * (1 << 20) + b'"}'),
    ],
)
def test_what_is_not_plexs_is_unreadable_and_not_quoted(kind: str, body: bytes):
    with pytest.raises(UnreadableEvent) as caught:
        read({"content-type": kind}, body, AT)
    assert len(str(caught.value)) < 100


def test_a_form_of_the_plain_kind_is_read_too():
    body = b"payload=%7B%22event%22%3A%22media.play%22%7D"
    assert read({"content-type": "application/x-www-form-urlencoded"}, body, AT) == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("9" * 6_000),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None)
@given(
    event=st.sampled_from(["media.play", "media.stop", "media.scrobble", "media.rate", "library.new"]),
    kind=st.sampled_from(["movie", "episode", "show", "season"]),
    odd=st.dictionaries(st.sampled_from([*FILM, *EPISODE, "viewOffset", "userRating", "live"]), JSON, max_size=6),
)
def test_whatever_stands_in_the_fields_it_is_read_or_left(event: str, kind: str, odd: dict[str, Any]):
    for item in (FILM, EPISODE):
        for heard in read(*plain(told(event, item | {"type": kind} | odd)), AT):
            if isinstance(heard, PlaybackTold):
                play = heard.playback
                assert play.completion is None or 0.0 <= play.completion <= 1.0
                assert AT - timedelta(days=1) <= play.started_at <= AT


def test_the_integration_takes_hooks_without_an_identity_of_their_own():
    assert INTEGRATION.read is read
    assert INTEGRATION.identify is None
