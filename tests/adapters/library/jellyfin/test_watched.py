"""What people have seen, read as them, and the playbacks that can be told from it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable
from tests.adapters.library.jellyfin.conftest import NOW
from tests.adapters.library.jellyfin.test_shelving import all_of
from tests.fakes.jellyfin.payloads import RUNTIME
from tests.fakes.jellyfin.world import State, Title


def film(number):
    return Title("Movie", 0, number)


def part(series, number):
    return Title("Episode", 1, series, number)


@pytest.fixture
def anna(jellyfin):
    """She has seen a film twice, begun one, rated one, and seen half a series; the owner has seen everything."""
    owner, anna = jellyfin.world.people.values()
    owner.share = 1.0
    anna.states |= {
        film(1).id: State(played=True, count=2, at=NOW - timedelta(days=3), rating=8.5),
        film(2).id: State(count=1, position=RUNTIME // 4, at=NOW - timedelta(days=2)),
        film(3).id: State(rating=1.0),
        film(4).id: State(favorite=True),
        film(5).id: State(count=2, position=RUNTIME // 2, at=NOW - timedelta(hours=1)),
        **{part(0, n).id: State(played=True, count=1, at=NOW - timedelta(days=9 - n)) for n in range(5)},
        part(1, 0).id: State(count=1, position=RUNTIME // 2, at=NOW - timedelta(days=1)),
    }
    return anna


@pytest.mark.parametrize("own", [True, False], ids=["own token", "named by the API key"])
async def test_state_is_the_accounts_own_and_nobody_elses(server, jellyfin, anna, own):
    token = jellyfin.world.token(anna) if own else ""
    states = {state.item_key: state for state in await all_of(server.watched(anna.id, token))}
    assert states.keys() == {film(n).id for n in (1, 2, 3, 5)} | {part(0, 0).series.id, part(1, 0).series.id}
    assert {state.account_id for state in states.values()} == {anna.id}
    seen, begun, rated = (states[film(n).id] for n in (1, 2, 3))
    assert (seen.plays, seen.completion, seen.rating, seen.at) == (2, 1.0, 8.5, NOW - timedelta(days=3))
    assert (begun.plays, begun.completion, begun.rating) == (0, 0.25, None)
    assert (rated.plays, rated.completion, rated.rating) == (0, 0.0, 1.0)


async def test_a_film_that_is_begun_once_more_was_seen_before(server, anna):
    states = {state.item_key: state for state in await all_of(server.watched(anna.id, ""))}
    assert (states[film(5).id].plays, states[film(5).id].completion) == (1, 0.5)


async def test_a_series_is_seen_as_far_as_its_episodes_are_and_when_the_last_of_them_was(server, anna):
    states = {state.item_key: state for state in await all_of(server.watched(anna.id, ""))}
    half, begun = states[part(0, 0).series.id], states[part(1, 0).series.id]
    assert (half.media_type, half.completion, half.plays, half.at) == (MediaType.TV, 0.5, 0, NOW - timedelta(days=5))
    assert (begun.completion, begun.at) == (0.0, NOW - timedelta(days=1))


async def test_a_large_library_is_read_to_its_end(server, jellyfin):
    jellyfin.world.shelves[0].count = 2_500
    ben = jellyfin.world.person("Ben")
    ben.states[film(2_499).id] = State(played=True, count=1)
    assert [state.item_key for state in await all_of(server.watched(ben.id, ""))] == [film(2_499).id]


async def test_what_a_server_does_not_tell_the_owner_is_not_nothing_seen(server, jellyfin, anna):
    jellyfin.world.ignores_accounts = True
    with pytest.raises(SourceRejected, match="state-hidden"):
        await all_of(server.watched(anna.id, ""))
    with pytest.raises(SourceRejected, match="state-hidden"):
        await all_of(server.history())
    assert await all_of(server.watched(anna.id, jellyfin.world.token(anna)))


async def test_nobody_reads_anothers_state_with_their_own_token(server, jellyfin, anna):
    with pytest.raises(SourceRejected):
        await all_of(server.watched(next(iter(jellyfin.world.people)), jellyfin.world.token(anna)))


async def test_a_token_that_ends_half_way_is_an_error_and_no_trouble_of_the_server(server, client, jellyfin, anna):
    token = jellyfin.world.token(anna)
    jellyfin.faults.add("includeItemTypes=Series", status=401)
    with pytest.raises(SourceRejected):
        await all_of(server.watched(anna.id, token))
    assert client.health.trouble is None


async def test_history_tells_everybodys_last_playbacks_the_oldest_first(server, jellyfin, anna):
    jellyfin.world.people[next(iter(jellyfin.world.people))].share = 0.5
    told = await all_of(server.history())
    assert [one.started_at for one in told] == sorted(one.started_at for one in told)
    assert len({one.id for one in told}) == len(told) > 10
    own = {(one.item_key, one.episode): one for one in told if one.account_id == anna.id}
    assert own.keys() == {(film(n).id, None) for n in (1, 2, 5)} | {
        (part(0, 0).series.id, Episode(1, n + 1)) for n in range(5)
    } | {(part(1, 0).series.id, Episode(1, 1))}
    begun = own[(film(2).id, None)]
    assert (begun.completion, begun.started_at, begun.ids.tmdb) == (0.25, NOW - timedelta(days=2), 1002)
    episode = own[(part(0, 0).series.id, Episode(1, 2))]
    assert (episode.title, episode.ids, episode.completion) == ("Quiet Shows 0", ExternalIds(), 1.0)


async def test_history_since_a_moment_is_the_end_of_the_whole_history(server, anna):
    whole = await all_of(server.history())
    since = NOW - timedelta(days=6)
    assert await all_of(server.history(since)) == [one for one in whole if one.started_at > since] != []


async def test_history_since_a_moment_reads_no_further_back_than_needed(server, jellyfin, anna):
    jellyfin.world.shelves[0].count = 3_000
    before = jellyfin.requests
    await all_of(server.history(NOW - timedelta(days=1)))
    assert jellyfin.requests - before == 3  # people, and one page for each of the two


async def test_disabled_accounts_have_no_history(server, jellyfin, anna):
    anna.disabled = True
    assert {one.account_id for one in await all_of(server.history())} == {next(iter(jellyfin.world.people))}


async def test_saving_a_title_makes_it_the_persons_favourite(server, jellyfin, anna):
    token = jellyfin.world.token(anna)
    assert await server.save(token, "movie", ExternalIds(tmdb=1007))
    assert anna.states[film(7).id].favorite
    assert await server.save(token, "tv", ExternalIds(imdb="tt1000002"))
    assert anna.states[Title("Series", 1, 2).id].favorite


async def test_a_title_that_is_not_there_or_not_open_to_the_person_is_not_saved(server, jellyfin, anna):
    token = jellyfin.world.token(anna)
    assert not await server.save(token, "movie", ExternalIds(tmdb=999_999))
    assert not await server.save(token, "movie", ExternalIds())
    assert not await server.save(token, "manga", ExternalIds(tmdb=1007))
    anna.shelves = set()
    assert not await server.save(token, "movie", ExternalIds(tmdb=1007))


async def test_a_person_links_their_account_by_typing_a_code(quick_connect, server, jellyfin, clock, anna):
    step = await quick_connect.begin()
    assert (step.url, step.code) == (f"{jellyfin.url}/web/#/quickconnect", "100001")
    assert step.expires_at - clock.now() == timedelta(minutes=10)
    assert await quick_connect.finish(step.handle) is None
    jellyfin.world.linkings[0].person = anna
    signed_in = await quick_connect.finish(step.handle)
    assert (signed_in.account_id, signed_in.name) == (anna.id, "Anna")
    assert signed_in.token not in repr(signed_in)
    assert await all_of(server.watched(anna.id, signed_in.token))
    await quick_connect.revoke(signed_in.token)
    with pytest.raises(SourceRejected):
        await all_of(server.watched(anna.id, signed_in.token))
    await quick_connect.revoke(signed_in.token)


async def test_a_code_that_ran_out_is_told_as_such(quick_connect, jellyfin):
    step = await quick_connect.begin()
    jellyfin.world.linkings.clear()
    with pytest.raises(InvalidQuery, match="sign-in-expired"):
        await quick_connect.finish(step.handle)


async def test_quick_connect_that_is_switched_off_is_told_as_such(quick_connect, jellyfin, client):
    jellyfin.world.quick_connect = False
    with pytest.raises(InvalidQuery, match="quick-connect-off"):
        await quick_connect.begin()
    assert client.health.trouble is None


async def test_quick_connect_that_is_switched_off_on_the_way_is_told_as_such(quick_connect, jellyfin):
    step = await quick_connect.begin()
    jellyfin.faults.add("QuickConnect/Connect", status=401)
    with pytest.raises(InvalidQuery, match="quick-connect-off"):
        await quick_connect.finish(step.handle)


async def test_the_owners_key_is_never_signed_out(quick_connect, server, jellyfin):
    await quick_connect.revoke("")
    assert jellyfin.requests == 0


async def test_a_disabled_account_is_not_let_in(quick_connect, jellyfin, anna):
    step = await quick_connect.begin()
    jellyfin.world.linkings[0].person, anna.disabled = anna, True
    with pytest.raises(InvalidQuery, match="no-access-to-server"):
        await quick_connect.finish(step.handle)


@pytest.mark.parametrize("lie", [lambda told: {}, lambda told: [], lambda told: {"Secret": 5, "Code": None}])
async def test_a_beginning_without_a_code_is_no_beginning(quick_connect, jellyfin, lie):
    jellyfin.faults.add("Initiate", change=lie)
    with pytest.raises(SourceUnavailable):
        await quick_connect.begin()
