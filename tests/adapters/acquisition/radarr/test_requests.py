"""Films asked of Radarr, over real sockets."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from engine.domain.acquisition import Approval, Presence, RequestState, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable
from tests.fakes.radarr import FakeRadarr

pytestmark = pytest.mark.untraced

HEAT = Wish(MediaType.MOVIE, ExternalIds(tmdb=949), "Heat", 1995)
HD = {"profile": "hd-1080p"}


@pytest.fixture
async def client(radarr, opened):
    radarr.knows(949, "Heat", year=1995, runtime=170)
    return (await opened("radarr", radarr, **HD)).requests


async def test_a_film_is_added_with_what_radarr_needs(radarr, client):
    made = await client.request(HEAT)
    assert radarr.bodies("POST", "movie") == [
        {
            "title": "Heat",
            "titleSlug": "949",
            "tmdbId": 949,
            "year": 1995,
            "qualityProfileId": 6,
            "rootFolderPath": "/movies",
            "minimumAvailability": "released",
            "monitored": True,
            "tags": [],
            "addOptions": {"searchForMovie": True},
        }
    ]
    assert (made.request_id, made.state, made.ids.tmdb, made.title) == ("949", RequestState.APPROVED, 949, "Heat")


async def test_the_settings_choose_availability_tags_and_search(radarr, opened):
    radarr.knows(949, "Heat")
    radarr.tags = [{"id": 4, "label": "recommended"}]
    options = {"profile": "9", "root_folder": "/movies/", "minimum_availability": "announced", "search": "False"}
    client = (await opened("radarr", radarr, tags="Recommended, new-one", **options)).requests
    await client.request(HEAT)
    body = radarr.bodies("POST", "movie")[0]
    assert (body["qualityProfileId"], body["minimumAvailability"], body["tags"]) == (9, "announced", [4, 2])
    assert body["addOptions"] == {"searchForMovie": False}


async def test_what_is_there_is_refused_without_trying(radarr, client):
    radarr.has(949, "Heat")
    with pytest.raises(InvalidQuery, match="request-already"):
        await client.request(HEAT)
    assert not radarr.bodies("POST", "movie")


async def test_a_film_added_by_somebody_else_in_between_is_refused_the_same_way(radarr, client):
    radarr.has(949, "Heat")
    radarr.faults.add(r"GET /api/v3/movie\?tmdbId", status=200, body=b"[]")
    with pytest.raises(InvalidQuery, match="request-already"):
        await client.request(HEAT)


async def test_a_film_that_nobody_knows_cannot_be_asked_for(client):
    for ids in (ExternalIds(tmdb=5), ExternalIds(imdb="tt0113277"), ExternalIds(tmdb=0)):
        with pytest.raises(InvalidQuery, match="request-unknown-title"):
            await client.request(Wish(MediaType.MOVIE, ids, "Unheard of"))


async def test_radarr_takes_no_series(client):
    with pytest.raises(InvalidQuery, match="request-unknown-title"):
        await client.request(Wish(MediaType.TV, ExternalIds(tmdb=949), "Heat"))
    assert await client.find(MediaType.TV, ExternalIds(tmdb=949)) is None
    assert client.takes == {MediaType.MOVIE}


@pytest.mark.parametrize(("setting", "named"), [("", "–"), ("Gone", "Gone"), ("77", "77")])
async def test_a_profile_that_is_not_chosen_or_gone_is_named_with_the_choices(radarr, opened, setting, named):
    radarr.knows(949, "Heat")
    client = (await opened("radarr", radarr, profile=setting)).requests
    with pytest.raises(SourceRejected, match="servarr-profile-unclear") as caught:
        await client.request(HEAT)
    assert caught.value.arguments["choices"] == "Any, HD-1080p, Ultra"
    assert (caught.value.arguments["wanted"], caught.value.arguments["setting"]) == (
        named,
        "RECOMMENDARR_RADARR_PROFILE",
    )


async def test_the_only_profile_needs_no_setting(radarr, opened):
    radarr.knows(949, "Heat")
    radarr.profiles = radarr.profiles[:1]
    await (await opened("radarr", radarr)).requests.request(HEAT)
    assert radarr.bodies("POST", "movie")[0]["qualityProfileId"] == 1


async def test_a_root_folder_that_is_not_chosen_is_named_with_the_choices(radarr, client):
    radarr.roots.append({"id": 2, "path": "/other", "accessible": True})
    with pytest.raises(SourceRejected, match="servarr-root-unclear") as caught:
        await client.request(HEAT)
    assert caught.value.arguments["choices"] == "/movies, /other"


async def test_a_root_folder_that_cannot_be_opened_is_not_added_to(radarr, client):
    radarr.roots[0]["accessible"] = False
    with pytest.raises(SourceRejected, match="servarr-root-inaccessible"):
        await client.request(HEAT)
    assert not radarr.films


async def test_a_profile_that_vanishes_while_adding_is_told_in_radarrs_words(radarr, client):
    gone = [profile for profile in radarr.profiles if profile["id"] != 6]
    profiles, radarr.profiles = radarr.profiles, gone
    radarr.faults.add("GET /api/v3/qualityprofile", change=lambda _: profiles)
    with pytest.raises(SourceRejected, match="Quality profile does not exist"):
        await client.request(HEAT)


async def test_an_answer_lost_on_its_way_is_no_failure_when_the_film_is_there(radarr, client):
    radarr.faults.add("POST /api/v3/movie", truncate=0.5)
    assert (await client.request(HEAT)).state is RequestState.APPROVED
    assert len(radarr.films) == 1


async def test_a_film_is_never_sent_twice_by_itself(radarr, client):
    radarr.faults.add("POST /api/v3/movie", status=503, times=1)
    with pytest.raises(SourceUnavailable):
        await client.request(HEAT)
    assert len(radarr.bodies("POST", "movie")) == 1


@pytest.mark.parametrize(
    ("facts", "queue", "state"),
    [
        ({"hasFile": True}, [], RequestState.AVAILABLE),
        ({}, [], RequestState.APPROVED),
        ({"monitored": False}, [], RequestState.DECLINED),
        ({}, [{"status": "downloading", "trackedDownloadState": "downloading"}], RequestState.APPROVED),
        ({}, [{"status": "failed", "trackedDownloadState": "failed"}], RequestState.FAILED),
        ({"hasFile": True, "path": "/placeholders/Heat"}, [], RequestState.APPROVED),
    ],
)
async def test_the_state_follows_film_and_queue(radarr, opened, facts, queue, state):
    radarr.has(949, "Heat", **facts)
    radarr.queue = [{"id": at, "movieId": 1, **entry} for at, entry in enumerate(queue)]
    client = (await opened("radarr", radarr, excluded_root="/placeholders")).requests
    assert (await client.state("949")).state is state


async def test_a_film_that_was_removed_or_never_there_is_gone(client):
    for request_id in ("949", "", "nonsense", "../health"):
        assert (await client.state(request_id)).state is RequestState.GONE


async def test_a_film_added_anew_under_another_number_keeps_its_request(radarr, client):
    await client.request(HEAT)
    radarr.films.clear()
    radarr.has(949, "Heat", hasFile=True)
    assert next(iter(radarr.films)) == 2
    assert (await client.state("949")).state is RequestState.AVAILABLE


async def test_everything_radarr_has_is_known_but_placeholders(radarr, opened):
    radarr.has(1, "Seen", hasFile=True)
    radarr.has(2, "Wanted")
    radarr.has(3, "Placeholder", hasFile=True, path="/placeholders/Placeholder")
    client = (await opened("radarr", radarr, excluded_root="/placeholders/")).requests
    known = [one async for page in client.known() for one in page]
    assert {one.ids.tmdb: one.presence for one in known} == {1: Presence.AVAILABLE, 2: Presence.WANTED}
    assert await client.find(MediaType.MOVIE, ExternalIds(tmdb=1)) == known[0]
    assert await client.find(MediaType.MOVIE, ExternalIds(tmdb=3)) is None


async def test_fifty_thousand_films_come_in_pages(opened):
    async with FakeRadarr(shelf=50_000) as fake:
        client = (await opened("radarr", fake)).requests
        sizes = [len(page) async for page in client.known()]
    assert sum(sizes) == 50_000
    assert max(sizes) <= 200
    assert not fake.wrong


async def test_a_list_that_breaks_off_is_unreadable_and_not_short(radarr, client):
    radarr.has(1, "Seen", hasFile=True)
    radarr.faults.add(r"GET /api/v3/movie$", status=200, body=b'[{"tmdbId": 1, "hasFile": true},')
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        _ = [page async for page in client.known()]


async def test_downloads_tell_how_far_they_are_and_what_is_wrong(radarr, client):
    radarr.has(949, "Heat")
    radarr.queue = [
        {"id": 1, "movieId": 1, "size": 1000, "sizeleft": 250, "timeleft": "1.02:30:00", "downloadId": "a"},
        {
            "id": 2,
            "movieId": 1,
            "size": 10,
            "sizeleft": 0,
            "downloadId": "b",
            "trackedDownloadStatus": "warning",
            "statusMessages": [{"title": "Heat.mkv", "messages": ["No files found"]}],
        },
        {"id": 3, "size": 5, "sizeleft": 5, "title": "who knows"},
    ]
    first, second = await client.downloads()
    assert (first.ids.tmdb, first.title, first.done, first.minutes_left) == (949, "Heat", 0.75, 26 * 60 + 30)
    assert (second.done, second.trouble) == (1.0, "No files found")


async def test_a_long_queue_is_read_to_its_end(radarr, client):
    radarr.has(949, "Heat")
    radarr.queue = [{"id": at, "movieId": 1, "downloadId": str(at), "size": 1, "sizeleft": 1} for at in range(450)]
    assert len(await client.downloads()) == 450


async def test_a_queue_that_ends_before_it_says_is_unreadable(radarr, client):
    radarr.faults.add("GET /api/v3/queue", change=lambda told: {**told, "totalRecords": 5}, times=2)
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        await client.downloads()


async def test_the_calendar_tells_the_first_release_in_those_days(radarr, client):
    radarr.has(1, "Later", digitalRelease="2026-12-24T00:00:00Z", inCinemas="2026-12-01T00:00:00Z")
    radarr.has(2, "There", digitalRelease="2026-12-24T00:00:00Z", hasFile=True)
    radarr.has(3, "Outside", digitalRelease="2027-01-24T00:00:00Z")
    coming = await client.coming(date(2026, 12, 20), date(2026, 12, 31))
    assert [(one.title, one.on) for one in coming] == [("Later", date(2026, 12, 24))]
    assert await client.coming(date(2026, 12, 31), date(2026, 12, 1)) == []


async def test_the_size_is_the_chosen_quality_times_the_length(radarr, client):
    assert await client.size_estimate(HEAT) == 170 * 50 * 2**20  # the cutoff is the group of web qualities
    assert await client.size_estimate(Wish(MediaType.MOVIE, ExternalIds(tmdb=5), "?", runtime=60)) == 60 * 50 * 2**20
    assert await client.size_estimate(Wish(MediaType.MOVIE, ExternalIds(tmdb=5), "?")) is None


async def test_where_a_quality_has_no_size_the_files_that_are_there_tell_it(radarr, opened):
    radarr.knows(949, "Heat", runtime=170)
    client = (await opened("radarr", radarr, profile="Ultra")).requests
    assert await client.size_estimate(HEAT) is None
    for tmdb in (1, 2, 3):
        radarr.has(tmdb, f"Film {tmdb}", qualityProfileId=9, runtime=100, sizeOnDisk=tmdb * 10**10, hasFile=True)
    _ = [page async for page in client.known()]
    assert await client.size_estimate(HEAT) == (2 * 10**8 * 170)


async def test_an_old_radarr_without_definitions_only_has_no_estimate(radarr, client):
    radarr.faults.add("GET /api/v3/qualitydefinition", status=404)
    assert await client.size_estimate(HEAT) is None


async def test_radarr_knows_no_people_and_decides_nothing(client):
    assert not client.decides
    assert await client.pending() == []
    assert (await client.quota("9002", MediaType.MOVIE)).left is None
    with pytest.raises(InvalidQuery, match="request-undecidable"):
        await client.decide("949", approve=True)


async def test_what_radarr_calls_an_error_of_its_own_is_shown(radarr, opened):
    one = await opened("radarr", radarr)
    radarr.checks = [
        {"source": "IndexerCheck", "type": "error", "message": "No indexers available"},
        {"source": "UpdateCheck", "type": "warning", "message": "New update is available"},
    ]
    _ = [page async for page in one.requests.known()]
    assert one.health().trouble.arguments["reason"] == "No indexers available"
    radarr.checks = []
    _ = [page async for page in one.requests.known()]
    assert one.health().trouble is None


async def test_two_who_want_the_same_film_at_once_add_it_once(radarr, client):
    told = await asyncio.gather(client.request(HEAT), client.request(HEAT), return_exceptions=True)
    assert len(radarr.films) == 1
    assert sorted(type(one).__name__ for one in told) == ["InvalidQuery", "Requested"]


async def test_films_that_the_queue_does_not_tell_are_looked_up(radarr, client):
    radarr.has(949, "Heat")
    entry = {"id": 1, "movieId": 1, "size": 100, "sizeleft": 40}
    radarr.faults.add("GET /api/v3/queue", change=lambda told: {**told, "totalRecords": 1, "records": [entry]})
    assert [(one.ids.tmdb, one.done) for one in await client.downloads()] == [(949, 0.6)]


async def test_a_service_without_checks_of_its_own_is_read_all_the_same(radarr, client):
    radarr.has(1, "Seen", hasFile=True)
    radarr.faults.add("GET /api/v3/health", status=404)
    assert len([one async for page in client.known() for one in page]) == 1


async def test_a_wish_that_nobody_can_measure_has_no_size(client):
    assert await client.size_estimate(Wish(MediaType.TV, ExternalIds(tvdb=1), "Dark")) is None


async def test_a_film_that_is_not_there_yet_is_taken_out_without_touching_files(radarr, client):
    radarr.has(949, "Heat")
    told = await client.cancel("949")
    assert (told.state, told.title) == (RequestState.CANCELLED, "Heat")
    (heard,) = [one for one in radarr.heard if one.method == "DELETE"]
    assert heard.query == {"deleteFiles": "false", "addImportExclusion": "false"}
    for gone in ("949", "5", "x"):
        assert (await client.cancel(gone)).state is RequestState.GONE
    radarr.has(11, "Star Wars", hasFile=True)
    with pytest.raises(InvalidQuery, match="cancel-too-late"):
        await client.cancel("11")
    assert len(radarr.films) == 1


async def test_whose_requests_wait_and_how_many_there_may_be_is_set_by_its_owner(radarr, opened):
    rules = (await opened("radarr", radarr)).requests.rules
    assert (rules.approval, rules.weekly) == (Approval.MEMBERS, 0)
    rules = (await opened("radarr", radarr, approval="nobody", weekly="3")).requests.rules
    assert (rules.approval, rules.weekly) == (Approval.NOBODY, 3)
