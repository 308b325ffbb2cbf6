"""What the services report by themselves."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.items import MediaType
from engine.domain.media_events import AcquisitionMoment, AcquisitionTold, Trial, UnreadableEvent
from tests.adapters.acquisition.conftest import VENDORS
from tests.fakes.sonarr.server import season

AT = datetime(2026, 11, 21, tzinfo=UTC)
MOVIE = {"id": 7, "title": "Heat", "year": 1995, "tmdbId": 949, "imdbId": "tt0113277"}
SERIES = {"id": 42, "title": "Dark", "tvdbId": 334824, "tmdbId": 0, "type": "anime", "year": 2017}
EPISODES = [{"id": 100, "seasonNumber": 2}, {"id": 101, "seasonNumber": 1}, {"id": 102, "seasonNumber": 1}]
ASKED = {
    "notification_type": "MEDIA_PENDING",
    "event": "New Series Request",
    "subject": "Game of Thrones (2011)",
    "message": "Families fight.",
    "media": {"media_type": "tv", "tmdbId": "1399", "tvdbId": "121361", "status": "PENDING", "status4k": "UNKNOWN"},
    "request": {"request_id": "4", "requestedBy_username": "alice"},
    "issue": None,
    "extra": [{"name": "Requested Seasons", "value": "1, 3"}],
}


def read(vendor: str, body: Any) -> list[Any]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return list(VENDORS[vendor].read({}, raw, AT))


def key(vendor: str, body: Any) -> str:
    return VENDORS[vendor].identify({}, body if isinstance(body, bytes) else json.dumps(body).encode())


@pytest.mark.parametrize(
    ("vendor", "kind", "moment"),
    [
        ("radarr", "Grab", AcquisitionMoment.GRABBED),
        ("radarr", "Download", AcquisitionMoment.DOWNLOADED),
        ("radarr", "MovieAdded", AcquisitionMoment.ADDED),
        ("radarr", "MovieDelete", AcquisitionMoment.REMOVED),
        ("radarr", "ManualInteractionRequired", AcquisitionMoment.FAILED),
        ("sonarr", "Grab", AcquisitionMoment.GRABBED),
        ("sonarr", "Download", AcquisitionMoment.DOWNLOADED),
        ("sonarr", "SeriesAdd", AcquisitionMoment.ADDED),
        ("sonarr", "SeriesDelete", AcquisitionMoment.REMOVED),
        ("sonarr", "ManualInteractionRequired", AcquisitionMoment.FAILED),
    ],
)
def test_each_kind_of_report_is_a_moment(vendor, kind, moment):
    (told,) = read(vendor, {"eventType": kind, "movie": MOVIE, "series": SERIES, "isUpgrade": True})
    assert (told.moment, told.upgrade) == (moment, True)
    assert told.title == ("Heat" if vendor == "radarr" else "Dark")


@pytest.mark.parametrize("vendor", ["radarr", "sonarr"])
@pytest.mark.parametrize("kind", ["Health", "HealthRestored", "ApplicationUpdate", "Rename", "SomethingNew"])
def test_what_says_nothing_of_a_title_is_taken_without_effect(vendor, kind):
    assert read(vendor, {"eventType": kind, "level": "warning", "message": "Disk is full"}) == []


def test_a_test_is_a_trial_although_its_film_has_no_id():
    assert read("radarr", {"eventType": "Test", "movie": {"id": 1, "tmdbId": 0}}) == [Trial()]
    assert read("sonarr", {"eventType": "Test", "series": {"id": 1, "tvdbId": 1234, "tmdbId": 0}}) == [Trial()]
    assert read("seerr", {"notification_type": "TEST_NOTIFICATION", "media": None, "request": None}) == [Trial()]


def test_an_unknown_id_is_said_as_0_and_not_taken_for_one():
    (told,) = read("sonarr", {"eventType": "Grab", "series": SERIES, "episodes": EPISODES})
    assert (told.ids.tmdb, told.ids.tvdb, told.media_type, told.seasons) == (None, 334824, MediaType.ANIME, (1, 2))


@pytest.mark.parametrize("vendor", ["radarr", "sonarr"])
@pytest.mark.parametrize("rest", [{}, {"movie": {"tmdbId": 0}, "series": {"tvdbId": 0}}, {"movie": 5, "series": []}])
def test_a_report_without_a_title_cannot_be_read(vendor, rest):
    with pytest.raises(UnreadableEvent):
        read(vendor, {"eventType": "Grab", **rest})


def test_a_download_tells_the_same_in_both_shapes():
    common = {"eventType": "Download", "series": SERIES, "episodes": EPISODES, "downloadId": "x"}
    single = {**common, "episodeFile": {"id": 9}, "isUpgrade": False}
    complete = {**common, "episodeFiles": [{"id": 9}, {"id": 10}]}
    assert read("sonarr", single) == read("sonarr", complete)
    assert key("sonarr", single) != key("sonarr", complete)


def test_why_a_person_is_needed_is_told():
    messages = [{"title": "Heat.mkv", "messages": ["Not an upgrade", ""]}, {"title": "Sample.mkv"}]
    body = {"eventType": "ManualInteractionRequired", "movie": MOVIE, "downloadStatusMessages": messages}
    assert read("radarr", body)[0].message == "Not an upgrade; Sample.mkv"


def test_a_report_that_is_sent_again_has_the_same_key_whatever_its_pictures():
    body = {"eventType": "Grab", "movie": MOVIE, "downloadId": "x", "release": {"releaseTitle": "Heat.1080p"}}
    again = {**body, "movie": {**MOVIE, "images": [{"url": "/7.jpg?lastWrite=2"}], "overview": "new"}}
    assert key("radarr", body) == key("radarr", again)
    others = [
        {**body, "eventType": "Download"},
        {**body, "downloadId": "y"},
        {**body, "movie": {**MOVIE, "id": 8}},
        {**body, "release": {"releaseTitle": "Heat.2160p"}},
    ]
    assert len({key("radarr", one) for one in [body, *others]}) == 5


@pytest.mark.parametrize(
    ("kind", "moment"),
    [
        ("MEDIA_PENDING", AcquisitionMoment.REQUESTED),
        ("MEDIA_AUTO_REQUESTED", AcquisitionMoment.REQUESTED),
        ("MEDIA_APPROVED", AcquisitionMoment.APPROVED),
        ("MEDIA_AUTO_APPROVED", AcquisitionMoment.APPROVED),
        ("MEDIA_AVAILABLE", AcquisitionMoment.AVAILABLE),
        ("MEDIA_DECLINED", AcquisitionMoment.DECLINED),
        ("MEDIA_FAILED", AcquisitionMoment.FAILED),
    ],
)
def test_each_notification_of_seerr_is_a_moment(kind, moment):
    (told,) = read("seerr", {**ASKED, "notification_type": kind})
    assert isinstance(told, AcquisitionTold)
    assert (told.moment, told.request_id, told.seasons) == (moment, "4", (1, 3))
    assert (told.title, told.year, told.ids.tmdb, told.ids.tvdb) == ("Game of Thrones", 2011, 1399, 121361)
    assert told.account_id == ""
    assert told.message == ("Families fight." if kind == "MEDIA_FAILED" else "")


def test_problems_that_people_report_to_seerr_are_taken_without_effect():
    assert read("seerr", {**ASKED, "notification_type": "ISSUE_CREATED", "issue": {"issue_id": "1"}}) == []


def test_a_template_of_ones_own_may_leave_out_much():
    (told,) = read("seerr", {"notification_type": "MEDIA_AVAILABLE", "event": "Movie Request Now Available",
                             "request": {"request_id": 9}})  # fmt: skip
    assert (told.media_type, told.request_id, told.title) == (MediaType.MOVIE, "9", "")
    (told,) = read("seerr", {**ASKED, "request": None, "extra": None, "subject": "No year"})
    assert (told.title, told.year, told.request_id, told.seasons) == ("No year", None, "", ())
    for body in ({"notification_type": "MEDIA_FAILED"}, {"notification_type": "MEDIA_FAILED", "event": "Movie"}):
        with pytest.raises(UnreadableEvent):
            read("seerr", body)


def test_the_same_notification_has_the_same_key_and_another_has_not():
    others = [
        {**ASKED, "notification_type": "MEDIA_APPROVED"},
        {**ASKED, "request": {"request_id": "5"}},
        {**ASKED, "media": {**ASKED["media"], "status": "AVAILABLE"}},
        {**ASKED, "extra": []},
    ]
    assert key("seerr", ASKED) == key("seerr", {**ASKED, "image": "https://example.org/other.jpg"})
    assert len({key("seerr", one) for one in [ASKED, *others]}) == 5


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b"\xff", b'{"eventType": 5}', b"[" * 100_000, b'"x"'])
def test_what_is_no_report_is_refused_and_has_no_key(vendor, body):
    with pytest.raises(UnreadableEvent):
        read(vendor, body)
    assert key(vendor, body) == ""


async def test_what_the_stand_ins_report_is_read(radarr, sonarr, seerr):
    radarr.has(949, "Heat")
    sonarr.has(334824, "Dark", [season(1)])
    seerr.knows("tv", 1399, "Game of Thrones", seasons=(1, 2))
    seerr.world.ask(seerr.user("alice"), {"mediaType": "tv", "mediaId": 1399, "seasons": "all", "is4k": False})
    (film,) = read("radarr", radarr.report("Download", 1))
    (series,) = read("sonarr", sonarr.report("Grab", 1, seasons=(2,)))
    (asked,) = read("seerr", seerr.report("MEDIA_AVAILABLE", 1))
    assert (film.moment, film.ids.tmdb) == (AcquisitionMoment.DOWNLOADED, 949)
    assert (series.moment, series.ids.tvdb, series.seasons) == (AcquisitionMoment.GRABBED, 334824, (2,))
    assert (asked.moment, asked.request_id, asked.seasons) == (AcquisitionMoment.AVAILABLE, "1", (1, 2))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["movie", "tt5"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
_FIELDS = ("movie", "series", "episodes", "episodeFile", "media", "request", "extra", "isUpgrade", "release", "subject")
_INNER = st.dictionaries(st.sampled_from(["tmdbId", "tvdbId", "title", "year", "type", "media_type", "id"]), _JSON)


@given(
    kind=st.sampled_from(["Grab", "Download", "MEDIA_AVAILABLE", "MEDIA_FAILED", "Test"]),
    rest=st.dictionaries(st.sampled_from(_FIELDS), _INNER | _JSON),
)
@settings(max_examples=25, deadline=None)
def test_nothing_that_is_sent_makes_a_reader_stumble(kind, rest):
    for vendor in VENDORS:
        body = {"eventType": kind, "notification_type": kind, **rest}
        with suppress(UnreadableEvent):
            read(vendor, body)
        assert key(vendor, body) == key(vendor, body) != ""


@pytest.mark.parametrize("about", [{}, {"movie": None, "series": None}])
@pytest.mark.parametrize("vendor", ["radarr", "sonarr"])
def test_a_download_that_belongs_to_no_title_concerns_nobody_here(vendor, about):
    assert read(vendor, {"eventType": "ManualInteractionRequired", "downloadStatus": "Warning", **about}) == []
