"""Answers reach Talk once and in order, whatever it says in between; what is asked of it is as it describes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from adapters.chat.nextcloud_talk.limits import LONGEST_MESSAGE
from adapters.chat.nextcloud_talk.settings import NAME
from bot.gateway import Outgoing, State
from bot.vocabulary import Account, Answer, Room, Text
from engine.errors import RateLimited, SourceUnavailable, Undeliverable
from tests.adapters.chat.nextcloud_talk.world import Home, at_home
from tests.fakes.talk.rooms import Place
from tests.fakes.talk.server import ATTEMPTS, FakeTalk

DESCRIBED = Path(__file__).parents[5] / "shared" / "contracts" / "chat"
MESSAGE = "/ocs/v2.php/apps/spreed/api/{apiVersion}/bot/{token}/message"


def letter(home: Home, place: Place, *parts: str, written: tuple[str, ...] = (), reference: str = "") -> Outgoing:
    """An answer for the whole room, in as many messages as ``parts``."""
    account = Account(NAME, f"users/anna@{home.talk.url}")
    text = tuple(Text(part + " " + "x" * 5_000) for part in parts)
    room = Room(f"{home.talk.url}/call/{place.token}", private=False)
    return Outgoing(f"letter {parts}", room, account, Answer(text, private=False), reference=reference, written=written)


async def room(home: Home) -> Place:
    return await home.talk.room("Movie night", "anna", "ben")


def texts(place: Place) -> list[str]:
    return [one.text.split(" ")[0] for one in place.by_bot()]


async def test_too_many_requests_say_when_to_come_again_and_nothing_is_asked_until_then(home: Home) -> None:
    place = await room(home)
    home.talk.failures.append((429, {"Retry-After": "7"}))
    for _ in range(3):
        with pytest.raises(RateLimited) as limited:
            await home.adapter.deliver(letter(home, place, "one"))
        assert limited.value.everywhere
        assert 5 < (limited.value.retry_after or 0) <= 7
    assert len(home.talk.asked) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 302, 403])
async def test_a_server_that_is_ill_is_asked_again_later(home: Home, status: int) -> None:
    place = await room(home)
    home.talk.failures.append((status, {"Location": "http://127.0.0.1:1/"}))
    with pytest.raises(SourceUnavailable):
        await home.adapter.deliver(letter(home, place, "one"))
    assert home.adapter.state is State.FAILING
    assert home.adapter.trouble == "talk-unreachable"
    await home.adapter.deliver(letter(home, place, "one"))
    assert home.adapter.state is State.RUNNING
    assert texts(place) == ["one"]


async def test_what_was_written_is_not_written_again(home: Home) -> None:
    place = await room(home)
    home.talk.failures += [(201, {}), (503, {})]
    with pytest.raises(SourceUnavailable):
        await home.adapter.deliver(letter(home, place, "one", "two", "three"))
    await home.adapter.deliver(letter(home, place, "one", "two", "three", written=("an id",)))
    assert texts(place) == ["two", "three"]


@pytest.mark.parametrize(
    ("close", "reason"),
    [
        (lambda home, place: setattr(place, "deleted", True), "talk-not-enabled"),
        (lambda home, place: home.talk.failures.append((404, {})), "talk-room-gone"),
        (lambda home, place: setattr(place, "enabled", False), "talk-not-enabled"),
        (lambda home, place: setattr(home.talk, "features", frozenset({"webhook"})), "talk-not-enabled"),
        (lambda home, place: home.talk.failures.append((413, {})), "talk-too-long"),
        (lambda home, place: home.talk.failures.append((400, {})), "talk-refused"),
    ],
)
async def test_what_cannot_be_delivered_says_why(
    home: Home, close: Callable[[Home, Place], object], reason: str
) -> None:
    place = await room(home)
    await home.adapter.deliver(letter(home, place, "before"))
    close(home, place)
    with pytest.raises(Undeliverable) as refused:
        await home.adapter.deliver(letter(home, place, "one"))
    assert refused.value.key == reason
    assert home.adapter.state is State.RUNNING


async def test_a_closed_room_never_gets_us_throttled_and_opens_when_somebody_writes(home: Home) -> None:
    place, other = await room(home), await home.talk.room("Other", "anna")
    place.enabled = False
    for _ in range(3 * ATTEMPTS):
        with pytest.raises(Undeliverable):
            await home.adapter.deliver(letter(home, place, "one"))
    assert home.talk.refusals == 1
    await home.adapter.deliver(letter(home, other, "fine"))
    place.enabled = True
    assert await home.say(place, "anna", "!tonight 1")


async def test_a_bot_that_was_disabled_is_silent_until_it_is_back(home: Home) -> None:
    place = await room(home)
    await home.talk.leave(place)
    with pytest.raises(Undeliverable):
        await home.adapter.deliver(letter(home, place, "one"))
    assert not home.talk.asked


async def test_a_wrong_secret_is_told_to_the_owner() -> None:
    async with at_home() as home:
        place = await room(home)
        home.talk.secret = "d" * 64
        with pytest.raises(Undeliverable):
            await home.adapter.deliver(letter(home, place, "one"))
        assert home.adapter.state is State.FAILING
        assert home.adapter.trouble == "talk-not-enabled"


async def test_a_server_that_is_not_there_is_failing_and_the_bot_waits() -> None:
    talk = FakeTalk()
    async with at_home(talk=talk) as home:
        place = await room(home)
        assert home.adapter.state is State.RUNNING
        await talk.close()
        with pytest.raises(SourceUnavailable):
            await home.adapter.deliver(letter(home, place, "one"))
        assert home.adapter.state is State.FAILING


@pytest.mark.parametrize("room_id", ["", "x", "https://evil.example/call/abc", "https://evil.example/call/../x"])
async def test_a_room_of_a_server_that_is_not_ours_any_more_is_given_up(home: Home, room_id: str) -> None:
    place = await room(home)
    outgoing = letter(home, place, "one", reference='{"m":"1","c":""}')
    object.__setattr__(outgoing, "room", Room(room_id))
    with pytest.raises(Undeliverable, match="talk-backend-gone"):
        await home.adapter.deliver(outgoing)


async def test_a_quoted_message_that_was_deleted_is_not_needed(home: Home) -> None:
    place = await room(home)
    await home.adapter.deliver(letter(home, place, "one", reference='{"m":"4711","c":""}'))
    assert [status for _, _, status in home.talk.asked] == [400, 201]
    assert texts(place) == ["one"]


@pytest.mark.untraced
async def test_a_thousand_posts_are_answered_once_each(home: Home) -> None:
    rooms = [await home.talk.room(f"Room {number}", "anna") for number in range(50)]

    async def post(number: int) -> None:
        await home.talk.say(rooms[number % 50], "anna", f"!search Dune {number}")
        if number % 10 == 0:
            await home.talk.again()

    for first in range(0, 1_000, 100):
        await asyncio.gather(*(post(number) for number in range(first, first + 100)))
    async with asyncio.timeout(120):
        await home.desk.settle()
        await home.post.settle()
    for place in rooms:
        asked = [one for one in place.messages if not one.by_bot]
        answered = {one.parent.id for one in place.by_bot() if one.parent}
        assert answered == {one.id for one in asked}
        assert len({one.reference_id for one in place.by_bot()}) == len(place.by_bot())


async def test_letters_wait_out_a_limit_and_come_in_order(home: Home) -> None:
    place = await room(home)
    home.talk.failures.append((429, {"Retry-After": "1"}))
    for line in ("!tonight 1", "!search Parasite", "!shuffle 1"):
        await home.talk.say(place, "anna", line)
    async with asyncio.timeout(20), place.news:
        await place.news.wait_for(lambda: len({one.parent.id for one in place.by_bot() if one.parent}) == 3)
    asked = [one.text for one in place.messages if not one.by_bot]
    assert [one.parent.text for one in place.by_bot() if one.parent] == asked


@pytest.mark.skipif(not DESCRIBED.is_dir(), reason="the official descriptions are not here")
@pytest.mark.parametrize("name", ["v19.0.15", "stable30", "stable31", "main"])
async def test_all_that_is_asked_is_as_described(home: Home, name: str) -> None:
    described: dict[str, Any] = json.loads((DESCRIBED / f"{name}-openapi-bots.json").read_text())
    call = described["paths"][MESSAGE]["post"]
    schema = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    schema = schema or {
        "properties": {one["name"]: one["schema"] for one in call["parameters"] if one["in"] == "query"},
        "required": [one["name"] for one in call["parameters"] if one["in"] == "query" and one.get("required")],
    }
    place, own = await room(home), await home.own_room()
    for where, line in ((place, "!tonight 3"), (own, "/taste"), (own, "/help"), (own, "/rate Dune 8")):
        await home.say(where, "anna", line)
    home.talk.failures.append((413, {}))
    await home.say(own, "anna", "/me")
    assert len(home.talk.asked) > 6
    for path, body, status in home.talk.asked:
        assert path.startswith("/ocs/v2.php/apps/spreed/api/v1/bot/")
        if schema["properties"]["silent"]["type"] == "integer":  # described as in an address, where there is no true
            body = {name: int(value) if isinstance(value, bool) else value for name, value in body.items()}  # noqa: PLW2901
        jsonschema.validate(body, schema | {"additionalProperties": False, "type": "object"})
        assert len(body["message"]) <= LONGEST_MESSAGE
        assert str(status) in call["responses"]
