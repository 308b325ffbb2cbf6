"""What an admin is told of the service, and what becomes of letters that were given up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.delivery.doors import Door
from bot.delivery.post import Post
from bot.dispatcher import Dispatcher
from engine.domain.letters import Arrival, Letter
from engine.errors import Misconfigured
from engine.testing.clock import START
from tests.bot.delivery.post_house import Paper, platform_of
from tests.conversations.household import House, said

DEAD = Letter(1, "letter-000001", "paper", "r", "anna", "{}", START, dead=True, reason="chat-gone")
OLD = replace(DEAD, number=2, id="letter-000002", reason="letter-too-old", facts={"hours": 24})


@pytest.fixture
async def post(house: House) -> Post:
    """The house with a post, two letters given up, and something waiting."""
    post = await Post.open(house.storage, house.clock, house.ids, lambda: 0.5)
    house.services = replace(house.services, post=post)
    house.gateway = Dispatcher(house.services)
    async with house.storage.unit() as unit:
        await unit.outbox.put([DEAD, OLD, replace(DEAD, number=3, id="alive", dead=False)])
        await unit.inbox.add([Arrival(4, "paper", "u", "r", "anna", "{}", START)])
    return post


async def test_an_admin_sees_platforms_queues_and_what_was_given_up_with_its_reason(house: House, post: Post) -> None:
    platform = platform_of(Paper())
    door = Door(platform, post.serve(platform), lambda: 0.5)
    post.doors.append(door)
    told = said(await house.say("", "v-owner", command="status"))
    assert "paper: connecting" in told
    assert "1 message to be answered, 1 answer to be delivered" in told
    assert "Given up: 2." in told
    assert "000001 · paper · The chat is gone" in told
    assert "24 hours" in told
    assert "100 % of the titles" in told.replace("100%", "100 %").replace("100\u00a0%", "100 %")
    door._trouble = Misconfigured("host-unknown", host="x")
    assert "failing – This machine has no address" in said(await house.say("", "v-owner", command="status"))


async def test_without_a_platform_it_says_how_to_get_one(house: House) -> None:
    told = said(await house.say("", "v-owner", command="status"))
    assert "recommendarr check" in told
    assert "Given up" not in told


async def test_what_was_given_up_is_sent_again_or_dropped_by_its_code_or_all_at_once(house: House, post: Post) -> None:
    assert "1 answer is sent once more" in said(await house.say("retry 000001", "v-owner", command="status"))
    async with house.storage.unit() as unit:
        again = await unit.outbox.get(DEAD.id)
        assert again is not None
        assert (again.dead, again.tries) == (False, 0)
        assert again.number > 4
    shown = await house.say("", "v-owner", command="status")
    drop = next(action.token for action in shown.actions if "drop" in action.token)
    assert "1 answer was let go" in said(await house.press(drop, "v-owner"))
    async with house.storage.unit() as unit:
        assert not await unit.outbox.dead()
    assert "nothing given up" in said(await house.say("drop 000001", "v-owner", command="status"))


@pytest.mark.parametrize("line", ["", "retry all", "drop all"])
async def test_whoever_is_no_admin_is_told_nothing(house: House, post: Post, line: str) -> None:
    told = said(await house.say(line, command="status"))
    assert "paper" not in told
    async with house.storage.unit() as unit:
        assert len(await unit.outbox.dead()) == 2
