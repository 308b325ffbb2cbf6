"""A Jellyfin that is slow, ill, lying, or somebody else's."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession

from adapters.library.jellyfin import INTEGRATION
from adapters.library.jellyfin.client import JellyfinClient
from adapters.library.jellyfin.server import JellyfinServer
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, RateLimited, SourceRejected, SourceUnavailable
from engine.testing.memory import MemoryStorage
from tests.adapters.library.jellyfin.test_shelving import all_of
from tests.fakes.jellyfin.server import FakeJellyfin, start
from tests.fakes.jellyfin.world import Title
from tests.fakes.openapi import OpenApi

pytestmark = pytest.mark.untraced


async def test_what_fails_once_is_asked_again(server, jellyfin):
    jellyfin.faults.add("VirtualFolders", status=503)
    jellyfin.faults.add("/Items", drop=True)
    assert len(await all_of(server.items(jellyfin.world.shelves[0].id))) == 12


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"drop": True}, {"truncate": 0.5}, {"status": 200, "body": b'{"Items": [{"Id": "a'}],
    ids=["ill", "cut off", "cut off half-way", "half an answer"],
)
async def test_a_server_that_is_ill_is_never_taken_for_empty(server, jellyfin, fault):
    jellyfin.faults.add("/Items", times=9, **fault)
    with pytest.raises(SourceUnavailable):
        await all_of(server.items(jellyfin.world.shelves[0].id))


async def test_a_server_that_asks_for_patience_gets_it(server, jellyfin):
    jellyfin.faults.add("/Users", status=429, headers={"Retry-After": "90"})
    with pytest.raises(RateLimited) as caught:
        await server.accounts()
    assert caught.value.retry_after == 90


async def test_a_server_that_is_too_slow_is_given_up(jellyfin, clock, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.client.TIMEOUT", 0.05)
    instance = Instance("jellyfin", jellyfin.url, jellyfin.world.api_key, {})
    client = JellyfinClient(instance, Outside(clock, MemoryStorage(), Settings(_env_file=None)))
    client.http.back_off = 0.001
    jellyfin.faults.add("/System/Info", slow=5, times=9)
    with pytest.raises(SourceUnavailable):
        await JellyfinServer(client).identity()
    await client.close()


async def test_a_wrong_key_is_the_owners_to_mend_and_is_in_no_message(jellyfin, clock):
    outside = Outside(clock, MemoryStorage(), Settings(_env_file=None))
    opened = await INTEGRATION.open(Instance("jellyfin", jellyfin.url, "f" * 32, {}), outside)
    with pytest.raises(SourceRejected) as caught:
        await opened.server.identity()
    assert "f" * 32 not in str(caught.value)
    assert opened.health().trouble is caught.value
    await opened.close()


async def test_a_key_that_ends_half_way_through_a_library_is_an_error(server, jellyfin, monkeypatch):
    monkeypatch.setattr("adapters.library.jellyfin.shelving.PAGE", 5)
    jellyfin.faults.add("startIndex=5", status=401)
    with pytest.raises(SourceRejected):
        await all_of(server.items(jellyfin.world.shelves[0].id))


@pytest.mark.parametrize("lie", [lambda told: {}, lambda told: "no", lambda told: [1, 2], lambda told: None])
async def test_lists_that_are_none_are_errors(server, jellyfin, lie):
    jellyfin.faults.add("VirtualFolders|/Users|/Sessions", times=9, change=lie)
    for asking in (server.sections, server.accounts, server.players, server.now_playing):
        with pytest.raises(SourceUnavailable):
            await asking()


async def test_ids_are_the_same_with_and_without_hyphens(server, jellyfin):
    films = jellyfin.world.shelves[0]
    told = f"{films.id[:8]}-{films.id[8:12]}-{films.id[12:16]}-{films.id[16:20]}-{films.id[20:]}".upper()
    jellyfin.faults.add("VirtualFolders", change=lambda rows: [{**rows[0], "ItemId": told}])
    assert [section.key for section in await server.sections()] == [films.id]


async def test_a_large_library_is_read_while_holding_no_more_than_a_page(monkeypatch, clock):
    monkeypatch.setattr("adapters.library.jellyfin.client.CALLS_PER_SECOND", 5_000)
    jellyfin = await start(items=1_200, accounts=2, latency=0.0)
    outside = Outside(clock, MemoryStorage(), Settings(_env_file=None))
    opened = await INTEGRATION.open(Instance("jellyfin", jellyfin.url, jellyfin.world.api_key, {}), outside)
    largest, keys = 0, set()
    for section in await opened.server.sections():
        async for page in opened.server.items(section.key):
            largest, keys = max(largest, len(page)), keys | {item.key for item in page}
    assert (largest, len(keys)) == (250, 1_200)
    await opened.close()
    await jellyfin.close()


@pytest.mark.parametrize("status", [302, 409, 418])
async def test_an_answer_nobody_expects_is_an_error_and_never_done(server, quick_connect, jellyfin, status):
    anna = jellyfin.world.person("Anna")
    token, films = jellyfin.world.token(anna), jellyfin.world.shelves[0].id
    jellyfin.world.sessions.append({"Id": "a1", "UserId": anna.id, "SupportsRemoteControl": True})
    film = [Title("Movie", 0, 1).id]
    jellyfin.faults.add("^(POST|DELETE)", status=status, times=99)
    asked = (
        server.play("a1", film),
        server.put_playlist(token, "Picks", film, ""),
        server.put_collection(films, "Picks", film, ""),
        server.save(token, "movie", ExternalIds(tmdb=1001)),
        quick_connect.begin(),
    )
    for asking in asked:
        with pytest.raises((SourceRejected, SourceUnavailable)):
            await asking
    assert jellyfin.world.lists == {}


@pytest.mark.parametrize("answer", [b"[]", b"{}", b'{"Id": 5}', b'"fine"'])
async def test_what_was_made_must_have_an_id(server, jellyfin, answer):
    token = jellyfin.world.token(jellyfin.world.person("Anna"))
    jellyfin.faults.add("POST /(Playlists|Collections)", status=200, body=answer, times=2)
    with pytest.raises(SourceUnavailable):
        await server.put_playlist(token, "Picks", [Title("Movie", 0, 1).id], "")
    with pytest.raises(SourceUnavailable):
        await server.put_collection(jellyfin.world.shelves[0].id, "Picks", [Title("Movie", 0, 1).id], "")


async def test_whoever_a_token_is_of_must_have_an_id(server, jellyfin):
    token = jellyfin.world.token(jellyfin.world.person("Anna"))
    jellyfin.faults.add("/Users/Me", change=lambda told: {"Name": "Anna"})
    with pytest.raises(SourceUnavailable):
        await server.players(token)


@pytest.mark.parametrize("lie", [{}, {"AccessToken": "x"}, {"User": {"Id": "d" * 32}}, []])
async def test_signed_in_as_nobody_is_not_signed_in(quick_connect, jellyfin, lie):
    step = await quick_connect.begin()
    jellyfin.world.linkings[0].person = jellyfin.world.person("Anna")
    jellyfin.faults.add("AuthenticateWithQuickConnect", change=lambda told: lie)
    with pytest.raises(SourceUnavailable):
        await quick_connect.finish(step.handle)


async def test_a_code_that_runs_out_between_two_questions_is_told_as_such(quick_connect, jellyfin):
    step = await quick_connect.begin()
    jellyfin.world.linkings[0].person = jellyfin.world.person("Anna")
    jellyfin.faults.add("AuthenticateWithQuickConnect", status=400)
    with pytest.raises(InvalidQuery, match="sign-in-expired"):
        await quick_connect.finish(step.handle)


async def test_a_title_that_vanishes_while_it_is_saved_is_not_saved(server, jellyfin):
    token = jellyfin.world.token(jellyfin.world.person("Anna"))
    jellyfin.faults.add("UserFavoriteItems", status=404)
    assert not await server.save(token, "movie", ExternalIds(tmdb=1001))


async def test_a_title_in_no_library_belongs_to_nobody(server, jellyfin):
    film = Title("Movie", 0, 4)
    jellyfin.world.shelves[0].changes[film.id] = {"Path": "/elsewhere/4.mkv"}
    jellyfin.faults.add("parentId", change=lambda told: {"Items": [], "TotalRecordCount": 0}, times=9)
    assert await server.item(film.id) is None
    jellyfin.faults.add("/Items", change=lambda told: {"Items": 5})
    with pytest.raises(SourceUnavailable):
        await server.item(film.id)


async def test_a_film_whose_file_moved_has_another_id_and_the_old_one_is_gone(server, jellyfin):
    films = jellyfin.world.shelves[0]
    films.gone, films.count = {3}, 13
    films.changes[Title("Movie", 0, 12).id] = {"ProviderIds": {"tmdb": "1003"}}
    items = await all_of(server.items(films.id))
    assert [item.key for item in items if item.ids.tmdb == 1003] == [Title("Movie", 0, 12).id]
    assert await server.item(Title("Movie", 0, 3).id) is None


async def test_the_fake_notices_what_a_real_server_would_not_take():
    async with FakeJellyfin() as fake, ClientSession() as session:
        key = f'MediaBrowser Token="{fake.world.api_key}"'
        async with session.get(f"{fake.url}/Items?invented=1", headers={"Authorization": key}) as answer:
            assert answer.status == 200
        assert fake.wrong == (["query invented: unknown"] if OpenApi("jellyfin.json").present else [])
        for old in ({"X-Emby-Token": fake.world.api_key}, {"Authorization": f"Bearer {fake.world.api_key}"}, {}):
            async with session.get(f"{fake.url}/Items", headers=old) as answer:
                assert answer.status == 401


async def test_a_page_that_comes_again_is_not_read_for_ever(server, jellyfin):
    row = {"Id": "a" * 32, "Name": "Film", "Type": "Movie"}
    forever = {"Items": [row], "TotalRecordCount": 10**9}
    jellyfin.faults.add("GET /Items", change=lambda _: forever, times=99)
    with pytest.raises(SourceUnavailable, match="same page"):
        await all_of(server.items(jellyfin.world.shelves[0].id))
