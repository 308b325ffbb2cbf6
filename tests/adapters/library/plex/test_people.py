"""Who may open what, who proves to be whom, and what each of them has watched."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from engine.domain.media import ServerAccount
from engine.errors import InvalidQuery, RateLimited, SourceRejected, SourceUnavailable
from tests.adapters.library.plex.conftest import (
    ALICE,
    ALICE_TOKEN,
    KID,
    STRANGER,
    STRANGER_TOKEN,
    Opening,
    Plexed,
    gathered,
)
from tests.fakes.plex import PlexWorld
from tests.fakes.plex.titles import SHOWS
from tests.fakes.plex.world import OWNER, OWNER_TOKEN, Person


def pin_of(handle: str) -> int:
    return int(handle.partition(":")[0])


async def test_each_account_may_open_what_is_shared_with_it(plex: Plexed):
    accounts = {one.id: one for one in await plex.server.accounts()}
    assert accounts == {
        str(OWNER): ServerAccount(str(OWNER), "The Owner", owner=True, sections=None),
        str(ALICE): ServerAccount(str(ALICE), "alice", sections=frozenset({"1", "2"})),
        str(KID): ServerAccount(str(KID), "The Kid", sections=frozenset({"1"})),
    }


async def test_sections_told_by_their_ids_on_plex_tv_become_the_servers_keys(plex: Plexed):
    plex.fake.tv.keys_in_shares = False
    accounts = {one.id: one for one in await plex.server.accounts()}
    assert accounts[str(KID)].sections == {"1"}
    assert accounts[str(ALICE)].sections == {"1", "2"}


async def test_everything_shared_is_none_and_an_invitation_nobody_took_is_not_active(opening: Opening):
    world = PlexWorld()
    world.add(Person(7, "all", all_libraries=True))
    world.add(Person(8, "invited", sections={"1"}, accepted=False))
    accounts = {one.id: one for one in await (await opening(world)).server.accounts()}
    assert accounts["7"].sections is None
    assert not accounts["8"].active


async def test_a_permission_taken_away_is_gone_at_the_next_look(plex: Plexed):
    await plex.server.accounts()
    plex.fake.world.people[ALICE].sections.discard("2")
    plex.fake.world.people[KID].shared = False
    accounts = {one.id: one for one in await plex.server.accounts()}
    assert accounts[str(ALICE)].sections == {"1"}
    assert str(KID) not in accounts


@pytest.mark.parametrize(
    "body",
    [b'<MediaContainer size="2"><SharedServer userID="1002"/></MediaContainer>', b"<html/>", b"", b"{}[]"],
)
async def test_a_list_of_shares_that_is_not_whole_takes_nobodys_access_away(plex: Plexed, body: bytes):
    plex.fake.tv_faults.add("shared_servers", status=200, body=body, times=9)
    with pytest.raises(SourceUnavailable):
        await plex.server.accounts()


async def test_trouble_of_plex_tv_is_not_told_as_the_servers_own(plex: Plexed):
    plex.fake.tv_faults.add("shared_servers", status=500, times=9)
    with pytest.raises(SourceUnavailable) as told:
        await plex.server.accounts()
    assert told.value.arguments["name"] == "plex.tv"


async def test_people_keep_their_access_without_a_name_where_there_are_no_lists_of_names(plex: Plexed):
    plex.fake.tv_faults.add("GET /api/(home/)?users", status=404, times=9)
    accounts = {one.id: one for one in await plex.server.accounts()}
    assert (accounts[str(KID)].name, accounts[str(KID)].sections) == ("", {"1"})


@pytest.mark.parametrize("place", ["/api/users", "/api/home/users"])
async def test_while_nobody_tells_what_is_kept_from_whom_nothing_is_told_of_anybody(plex: Plexed, place: str):
    plex.fake.tv_faults.add(f"GET {place}", status=503, times=9)
    with pytest.raises(SourceUnavailable):
        await plex.server.accounts()


async def test_somebody_with_access_signs_in_on_the_page(plex: Plexed):
    step = await plex.sign_in.begin()
    asked = parse_qs(urlsplit(step.url.replace("#?", "?")).query)
    assert step.expires_at == plex.clock.now() + timedelta(seconds=900)
    assert asked["code"] == [plex.fake.world.pins[pin_of(step.handle)]["code"]]
    assert asked["code"][0].startswith("strong")
    assert await plex.sign_in.finish(step.handle) is None
    plex.fake.tv.sign_in(pin_of(step.handle), ALICE_TOKEN)
    signed = await plex.sign_in.finish(step.handle)
    assert signed
    assert (signed.account_id, signed.name, signed.token) == (str(ALICE), "Alice", ALICE_TOKEN)
    assert ALICE_TOKEN not in repr(signed)


async def test_a_managed_person_is_known_by_their_id_alone(plex: Plexed):
    plex.fake.world.tokens["kid-token"] = KID
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), "kid-token")
    signed = await plex.sign_in.finish(step.handle)
    assert signed
    assert signed.account_id == str(KID)


async def test_the_owner_is_the_account_of_plex_tv(plex: Plexed):
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), OWNER_TOKEN)
    signed = await plex.sign_in.finish(step.handle)
    assert signed
    assert signed.account_id == str(OWNER)


async def test_a_stranger_is_not_let_in_and_their_token_is_dropped(plex: Plexed):
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), STRANGER_TOKEN)
    with pytest.raises(InvalidQuery, match="no-access-to-server"):
        await plex.sign_in.finish(step.handle)
    assert plex.fake.tv.revoked == [STRANGER_TOKEN]


async def test_a_stranger_stays_out_even_where_their_token_cannot_be_dropped(plex: Plexed):
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), STRANGER_TOKEN)
    plex.fake.tv_faults.add("signout", status=500, times=9)
    with pytest.raises(InvalidQuery, match="no-access-to-server"):
        await plex.sign_in.finish(step.handle)


async def test_a_server_of_ones_own_with_this_ones_identifier_opens_nothing(plex: Plexed):
    """plex.tv would list it among the stranger's devices; the owner's shares do not name them."""
    plex.fake.world.has_access = lambda person: True  # type: ignore[method-assign]
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), STRANGER_TOKEN)
    with pytest.raises(InvalidQuery, match="no-access-to-server"):
        await plex.sign_in.finish(step.handle)


async def test_a_pin_is_good_for_fifteen_minutes(plex: Plexed):
    step = await plex.sign_in.begin()
    plex.clock.advance(timedelta(seconds=899))
    assert await plex.sign_in.finish(step.handle) is None
    plex.clock.advance(timedelta(seconds=1))
    with pytest.raises(InvalidQuery, match="sign-in-expired"):
        await plex.sign_in.finish(step.handle)


@pytest.mark.parametrize("handle", ["", "x", "1:2", "../user:1", "٣:a", "373040866:wrong"])
async def test_a_handle_of_ones_own_making_is_over(plex: Plexed, handle: str):
    await plex.sign_in.begin()
    with pytest.raises(InvalidQuery, match="sign-in-expired"):
        await plex.sign_in.finish(handle)


async def test_when_plex_tv_cannot_say_who_has_access_nobody_is_let_in(plex: Plexed):
    step = await plex.sign_in.begin()
    plex.fake.tv.sign_in(pin_of(step.handle), ALICE_TOKEN)
    plex.fake.tv_faults.add("shared_servers", status=500, times=9)
    with pytest.raises(SourceUnavailable):
        await plex.sign_in.finish(step.handle)
    assert plex.fake.tv.revoked == []


async def test_a_token_is_revoked_once_and_for_all(plex: Plexed):
    await plex.sign_in.revoke(ALICE_TOKEN)
    await plex.sign_in.revoke(ALICE_TOKEN)
    assert plex.fake.tv.revoked == [ALICE_TOKEN]


async def test_the_name_of_this_service_on_plex_tv_outlives_a_restart(opening: Opening):
    from adapters.library.plex.opening import open_plex  # noqa: PLC0415

    plex = await opening()
    step = await plex.sign_in.begin()
    again = await open_plex(plex.opened.instance, plex.outside)
    plex.fake.tv.sign_in(pin_of(step.handle), ALICE_TOKEN)
    assert again.sign_in
    assert await again.sign_in.finish(step.handle)
    await again.close()


async def test_a_persons_history_is_read_as_that_person_and_never_as_the_owner(opening: Opening):
    """The owner's view of others tells of titles they never saw."""
    world = PlexWorld(movies=1_300)
    plex = await opening(world)
    world.people[OWNER].state = {key: {"viewCount": 1, "lastViewedAt": 1_700_000_000} for key in range(1, 400)}
    world.people[ALICE].state = {
        3: {"viewCount": 2, "lastViewedAt": 1_700_000_000, "userRating": 9.0},
        4: {"viewOffset": 1_000 * 60 * 42, "lastViewedAt": 1_700_000_100},
        1_300: {"userRating": 2.0},
        SHOWS + 2: {"viewedLeafCount": 5, "lastViewedAt": 1_700_000_200},
        SHOWS + 3: {"viewedLeafCount": 0},
    }
    states = {one.item_key: one for one in await gathered(plex.server.watched(str(ALICE), ALICE_TOKEN))}
    assert set(states) == {"3", "4", "1300", str(SHOWS + 2)}
    assert (states["3"].plays, states["3"].completion, states["3"].rating) == (2, 1.0, 9.0)
    assert states["4"].completion == 0.5
    assert (states["1300"].plays, states["1300"].rating) == (0, 2.0)
    assert (states[str(SHOWS + 2)].plays, states[str(SHOWS + 2)].completion) == (5, 0.25)
    assert {one.account_id for one in states.values()} == {str(ALICE)}
    assert len(await gathered(plex.server.watched(str(OWNER), ""))) == 399


async def test_without_a_persons_own_token_nothing_is_read_for_them(plex: Plexed):
    with pytest.raises(SourceRejected, match="plex-own-token-needed"):
        await gathered(plex.server.watched(str(ALICE), ""))


async def test_nobody_is_given_what_another_watched(plex: Plexed):
    for token in (ALICE_TOKEN, OWNER_TOKEN):
        with pytest.raises(SourceRejected, match="plex-other-account"):
            await gathered(plex.server.watched(str(KID), token))


async def test_who_lost_access_reads_nothing_and_the_server_is_not_to_blame(plex: Plexed):
    assert await gathered(plex.server.watched(str(ALICE), ALICE_TOKEN)) == []
    plex.fake.world.people[ALICE].shared = False
    for _ in range(2):  # with the key that is remembered, and without it
        with pytest.raises(SourceRejected):
            await gathered(plex.server.watched(str(ALICE), ALICE_TOKEN))
    assert plex.opened.health().trouble is None
    with pytest.raises(SourceRejected):
        await gathered(plex.server.watched(str(STRANGER), STRANGER_TOKEN))


async def test_plex_tv_that_asks_for_patience_is_in_trouble_and_says_until_when(plex: Plexed):
    plex.fake.tv_faults.add("GET /api/v2/user", status=429, headers={"Retry-After": "90"}, times=9)
    with pytest.raises(RateLimited):
        await plex.server.accounts()
    health = plex.opened.health()
    assert isinstance(health.trouble, RateLimited)
    assert health.next_try == plex.clock.now() + timedelta(seconds=90)
