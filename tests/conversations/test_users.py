"""What admins see and do, and what they cannot do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.web.access import sign_in, signed_in
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from tests.conversations.doors import Door, code_in, door, house_on_disk
from tests.conversations.household import House, cards, choices, said


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with house_on_disk(tmp_path) as opened:
        yield opened


@pytest.fixture
def owner(house: House) -> Door:
    return door(house, "chat", "v-owner")


@pytest.fixture
def anna(house: House) -> Door:
    return door(house, "chat", "v-anna", "Anna at home")


async def second_admin(house: House) -> None:
    async with house.storage.unit() as unit:
        await unit.viewers.add(Viewer("v-second", "Second", role=Role.ADMIN))
        await unit.viewers.link(Identity("chat", "v-second", "v-second"))


async def test_everybody_else_does_not_even_learn_that_there_is_such_a_command(anna: Door) -> None:
    for line in ("/users", "/users invite Rosa", "/users ban Olga yes", "/gens", "/leute"):
        answer = said(await anna.say(line))
        assert "I do not know the command" in answer
        assert "Ben" not in answer
    assert "/users" not in said(await anna.say("/help"))


async def test_the_list_tells_accounts_and_when_they_were_there(owner: Door, anna: Door, house: House) -> None:
    await anna.say("/me")
    house.clock.advance(timedelta(days=2))
    told = said(await owner.say("/users"))
    assert "5 people" in told
    assert "Anna · chat · last here on" in told
    assert "14" in next(line for line in told.splitlines() if "Anna" in line)
    assert "Ben · chat · not seen yet" in told
    assert "Olga · admin" in told


async def test_a_long_list_has_pages(owner: Door, house: House) -> None:
    async with house.storage.unit() as unit:
        for number in range(20):
            await unit.viewers.add(Viewer(f"v-x{number}", f"X {number:02d}"))
    first = await owner.say("/users")
    assert "page 1 of 3" in said(first)
    assert [action.token for action in first.actions] == ["run:%2Fusers%202"]
    second = await owner.press(first.actions[0].token)
    assert "page 2 of 3" in said(second)
    assert len(second.actions) == 2
    assert "page 3 of 3" in said(await owner.say("/users 99"))


async def test_an_invitation_makes_a_person_who_comes_in_with_the_code(owner: Door, house: House) -> None:
    invited = await owner.say("/users invite Rosa in films, Series")
    assert "Films and Series" in said(invited)
    rosa = door(house, "telegram", "77", "rosa")
    house.clock.advance(timedelta(days=6))
    asked = await rosa.say(f"/link {code_in(invited)}")
    await rosa.press(choices(asked)["Yes, link them"])
    assert "You may open: Films and Series" in said(await rosa.say("/me"))
    assert cards(await rosa.say("/tonight"))
    assert "I do not know the command" in said(await rosa.say("/users"))


async def test_without_a_named_library_all_are_open(owner: Door, house: House) -> None:
    await owner.say("/users invite Rosa")
    async with house.storage.unit() as unit:
        (rosa,) = await unit.viewers.find("Rosa")
    assert rosa.library_ids == {"films", "series", "attic"}
    assert rosa.role is Role.MEMBER


@pytest.mark.parametrize(
    ("line", "told"),
    [("invite", "need a name"), ("invite \u202e", "need a name"), ("invite Anna", "already"),
     ("invite Rosa in Nowhere", "no library"), ("code Nobody", "is called"), ("code chat:v-anna", "is no person"),
     ("revoke Anna", "which account"), ("deactivate chat:v-anna", "is no person"), ("Nobody", "is called"),
     ("ban", "is called"), ("x" * 4_000, "is called"), ("ban '; DROP TABLE viewer; --", "is called")],
)  # fmt: skip
async def test_what_cannot_be_done_is_said_and_changes_nothing(owner: Door, house: House, line: str, told: str) -> None:
    answer = said(await owner.say(f"/users {line}"))
    assert told in answer
    assert "went wrong" not in answer
    async with house.storage.unit() as unit:
        assert len(await unit.viewers.all()) == 5


async def test_an_admin_takes_a_link_away_after_being_asked(owner: Door, anna: Door) -> None:
    shown = said(await owner.say("/users Anna"))
    code = shown.splitlines()[1].split(" · ")[0]
    asked = await owner.say(f"/users revoke {code}")
    assert await anna.owner() == "v-anna"
    await owner.press(choices(asked)["Take the link away"])
    assert await anna.owner() is None


async def test_a_banned_person_hears_nothing_on_any_account_until_let_in_again(
    owner: Door, anna: Door, house: House
) -> None:
    async with house.storage.unit() as unit:
        await unit.viewers.link(Identity("telegram", "1", "v-anna"))
    await owner.say("/users ban Anna yes")
    for account in (anna, door(house, "telegram", "1")):
        assert (await account.say("/tonight")).parts == ()
    await owner.say("/users activate Anna")
    assert cards(await anna.say("/tonight"))


async def test_a_banned_person_gets_no_new_account(owner: Door, anna: Door, house: House) -> None:
    code = code_in(await anna.say("/link"))
    await owner.say("/users ban Anna yes")
    assert "cannot be used" in said(await door(house, "telegram", "9").say(f"/link {code}"))
    assert "is no person" in said(await owner.say("/users code Anna"))


async def test_a_strangers_account_can_be_banned_by_its_id_or_code(owner: Door, house: House) -> None:
    stranger = door(house, "telegram", "666", "Mallory")
    await stranger.say("/tonight")
    listed = said(await owner.say("/users strangers"))
    assert "telegram:666" in listed
    assert "Mallory" in listed
    await owner.say("/users ban telegram:666 yes")
    assert (await stranger.say("/tonight")).parts == ()
    await owner.say(f"/users unban {listed.splitlines()[1].split(' · ')[0]}")
    assert (await stranger.say("/tonight")).parts


async def test_a_person_switched_off_is_a_stranger_and_loses_nothing(owner: Door, anna: Door, house: House) -> None:
    link = (await anna.say("/me")).actions[0].url or ""
    secret = await sign_in(house.services, link.rpartition("/")[2])
    assert secret is not None
    assert await signed_in(house.services, secret) is not None
    await anna.say("/rate Parasite 9")
    await owner.say("/users deactivate Anna yes")
    told = said(await anna.say("/taste"))
    assert "switched off" in told
    assert await signed_in(house.services, secret) is None
    assert "switched off" in said(await owner.say("/users"))
    await owner.say("/users activate Anna")
    assert [fact.rating for fact in await house.facts()] == [9.0]
    assert "switched off" not in said(await anna.say("/taste"))


@pytest.mark.parametrize(
    "line", ["ban Olga yes", "deactivate Olga yes", "revoke chat:v-owner yes", "ban chat:v-owner yes"]
)
async def test_the_last_admin_cannot_be_locked_out(owner: Door, house: House, line: str) -> None:
    assert "nothing was changed" in said(await owner.say(f"/users {line}"))
    assert "5 people" in said(await owner.say("/users"))
    await second_admin(house)
    await owner.say(f"/users {line}")
    assert "people (page" not in said(await owner.say("/users"))
    second = door(house, "chat", "v-second")
    assert "nothing was changed" in said(await second.say("/users ban Second yes"))


async def test_an_admin_who_cannot_come_in_does_not_count(owner: Door, house: House) -> None:
    async with house.storage.unit() as unit:
        await unit.viewers.add(Viewer("v-second", "Second", role=Role.ADMIN))
    assert "nothing was changed" in said(await owner.say("/users deactivate Olga yes"))


async def test_namesakes_are_told_apart_by_their_codes(owner: Door, house: House) -> None:
    async with house.storage.unit() as unit:
        await unit.viewers.add(Viewer("v-other-anna", "anna"))
    told = said(await owner.say("/users ban Anna yes"))
    assert "Several people" in told
    assert "switched off" not in said(await owner.say("/users"))
    code = told.rpartition(": ")[2].rstrip(".").split(" ")[-1]
    assert "is banned" in said(await owner.say(f"/users ban {code} yes"))


async def test_an_admins_buttons_do_nothing_for_others(owner: Door, anna: Door) -> None:
    asked = await owner.say("/users ban Ben")
    assert "do not know the command" in said(await anna.press(next(iter(choices(asked).values()))))
    assert (await door(owner.house, "chat", "v-ben").say("/me")).parts


async def test_a_member_is_made_an_admin_and_a_member_again(owner: Door, anna: Door) -> None:
    asked = await owner.say("/users admin Anna")
    assert "Make Anna an admin?" in said(asked)
    assert "do not know the command" in said(await anna.say("/users"))
    done = await owner.press(choices(asked)["Make admin"])
    assert "Anna is an admin now" in said(done)
    assert "Anna · admin" in said(await anna.say("/users"))
    assert "is an admin already, so nothing was changed" in said(await owner.say("/users admin Anna yes"))
    assert "is a member now" in said(await owner.say("/leute mitglied Anna ja"))
    assert "do not know the command" in said(await anna.say("/users"))


async def test_an_appointment_is_taken_back_by_admins_alone(owner: Door, anna: Door) -> None:
    await owner.say("/users admin Anna yes")
    assert "Their role is what it was before" in said(await owner.say("/undo"))
    assert "do not know the command" in said(await anna.say("/users"))
    await owner.say("/users admin Anna yes")
    await anna.say("/users admin Ben yes")
    await owner.say("/users member Anna yes")
    assert "nothing" in said(await anna.say("/undo")).casefold()
    assert "Ben · admin" in said(await owner.say("/users"))


@pytest.mark.parametrize("line", ["member Olga yes", "member v-nobody yes", "admin telegram:42 yes"])
async def test_what_cannot_be_appointed_changes_nothing(owner: Door, line: str) -> None:
    told = said(await owner.say(f"/users {line}"))
    assert "nothing was" in told
    assert "Olga · admin" in said(await owner.say("/users"))


async def test_two_admins_who_make_each_other_members_at_once_leave_one(owner: Door, house: House) -> None:
    await second_admin(house)
    second = door(house, "chat", "v-second")
    await asyncio.gather(owner.say("/users member Second yes"), second.say("/users member Olga yes"))
    async with house.storage.unit() as unit:
        assert [one.role for one in await unit.viewers.all()].count(Role.ADMIN) == 1


async def test_a_mistyped_command_never_offers_one_of_the_admins_to_others(owner: Door, anna: Door) -> None:
    for typed in ("usres", "/usres", "trian", "/modles"):
        answer = await anna.say(typed)
        offered = " ".join((said(answer), *choices(answer)))
        assert not any(f"/{name}" in offered for name in ("users", "train", "models")), offered
    assert "/users" in " ".join(choices(await owner.say("usres")))
    assert "users Rosa" not in said(await anna.say("/help usres"))
