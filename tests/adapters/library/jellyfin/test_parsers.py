"""Reading what Jellyfin writes, also where it is odd, and what others recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.library.jellyfin import INTEGRATION
from adapters.library.jellyfin.fields import key, moment, number, share, whole
from adapters.library.jellyfin.media_files import media_files
from adapters.library.jellyfin.parsers import Shelf, account, identity, shelf_item, shelves
from adapters.library.jellyfin.players import parse_player, parse_playing
from adapters.library.jellyfin.watched import film_state, rating
from adapters.library.jellyfin.webhook import read
from bot.settings import Settings
from engine.domain.media import Hdr
from engine.errors import Misconfigured
from tests.adapters.library.jellyfin.conftest import NOW
from tests.adapters.library.jellyfin.test_webhook import JSON
from tests.fakes.jellyfin import payloads
from tests.fakes.jellyfin.world import Title, World

FIXTURES = Path(__file__).parents[5] / "shared" / "fixtures"
RECORDED = FIXTURES / "watchstate" / "tests" / "Fixtures" / "mediabrowser_data.json"
SESSIONS = FIXTURES / "ha-core-2022" / "tests" / "components" / "jellyfin" / "fixtures" / "sessions.json"
FILMS_TOLD = {"ItemId": "f1", "Name": "Films", "CollectionType": "movies"}
FILMS = Shelf("f1", "Films", "Movie", "f1", ("/media/films/",), "en")


def video(kind, **more):
    return {"MediaSources": [{"MediaStreams": [{"Type": "Video", "VideoRangeType": kind, **more}]}]}


@pytest.mark.parametrize(
    ("kind", "hdr"),
    [
        ("SDR", ()),
        ("Unknown", ()),
        ("Invented", ()),
        (None, ()),
        ("HLG", (Hdr.HLG,)),
        ("HDR10Plus", (Hdr.HDR10_PLUS,)),
        ("DOVI", (Hdr.DOLBY_VISION,)),
        ("DOVIWithHLG", (Hdr.DOLBY_VISION, Hdr.HLG)),
        ("DOVIWithELHDR10Plus", (Hdr.DOLBY_VISION, Hdr.HDR10_PLUS)),
        ("DOVIInvalid", (Hdr.HDR10,)),
    ],
)
def test_every_range_of_brightness_is_known(kind, hdr):
    assert media_files(video(kind))[0].hdr == hdr


@pytest.mark.parametrize(
    "stream",
    [
        {"AudioSpatialFormat": "DolbyAtmos"},
        {"Profile": "Dolby Digital Plus + Dolby Atmos"},
        {"DisplayTitle": "English - Dolby Atmos - 7.1"},
        {"Title": "TrueHD Atmos 7.1"},
    ],
)
def test_atmos_is_heard_wherever_it_is_said(stream):
    plain = {"Type": "Audio", "Codec": "flac", "Channels": 8}
    files = media_files({"MediaStreams": [plain, {"Type": "Audio", "Codec": "eac3", "Channels": 6, **stream}]})
    assert (files[0].atmos, files[0].audio_codec, files[0].channels) == (True, "eac3", 6)
    assert not media_files({"MediaStreams": [plain]})[0].atmos


def test_the_best_version_comes_first():
    sources = [
        video("SDR", Width=1920, Height=1080),
        video("SDR", Width=3840, Height=2160),
        video("DOVI", Width=3840, Height=2160),
    ]
    files = media_files({"MediaSources": [source["MediaSources"][0] for source in sources]})
    assert [(file.height, file.hdr) for file in files] == [(2160, (Hdr.DOLBY_VISION,)), (2160, ()), (1080, ())]


def test_paths_of_windows_and_of_linux_lie_in_their_libraries():
    rows = [{"ItemId": "f1", "Locations": ["D:\\Films\\", "/srv/films"], "CollectionType": "movies"}]
    (shelf,) = shelves(rows)
    assert shelf.depth("D:\\Films\\Alien\\a.mkv")
    assert shelf.depth("/srv/films/a.mkv")
    assert not shelf.depth("/srv/films2/a.mkv")
    assert not shelf.depth("")


def test_a_library_of_another_kind_or_switched_off_holds_nothing_of_interest():
    kinds = ["music", "boxsets", "homevideos", "books", "playlists", 5]
    assert [shelf.kind for shelf in shelves([{"ItemId": "f", "CollectionType": kind} for kind in kinds])] == [""] * 6
    off = {"ItemId": "f", "CollectionType": "movies", "LibraryOptions": {"Enabled": False}}
    assert [shelf.kind for shelf in shelves([off, {"Name": "no id"}, None])] == [""]


def test_a_policy_that_is_missing_or_odd_opens_nothing():
    for policy in ({}, None, [], {"EnableAllFolders": "yes"}, {"EnabledFolders": "f1"}):
        told = account({"Id": "u1", "Name": "Anna", "Policy": policy}, shelves([FILMS_TOLD]))
        assert (told.sections, told.owner) == (frozenset(), False)
    assert account({"Name": "nobody"}, []) is None


def test_blocked_libraries_are_taken_from_those_that_are_open():
    policy = {"EnableAllFolders": True, "BlockedMediaFolders": ["f2"]}
    assert account({"Id": "u1", "Policy": policy}, shelves([FILMS_TOLD, FILMS_TOLD | {"ItemId": "f2"}])).sections == {
        "f1"
    }


@pytest.mark.parametrize(
    "policy",
    [{"MaxParentalRating": 0}, {"BlockedTags": ["gore"]}, {"AllowedTags": ["kids"]}, {"BlockUnratedItems": ["Movie"]}],
)
def test_limits_on_titles_open_parts_of_libraries_only(policy):
    films, photos = Shelf("f", "Films", "Movie", "f"), Shelf("p", "Photos", "", "p")

    def told(limits):
        return account({"Id": "a1", "Policy": {"EnableAllFolders": True, **limits}}, [films, photos])

    limited = told(policy)
    assert limited.sections == frozenset()
    assert [one.section for one in limited.parts] == ["f"]
    assert limited.parts != told({**policy, "MaxParentalRating": 7}).parts
    assert told(dict.fromkeys(policy)).sections is None


@pytest.mark.parametrize(
    ("told", "mark"),
    [
        ({"Rating": 7}, 7.0),
        ({"Rating": 0}, None),
        ({"Likes": False}, 1.0),
        ({"Likes": True}, 10.0),
        ({"IsFavorite": True}, None),
        ({"Rating": "x", "Likes": None}, None),
    ],
)
def test_numbers_and_thumbs_are_ratings_and_favourites_are_not(told, mark):
    assert rating(told) == mark


def test_values_of_wrong_types_count_as_absent():
    assert [number(told) for told in ("5.5", True, None, "x" * 99, "nan", [], 10**400)] == [5.5, *[None] * 6]
    assert [whole(told) for told in (5.0, 5.5, "7")] == [5, None, 7]
    assert [moment(told) for told in ("0001-01-01T00:00:00Z", "soon", 5, "9999-12-31T23:59:59-14:00")] == [None] * 4
    assert moment("2026-11-21T20:00:00.0000000Z") == NOW == moment("2026-11-21T20:00:00")
    assert [share(5, 10), share(20, 10), share(5, 0), share(None, 1)] == [0.5, 1.0, None, None]
    assert key("00000000-0000-0000-0000-000000000000") == ""
    assert key(" item-1 ") == "item-1"


@settings(max_examples=25, deadline=None)
@given(
    odd=st.dictionaries(st.sampled_from(sorted(payloads.MORE)), JSON),
    state=JSON,
    kind=JSON,
)
def test_whatever_a_row_holds_it_is_read_or_left_out(odd, state, kind):
    world = World()
    world.shelf("Films", "movies", 3)
    row = payloads.item(world, Title("Movie", 0, 1), set(), None, with_state=False) | odd | {"UserData": state}
    item = shelf_item(row, FILMS)
    assert item is not None
    assert film_state(row, "u1") is None or film_state(row, "u1").completion <= 1
    assert shelf_item(row | {"Type": kind}, FILMS) is None or kind in {"Movie", "Series"}
    assert identity({"Id": kind}) is None or kind
    account({"Id": "u1", "Policy": state}, [])
    parse_player({"Id": "s", "SupportsRemoteControl": True, "Capabilities": state})
    parse_playing({"Id": "s", "UserId": "u1", "NowPlayingItem": row, "PlayState": state})


def test_what_others_recorded_is_read():
    if not RECORDED.exists():
        pytest.skip("the recorded answers are not at hand")
    told = json.loads(RECORDED.read_text(encoding="utf-8"))
    item = shelf_item(told["metadata"], FILMS)
    assert (item.title, item.year, item.ids.tmdb) == ("Test Movie", 2020, 123)
    assert identity(told["info"]).id == "server-1"
    assert account(told["users"][0], []).owner
    assert parse_playing(told["sessions"][0]).item_key == "item-1"
    assert parse_playing(told["sessions"][1]) is None
    with pytest.raises(Exception, match="no account"):
        read({}, json.dumps(told["webhook_jellyfin"]).encode(), NOW)


def test_recorded_sessions_are_read():
    if not SESSIONS.exists():
        pytest.skip("the recorded answers are not at hand")
    (session,) = json.loads(SESSIONS.read_text(encoding="utf-8"))
    assert parse_player(session).name == "string"
    assert parse_playing(session).transcoding


def test_configured_means_enabled(monkeypatch):
    assert list(INTEGRATION.instances()) == []
    monkeypatch.setenv("RECOMMENDARR_JELLYFIN_URL", "http://media.lan:8096/")
    with pytest.raises(Misconfigured, match="RECOMMENDARR_JELLYFIN_API_KEY"):
        INTEGRATION.instances()
    monkeypatch.setenv("RECOMMENDARR_JELLYFIN_API_KEY", "secret")
    more = [{"name": "attic", "url": "https://attic.lan", "api_key": "other", "verify_tls": False}]
    monkeypatch.setenv("RECOMMENDARR_JELLYFIN_INSTANCES", json.dumps(more))
    first, second = INTEGRATION.instances()
    assert (first.name, first.url, first.secret) == ("jellyfin", "http://media.lan:8096", "secret")
    assert (second.name, second.verify_tls) == ("jellyfin-attic", False)
    assert "secret" not in repr(first)


def test_its_owner_is_told_how_to_set_up_the_webhook():
    ((name, told),) = INTEGRATION.steps(Settings(_env_file=None, public_url="https://watch.example.org/"))
    assert (name, told["hook"]) == ("jellyfin-steps", "https://watch.example.org/hooks/jellyfin")
