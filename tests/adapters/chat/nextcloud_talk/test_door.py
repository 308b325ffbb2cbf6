"""The side door: only what a known server signed gets in, once, and before anybody waits."""

from __future__ import annotations

import asyncio
import io
import json
import logging

import aiohttp
import pytest

from adapters.chat.nextcloud_talk.limits import LARGEST_BODY
from engine.errors import SourceUnavailable
from tests.adapters.chat.nextcloud_talk.world import Home, at_home
from tests.fakes.talk import webhooks
from tests.fakes.talk.rooms import Place, Written
from tests.fakes.talk.server import SECRET, FakeTalk


def message(place: Place, text: str = "!me", number: int = 900) -> bytes:
    written = Written(number, "users/anna", "Anna", text)
    return webhooks.php_json(webhooks.created(place, written, newer=True)).encode()


async def refused(home: Home, headers: dict[str, str], body: bytes) -> int:
    """The status; nothing was taken in."""
    status = await home.talk.knock(headers, body)
    await home.settled()
    assert not home.talk.asked
    return status


async def test_what_is_signed_gets_in(home: Home) -> None:
    place = await home.talk.room("Movie night", "anna")
    body = message(place)
    assert await home.talk.knock(webhooks.signed(SECRET, body, home.talk.url), body) == 200
    await home.settled()
    assert len(place.by_bot()) == 1


async def test_a_forged_signature_is_refused_and_told_once_without_secrets(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    place = await home.talk.room("Movie night", "anna")
    body = message(place)
    good = webhooks.signed(SECRET, body, home.talk.url)
    with caplog.at_level(logging.INFO):
        for forged in (
            webhooks.signed("another secret", body, home.talk.url),
            good | {"X-Nextcloud-Talk-Signature": good["X-Nextcloud-Talk-Signature"][:-1] + "x"},
            good | {"X-Nextcloud-Talk-Signature": ""},
            good | {"X-Nextcloud-Talk-Signature": "ä" * 64},
            good | {"X-Nextcloud-Talk-Random": ""},
            good | {"X-Nextcloud-Talk-Random": "short"},
            {name: value for name, value in good.items() if name != "X-Nextcloud-Talk-Signature"},
        ):
            assert await refused(home, forged, body) == 401
        assert await refused(home, good, body + b" ") == 401
    told = [record.getMessage() for record in caplog.records if "refused" in record.getMessage()]
    assert len(told) == 1
    assert SECRET not in caplog.text
    assert good["X-Nextcloud-Talk-Signature"] not in caplog.text


@pytest.mark.parametrize(
    "backend", ["https://evil.example/", "", "x", "http://[", "http://user:pass@127.0.0.1/", "ftp://127.0.0.1/"]
)
async def test_an_unknown_server_is_refused_even_with_the_secret(home: Home, backend: str) -> None:
    place = await home.talk.room("Movie night", "anna")
    body = message(place)
    assert await refused(home, webhooks.signed(SECRET, body, "x") | {"X-Nextcloud-Talk-Backend": backend}, body) == 403


async def test_a_replay_is_refused_and_after_a_restart_it_is_harmless(home: Home) -> None:
    place = await home.talk.room("Movie night", "anna")
    body = message(place)
    headers = webhooks.signed(SECRET, body, home.talk.url)
    assert await home.talk.knock(headers, body) == 200
    assert await home.talk.knock(headers, body) == 409
    await home.settled()
    await home.restart()
    again = webhooks.signed(SECRET, body, home.talk.url)
    assert await home.talk.knock(again, body) == 200  # the same message by another random: known by its number
    await home.settled()
    assert len(place.by_bot()) == 1


async def test_ten_megabytes_are_refused_unread(home: Home) -> None:
    body = io.BytesIO(b"x" * 10_000_000)
    status = 0
    try:
        status = await home.talk.knock(webhooks.signed(SECRET, b"", home.talk.url), body)
    except aiohttp.ClientConnectionError:
        status = 413  # the door was shut while we were still talking
    assert status == 413
    place = await home.talk.room("Movie night", "anna")
    assert len(await home.say(place, "anna", "!me")) == 1


async def test_a_body_that_does_not_say_how_long_it_is_is_cut_off(home: Home) -> None:
    async def endless() -> object:
        for _ in range(40):
            yield b"x" * 100_000

    headers = webhooks.signed(SECRET, b"", home.talk.url)
    status = 413
    async with aiohttp.ClientSession() as session:
        try:
            async with session.post(home.talk.webhook, data=endless(), headers=headers) as response:
                status = response.status
        except aiohttp.ClientConnectionError:
            pass  # the door was shut while we were still talking
    assert status == 413


async def test_the_longest_message_there_can_be_gets_in(home: Home) -> None:
    place = await home.talk.room("Movie night", "anna")
    first = Written(901, "bots/bot-1", "Bot", "😀" * 32_000)
    written = Written(902, "users/anna", "Anna", "😀" * 32_000, parent=first)
    body = webhooks.php_json(webhooks.created(place, written, newer=True)).encode()
    assert 800_000 < len(body) < LARGEST_BODY
    assert await home.talk.knock(webhooks.signed(SECRET, body, home.talk.url), body) == 200


@pytest.mark.parametrize("content", [[], 7, {"type": "Create"}, {"type": ["Create"]}, {"type": "Create", "actor": 7}])
async def test_wrong_types_are_refused(home: Home, content: object) -> None:
    body = json.dumps(content).encode()
    assert await refused(home, webhooks.signed(SECRET, body, home.talk.url), body) == 400


async def test_kinds_of_the_future_are_taken_and_nothing_comes_of_them(home: Home) -> None:
    body = b'{"type": "Announce", "actor": {"id": "users/anna"}}'
    assert await refused(home, webhooks.signed(SECRET, body, home.talk.url), body) == 200


async def test_other_ways_to_the_door_are_closed(home: Home) -> None:
    async with aiohttp.ClientSession() as session, session.get(home.talk.webhook) as response:
        assert response.status == 405
        assert await response.text() == ""


async def test_the_server_is_told_received_before_there_is_an_answer(home: Home) -> None:
    place = await home.talk.room("Movie night", "anna")
    home.talk.delay = 0.3
    assert await home.talk.say(place, "anna", "!me") == 200
    assert not place.by_bot()
    await home.settled()
    assert len(place.by_bot()) == 1


async def test_what_cannot_be_kept_is_not_told_received_and_may_come_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await home.talk.room("Movie night", "anna")

    async def full(*_: object) -> bool:
        raise SourceUnavailable("disk-full")

    with monkeypatch.context() as broken:
        broken.setattr(home.desk, "accept", full)
        assert await home.talk.say(place, "anna", "!me") == 503
    assert await home.talk.again() == 200
    await home.settled()
    assert len(place.by_bot()) == 1


async def test_two_servers_have_their_own_secrets_and_their_own_admin() -> None:
    other = FakeTalk("19.0.15", secret="f" * 64)
    await other.start()
    try:
        async with at_home(SECRETS=f"{other.url}={other.secret}") as home:
            other.webhook = home.talk.webhook
            here, there = await home.talk.room("Here", "anna"), await other.room("There", "anna")
            assert len(await home.say(here, "anna", "!tonight 1")) == 1
            assert await other.say(there, "anna", "!tonight 1") == 200
            await home.settled()
            assert "/card/" not in there.by_bot()[0].text  # whom nobody linked there
            body = message(there)
            assert await home.talk.knock(webhooks.signed(home.talk.secret, body, other.url), body) == 401
    finally:
        await asyncio.shield(other.close())
