"""Films and series asked of Seerr, over real sockets."""

from __future__ import annotations

from datetime import date

import pytest

from engine.domain.acquisition import Presence, RequestState, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable
from tests.fakes.seerr import ADMIN, AUTO_APPROVE, REQUEST
from tests.fakes.seerr.world import AVAILABLE, BLOCKED, PARTLY, PENDING, PROCESSING

JELLYFIN = "150fe35a657b4c5ea4fd644c4c5152b5"
STAR_WARS, THRONES = ExternalIds(tmdb=11), ExternalIds(tmdb=1399, tvdb=121361)


def film(account: str = "9002", ids: ExternalIds = STAR_WARS) -> Wish:
    return Wish(MediaType.MOVIE, ids, "Star Wars", 1977, for_account=account)


def series(*seasons: int, account: str = "9002") -> Wish:
    return Wish(MediaType.TV, THRONES, "Game of Thrones", seasons=seasons, for_account=account)


@pytest.fixture
def alice(seerr):
    seerr.knows("movie", 11, "Star Wars")
    seerr.knows("tv", 1399, "Game of Thrones", seasons=(0, 1, 2, 3))
    return seerr.user("alice", plex_id=9002)


@pytest.fixture
async def client(seerr, alice, opened):
    return (await opened("seerr", seerr)).requests


async def test_a_film_is_asked_for_as_the_person_who_wants_it(seerr, alice, client):
    made = await client.request(film())
    assert (made.request_id, made.state, made.account_id) == ("1", RequestState.PENDING, "9002")
    assert (made.media_type, made.ids.tmdb) == (MediaType.MOVIE, 11)
    assert seerr.acted[-1] == (alice.id, "POST", "/request")
    assert seerr.world.requests[1].four_k is False


async def test_asking_twice_is_refused_because_every_request_says_that_it_is_not_4k(seerr, client):
    await client.request(film())
    seerr.user("bob", plex_id=9003)
    for account in ("9002", "9003"):
        with pytest.raises(InvalidQuery, match="request-already"):
            await client.request(film(account))
    assert len(seerr.world.requests) == 1


async def test_people_of_jellyfin_are_known_by_their_id_however_it_is_written(seerr, alice, client):
    user = seerr.user("jo", jellyfin_id=JELLYFIN)
    written = f"{JELLYFIN[:8]}-{JELLYFIN[8:12]}-{JELLYFIN[12:16]}-{JELLYFIN[16:20]}-{JELLYFIN[20:]}".upper()
    made = await client.request(film(written))
    assert (made.account_id, seerr.acted[-1][0]) == (JELLYFIN, user.id)


@pytest.mark.parametrize("account", ["7777", "", "alice", "2", "user2@example.invalid", "None", "0"])
async def test_whoever_seerr_does_not_know_is_refused_and_never_taken_for_the_administrator(seerr, client, account):
    with pytest.raises(InvalidQuery, match="request-not-allowed"):
        await client.request(film(account))
    assert not seerr.world.requests
    assert not [one for one in seerr.acted if one[1] == "POST"]


async def test_an_account_that_two_users_have_is_nobodys(seerr, client):
    seerr.user("twin", plex_id=9002)
    with pytest.raises(InvalidQuery, match="request-not-allowed"):
        await client.request(film())


async def test_somebody_far_down_the_list_of_users_is_found(seerr, client):
    for number in range(350):
        seerr.user(f"person {number}", plex_id=20_000 + number)
    made = await client.request(film("20349"))
    assert made.account_id == "20349"


async def test_numbers_that_changed_owners_are_noticed(seerr, alice, client):
    await client.quota("9002", MediaType.MOVIE)
    alice.plex_id = 9003
    new = seerr.user("alice again", plex_id=9002)
    await client.request(film())
    assert seerr.world.requests[1].user is new


async def test_what_the_service_itself_wants_is_asked_for_as_its_own_user(seerr, alice, opened):
    client = (await opened("seerr", seerr, service_user=str(alice.id))).requests
    await client.request(film(""))
    assert seerr.world.requests[1].user is alice


async def test_who_may_approve_for_themselves_waits_for_nobody(seerr, client):
    seerr.user("bob", plex_id=9003, permissions=REQUEST | AUTO_APPROVE)
    assert (await client.request(film("9003"))).state is RequestState.APPROVED


async def test_who_may_not_ask_is_told_so(seerr, client):
    seerr.user("eve", plex_id=9004, permissions=0)
    with pytest.raises(InvalidQuery, match="request-not-allowed"):
        await client.request(film("9004"))


async def test_a_quota_is_respected_and_told(seerr, alice, client):
    seerr.knows("movie", 13, "Forrest Gump")
    alice.limit = 1
    assert (await client.quota("9002", MediaType.MOVIE)).left == 1
    await client.request(film())
    with pytest.raises(InvalidQuery, match="request-quota") as caught:
        await client.request(film(ids=ExternalIds(tmdb=13)))
    assert caught.value.arguments["limit"] == 1
    quota = await client.quota("9002", MediaType.MOVIE)
    assert (quota.left, quota.limit, quota.days) == (0, 1, 7)
    assert (await client.quota("9002", MediaType.ANIME)).left == 1
    alice.limit = 0
    assert (await client.quota("9002", MediaType.MOVIE)).left is None


async def test_the_quota_of_a_stranger_is_not_the_administrators(client):
    with pytest.raises(InvalidQuery, match="request-not-allowed"):
        await client.quota("7777", MediaType.MOVIE)


async def test_seasons_are_asked_for_one_by_one_or_all_at_once(seerr, client):
    assert (await client.request(series(2))).seasons == (2,)
    rest = await client.request(series())
    assert (rest.seasons, rest.media_type) == ((1, 3), MediaType.TV)


async def test_when_no_season_is_left_the_answer_is_no_success(client):
    await client.request(series(1))
    with pytest.raises(InvalidQuery, match="request-nothing-left"):
        await client.request(series(1))


async def test_a_film_that_is_there_is_not_asked_for(seerr, client):
    seerr.world.heard_of("movie", 11).status = AVAILABLE
    with pytest.raises(InvalidQuery, match="request-already"):
        await client.request(film())
    assert not seerr.world.requests


async def test_a_blocked_title_is_told_from_a_lack_of_permission(seerr, client):
    seerr.world.heard_of("movie", 11).status = BLOCKED
    with pytest.raises(InvalidQuery, match="request-blocked"):
        await client.request(film())


async def test_a_title_without_a_tmdb_id_cannot_be_asked_for(client):
    for wish in (film(ids=ExternalIds(imdb="tt0076759")), Wish(MediaType.MANGA, STAR_WARS, "x", for_account="9002")):
        with pytest.raises(InvalidQuery, match="request-unknown-title"):
            await client.request(wish)


async def test_an_answer_lost_on_its_way_is_found_among_their_requests(seerr, client):
    seerr.faults.add("POST /api/v1/request", truncate=0.5)
    assert (await client.request(film())).request_id == "1"
    seerr.faults.add("POST /api/v1/request", status=502)
    with pytest.raises(SourceUnavailable):
        await client.request(series(1))


async def test_a_title_that_tmdb_does_not_tell_seerr_of_is_unknown(seerr, client):
    with pytest.raises(InvalidQuery, match="request-unknown-title"):
        await client.request(film(ids=ExternalIds(tmdb=404)))
    assert (await client.request(film())).request_id == "1"


async def test_a_person_with_accounts_on_two_servers_is_one_user(seerr, alice, client):
    await client.request(film(f"{JELLYFIN},9002"))
    assert seerr.world.requests[1].user is alice
    seerr.user("jo", jellyfin_id=JELLYFIN)
    with pytest.raises(InvalidQuery, match="request-not-allowed"):
        await client.request(series(1, account=f"{JELLYFIN},9002"))


async def test_a_wrong_key_is_the_owners_business(seerr, alice, opened):
    client = (await opened("seerr", seerr, secret="wrong")).requests
    with pytest.raises(SourceRejected, match="integration-rejected"):
        await client.request(film())


async def test_a_key_that_goes_wrong_in_between_is_not_taken_for_a_lack_of_permission(seerr, client):
    seerr.faults.add("POST /api/v1/request", status=403, body=b"{}")
    seerr.faults.add("GET /api/v1/user/2/quota", status=403, body=b"{}")
    with pytest.raises(SourceRejected, match="integration-rejected"):
        await client.request(film())


async def test_a_request_that_seerr_cannot_read_is_told_in_its_words(seerr, client):
    seerr.faults.add("POST /api/v1/request", status=400, body=b'{"message": "request.body.mediaId is odd"}')
    with pytest.raises(SourceRejected, match="mediaId is odd"):
        await client.request(film())


async def test_administrators_approve_and_decline(seerr, client):
    await client.request(film())
    await client.request(series(1))
    waiting = await client.pending()
    assert [(one.request_id, one.title, one.seasons) for one in waiting] == [
        ("2", "Game of Thrones", (1,)),
        ("1", "Star Wars", ()),
    ]
    assert (await client.decide("1", approve=True)).state is RequestState.APPROVED
    assert (await client.decide("2", approve=False)).state is RequestState.DECLINED
    assert await client.pending() == []
    assert (await client.state("2")).state is RequestState.DECLINED


async def test_a_title_that_cannot_be_named_waits_all_the_same(seerr, client):
    await client.request(film())
    seerr.world.titles.clear()
    assert [one.title for one in await client.pending()] == [""]


async def test_what_seerr_forgot_is_gone(client):
    for request_id in ("99", "", "1/approve", "nonsense"):
        assert (await client.state(request_id)).state is RequestState.GONE
        assert (await client.decide(request_id, approve=True)).state is RequestState.GONE


async def test_the_state_follows_request_and_title(seerr, client):
    await client.request(film())
    await client.decide("1", approve=True)
    assert (await client.state("1")).state is RequestState.APPROVED
    seerr.world.media["movie", 11].status = AVAILABLE
    assert (await client.state("1")).state is RequestState.AVAILABLE
    seerr.world.media["movie", 11].status = 7
    assert (await client.state("1")).state is RequestState.GONE
    seerr.world.requests[1].status = 4
    assert (await client.state("1")).state is RequestState.FAILED


async def test_a_season_is_available_before_the_series_is(seerr, client):
    await client.request(series(1))
    await client.decide("1", approve=True)
    media = seerr.world.media["tv", 1399]
    media.status, media.seasons = PARTLY, {1: AVAILABLE, 2: PARTLY}
    assert (await client.state("1")).state is RequestState.AVAILABLE
    media.seasons = {1: PARTLY}
    assert (await client.state("1")).state is RequestState.APPROVED


async def test_everything_seerr_has_is_known_to_the_last_page(seerr, client):
    for tmdb in range(1, 251):
        seerr.world.heard_of("movie", tmdb).status = AVAILABLE
    for tmdb, status in {2001: PENDING, 2002: PROCESSING, 2003: PARTLY, 2004: BLOCKED, 2005: 7, 2006: 1}.items():
        seerr.world.heard_of("tv", tmdb).status = status
    known = [one async for page in client.known() for one in page]
    films = {one.ids.tmdb for one in known if one.media_type is MediaType.MOVIE}
    assert films == set(range(1, 251))
    assert {one.ids.tmdb: one.presence for one in known if one.media_type is MediaType.TV} == {
        2001: Presence.WANTED,
        2002: Presence.WANTED,
        2003: Presence.PARTLY,
        2004: Presence.BLOCKED,
    }


async def test_in_overseerr_a_deleted_title_is_not_a_blocked_one(seerr, opened):
    seerr.version = "1.34.0"
    seerr.world.heard_of("movie", 11).status = 6
    client = (await opened("seerr", seerr)).requests
    assert [one async for page in client.known() for one in page] == []


async def test_a_list_that_ends_before_it_says_is_unreadable(seerr, client):
    seerr.world.heard_of("movie", 11).status = AVAILABLE
    seerr.faults.add("GET /api/v1/media", change=lambda told: {**told, "results": []})
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        _ = [page async for page in client.known()]


@pytest.mark.parametrize(("enabled", "believed"), [(True, {2}), (False, {1, 2}), (None, {2})])
async def test_placeholders_do_not_count_as_available(seerr, opened, enabled, believed):
    if enabled is not None:
        seerr.libraries.append({"id": "9", "name": "Recommendations", "enabled": enabled})
    seerr.world.heard_of("movie", 1).status = AVAILABLE
    managed = seerr.world.heard_of("movie", 2)
    managed.status, managed.service = AVAILABLE, 0
    one = await opened("seerr", seerr, excluded_library="recommendations")
    assert {known.ids.tmdb async for page in one.requests.known() for known in page} == believed
    trouble = one.health().trouble
    assert (trouble.key if trouble else "") == ("seerr-counts-placeholders" if enabled else "")


async def test_a_placeholder_does_not_block_the_real_request(seerr, alice, opened):
    seerr.libraries.append({"id": "9", "name": "Recommendations", "enabled": True})
    seerr.world.heard_of("movie", 11).status = AVAILABLE
    client = (await opened("seerr", seerr, excluded_library="Recommendations")).requests
    made = await client.request(film())
    await client.decide(made.request_id, approve=True)
    assert (await client.state(made.request_id)).state is RequestState.APPROVED


async def test_a_title_is_found_by_its_id(seerr, client):
    assert await client.find(MediaType.MOVIE, STAR_WARS) is None
    assert await client.find(MediaType.MOVIE, ExternalIds(imdb="tt0076759")) is None
    await client.request(series(1))
    known = await client.find(MediaType.ANIME, THRONES)
    assert (known.presence, known.media_type, known.ids.tvdb) == (Presence.WANTED, MediaType.TV, 121361)


async def test_downloads_are_those_of_radarr_and_sonarr_behind_it(seerr, client):
    media = seerr.world.heard_of("movie", 11)
    media.status = PROCESSING
    media.downloads = [
        {"externalId": 7, "mediaType": "movie", "title": "Star.Wars.1977", "size": 100, "sizeLeft": 25, "status": "x"},
    ]
    (one,) = await client.downloads()
    assert (one.title, one.done, one.ids.tmdb, one.media_type) == ("Star.Wars.1977", 0.75, 11, MediaType.MOVIE)


async def test_seerr_has_no_calendar_and_knows_no_sizes(client):
    assert await client.coming(date(2026, 1, 1), date(2026, 12, 31)) == []
    assert await client.size_estimate(film()) is None
    assert client.decides
    assert MediaType.ANIME in client.takes


async def test_the_owner_asks_as_themselves(seerr, client):
    made = await client.request(film("9001"))
    assert (made.state, seerr.world.requests[1].user.permissions) == (RequestState.APPROVED, ADMIN)


async def test_a_request_that_waits_is_taken_back_as_whoever_made_it(seerr, alice, client):
    await client.request(film())
    seerr.user("bob", plex_id=9003)
    with pytest.raises(InvalidQuery, match="cancel-refused"):
        await client.cancel("1", "9003")
    assert (await client.cancel("1", "9002,9004")).state is RequestState.CANCELLED
    assert seerr.acted[-1] == (alice.id, "DELETE", "/request/1")
    for gone in ("1", "x"):
        assert (await client.cancel(gone, "9002")).state is RequestState.GONE
    assert not seerr.world.requests


async def test_what_was_approved_stays_for_its_person_and_goes_for_the_owner(seerr, client):
    await client.request(film())
    seerr.world.decide(1, approve=True)
    assert (await client.cancel("1", "9002")).state is RequestState.APPROVED
    assert seerr.world.requests
    assert (await client.cancel("1")).state is RequestState.CANCELLED
    assert not seerr.world.requests


async def test_a_refusal_to_take_back_is_no_trouble_of_the_instance(seerr, client, opened):
    await client.request(film())
    seerr.faults.add("DELETE /api/v1/request/1", status=401)
    with pytest.raises(InvalidQuery, match="cancel-refused"):
        await client.cancel("1", "9002")
    assert client.health().trouble is None


async def test_a_request_that_was_decided_before_is_told_as_it_stands(seerr, client):
    await client.request(film())
    seerr.world.decide(1, approve=False)
    seerr.faults.add("POST /api/v1/request/1/approve", status=409)
    assert (await client.decide("1", approve=True)).state is RequestState.DECLINED


async def test_titles_that_tmdb_forgot_are_no_trouble_of_seerrs(seerr, client):
    for number in range(900_001, 900_009):
        with pytest.raises(SourceUnavailable):
            await client.find(MediaType.MOVIE, ExternalIds(tmdb=number))
    assert client.health().trouble is None
    assert await client.pending() == []


async def test_a_list_whose_length_is_not_told_ends_with_its_first_short_page(seerr, client):
    told = {"results": [{"mediaType": "movie", "tmdbId": 11, "status": AVAILABLE}]}
    fault = seerr.faults.add("GET /api/v1/media", change=lambda _: told, times=9)
    assert [one.ids for page in [page async for page in client.known()] for one in page] == [STAR_WARS]
    assert fault.times == 8


async def test_a_page_that_comes_again_is_not_read_for_ever(seerr, alice, client):
    forever = {"pageInfo": {"results": 9_999}, "results": [{"id": 1, "status": 1}]}
    seerr.faults.add("GET /api/v1/request", change=lambda _: forever, times=99)
    with pytest.raises(SourceUnavailable, match="same page"):
        await client.pending()


async def test_a_seerr_that_listens_to_its_own_pages_alone_is_told_from_a_lack_of_permission(seerr, client):
    for where in ("POST /api/v1/request", "POST /api/v1/request/1/approve"):
        body = b'{"message": "invalid csrf token"}'
        seerr.faults.add(where, status=403, body=body, headers={"Content-Type": "application/json"})
    with pytest.raises(SourceRejected, match="seerr-csrf"):
        await client.request(film())
    with pytest.raises(SourceRejected, match="seerr-csrf"):
        await client.decide("1", approve=True)
    assert client.health().trouble.key == "seerr-csrf"
    await client.request(film())
    assert client.health().trouble is None
