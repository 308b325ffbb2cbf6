"""The job that ends the night: what was held goes out once, and strangers are forgotten in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.documents import Paper, written
from bot.jobs.say_what_was_held import JOB, REMEMBERED
from bot.vocabulary import Account, Answer, Room, Text
from engine.domain.people import HeldWord, Sighting
from tests.conversations.household import House, open_house

ANNA = Account("chat", "v-anna")


@pytest.fixture
async def house() -> House:
    return await open_house()


async def test_strangers_of_long_ago_are_forgotten_and_others_not(house: House) -> None:
    now = house.clock.now()
    old, lately = now - REMEMBERED - timedelta(minutes=1), now - REMEMBERED + timedelta(minutes=1)
    async with house.storage.unit() as unit:
        await unit.people.saw(
            [
                Sighting("chat", "gone", "Gone", old),
                Sighting("chat", "new", "New", lately),
                Sighting("chat", "v-anna", "Anna", old),
            ]
        )
    await JOB.run(house.services)
    async with house.storage.unit() as unit:
        assert [one.account_id for one in await unit.people.strangers(10)] == ["new"]
        assert await unit.people.sighting("chat", "v-anna"), "somebody of the household is no stranger"


async def test_without_a_post_what_was_held_waits(house: House) -> None:
    assert house.services.post is None
    now = house.clock.now()
    paper = Paper(Answer((Text("held"),)), ANNA, Room("r"))
    word = HeldWord("v-anna", "chat", "v-anna", "r", written(paper), now, now)
    async with house.storage.unit() as unit:
        await unit.courtesies.hold(word)
    await JOB.run(house.services)
    async with house.storage.unit() as unit:
        assert [one.document for one in await unit.courtesies.due(now)] == [word.document]
