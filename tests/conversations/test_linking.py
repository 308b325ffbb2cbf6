"""One person on every platform: codes in both directions, what is said first, and everything that goes wrong."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.vocabulary import Answer, Room
from bot.web.card_links import read_card_link
from engine.domain.records import Identity
from tests.conversations.doors import Door, code_in, door, house_on_disk
from tests.conversations.household import House, cards, choices, said

pytestmark = pytest.mark.untraced

YES, NO = "Yes, link them", "No"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with house_on_disk(tmp_path) as opened:
        yield opened


@pytest.fixture
def anna(house: House) -> Door:
    return door(house, "chat", "v-anna", "Anna at home")


@pytest.fixture
def ben(house: House) -> Door:
    return door(house, "chat", "v-ben")


@pytest.fixture
def new(house: House) -> Door:
    """An account that belongs to nobody."""
    return door(house, "telegram", "42", "Anna on the road")


async def token_of_a_card(person: Door) -> str:
    """Of the address that stands for the picture of a card shown to them."""
    shown = cards(await person.say("/tonight 1"))
    return (shown[0].poster_url or "").rpartition("/card/")[2].removesuffix("/poster.png")


async def linked(giver: Door, code: str) -> Answer:
    asked = await giver.say(f"/link {code}")
    return await giver.press(choices(asked)[YES])


async def test_a_new_account_is_linked_with_a_code_from_an_old_one(anna: Door, new: Door) -> None:
    asked = await new.say(f"/link {code_in(await anna.say('/link'))}")
    assert "Telegram (Anna on the road)" in said(asked)
    assert "Anna?" in said(asked)
    assert await new.owner() is None
    done = await new.press(choices(asked)[YES])
    assert "Anna’s" in said(done)
    assert await new.owner() == "v-anna"


async def test_an_old_account_confirms_the_code_of_a_new_one(anna: Door, new: Door) -> None:
    asked = await anna.say(f"/link {code_in(await new.say('/link'))}")
    assert "Telegram (Anna on the road)" in said(asked)
    await anna.press(choices(asked)[YES])
    assert await new.owner() == "v-anna"


async def test_after_linking_it_is_one_profile_everywhere(house: House, anna: Door, new: Door) -> None:
    await linked(new, code_in(await anna.say("/link")))
    assert "Anna" in said(await new.say("/me"))
    await anna.say("/watchlist add Apollo 13")
    assert "Apollo 13" in "".join(card.title for card in cards(await new.say("/watchlist")))
    assert "off the list" in said(await new.say("/undo"))
    await new.say("/hide Parasite")
    mine, there = await anna.say("/tonight"), await new.say("/tonight")
    assert cards(mine)
    assert {card.reason for card in cards(there)}
    assert "movie:496243" not in {card.item_id for card in (*cards(mine), *cards(there))}
    accounts = said(await anna.say("/me"))
    assert "Telegram (Anna on the road)" in accounts
    assert "chat (Anna at home)" in accounts


async def test_yes_may_be_typed_and_so_may_no(anna: Door, new: Door) -> None:
    await new.say(f"/link {code_in(await anna.say('/link'))}")
    assert "Nothing was linked" in said(await new.say("no"))
    assert "not joined" in said(await new.say("yes"))
    assert await new.owner() is None
    await new.say(f"/link {code_in(await anna.say('/link'))}")
    assert "Anna’s" in said(await new.say("yes"))
    assert await new.owner() == "v-anna"


async def test_one_who_is_linked_already_types_link_yes(ben: Door, anna: Door) -> None:
    await ben.say(f"/link {code_in(await anna.say('/link'))}")
    await ben.say("/verbinden ja")
    assert await ben.owner() == "v-anna"


async def test_the_stranger_beside_the_new_account_confirms_nothing(anna: Door, new: Door, house: House) -> None:
    asked = await new.say(f"/link {code_in(await anna.say('/link'))}")
    other = door(house, "telegram", "43", "Anna on the road")
    assert "cannot be used" in said(await other.press(choices(asked)[YES]))
    assert await other.owner() is None
    assert await new.owner() is None


async def test_a_code_works_once(anna: Door, new: Door, house: House) -> None:
    code = code_in(await anna.say("/link"))
    await linked(new, code)
    other = door(house, "discord", "7")
    assert "cannot be used" in said(await other.say(f"/link {code}"))
    assert await other.owner() is None


async def test_whoever_gives_a_code_first_has_it_for_themselves(anna: Door, new: Door, house: House) -> None:
    code = code_in(await anna.say("/link"))
    await new.say(f"/link {code}")
    assert "cannot be used" in said(await door(house, "discord", "7").say(f"/link {code}"))
    assert "Anna?" in said(await new.say(f"/link {code}"))


async def test_a_new_code_voids_the_one_before(anna: Door, new: Door) -> None:
    first = code_in(await anna.say("/link"))
    await anna.say("/link")
    assert "cannot be used" in said(await new.say(f"/link {first}"))


async def test_a_code_lives_ten_minutes_also_between_question_and_yes(anna: Door, new: Door, house: House) -> None:
    code = code_in(await anna.say("/link"))
    asked = await new.say(f"/link {code}")
    house.clock.advance(timedelta(minutes=10, seconds=1))
    assert "cannot be used" in said(await new.press(choices(asked)[YES]))
    assert "cannot be used" in said(await new.say(f"/link {code}"))
    assert await new.owner() is None


async def test_five_wrong_codes_are_enough_for_a_quarter_of_an_hour(anna: Door, new: Door, house: House) -> None:
    for number in range(5):
        assert "cannot be used" in said(await new.say(f"/link WRONG{number}"))
    code = code_in(await anna.say("/link"))
    assert "quarter of an hour" in said(await new.say(f"/link {code}"))
    assert "Anna?" in said(await door(house, "telegram", "44").say(f"/link {code}"))
    house.clock.advance(timedelta(minutes=16))
    assert "Anna?" in said(await new.say(f"/link {code_in(await anna.say('/link'))}"))


async def test_right_codes_do_not_count_as_wrong(anna: Door, new: Door) -> None:
    for _ in range(7):
        assert "Anna?" in said(await new.say(f"/link {code_in(await anna.say('/link'))}"))


@pytest.mark.parametrize("hostile", ["x" * 4_000, "'; DROP TABLE viewer; --", "\x00", "🎬", "yes yes", "-" * 39, "٣٣"])
async def test_a_code_of_garbage_is_just_wrong(new: Door, hostile: str) -> None:
    answer = said(await new.say(f"/link {hostile}"))
    assert answer
    assert "went wrong" not in answer
    assert await new.owner() is None


async def test_case_spaces_and_hyphens_in_a_code_do_not_matter(anna: Door, new: Door) -> None:
    code = code_in(await anna.say("/link"))
    assert "Anna?" in said(await new.say(f"/link {code[:4]} - {code[4:]}"))


async def test_the_code_itself_is_never_stored(anna: Door, new: Door, tmp_path: Path) -> None:
    codes = [code_in(await anna.say("/link")), code_in(await new.say("/link"))]
    for path in list(tmp_path.rglob("*.db*")):  # noqa: ASYNC240 - nothing else waits in this test
        content = path.read_bytes()
        assert all(code.encode() not in content for code in codes)


async def test_an_account_of_somebody_else_is_moved_only_after_saying_so(anna: Door, ben: Door) -> None:
    asked = await ben.say(f"/link {code_in(await anna.say('/link'))}")
    assert "belongs to Ben at present" in said(asked) or "gehört zurzeit zu Ben" in said(asked)
    assert await ben.owner() == "v-ben"
    yes = next(token for token in choices(asked).values() if token.startswith("link:yes:"))
    await ben.press(yes)
    assert await ben.owner() == "v-anna"
    async with ben.house.storage.unit() as unit:
        assert await unit.interactions.of_viewer("v-ben")
        assert await unit.viewers.identities("v-ben") == []


async def test_the_last_admin_does_not_lose_the_last_account_by_linking(anna: Door, house: House) -> None:
    owner = door(house, "chat", "v-owner")
    asked = await owner.say(f"/link {code_in(await anna.say('/link'))}")
    assert "only account" in said(asked)
    assert "nothing was changed" in said(await owner.press(choices(asked)[YES]))
    assert await owner.owner() == "v-owner"


async def test_two_accounts_with_one_name_are_two(house: House, anna: Door) -> None:
    first, second = door(house, "discord", "1", "Anna"), door(house, "discord", "2", "Anna")
    await linked(first, code_in(await anna.say("/link")))
    assert await first.owner() == "v-anna"
    assert await second.owner() is None
    assert "not joined" in said(await second.say("/me"))


async def test_an_account_cannot_confirm_its_own_code_nor_one_that_it_has_already(anna: Door, new: Door) -> None:
    assert "this very account" in said(await new.say(f"/link {code_in(await new.say('/link'))}"))
    assert "already" in said(await anna.say(f"/link {code_in(await anna.say('/link'))}"))
    assert await new.owner() is None


async def test_a_code_of_a_stranger_given_by_another_stranger_is_wrong(new: Door, house: House) -> None:
    other = door(house, "telegram", "43")
    assert "cannot be used" in said(await other.say(f"/link {code_in(await new.say('/link'))}"))
    assert await other.owner() is None


async def test_in_a_room_the_answer_with_a_code_is_for_the_asker_alone(anna: Door, new: Door) -> None:
    for one in (anna, new):
        answer = await one.say("/link", room=Room("everybody", private=False))
        assert answer.private
        assert not answer.neutral


async def test_names_cannot_pretend_to_be_something_else(anna: Door, house: House) -> None:
    evil = door(house, "telegram", "66", "Anna\u202e)\nconfirmed\x1b[2J" + "x" * 300)
    asked = said(await anna.say(f"/link {code_in(await evil.say('/link'))}"))
    assert "\u202e" not in asked
    assert "\x1b" not in asked
    assert "Anna) confirmed" in asked
    assert len(re.findall("x", asked)) < 80


async def test_two_who_say_yes_at_once_link_once(anna: Door, new: Door) -> None:
    asked = await new.say(f"/link {code_in(await anna.say('/link'))}")
    answers = await asyncio.gather(*(new.press(choices(asked)[YES]) for _ in range(5)))
    assert sum("Done" in said(answer) for answer in answers) == 1
    assert await new.owner() == "v-anna"


async def test_unlink_asks_first_and_then_the_account_is_a_strangers(anna: Door, new: Door) -> None:
    await linked(new, code_in(await anna.say("/link")))
    asked = await new.say("/unlink telegram")
    assert "Telegram (Anna on the road)" in said(asked)
    assert "last account" not in said(asked)
    assert await new.owner() == "v-anna"
    await new.press(next(iter(choices(asked).values())))
    assert await new.owner() is None
    assert await anna.owner() == "v-anna"
    assert not any(card.match for card in cards(await new.say("/tonight")))


async def test_unlink_without_a_name_offers_all_accounts(anna: Door, new: Door) -> None:
    await linked(new, code_in(await anna.say("/link")))
    offered = choices(await anna.say("/unlink"))
    assert len(offered) == 2
    assert sum("this one" in label for label in offered) == 1
    assert "nothing was changed" in said(await anna.say("/unlink discord"))


async def test_the_last_way_in_is_not_given_up_without_saying_what_that_means(anna: Door) -> None:
    asked = await anna.say("/unlink")
    assert "last account" in said(asked)
    assert await anna.owner() == "v-anna"
    await anna.say("/unlink chat yes")
    assert await anna.owner() is None


async def test_the_last_admin_cannot_unlink_the_last_account(house: House) -> None:
    owner = door(house, "chat", "v-owner")
    assert "nothing was changed" in said(await owner.say("/unlink chat yes"))
    assert await owner.owner() == "v-owner"


async def test_unlinking_touches_nobody_elses_account(anna: Door, house: House) -> None:
    async with house.storage.unit() as unit:
        await unit.viewers.link(Identity("telegram", "ben-there", "v-ben"))
    assert "nothing was changed" in said(await anna.say("/unlink telegram yes"))
    assert await door(house, "telegram", "ben-there").owner() == "v-ben"


async def test_codes_and_claims_survive_a_restart(anna: Door, new: Door, house: House) -> None:
    asked = await new.say(f"/link {code_in(await anna.say('/link'))}")
    await house.restart()
    await new.press(choices(asked)[YES])
    assert await new.owner() == "v-anna"


async def test_at_the_console_the_question_is_answered_with_a_word(anna: Door, house: House) -> None:
    code = code_in(await anna.say("/link"))
    printed = await house.transcript(f"/link {code}", "yes", "/me", who="terminal-7")
    assert "chat (terminal-7)" in printed
    assert "You are Anna" in printed


async def test_the_addresses_on_cards_are_withdrawn_when_their_person_says_so(anna: Door, ben: Door, new: Door) -> None:
    old, bens = await token_of_a_card(anna), await token_of_a_card(ben)
    services = anna.house.services
    asked = await anna.say("/link cards")
    assert await read_card_link(services, old) is not None
    told = said(await anna.press(choices(asked)["Withdraw them"]))
    assert "opens anything any more" in told
    assert await read_card_link(services, old) is None
    assert await read_card_link(services, bens) is not None
    await anna.say("/link cards off")
    assert await read_card_link(services, await token_of_a_card(anna)) is not None
    assert "withdraw" not in said(await new.say("/link cards off")).casefold()
