"""Series asked of Sonarr, over real sockets."""

from __future__ import annotations

from datetime import date

import pytest

from engine.domain.acquisition import Presence, RequestState, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable
from tests.fakes.sonarr.server import season

DARK = Wish(MediaType.TV, ExternalIds(tmdb=70523, tvdb=334824), "Dark", 2017)


def dark(*seasons: int) -> Wish:
    return Wish(MediaType.TV, DARK.ids, "Dark", 2017, seasons=seasons)


def monitored(body) -> dict[int, bool]:
    return {part["seasonNumber"]: part["monitored"] for part in body["seasons"]}


@pytest.fixture
async def client(sonarr, opened):
    sonarr.knows(334824, "Dark", seasons=3)
    return (await opened("sonarr", sonarr, profile="HD-1080p")).requests


async def test_a_series_is_added_with_every_season_but_the_specials(sonarr, client):
    made = await client.request(DARK)
    body = sonarr.bodies("POST", "series")[0]
    assert monitored(body) == {0: False, 1: True, 2: True, 3: True}
    assert (body["tvdbId"], body["qualityProfileId"], body["rootFolderPath"]) == (334824, 6, "/tv")
    assert (body["title"], body["seriesType"], body["monitorNewItems"]) == ("Dark", "standard", "all")
    assert body["addOptions"] == {"ignoreEpisodesWithFiles": True, "searchForMissingEpisodes": True}
    assert (made.request_id, made.state) == ("334824", RequestState.APPROVED)


async def test_only_the_wished_seasons_are_monitored(sonarr, client):
    made = await client.request(dark(2))
    body = sonarr.bodies("POST", "series")[0]
    assert monitored(body) == {0: False, 1: False, 2: True, 3: False}
    assert (body["monitorNewItems"], made.request_id, made.seasons) == ("none", "334824/2", (2,))


async def test_specials_are_asked_for_by_their_number(sonarr, client):
    await client.request(dark(0))
    assert monitored(sonarr.bodies("POST", "series")[0]) == {0: True, 1: False, 2: False, 3: False}


async def test_anime_is_added_as_anime_into_its_own_folder(sonarr, opened):
    sonarr.knows(81797, "One Piece")
    sonarr.roots.append({"id": 2, "path": "/anime", "accessible": True})
    options = {"profile": "Any", "root_folder": "/tv", "anime_profile": "Ultra", "anime_root_folder": "/anime"}
    client = (await opened("sonarr", sonarr, **options)).requests
    await client.request(Wish(MediaType.ANIME, ExternalIds(tvdb=81797), "One Piece"))
    body = sonarr.bodies("POST", "series")[0]
    assert (body["seriesType"], body["qualityProfileId"], body["rootFolderPath"]) == ("anime", 9, "/anime")
    assert (await client.find(MediaType.ANIME, ExternalIds(tvdb=81797))).media_type is MediaType.ANIME


@pytest.mark.parametrize(
    "ids", [ExternalIds(tmdb=70523), ExternalIds(tvdb=0), ExternalIds(tvdb=-5), ExternalIds(tvdb=1)]
)
async def test_without_a_tvdb_id_that_sonarr_knows_nothing_is_asked_for(sonarr, client, ids):
    with pytest.raises(InvalidQuery, match="request-unknown-title"):
        await client.request(Wish(MediaType.TV, ids, "Dark"))
    assert not sonarr.bodies("POST", "series")


async def test_a_season_that_there_is_not_is_refused(sonarr, client):
    with pytest.raises(InvalidQuery, match="request-nothing-left"):
        await client.request(dark(9))
    assert not sonarr.series


async def test_seasons_are_added_to_a_series_that_is_there(sonarr, client):
    seasons = [season(0), season(1, monitored=True, files=10, total=10), season(2, total=8), season(3, total=8)]
    sonarr.has(334824, "Dark", seasons, tags=[5])
    made = await client.request(dark(1, 2))
    assert monitored(sonarr.series[1]) == {0: False, 1: True, 2: True, 3: False}
    assert sonarr.series[1]["tags"] == [5]
    assert sonarr.commands == [{"name": "SeasonSearch", "seriesId": 1, "seasonNumber": 2}]
    assert (made.request_id, made.seasons) == ("334824/2", (2,))
    assert not sonarr.bodies("POST", "series")


async def test_a_series_that_rests_is_taken_up_again(sonarr, client):
    sonarr.has(334824, "Dark", [season(1, monitored=True, total=10)], monitored=False)
    await client.request(DARK)
    assert sonarr.series[1]["monitored"] is True


async def test_seasons_that_are_there_leave_nothing_to_ask_for(sonarr, client):
    sonarr.has(334824, "Dark", [season(1, monitored=True, files=10, total=10), season(2, total=8)])
    with pytest.raises(InvalidQuery, match="request-nothing-left"):
        await client.request(dark(1))


async def test_seasons_that_are_looked_for_are_not_asked_for_again(sonarr, client):
    sonarr.has(334824, "Dark", [season(1, monitored=True, files=3, total=10)])
    with pytest.raises(InvalidQuery, match="request-already"):
        await client.request(DARK)


async def test_a_search_that_fails_leaves_the_season_monitored(sonarr, client):
    sonarr.has(334824, "Dark", [season(2, total=8)])
    sonarr.faults.add("POST /api/v3/command", status=500)
    assert (await client.request(dark(2))).state is RequestState.APPROVED
    assert monitored(sonarr.series[1]) == {2: True}


async def test_an_answer_lost_on_its_way_is_no_failure_when_the_series_is_there(sonarr, client):
    sonarr.faults.add("POST /api/v3/series", truncate=0.3)
    assert (await client.request(DARK)).state is RequestState.APPROVED
    sonarr.series.clear()
    sonarr.faults.add("POST /api/v3/series", status=500)
    with pytest.raises(SourceUnavailable):
        await client.request(DARK)


async def test_a_series_added_in_between_is_refused(sonarr, client):
    sonarr.has(334824, "Dark", [season(1)])
    sonarr.faults.add(r"GET /api/v3/series\?tvdbId", status=200, body=b"[]")
    with pytest.raises(InvalidQuery, match="request-already"):
        await client.request(DARK)


async def test_a_profile_for_anime_that_is_gone_is_named_with_its_setting(sonarr, opened):
    sonarr.knows(81797, "One Piece")
    client = (await opened("sonarr", sonarr, profile="Any", anime_profile="Gone")).requests
    with pytest.raises(SourceRejected, match="ANIME_PROFILE"):
        await client.request(Wish(MediaType.ANIME, ExternalIds(tvdb=81797), "One Piece"))


@pytest.mark.parametrize(
    ("seasons", "presence"),
    [
        ([season(0, files=2, total=2), season(1, monitored=True, total=10)], Presence.WANTED),
        ([season(1, monitored=True, files=10, total=10)], Presence.AVAILABLE),
        ([season(1, monitored=True, files=4, total=10)], Presence.PARTLY),
        # Sonarr says 100 % here: what it does not monitor it does not miss.
        ([season(1, monitored=True, files=10, total=10), season(2, total=8)], Presence.PARTLY),
        # Half of the season is still to be aired, what was aired is there.
        ([season(1, monitored=True, files=4, aired=4, total=10)], Presence.AVAILABLE),
        # Announced for next year.
        (
            [season(1, monitored=True, files=10, total=10), season(2, monitored=True, aired=0, total=8)],
            Presence.AVAILABLE,
        ),
        ([], Presence.WANTED),
    ],
)
async def test_a_series_is_there_when_everything_aired_is(sonarr, client, seasons, presence):
    sonarr.has(334824, "Dark", seasons)
    known = [one async for page in client.known() for one in page]
    assert [(one.media_type, one.ids.tvdb, one.presence) for one in known] == [(MediaType.TV, 334824, presence)]


async def test_placeholders_do_not_count(sonarr, opened):
    sonarr.has(1, "Placeholder", [season(1, files=1, total=1)], path="/placeholders/x")
    sonarr.has(2, "Real", [season(1, files=1, total=1)], path="/placeholders2/x")
    client = (await opened("sonarr", sonarr, excluded_root="/placeholders")).requests
    assert [one.ids.tvdb async for page in client.known() for one in page] == [2]


@pytest.mark.parametrize(
    ("request_id", "seasons", "queue", "state"),
    [
        ("334824/2", [season(1, files=1, total=1), season(2, monitored=True, total=8)], [], RequestState.APPROVED),
        ("334824/1", [season(1, files=1, total=1), season(2, monitored=True, total=8)], [], RequestState.AVAILABLE),
        ("334824", [season(1, files=1, total=1), season(2, monitored=True, total=8)], [], RequestState.APPROVED),
        ("334824", [season(1, monitored=True, files=1, total=1)], [], RequestState.AVAILABLE),
        ("334824/1", [season(1, total=5)], [], RequestState.DECLINED),
        ("334824/1", [season(1, monitored=True, total=5)], ["failed", "failed"], RequestState.FAILED),
        ("334824/1", [season(1, monitored=True, total=5)], ["failed", "downloading"], RequestState.APPROVED),
        ("334824", [season(1, monitored=True, aired=0, total=5)], [], RequestState.APPROVED),
        ("1", [season(1)], [], RequestState.GONE),
        ("", [season(1)], [], RequestState.GONE),
    ],
)
async def test_the_state_is_that_of_the_seasons_asked_for(sonarr, client, request_id, seasons, queue, state):
    sonarr.has(334824, "Dark", seasons)
    sonarr.queue = [
        {"id": at, "seriesId": 1, "seasonNumber": 1, "trackedDownloadState": how} for at, how in enumerate(queue)
    ]
    assert (await client.state(request_id)).state is state


async def test_a_season_in_one_piece_is_one_download(sonarr, client):
    sonarr.has(334824, "Dark", [season(1)])
    pack = {"seriesId": 1, "seasonNumber": 1, "size": 100, "sizeleft": 40, "timeleft": "00:10:30", "downloadId": "x"}
    sonarr.queue = [{"id": at, "episodeId": at, **pack} for at in range(10)]
    assert [(one.title, one.done, one.minutes_left) for one in await client.downloads()] == [("Dark", 0.6, 10.5)]


async def test_series_that_the_queue_does_not_tell_are_looked_up_once(sonarr, client):
    sonarr.has(334824, "Dark", [season(1)])
    entry = {"id": 1, "seriesId": 1, "size": 100, "sizeleft": 40}
    sonarr.faults.add("GET /api/v3/queue", change=lambda told: {**told, "totalRecords": 1, "records": [entry]})
    assert [one.ids.tvdb for one in await client.downloads()] == [334824]


async def test_the_calendar_tells_episodes_that_are_not_there(sonarr, client):
    sonarr.has(334824, "Dark", [season(1)])
    facts = {"seriesId": 1, "seasonNumber": 1}
    sonarr.episodes = [
        {"id": 1, "episodeNumber": 2, "airDateUtc": "2026-12-24T08:00:00Z", "hasFile": False, **facts},
        {"id": 2, "episodeNumber": 1, "airDateUtc": "2026-12-23T08:00:00Z", "hasFile": True, **facts},
    ]
    coming = await client.coming(date(2026, 12, 20), date(2026, 12, 31))
    assert [(one.title, one.on, one.episode) for one in coming] == [("Dark", date(2026, 12, 24), "S01E02")]
    assert await client.coming(date(2026, 12, 31), date(2026, 12, 20)) == []


async def test_the_size_needs_to_know_how_many_episodes_there_are(sonarr, client):
    assert await client.size_estimate(DARK) is None  # a series that was only looked up has no count
    wish = Wish(MediaType.TV, DARK.ids, "Dark", runtime=60, episodes=10)
    assert await client.size_estimate(wish) == 600 * 50 * 2**20
    sonarr.has(334824, "Dark", [season(1, total=10), season(2, total=8)])
    assert await client.size_estimate(dark(2)) == 8 * 45 * 50 * 2**20


async def test_several_sonarrs_share_the_work(sonarr, opened):
    anime = (await opened("sonarr", sonarr, takes="anime")).requests
    series = (await opened("sonarr", sonarr, takes="series")).requests
    assert (anime.takes, series.takes) == ({MediaType.ANIME}, {MediaType.TV})
    with pytest.raises(InvalidQuery, match="request-not-taken"):
        await anime.request(DARK)


async def test_sonarr_knows_no_people_and_decides_nothing(client):
    assert not client.decides
    assert await client.pending() == []
    assert (await client.quota("9002", MediaType.TV)).left is None
    assert await client.find(MediaType.MOVIE, DARK.ids) is None
    with pytest.raises(InvalidQuery, match="request-undecidable"):
        await client.decide("1", approve=False)


async def test_seasons_that_are_not_there_yet_are_not_looked_for_any_more(sonarr, client):
    parts = [season(1, monitored=True, files=8, total=8), season(2, monitored=True, total=8), season(3, total=8)]
    sonarr.has(334824, "Dark", parts)
    told = await client.cancel("334824/1,2")
    assert told.state is RequestState.CANCELLED
    assert [part["monitored"] for part in sonarr.series[1]["seasons"]] == [True, False, False]
    assert sonarr.series[1]["monitorNewItems"] == "none"
    with pytest.raises(InvalidQuery, match="cancel-too-late"):
        await client.cancel("334824/1")
    assert (await client.cancel("5/1")).state is RequestState.GONE
