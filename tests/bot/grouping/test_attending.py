"""Who is there, and what binds all of them; and which pick a typed number means."""

from __future__ import annotations

import pytest

from bot.call import Call
from bot.grouping.attending import attendee, open_to_all, presser, shelves_of, viewers_of
from bot.grouping.deeds import at_place, come, go
from bot.vocabulary import Account, Invocation, Room
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.grouping.night import Attendee
from tests.conversations.household import PEOPLE, SECRET, TRANSLATIONS, House, open_house

ANNA, BEN, _, OLGA, NEMO = PEOPLE
NOBODY = Viewer("", "")
GUEST = Attendee("guest:u-1", "Gast")


@pytest.fixture
async def house() -> House:
    return await open_house()


def call(house: House, viewer: Viewer = ANNA, account: Account | None = None) -> Call:
    return Call(
        house.services, house.gateway.registry, viewer, TRANSLATIONS.to("en"),  # type: ignore[attr-defined]
        account or Account("chat", viewer.id), Room("room", private=False), "chat:u1", house.clock.now(),
    )  # fmt: skip


async def test_somebody_of_the_household_is_there_as_that_person_and_a_guest_by_their_account(house: House) -> None:
    assert presser(call(house)) == attendee(ANNA) == Attendee("person:v-anna", "Anna", "v-anna")
    stranger = presser(call(house, NOBODY, Account("chat", "u-1", "\u202eGast  von\nfern")))
    assert stranger.key == GUEST.key
    assert stranger.viewer_id is None or not stranger.viewer_id
    assert stranger.name == "Gast von fern"
    assert presser(call(house, NOBODY, Account("chat", "u-1"))).name == "u-1"


async def test_only_people_who_still_exist_are_found(house: House) -> None:
    gone = Attendee("person:gone", "Gone", "gone")
    assert [one.id for one in await viewers_of(call(house), [attendee(BEN), GUEST, gone])] == ["v-ben"]


async def test_each_person_binds_by_their_own_shelves_and_a_guest_by_everybodys(house: House) -> None:
    of_olga = frozenset(OLGA.library_ids)
    assert await shelves_of(call(house), [attendee(OLGA)]) == (of_olga,)
    assert await shelves_of(call(house), [Attendee("person:gone", "Gone", "gone")]) == (frozenset(),)
    assert set(await shelves_of(call(house), [GUEST])) == {frozenset(one.library_ids) for one in PEOPLE}
    assert await shelves_of(call(house), []) == ()


async def test_a_title_is_open_to_all_only_where_each_may_open_it(house: House) -> None:
    wanted = ["movie:1255", SECRET, "movie:none"]

    async def opened(*people: Attendee) -> set[str]:
        return set(await open_to_all(call(house), wanted, await shelves_of(call(house), people)))

    assert await opened(attendee(OLGA)) == {"movie:1255", SECRET}
    assert await opened(attendee(OLGA), attendee(ANNA)) == {"movie:1255"}
    assert await opened(attendee(OLGA), attendee(NEMO)) == set()
    assert await opened(GUEST) == set(), "somebody of the household may open nothing, so neither may a guest"
    assert await opened() == set(), "where nobody is there, nothing is shown"


async def test_without_an_evening_nobody_comes_goes_or_means_a_pick(house: House) -> None:
    for deed in (at_place(call(house), 1), come(call(house), "n"), go(call(house), "n")):
        with pytest.raises(InvalidQuery, match="group-"):
            await deed


async def test_before_there_are_picks_a_number_means_none(house: House) -> None:
    asked = Invocation("u1", Account("chat", ANNA.id), Room("room", private=False), "group", "", house.clock.now())
    await house.gateway.invoke(asked)
    with pytest.raises(InvalidQuery, match="group-not-begun"):
        await at_place(call(house), 1)
