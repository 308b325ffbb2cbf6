"""Libraries, titles and people, over real sockets."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from engine.domain.items import CreditRole, MediaType
from engine.domain.media import ExternalIds, Hdr
from engine.errors import SourceRejected, SourceUnavailable
from tests.adapters.library.jellyfin.conftest import NOW
from tests.fakes.jellyfin.world import FIRST_DAY, Title


async def all_of(pages):
    return [row async for page in pages for row in page]


async def test_a_server_says_who_it_is_and_its_titles_can_be_opened_from_then_on(server, jellyfin):
    assert server.deep_link("a1") == ""
    told = await server.identity()
    assert (told.id, told.name, told.version) == (jellyfin.world.id, "Den", "12.0.0")
    assert server.deep_link("a1") == f"{jellyfin.url}/web/#/details?id=a1&serverId={jellyfin.world.id}"


async def test_a_server_that_is_shutting_down_is_not_taken_at_its_word(server, jellyfin):
    jellyfin.faults.add("/System/Info", change=lambda told: told | {"IsShuttingDown": True})
    with pytest.raises(SourceUnavailable):
        await server.identity()


async def test_libraries_are_told_with_what_they_hold(server, jellyfin):
    jellyfin.world.shelf("Music", "music", 3)
    jellyfin.world.shelf("Attic", None, 5)
    films, shows, music, attic, attic_tv = await server.sections()
    assert (films.name, films.media_type, films.count) == ("Films", MediaType.MOVIE, 12)
    assert (shows.media_type, shows.count) == (MediaType.TV, 4)
    assert (music.media_type, music.count) == (None, 0)
    assert (attic.media_type, attic.count) == (MediaType.MOVIE, 5)
    assert (attic_tv.name, attic_tv.media_type, attic_tv.count) == ("Attic (TV)", MediaType.TV, 0)
    assert await all_of(server.items(music.key)) == []
    assert len(await all_of(server.items(attic.key))) == 5
    assert await all_of(server.items(attic_tv.key)) == []
    ben = jellyfin.world.person("Ben", shelves={jellyfin.world.shelves[3].id})
    told = {account.id: account.sections for account in await server.accounts()}
    assert told[ben.id] == {attic.key, attic_tv.key}
    assert (await server.item(Title("Movie", 3, 2).id)).section == attic.key


async def test_a_film_is_read_with_everything_that_is_known_of_it(server, jellyfin):
    films = jellyfin.world.shelves[0]
    item = (await all_of(server.items(films.id)))[3]
    assert item.key == Title("Movie", 0, 3).id
    assert (item.section, item.media_type, item.title, item.year) == (films.id, MediaType.MOVIE, "Secret Films 3", 1953)
    assert item.ids == ExternalIds(tmdb=1003, imdb="tt1000003")
    assert (item.runtime, item.genres, item.language) == (100, ("Science Fiction",), "en")
    assert [(told.name, told.role) for told in item.credits] == [
        ("Director 3", CreditRole.DIRECTOR),
        ("Actor 3", CreditRole.ACTOR),
        ("Studio", CreditRole.STUDIO),
    ]
    assert (item.synopsis, item.labels) == ("What happens in number 3.", {"kept"})
    assert item.added_at == FIRST_DAY + timedelta(minutes=3)
    (file,) = item.files
    assert (file.height, file.hdr, file.video_codec) == (2160, (Hdr.DOLBY_VISION, Hdr.HDR10), "hevc")
    assert (file.audio_codec, file.channels, file.atmos, file.bitrate) == ("truehd", 8, True, 53_000)


async def test_a_series_says_how_much_there_is_of_it_and_shows_the_files_of_an_episode(server, jellyfin):
    shows = jellyfin.world.shelves[1]
    items = await all_of(server.items(shows.id))
    assert [(item.media_type, item.seasons, item.episodes, item.language) for item in items] == [
        (MediaType.TV, 2, 10, "de")
    ] * 4
    assert items[0].files == ()
    whole = await server.item(items[0].key)
    assert whole.files[0].height == 2160
    assert dataclasses.replace(whole, files=()) == items[0]


async def test_a_library_is_read_page_by_page_from_where_it_was_left(server, jellyfin, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.shelving.PAGE", 5)
    films = jellyfin.world.shelves[0]
    pages = [page async for page in server.items(films.id)]
    assert [len(page) for page in pages] == [5, 5, 2]
    later = await all_of(server.items(films.id, start=7))
    assert [item.key for item in later] == [Title("Movie", 0, number).id for number in range(7, 12)]
    assert await all_of(server.items(films.id, start=99)) == []


async def test_titles_that_vanish_while_a_library_is_read_hide_no_others(server, jellyfin, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.shelving.PAGE", 4)
    films, seen = jellyfin.world.shelves[0], []
    async for page in server.items(films.id):
        seen += [item.key for item in page]
        if not films.gone:
            films.gone |= {0, 1, 2}
    assert set(seen) >= {Title("Movie", 0, number).id for number in range(3, 12)}
    assert len(seen) == len(set(seen))


async def test_an_empty_page_before_the_end_is_no_end(server, jellyfin, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.shelving.PAGE", 5)
    jellyfin.faults.add("startIndex=5", change=lambda told: told | {"Items": []})
    with pytest.raises(SourceUnavailable, match="empty page"):
        await all_of(server.items(jellyfin.world.shelves[0].id))


@pytest.mark.parametrize(
    "lie",
    [
        lambda told: [],
        lambda told: {},
        lambda told: told | {"Items": None},
        lambda told: told | {"Items": "none"},
        lambda told: told | {"Items": [1, 2, 3]},
        lambda told: told | {"TotalRecordCount": 1},
        lambda told: told | {"TotalRecordCount": "many"},
        lambda told: told | {"TotalRecordCount": -1},
    ],
)
async def test_an_answer_that_cannot_be_is_never_an_empty_library(server, jellyfin, lie):
    jellyfin.faults.add("parentId", change=lie)
    with pytest.raises(SourceUnavailable):
        await all_of(server.items(jellyfin.world.shelves[0].id))


async def test_a_server_that_leaves_the_total_out_is_read_until_a_page_is_short(server, jellyfin, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.shelving.PAGE", 6)
    jellyfin.faults.add("parentId", times=9, change=lambda told: {"Items": told["Items"]})
    assert len(await all_of(server.items(jellyfin.world.shelves[0].id))) == 12


async def test_a_library_that_is_gone_is_not_taken_for_all_libraries(server, jellyfin):
    with pytest.raises(SourceUnavailable, match="library-gone"):
        await all_of(server.items("f" * 32))
    with pytest.raises(SourceUnavailable, match="library-gone"):
        await all_of(server.changed("f" * 32, NOW))


async def test_titles_of_another_library_are_not_taken_for_this_ones(server, jellyfin):
    """A library that vanished after it was looked up: the server then tells everything there is."""
    films, shows = jellyfin.world.shelves
    films.changes[Title("Movie", 0, 2).id] = {"Path": f"{shows.path}/2/1.mkv"}
    films.changes[Title("Movie", 0, 3).id] = {"Path": "\\\\nas\\elsewhere\\3.mkv"}
    keys = {item.key for item in await all_of(server.items(films.id))}
    assert Title("Movie", 0, 2).id not in keys
    assert Title("Movie", 0, 3).id in keys


async def test_collections_do_not_hide_their_films(server, jellyfin):
    ids = [Title("Movie", 0, 1).id, Title("Movie", 0, 2).id]
    jellyfin.world.lists["2" * 32] = {"Type": "BoxSet", "Name": "Trilogy", "Ids": ids}
    assert len(await all_of(server.items(jellyfin.world.shelves[0].id))) == 12


async def test_rows_of_wrong_types_are_left_out_or_told_without_what_is_wrong(server, jellyfin):
    films = jellyfin.world.shelves[0]
    odd = {"Name": 5, "ProductionYear": "soon", "Genres": "Drama", "People": [None, {"Name": []}], "ProviderIds": []}
    films.changes[Title("Movie", 0, 0).id] = {**odd, "Name": "Odd", "RunTimeTicks": -1, "MediaSources": {"a": 1}}
    films.changes[Title("Movie", 0, 1).id] = odd
    films.changes[Title("Movie", 0, 2).id] = {"Type": ["Movie"]}
    jellyfin.serving._strict = False
    items = await all_of(server.items(films.id))
    assert len(items) == 10
    told = items[0]
    assert (told.title, told.year, told.genres, told.ids, told.runtime) == ("Odd", None, (), ExternalIds(), None)


async def test_only_what_was_written_since_is_told_with_series_that_got_an_episode(server, jellyfin):
    films, shows = jellyfin.world.shelves
    films.saved[Title("Movie", 0, 4).id] = NOW
    shows.saved[Title("Series", 1, 0).id] = NOW
    shows.saved[Title("Episode", 1, 0, 3).id] = NOW
    shows.saved[Title("Episode", 1, 2, 7).id] = NOW
    since = NOW - timedelta(minutes=5)
    assert [item.key for item in await all_of(server.changed(films.id, since))] == [Title("Movie", 0, 4).id]
    keys = [item.key for item in await all_of(server.changed(shows.id, since))]
    assert keys == [Title("Series", 1, 0).id, Title("Series", 1, 2).id]


async def test_one_title_is_found_with_its_library_and_an_episode_finds_its_series(server, jellyfin):
    film, series = Title("Movie", 0, 4), Title("Series", 1, 2)
    assert (await server.item(film.id)).section == jellyfin.world.shelves[0].id
    found = await server.item(Title("Episode", 1, 2, 7).id)
    assert (found.key, found.section) == (series.id, jellyfin.world.shelves[1].id)
    assert await server.item(Title("Movie", 0, 99).id) is None
    assert await server.item("nonsense") is None


async def test_a_title_with_an_unknown_path_is_looked_for_in_each_library(server, jellyfin):
    film = Title("Movie", 0, 4)
    jellyfin.world.shelves[0].changes[film.id] = {"Path": None}
    assert (await server.item(film.id)).section == jellyfin.world.shelves[0].id


async def test_everybody_is_told_with_the_libraries_their_policy_opens(server, jellyfin):
    _, shows = jellyfin.world.shelves
    jellyfin.world.person("Ben", shelves={shows.id})
    jellyfin.world.person("Cleo", disabled=True, shelves=set())
    owner, anna, ben, cleo = await server.accounts()
    assert (owner.owner, owner.sections, owner.active) == (True, None, True)
    assert (anna.owner, anna.sections, anna.parts) == (False, None, frozenset())
    assert ben.sections == {shows.id}
    assert (cleo.active, cleo.sections) == (False, frozenset())


async def test_of_a_library_a_child_is_opened_what_the_server_shows_it(server, jellyfin):
    films, shows = jellyfin.world.shelves
    jellyfin.world.ratings[Title("Movie", 0, 5).id] = 18
    kid = jellyfin.world.person("Kid", most=12)
    told = (await server.accounts())[-1]
    assert (told.sections, {one.section for one in told.parts}) == (frozenset(), {films.id, shows.id})
    part = next(one for one in told.parts if one.section == films.id)
    seen = await all_of(server.visible(kid.id, part))
    assert len(seen) == 11
    assert Title("Movie", 0, 5).id not in seen
    asked = [Title("Movie", 0, 5).id, Title("Movie", 0, 6).id, Title("Series", 1, 1).id]
    assert await all_of(server.visible(kid.id, part, asked)) == [Title("Movie", 0, 6).id]


async def test_a_server_that_answers_for_nobody_in_particular_opens_nothing_to_a_child(server, jellyfin):
    jellyfin.world.ignores_accounts = True
    kid = jellyfin.world.person("Kid", most=12)
    told = (await server.accounts())[-1]
    assert told.sections == frozenset()
    for part in told.parts:
        with pytest.raises(SourceRejected):
            await all_of(server.visible(kid.id, part))


async def test_links_lead_to_where_people_reach_the_server(server, client):
    await server.identity()
    for told, place in (
        ("https://media.example.org/jf/", "https://media.example.org/jf"),
        ("javascript:x", client.url),
    ):
        client._instance.options["public_url"] = told
        assert server.deep_link("a1").startswith(f"{place}/web/#/details?id=a1")
