"""Answers and reports that real services gave."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.acquisition.radarr import parsers as radarr
from adapters.acquisition.seerr import parsers as seerr
from adapters.acquisition.servarr_parsers import downloads
from adapters.acquisition.sonarr import parsers as sonarr
from adapters.values import records
from engine.domain.acquisition import Known, Presence, RequestState
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.domain.media_events import AcquisitionMoment, Trial
from tests.adapters.acquisition.conftest import VENDORS

FIXTURES = Path(__file__).parents[3].parent / "shared" / "fixtures"
pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="recorded answers are not at hand")
AT = datetime(2026, 11, 21, tzinfo=UTC)


def recorded(name: str) -> Any:
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


def every(folder: str) -> list[Path]:
    return sorted((FIXTURES / folder).rglob("*.json")) if FIXTURES.exists() else []


@pytest.mark.parametrize("path", every("arr-webhooks"), ids=lambda path: path.stem)
def test_recorded_reports_of_radarr_and_sonarr_are_read(path):
    vendor, _, kind = path.stem.partition("-")
    body = path.read_bytes()
    (told,) = VENDORS[vendor].read({}, body, AT)
    assert VENDORS[vendor].identify({}, body)
    if kind == "Test":
        assert told == Trial()
    else:
        assert (told.title, told.year) == (("Heat", 1995) if vendor == "radarr" else ("Dark", 2017))


def test_recorded_reports_of_seerr_are_read():
    told = []
    keys = set()
    for one in recorded("seerr/real-3.1.0-webhooks.json"):
        body = json.dumps(one["body"]).encode()
        told += VENDORS["seerr"].read(one["headers"], body, AT)
        keys.add(VENDORS["seerr"].identify(one["headers"], body))
    assert [one.moment for one in told][:3] == [
        AcquisitionMoment.REQUESTED,
        AcquisitionMoment.REQUESTED,
        AcquisitionMoment.APPROVED,
    ]
    assert (told[-1].title, told[-1].seasons, told[-1].ids.tvdb) == ("Game of Thrones", (1,), 121361)
    assert len(keys) == len(told)


def test_recorded_answers_of_seerr_are_read():
    made = seerr.requested(recorded("seerr/real-3.1.0-request-tv-201.json"), doubtful=False)
    assert (made.request_id, made.state, made.account_id, made.seasons) == ("4", RequestState.PENDING, "9002", (1,))
    declined = seerr.requested(recorded("seerr/real-3.1.0-decline.json"), doubtful=False)
    assert (declined.state, declined.media_type) == (RequestState.DECLINED, MediaType.TV)
    approved = seerr.requested(recorded("seerr/real-3.1.0-request-autoapproved-bob.json"), doubtful=False)
    assert (approved.state, approved.account_id) == (RequestState.APPROVED, "9003")
    users = records(recorded("seerr/real-3.1.0-user-list.json")["results"])
    assert seerr.users_of("9002", users) == [2]
    assert seerr.quota(recorded("seerr/real-3.1.0-user-quota.json"), MediaType.TV).left is None
    told = records(recorded("seerr/real-3.1.0-media-list.json")["results"])
    media = [seerr.known(part, overseerr=False, doubtful=False) for part in told]
    assert media[0] == Known(MediaType.TV, ExternalIds(tmdb=1399, tvdb=121361), Presence.WANTED)
    assert seerr.message(recorded("seerr/real-3.1.0-badkey-403.json")).startswith("You do not have permission")


@pytest.mark.parametrize("brand", ["overseerr", "seerr"])
def test_recorded_answers_of_both_brands_are_read(brand):
    folder = f"python-overseerr/tests/fixtures/{brand}"
    for part in records(recorded(f"{folder}/request.json")["results"]):
        one = seerr.requested(part, doubtful=False)
        assert one.request_id
        assert one.media_type
        assert one.ids.tmdb
    for name in ("create_movie_request", "create_tv_request"):
        assert seerr.requested(recorded(f"{folder}/{name}.json"), doubtful=False).request_id


@pytest.mark.parametrize("path", every("aiopyarr"), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_recorded_answer_of_radarr_or_sonarr_makes_a_reader_stumble(path):
    told = json.loads(path.read_text(encoding="utf-8"))
    found = records(told) or (records(told.get("records")) if isinstance(told, dict) else [])
    for part in [*found, *([told] if isinstance(told, dict) else [])]:
        radarr.known(part, "")
        radarr.coming(part, date(2020, 1, 1), date(2022, 1, 1))
        sonarr.known(part, "")
        sonarr.coming(part, {}, date(2017, 1, 1), date(2018, 1, 1))
        downloads([part], lambda entry: radarr.title_of(entry, {0: {"tmdbId": 5}}))


def test_recorded_films_and_series_are_known():
    movie = recorded("aiopyarr/tests/fixtures/radarr/movie.json")
    movie = movie[0] if isinstance(movie, list) else movie
    known = radarr.known({**movie, "tmdbId": 5}, "")
    assert known
    assert known.ids.tmdb == 5
    series = recorded("aiopyarr/tests/fixtures/sonarr/series.json")
    series = series[0] if isinstance(series, list) else series
    assert sonarr.known({**series, "tvdbId": 5}, "") == Known(MediaType.TV, ExternalIds(tvdb=5), Presence.WANTED)


async def test_the_stand_in_for_seerr_refuses_in_the_words_of_the_real_one(seerr):
    seerr.knows("movie", 11, "Star Wars")
    seerr.knows("tv", 1399, "Game of Thrones", seasons=(1,))
    own = {"X-Api-Key": seerr.key}
    film = {"mediaType": "movie", "mediaId": 11, "is4k": False}
    season = {"mediaType": "tv", "mediaId": 1399, "seasons": [1], "is4k": False}
    async with aiohttp.ClientSession(f"{seerr.url}/api/v1/") as session:

        async def told(method: str, path: str, headers: dict[str, str] = own, body: Any = None) -> tuple[int, Any]:
            async with session.request(method, path, headers=headers, json=body) as answer:
                return answer.status, await answer.json()

        await told("POST", "request", body=film)
        await told("POST", "request", body=season)
        said = {
            (409, "request-duplicate-409"): await told("POST", "request", body=film),
            (202, "request-tv-noseasons-202"): await told("POST", "request", body=season),
            (401, "401-nokey"): await told("POST", "request", headers={}, body=film),
            (403, "badkey-403"): await told("POST", "request", headers={"X-Api-Key": "wrong"}, body=film),
            (404, "404-request"): await told("GET", "request/99"),
        }
        without = {name: value for name, value in film.items() if name != "is4k"}
        twice = [await told("POST", "request", body=without) for _ in range(2)]
    for (status, name), heard in said.items():
        assert heard == (status, recorded(f"seerr/real-3.1.0-{name}.json")), name
    assert [status for status, _ in twice] == [201, 201]  # a trap of the real one's
