"""Devices, playlists and collections, over real sockets."""

from __future__ import annotations

import pytest

from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable
from engine.ports.library import Control
from tests.fakes.jellyfin.payloads import RUNTIME
from tests.fakes.jellyfin.world import Title

FILMS = [Title("Movie", 0, number).id for number in range(12)]
NAME = "Recommended For You"


def session(person, told, **more):
    profile = {"DirectPlayProfiles": [{"Type": "Video", "Container": "mkv", "VideoCodec": "h264, HEVC"}]}
    return {
        "Id": told,
        "UserId": person.id,
        "Client": "Jellyfin Web",
        "DeviceName": f"{person.name}'s television",
        "IsActive": True,
        "SupportsRemoteControl": True,
        "Capabilities": {"DeviceProfile": profile},
        **more,
    }


@pytest.fixture
def people(jellyfin):
    return list(jellyfin.world.people.values())


@pytest.fixture
def sessions(jellyfin, people):
    owner, anna = people
    item = {"Id": FILMS[1], "Type": "Movie", "Name": "Alien", "RunTimeTicks": RUNTIME}
    part = Title("Episode", 1, 2, 3)
    episode = {"Id": part.id, "Type": "Episode", "Name": "Part 4", "SeriesId": part.series.id, "SeriesName": "Shows"}
    jellyfin.world.sessions += [
        session(anna, "a1", NowPlayingItem=item, PlayState={"PositionTicks": RUNTIME // 2, "PlayMethod": "Transcode"}),
        session(owner, "o1", NowPlayingItem=episode, PlayState={"IsPaused": True, "PlayMethod": "DirectPlay"}),
        session(anna, "a2", SupportsRemoteControl=False, Capabilities={}),
    ]


async def test_devices_are_told_with_what_they_play(server, sessions):
    players = await server.players()
    assert [(player.id, player.name, player.product) for player in players] == [
        ("a1", "Anna's television", "Jellyfin Web"),
        ("o1", "owner's television", "Jellyfin Web"),
    ]
    assert players[0].formats == {"h264", "hevc"}


async def test_a_person_is_told_of_the_devices_they_may_control(server, jellyfin, people, sessions):
    assert [player.id for player in await server.players(jellyfin.world.token(people[1]))] == ["a1"]


async def test_what_is_on_is_told_by_film_or_series(server, people, sessions):
    film, series = await server.now_playing()
    assert (film.item_key, film.title, film.position, film.transcoding, film.paused) == (
        FILMS[1],
        "Alien",
        0.5,
        True,
        False,
    )
    assert (series.item_key, series.title, series.account_id) == (Title("Series", 1, 2).id, "Shows", people[0].id)
    assert (series.paused, series.transcoding) == (True, False)


async def test_titles_are_played_queued_and_controlled(server, jellyfin, sessions):
    await server.play("a1", FILMS[:2])
    await server.play("a1", FILMS[2:3], queue=True)
    for control in Control:
        await server.control("a1", control)
    told = jellyfin.world.told
    assert told[0] == ("a1", "Playing", {"playCommand": "PlayNow", "itemIds": ",".join(FILMS[:2])})
    assert told[1] == ("a1", "Playing", {"playCommand": "PlayNext", "itemIds": FILMS[2]})
    assert [command for _, command, _ in told[2:]] == ["Pause", "Unpause", "Stop", "NextTrack", "PreviousTrack"]


@pytest.mark.parametrize("player", ["gone", "", "..", "../../Items", "a1/Playing?x="])
async def test_a_device_that_is_not_there_is_told_as_such(server, sessions, player):
    with pytest.raises(InvalidQuery, match="player-gone"):
        await server.play(player, FILMS[:1])


async def test_nothing_to_play_is_told_as_such(server, sessions):
    with pytest.raises(InvalidQuery, match="nothing-to-play"):
        await server.play("a1", [])


async def test_a_playlist_holds_exactly_what_it_is_to_hold_and_belongs_to_the_person_alone(server, jellyfin, people):
    token = jellyfin.world.token(people[1])
    await server.put_playlist(token, NAME, FILMS[:3], "For Anna")
    (told,) = jellyfin.world.lists.values()
    assert (told["Ids"], told["Owner"], told["Public"], told["Overview"]) == (
        FILMS[:3],
        people[1].id,
        False,
        "For Anna",
    )
    await server.put_playlist(token, NAME, [FILMS[5], FILMS[1], FILMS[5]], "New")
    (told,) = jellyfin.world.lists.values()
    assert (told["Ids"], told["Overview"]) == ([FILMS[5], FILMS[1]], "New")
    await server.put_playlist(token, NAME, [], "")
    assert jellyfin.world.lists == {}
    await server.put_playlist(token, NAME, [], "")
    assert jellyfin.world.lists == {}


async def test_a_playlist_that_somebody_shares_with_the_person_is_left_alone(server, jellyfin, people):
    owner, anna = people
    theirs = {"Type": "Playlist", "Name": NAME, "Ids": FILMS[:1], "Owner": owner.id, "Shares": [anna.id]}
    jellyfin.world.lists["1" * 32] = dict(theirs)
    token = jellyfin.world.token(anna)
    await server.put_playlist(token, NAME, FILMS[3:5], "For Anna")
    assert len(jellyfin.world.lists) == 2
    await server.put_playlist(token, NAME, [], "")
    assert jellyfin.world.lists == {"1" * 32: theirs}


async def test_a_playlist_that_may_not_be_deleted_is_emptied(server, jellyfin, people):
    token = jellyfin.world.token(people[1])
    await server.put_playlist(token, NAME, FILMS[:3], "")
    jellyfin.world.forbids_deletion = True
    await server.put_playlist(token, NAME, [], "")
    assert [told["Ids"] for told in jellyfin.world.lists.values()] == [[]]


async def test_a_collection_is_made_changed_and_taken_away_with_its_librarys_name(server, jellyfin):
    films = jellyfin.world.shelves[0].id
    await server.put_collection(films, "Picks", FILMS[:3], "Chosen")
    (told,) = jellyfin.world.lists.values()
    assert (told["Name"], told["Ids"], told["Overview"]) == ("Picks – Films", FILMS[:3], "Chosen")
    await server.put_collection(films, "Picks", FILMS[2:6], "Chosen anew")
    (told,) = jellyfin.world.lists.values()
    assert (set(told["Ids"]), told["Overview"]) == (set(FILMS[2:6]), "Chosen anew")
    await server.put_collection(films, "Picks", [], "")
    assert jellyfin.world.lists == {}


async def test_a_collection_of_all_new_titles_is_never_empty_on_the_way(server, jellyfin):
    films = jellyfin.world.shelves[0].id
    await server.put_collection(films, "Picks", FILMS[:2], "")
    (made,) = jellyfin.world.lists
    await server.put_collection(films, "Picks", FILMS[4:6], "")
    assert list(jellyfin.world.lists) == [made]


async def test_a_large_collection_is_filled_in_parts(server, jellyfin):
    shelf = jellyfin.world.shelves[0]
    shelf.count = 350
    await server.put_collection(shelf.id, "Picks", [title.id for title in shelf.titles("Movie")], "")
    assert [len(told["Ids"]) for told in jellyfin.world.lists.values()] == [350]


async def test_a_collection_that_may_not_be_taken_away_is_told_as_such(server, jellyfin):
    films = jellyfin.world.shelves[0].id
    await server.put_collection(films, "Picks", FILMS[:2], "")
    jellyfin.world.forbids_deletion = True
    with pytest.raises(SourceRejected, match="cannot-delete"):
        await server.put_collection(films, "Picks", [], "")


async def test_a_collection_of_a_library_that_is_gone_is_not_made(server):
    with pytest.raises(SourceUnavailable, match="library-gone"):
        await server.put_collection("f" * 32, "Picks", FILMS[:2], "")
