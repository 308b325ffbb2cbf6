"""Playing on one's own devices, what is on, and pausing it; nobody hears of another's."""

from __future__ import annotations

from typing import Any

import pytest

from bot.vocabulary import Action, Answer
from tests.bot.playing.home import ALICE, HIGH, LOW, TWICE, Home
from tests.conversations.household import choices, said, token
from tests.fakes.jellyfin.payloads import RUNTIME
from tests.fakes.plex.titles import movie
from tests.fakes.plex.tv import device


def session(person: Any, told: str, item: str = "", **more: Any) -> dict[str, Any]:
    """Somebody's television at Jellyfin."""
    profile = {"DirectPlayProfiles": [{"Type": "Video", "Container": "mkv", "VideoCodec": "h264"}]}
    made = {
        "Id": told,
        "UserId": person.id,
        "Client": "Jellyfin Android",
        "DeviceName": f"{person.name}'s television",
        "IsActive": True,
        "SupportsRemoteControl": True,
        "Capabilities": {"DeviceProfile": profile},
        "PlayState": {"PositionTicks": RUNTIME // 4, "PlayMethod": "DirectPlay"},
    }
    return (
        made
        | ({"NowPlayingItem": {"Id": item, "Type": "Movie", "Name": "X", "RunTimeTicks": RUNTIME}} if item else {})
        | more
    )


def people(home: Home) -> tuple[Any, Any]:
    otto, rosa = home.jellyfin.world.people.values()
    return otto, rosa


def screens(home: Home, *, playing: str = LOW) -> None:
    """One of each person's; both play."""
    otto, rosa = people(home)
    home.jellyfin.world.sessions += [session(otto, "o1", HIGH), session(rosa, "r1", playing)]


def played(home: Home) -> list[str]:
    return [command for _, command, _ in home.plex.lists.commands]


async def title_of(home: Home, item_id: str = TWICE) -> str:
    async with home.house.storage.unit() as unit:
        return (await unit.items.get_many([item_id]))[item_id].title


async def test_the_first_time_it_asks_where_then_it_plays_there_at_once(home: Home) -> None:
    alice = await home.alice()
    asked = await alice.say("/play Film 3")
    (button,) = choices(asked).items()
    assert button[0] == "Living Room · Plex for Android (TV)"
    assert "starting on Living Room" in said(await alice.press(button[1]))
    assert played(home) == ["playback/playMedia"]
    assert "starting on Living Room" in said(await alice.say("/play Film 4"))
    assert list(home.plex.lists.queues.values()) == [[3], [4]]


async def test_a_title_is_put_behind_what_plays(home: Home) -> None:
    alice = await home.alice()
    await alice.press(next(iter(choices(await alice.say("/play Film 3")).values())))
    assert "plays next" in said(await alice.say("/queue Film 4"))
    assert list(home.plex.lists.queues.values()) == [[3, 4]]


async def test_a_series_is_played_from_its_card(home: Home) -> None:
    alice = await home.alice()
    found = await alice.say("/search Series 2")
    asked = await alice.press(token(await alice.press(token(found, "open")), "play"))
    await alice.press(next(iter(choices(asked).values())))
    assert played(home) == ["playback/playMedia"]


async def test_without_a_key_of_ones_own_nobodys_devices_are_told(home: Home) -> None:
    home.plex.world.devices = [device("phone", "Olga’s phone", "client,player")]
    alice = await home.alice(signed_in=False)
    for line in ("/play Film 3", "/devices"):
        answer = await alice.say(line)
        assert "sign in with your own account" in said(answer)
        assert not choices(answer)
        assert "Olga" not in repr(answer)
        assert "Living Room" not in repr(answer)


async def test_who_has_signed_in_is_told_of_what_the_server_offers_them_alone(home: Home) -> None:
    home.plex.world.devices = [device("phone", "Olga’s phone", "client,player")]
    screens(home)
    assert list(choices(await (await home.alice()).say("/devices"))) == ["Living Room · Plex for Android (TV)"]
    rosas = await (await home.rosa()).say("/devices")
    assert list(choices(rosas)) == ["Rosa's television · Jellyfin Android"]
    olgas = repr(await (await home.olga()).say("/devices"))
    assert "Olga’s phone" in olgas


async def test_the_copy_that_plays_is_one_that_the_person_may_open(home: Home) -> None:
    screens(home)
    rosa, title = await home.rosa(), await title_of(home)
    await rosa.press(next(iter(choices(await rosa.say(f"/play {title}")).values())))
    assert home.jellyfin.world.told[-1] == ("r1", "Playing", {"playCommand": "PlayNow", "itemIds": LOW})


async def test_a_button_pressed_after_the_right_was_taken_away_starts_nothing(home: Home) -> None:
    screens(home)
    rosa, title = await home.rosa(), await title_of(home)
    button = next(iter(choices(await rosa.say(f"/play {title}")).values()))
    people(home)[1].shelves = set()
    await home.read_rights()
    assert "no longer open" in said(await rosa.press(button))
    assert home.jellyfin.world.told == []


async def test_a_button_for_another_persons_device_starts_nothing(home: Home) -> None:
    """Codes of devices are no secret: what counts is what the server offers to whoever presses."""
    screens(home)
    otto, rosa, title = await home.otto(), await home.rosa(), await title_of(home)
    on_ottos = choices(await otto.say(f"/play {title}"))["Otto's television · Jellyfin Android"]
    assert "not among yours" in said(await rosa.press(on_ottos))
    assert home.jellyfin.world.told == []


async def test_a_title_that_lies_on_no_server_is_told_as_such(home: Home) -> None:
    assert "on no server" in said(await home.house.say("Apollo 13", command="play"))


async def test_the_card_tells_whether_the_usual_device_plays_a_file_as_it_is(home: Home) -> None:
    screens(home)
    otto, title = await home.otto(), await title_of(home)
    usual = choices(await otto.say("/devices"))["Otto's television · Jellyfin Android"]
    assert "From now on: Otto's television" in said(await otto.press(usual))
    (card,) = (await otto.press(token(await otto.say(f"/search {title}"), "open"))).parts
    told = [badge for badge in getattr(card, "badges", ()) if "Otto's television" in badge]
    assert told[0].startswith("4K")
    assert told[0].endswith("may be transcoded for Otto's television")
    assert told[1].endswith("plays directly on Otto's television")
    assert "converts it" in said(await otto.say(f"/play {title}"))
    assert "Choose the device" in said(await otto.say("/devices none"))


async def test_one_sees_what_plays_under_ones_own_account_and_an_admin_everything(home: Home) -> None:
    screens(home)
    rosas = said(await (await home.rosa()).say("/playing"))
    assert (await title_of(home)) in rosas
    assert "25" in rosas
    assert "Otto" not in rosas
    assert len(rosas.splitlines()) == 1
    ottos = said(await (await home.otto()).say("/playing"))
    assert len(ottos.splitlines()) == 2
    assert "Rosa" in ottos
    assert "Nothing is on" in said(await home.house.say("", command="playing"))


async def test_the_title_of_a_closed_library_is_not_told_even_while_it_plays(home: Home) -> None:
    screens(home, playing=HIGH)
    rosa = await home.rosa()
    await home.services.snapshots.refresh()
    told = said(await rosa.say("/playing"))
    assert "closed to you" in told
    assert (await title_of(home)) not in told


async def test_pause_go_on_and_stop(home: Home) -> None:
    screens(home)
    rosa = await home.rosa()
    shown = choices(await rosa.say("/playing"))
    paused = await rosa.press(shown["Pause"])
    assert "Paused" in said(paused)
    assert "Go on" in choices(paused)
    await rosa.press(choices(paused)["Go on"])
    assert "Stopped" in said(await rosa.press(shown["Stop"]))
    assert [told[:2] for told in home.jellyfin.world.told] == [("r1", "Pause"), ("r1", "Unpause"), ("r1", "Stop")]


async def test_nobody_stops_what_another_watches(home: Home) -> None:
    screens(home)
    otto, rosa = await home.otto(), await home.rosa()
    everything = [action for part in (await otto.say("/playing")).parts for action in actions_of(part)]
    own = set(choices(await rosa.say("/playing")).values())
    others = [action.token for action in everything if action.token not in own]
    assert len(others) == 2
    for one in others:
        assert "not on any more" in said(await rosa.press(one))
    assert home.jellyfin.world.told == []
    home.jellyfin.world.sessions.clear()
    assert "not on any more" in said(await rosa.press(own.pop()))


@pytest.mark.parametrize(
    "hostile",
    [
        "playon:x:now:movie%3A1",
        "playon:x:never:movie%3A1",
        "playon:x:now:~zzzz",
        "control:explode:x",
        "control:stop:x",
        "device:x",
    ],
)
async def test_made_up_buttons_do_nothing_and_tell_nothing(home: Home, hostile: str) -> None:
    answer = said(await (await home.alice()).press(hostile))
    assert answer
    assert "went wrong" not in answer
    assert played(home) == []


async def test_a_server_that_is_down_is_named_and_the_others_answer(home: Home) -> None:
    screens(home)
    olga = await home.olga()
    home.plex.faults.add("GET /status/sessions", status=500, times=10)
    told = said(await olga.say("/playing"))
    assert "plex" in told.casefold()
    assert "Rosa" in told


async def test_what_is_on_at_plex_is_ones_own_by_account(home: Home) -> None:
    row = movie(6) | {
        "viewOffset": 60_000,
        "sessionKey": "1",
        "User": {"id": str(ALICE), "title": "alice"},
        "Player": {"machineIdentifier": "shield", "title": "Living Room", "state": "playing"},
        "Session": {"id": "abc"},
    }
    home.plex.world.sessions = [row, row | {"User": {"id": "1", "title": "owner"}, "Session": {"id": "def"}}]
    alice = await home.alice()
    shown = await alice.say("/playing")
    assert len(shown.parts) == 1
    assert "Film 6" in said(shown)
    await alice.press(choices(shown)["Pause"])
    assert played(home) == ["playback/pause"]


def actions_of(part: object) -> tuple[Action, ...]:
    return getattr(part, "actions", ())


async def test_the_way_is_typed_at_a_console_too(home: Home) -> None:
    alice = await home.alice()
    told = await home.house.transcript("play film 3", "1", "devices", "playing", who=alice.account.id)
    assert "Where shall Film 3" in told
    assert "starting on Living Room" in told
    assert played(home) == ["playback/playMedia"]


async def test_every_token_fits_on_a_button(home: Home) -> None:
    alice = await home.alice()
    answers: list[Answer] = [await alice.say(line) for line in ("/play Film 3", "/devices", "/search Film 3")]
    tokens = [action.token for answer in answers for part in answer.parts for action in actions_of(part)]
    assert tokens
    assert max(map(len, tokens)) <= 64
