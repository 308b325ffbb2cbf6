"""Services that are down, slow, busy or lying: told as they are, never as an empty list."""

from __future__ import annotations

from datetime import date

import pytest

from engine.domain.acquisition import Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import RateLimited, SourceRejected, SourceUnavailable

DAYS = date(2026, 1, 1), date(2026, 12, 31)
WISHES = {
    "radarr": Wish(MediaType.MOVIE, ExternalIds(tmdb=949), "Heat", for_account="9001"),
    "sonarr": Wish(MediaType.TV, ExternalIds(tvdb=334824), "Dark", for_account="9001"),
    "seerr": Wish(MediaType.MOVIE, ExternalIds(tmdb=11), "Star Wars", for_account="9001"),
}
LYING = [b"[1, null, {}]", b"{}", b"null", b"<html>", b"", b'"text"', b'{"results": 5, "records": {}}', b"\xff\xfe"]


async def everything(client, vendor):
    """Whatever can be asked, one after another; what each came to."""

    async def known():
        return [one async for page in client.known() for one in page]

    asked = {
        "known": known,
        "request": lambda: client.request(WISHES[vendor]),
        "state": lambda: client.state("949"),
        "find": lambda: client.find(WISHES[vendor].media_type, WISHES[vendor].ids),
        "pending": client.pending,
        "downloads": client.downloads,
        "coming": lambda: client.coming(*DAYS),
        "quota": lambda: client.quota("9001", MediaType.MOVIE),
        "size": lambda: client.size_estimate(WISHES[vendor]),
    }
    told = {}
    for name, ask in asked.items():
        try:
            told[name] = await ask()
        except Exception as error:  # noqa: BLE001 - what came is looked at
            told[name] = error
    return told


@pytest.fixture(params=["radarr", "sonarr", "seerr"])
def vendor(request):
    return request.param


@pytest.fixture
def fake(vendor, request):
    return request.getfixturevalue(vendor)


async def test_a_service_that_is_down_is_unavailable_and_comes_back(vendor, fake, opened, clock):
    one = await opened(vendor, fake)
    await fake.stop()
    with pytest.raises(SourceUnavailable):
        await one.requests.downloads()
    assert one.health().trouble is not None


async def test_a_busy_service_is_left_alone_as_long_as_it_says(vendor, fake, opened):
    one = await opened(vendor, fake)
    fake.faults.add("GET", status=429, headers={"Retry-After": "120"})
    with pytest.raises(RateLimited) as caught:
        await one.requests.downloads()
    assert caught.value.retry_after == 120


async def test_a_service_that_stumbles_is_asked_again(vendor, fake, opened):
    one = await opened(vendor, fake)
    fake.faults.add("GET", status=503)
    fake.faults.add("GET", drop=True)
    assert await one.requests.downloads() == []


async def test_a_wrong_key_is_the_owners_business(vendor, fake, opened):
    one = await opened(vendor, fake, secret="wrong-key")
    with pytest.raises(SourceRejected, match="integration-rejected") as caught:
        await one.requests.downloads()
    assert "wrong-key" not in repr(caught.value) + str(caught.value) + repr(one.instance)


@pytest.mark.parametrize("body", LYING, ids=repr)
async def test_whatever_is_said_is_read_or_refused(vendor, fake, opened, body):
    one = await opened(vendor, fake, profile="Any")
    fake.faults.add("", status=200, body=body, times=1_000)
    told = await everything(one.requests, vendor)
    for name, came in told.items():
        if isinstance(came, Exception):
            assert type(came).__name__ in {"SourceUnavailable", "SourceRejected", "InvalidQuery"}, (name, came)
    if body != b"[1, null, {}]":
        assert isinstance(told["known"], SourceUnavailable)
    fake.wrong.clear()
