"""Answers of real servers and of plex.tv, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from adapters.library.plex import accounts, parsers, playing
from adapters.library.plex.elements import page, tree
from adapters.library.plex.files import files
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from tests.adapters.library.plex.conftest import Plexed

SHARED = Path(__file__).parents[4].parent / "shared"
FIXTURES = SHARED / "fixtures"
HOME_ASSISTANT = FIXTURES / "ha-core-2022" / "tests" / "components" / "plex" / "fixtures"
pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="no recorded answers at hand")


def recorded(name: str) -> Element:
    path = HOME_ASSISTANT / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return tree(path.read_bytes())


def watchstate(name: str) -> Element:
    path = FIXTURES / "watchstate" / "tests" / "Fixtures" / "plex_data.json"
    if not path.exists():
        pytest.skip("no answers of watchstate at hand")
    return tree(json.dumps(json.loads(path.read_bytes())[name]["response"]["body"]).encode())


def plex_tv(name: str) -> Element:
    path = FIXTURES / "plex-tv" / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return tree(path.read_bytes())


SHORTENED = {"hubs.xml", "plextv_shared_users.xml"}
"""Whoever recorded them took entries out, and left the count."""


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(HOME_ASSISTANT.glob("*.xml")) if path.name not in SHORTENED],
    ids=lambda path: path.name,
)
def test_every_recorded_answer_is_read(path: Path):
    container = tree(path.read_bytes())
    for read in (parsers.section, parsers.shelf_item, playing.client, playing.device):
        page(container, read)
    page(container, lambda row: playing.now_playing(row, "12345"))
    page(container, lambda row: playing.watched(row, "12345"))


def test_recorded_sections_are_told_with_their_kinds():
    sections = page(recorded("library_sections.xml"), parsers.section).rows
    assert [(one.key, one.media_type) for one in sections] == [
        ("1", MediaType.MOVIE),
        ("2", MediaType.TV),
        ("3", None),
    ]


def test_a_recorded_film_and_series_keep_their_ids_of_old():
    film = page(recorded("media_1.xml"), parsers.shelf_item).rows[0]
    series = page(recorded("media_30.xml"), parsers.shelf_item).rows[0]
    assert (film.ids, film.runtime, film.year) == (ExternalIds(imdb="tt0123456"), 150, 2000)
    assert (series.ids, series.seasons, series.episodes) == (ExternalIds(tvdb=12_345), 5, 100)


def test_a_recorded_list_of_films_tells_ids_and_files():
    container = watchstate("library_movie_get_200")
    rows = page(container, parsers.shelf_item).rows
    assert rows[0].ids == ExternalIds(1, "tt0000001", 1)
    assert rows[0].files[0].size == 1_190_641_734
    assert page(watchstate("library_show_get_200"), parsers.shelf_item).rows[0].episodes == 13
    assert page(watchstate("sections_get_200"), parsers.section).rows[1].name == "TV Shows"


def test_a_recorded_session_tells_who_watches_where():
    (now,) = page(recorded("session_base.xml"), lambda row: playing.now_playing(row, "12345")).rows
    assert (now.item_key, now.player, now.session) == ("1", "SHIELD Android TV", "session_id_1")
    assert files(recorded("session_base.xml"))[0].width == 1280


def test_recorded_players_are_found():
    assert [one.id for one in page(recorded("plex_server_clients.xml"), playing.client).rows] == [
        "1234567890123456-com-plexapp-android"
    ]
    devices = [one for entry in recorded("plextv_resources_two_servers.xml").iter() if (one := playing.device(entry))]
    assert "Chrome" in {one.name for one in devices}
    assert "Plex Server 1" not in {one.name for one in devices}


def test_what_is_shared_is_told_by_the_servers_own_keys():
    alice, kid = accounts.shares(plex_tv("shared_servers.xml"), {})
    assert (alice.id, alice.name, alice.sections) == ("1002", "alice", frozenset({"1", "2"}))
    assert (kid.id, kid.name, kid.sections) == ("1003", "", frozenset({"1"}))


def test_recorded_sign_ins_are_read():
    assert accounts.pin(plex_tv("pins-post-201.json")).token == ""
    assert accounts.pin(plex_tv("pins-post.xml")).token == ""
    assert accounts.pin(plex_tv("pins-get-claimed-200.json")).token == "synthetic-token"


async def test_the_stand_ins_sign_in_is_as_described(plex: Plexed):
    path = SHARED / "contracts" / "plex-2025-01" / "AuthPinContainer.yaml"
    if not path.exists():
        pytest.skip("no description of signing in at hand")
    described: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    await plex.sign_in.begin()
    (told,) = plex.fake.world.pins.values()
    assert set(described["required"]) <= set(told) <= set(described["properties"])
    assert told["expiresIn"] == described["properties"]["expiresIn"]["default"]
