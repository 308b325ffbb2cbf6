"""What was played, and what can be made to play."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds
from engine.errors import SourceRejected, SourceUnavailable
from engine.ports.library import Control
from tests.adapters.library.plex.conftest import ALICE, ALICE_TOKEN, Opening, Plexed, gathered
from tests.fakes.plex import PlexWorld
from tests.fakes.plex.titles import SHOWS, movie
from tests.fakes.plex.tv import device
from tests.fakes.plex.world import HISTORY_BEGINS, MACHINE, OWNER

SHIELD = {
    "name": "Living Room",
    "machineIdentifier": "shield",
    "product": "Plex for Android (TV)",
    "protocolCapabilities": "timeline,playback,playqueues",
}


async def test_the_whole_history_is_told_oldest_first_and_the_owner_by_their_real_id(opening: Opening):
    plex = await opening(PlexWorld(history=2_500))
    plays = await gathered(plex.server.history())
    assert len(plays) == len({play.id for play in plays}) == 2_500
    assert [play.started_at for play in plays] == sorted(play.started_at for play in plays)
    assert {play.account_id for play in plays} > {str(OWNER), str(ALICE)}
    assert "1" not in {play.account_id for play in plays}
    assert all(play.started_at == play.ended_at for play in plays)


async def test_an_episode_is_told_as_part_of_its_series(opening: Opening):
    plex = await opening(PlexWorld(history=3))
    film, _, episode = await gathered(plex.server.history())
    assert (film.media_type, film.item_key, film.episode) == (MediaType.MOVIE, "1", None)
    assert (episode.media_type, episode.item_key, episode.title) == (MediaType.TV, str(SHOWS + 1), "Series 1")
    assert episode.episode == Episode(1, 3)
    assert episode.ids == ExternalIds()


async def test_only_what_came_since_is_told_and_told_again_with_the_same_ids(opening: Opening):
    plex = await opening(PlexWorld(history=200))
    since = datetime.fromtimestamp(HISTORY_BEGINS + 150 * 60, UTC)
    plays = await gathered(plex.server.history(since))
    assert len(plays) == 50
    assert [play.id for play in plays] == [play.id for play in await gathered(plex.server.history(since))]


async def test_rows_that_come_while_the_history_is_read_are_not_missed(opening: Opening):
    plex = await opening(PlexWorld(history=2_000))
    told = {"key": "/library/metadata/5", "ratingKey": "5", "title": "Film 5", "type": "movie", "accountID": 1}
    seen = 0
    async for page in plex.server.history():
        if not seen:
            late = {"historyKey": "/status/sessions/history/x", "viewedAt": HISTORY_BEGINS + 999_999}
            plex.fake.world.rows.append(told | late)
        seen += len(page)
    assert seen == 2_001


async def test_rows_of_music_and_of_what_was_deleted_do_no_harm(opening: Opening):
    world = PlexWorld(history=0)
    world.rows = [
        {"historyKey": "/h/1", "type": "track", "title": "Song", "viewedAt": 1_700_000_000, "accountID": 1},
        {
            "historyKey": "/status/sessions/history/2",
            "type": "movie",
            "title": "Gone",
            "viewedAt": 1_700_000_001,
            "accountID": 7,
        },
        {"historyKey": "/h/3", "type": "movie", "title": "Nobody", "viewedAt": 1_700_000_002, "accountID": 0},
    ]
    plex = await opening(world)
    (play,) = await gathered(plex.server.history())
    assert (play.title, play.item_key, play.id, play.account_id) == ("Gone", "", "history:2", "7")


async def test_what_is_on_is_told_with_who_watches_it(plex: Plexed):
    plex.fake.world.sessions = [
        movie(5)
        | {
            "viewOffset": 85 * 60_000 // 4,
            "sessionKey": "1",
            "User": {"id": "1", "title": "owner"},
            "Player": {"machineIdentifier": "shield", "title": "Living Room", "state": "paused"},
            "Session": {"id": "abc"},
            "TranscodeSession": {"videoDecision": "transcode"},
        }
    ]
    (now,) = await plex.server.now_playing()
    assert (now.session, now.account_id, now.item_key, now.player_id) == ("abc", str(OWNER), "5", "shield")
    assert (now.position, now.paused, now.transcoding) == (0.25, True, True)


async def test_players_are_those_the_server_sees_and_those_of_the_account(plex: Plexed):
    plex.fake.world.players = [SHIELD]
    plex.fake.world.devices = [device("phone", "Phone", "client,player", presence=False), device("x", "Disk", "server")]
    players = {player.id: player for player in await plex.server.players()}
    assert set(players) == {"shield", "phone"}
    assert (players["shield"].name, players["shield"].online) == ("Living Room", True)
    assert not players["phone"].online
    assert {player.id for player in await plex.server.players(ALICE_TOKEN)} == {"shield"}


async def test_a_guest_who_may_not_know_the_servers_players_has_their_own(plex: Plexed):
    plex.fake.world.players = [SHIELD]
    plex.fake.faults.add("GET /clients", status=403)
    assert await plex.server.players(ALICE_TOKEN) == []
    assert plex.opened.health().trouble is None


async def test_titles_are_played_one_after_another_as_that_person(plex: Plexed):
    plex.fake.world.players = [SHIELD]
    await plex.server.play("shield", ["9", "4"], token=ALICE_TOKEN)
    ((player, command, query),) = plex.fake.lists.commands
    assert (player, command) == ("shield", "playback/playMedia")
    assert query["machineIdentifier"] == MACHINE
    assert query["token"] == f"transient-{ALICE}"
    assert list(plex.fake.lists.queues.values()) == [[9, 4]]


async def test_a_title_is_put_after_what_plays_now(plex: Plexed):
    plex.fake.world.players = [SHIELD]
    await plex.server.play("shield", ["9"])
    await plex.server.play("shield", ["4", "5"], queue=True)
    assert list(plex.fake.lists.queues.values()) == [[9, 4, 5]]
    assert plex.fake.lists.commands[-1][1] == "playback/refreshPlayQueue"


async def test_where_nothing_plays_a_queue_begins(plex: Plexed):
    plex.fake.world.players = [SHIELD]
    await plex.server.play("shield", [str(SHOWS + 1)], queue=True)
    assert plex.fake.lists.commands[-1][1] == "playback/playMedia"


@pytest.mark.parametrize(
    ("control", "command"),
    [
        (Control.PAUSE, "playback/pause"),
        (Control.RESUME, "playback/play"),
        (Control.STOP, "playback/stop"),
        (Control.NEXT, "playback/skipNext"),
        (Control.PREVIOUS, "playback/skipPrevious"),
    ],
)
async def test_a_player_does_what_it_is_told(plex: Plexed, control: Control, command: str):
    plex.fake.world.players = [SHIELD]
    await plex.server.control("shield", control)
    assert plex.fake.lists.commands[-1][:2] == ("shield", command)


async def test_a_player_the_server_does_not_see_is_spoken_to_without_the_accounts_token(plex: Plexed):
    plex.fake.world.devices = [device("far", "Far", "player", uri=plex.fake.player_url)]
    await plex.server.play("far", ["4"])
    assert plex.fake.lists.commands[-1][1] == "playback/playMedia"
    assert "X-Plex-Token" not in plex.fake.player_heard[-1]
    from plexapi import BASE_HEADERS  # noqa: PLC0415 - what all of plexapi's clients share

    assert "X-Plex-Token" not in BASE_HEADERS


async def test_a_player_or_a_title_that_is_gone_is_said_to_be_gone(plex: Plexed):
    for player, key in (("nowhere", "4"), ("shield", "99999")):
        plex.fake.world.players = [SHIELD] if player == "shield" else []
        with pytest.raises(SourceUnavailable, match="plex-player-gone"):
            await plex.server.play(player, [key])
    with pytest.raises(SourceUnavailable, match="plex-player-gone"):
        await plex.server.control("nowhere", Control.STOP)
    await plex.server.play("shield", [])
    assert plex.fake.lists.commands == []


async def test_a_link_opens_the_title_in_plexs_own_page(plex: Plexed):
    assert plex.server.deep_link("5") == ""
    await plex.server.identity()
    link = f"https://app.plex.tv/desktop/#!/server/{MACHINE}/details?key=%2Flibrary%2Fmetadata%2F5"
    assert plex.server.deep_link("5") == link


async def test_a_playlist_is_the_persons_own_and_holds_exactly_the_picks(plex: Plexed):
    held = plex.fake.lists.held
    await plex.server.put_playlist(ALICE_TOKEN, "Recommended For You", ["9", "4", str(SHOWS + 1)], "Because.")
    (playlist,) = held.values()
    assert (playlist.owner, playlist.content, playlist.summary) == (ALICE, [9, 4, 2_000_000], "Because.")
    await plex.server.put_playlist(ALICE_TOKEN, "Recommended For You", ["4", "5"], "Still.")
    (playlist,) = held.values()
    assert (playlist.content, playlist.summary) == ([4, 5], "Still.")
    asked = plex.fake.server.asked
    await plex.server.put_playlist(ALICE_TOKEN, "Recommended For You", ["4", "5"], "Still.")
    assert plex.fake.server.asked - asked == 3
    await plex.server.put_playlist("", "Recommended For You", [], "")
    assert held
    await plex.server.put_playlist(ALICE_TOKEN, "Recommended For You", [], "")
    assert not held


async def test_a_key_to_the_server_that_was_changed_is_asked_for_anew(plex: Plexed):
    await plex.server.put_playlist(ALICE_TOKEN, "Picks", ["9"], "")
    plex.fake.faults.add("GET /playlists", status=401)
    with pytest.raises(SourceRejected):
        await plex.server.put_playlist(ALICE_TOKEN, "Picks", ["4"], "")
    asked = plex.fake.tv.asked
    await plex.server.put_playlist(ALICE_TOKEN, "Picks", ["4"], "")
    assert plex.fake.tv.asked == asked + 2
    assert plex.opened.health().trouble is None


async def test_what_a_person_may_not_see_does_not_get_into_their_playlist(plex: Plexed):
    plex.fake.world.people[ALICE].sections = {"2"}
    await plex.server.put_playlist(ALICE_TOKEN, "Picks", ["9", str(SHOWS + 1)], "")
    (playlist,) = plex.fake.lists.held.values()
    assert playlist.content == [2_000_000]


async def test_a_collection_of_a_section_holds_exactly_the_picks(plex: Plexed):
    held = plex.fake.lists.held
    await plex.server.put_collection("1", "Recommendarr Picks", ["9", "4"], "For all.")
    await plex.server.put_collection("1", "Recommendarr Picks", ["4", "5"], "For all.")
    (collection,) = held.values()
    assert (collection.section, collection.content, collection.summary) == ("1", [4, 5], "For all.")
    await plex.server.put_collection("1", "Another", [], "")
    assert len(held) == 1
    await plex.server.put_collection("1", "Recommendarr Picks", [], "")
    assert not held


async def test_a_title_is_put_on_the_persons_own_watchlist(plex: Plexed):
    assert await plex.server.save(ALICE_TOKEN, "movie", ExternalIds(tmdb=603))
    assert await plex.server.save(ALICE_TOKEN, "tv", ExternalIds(imdb="tt1", tmdb=7))
    assert not await plex.server.save(ALICE_TOKEN, "movie", ExternalIds(tmdb=999_999_999))
    assert not await plex.server.save(ALICE_TOKEN, "movie", ExternalIds())
    assert plex.fake.world.watchlists == {ALICE: {"movie-603", "show-7"}}


async def test_a_server_that_says_there_are_more_titles_than_it_tells_holds_nothing_up(plex: Plexed):
    plex.fake.world.players.append(SHIELD)
    lie = b'<MediaContainer size="1" totalSize="999999"><Video ratingKey="1" key="/library/metadata/1" type="movie"/>'
    plex.fake.faults.add("GET /library/metadata/1", status=200, body=lie + b"</MediaContainer>", times=9)
    await plex.server.play("shield", ["1"])
    assert plex.fake.server.asked < 9
