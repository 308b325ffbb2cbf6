"""/notify: when the bot may speak unasked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.domain.people import Manners, Rhythm
from tests.conversations.household import House, choices, said


async def manners(house: House, who: str = "v-anna") -> Manners:
    async with house.storage.unit() as unit:
        return await unit.courtesies.of(who)


async def test_the_usual_is_quiet_at_night_with_alerts_and_nothing_else(house: House) -> None:
    told = said(await house.say("notify"))
    assert "22:00 to 08:00" in told
    assert await manners(house) == Manners("v-anna", 22 * 60, 8 * 60, alerts=True, news=False, digest=Rhythm.OFF)


async def test_everything_can_be_changed_and_taken_back(house: House) -> None:
    await house.say("notify quiet 23:30-07:00")
    await house.say("notify digest weekly")
    await house.say("notify news on")
    await house.say("notify alerts off")
    await house.say("notify dnd 2h")
    found = await manners(house)
    assert (found.quiet_from, found.quiet_until) == (23 * 60 + 30, 7 * 60)
    assert (found.digest, found.news, found.alerts) == (Rhythm.WEEKLY, True, False)
    assert found.undisturbed_until == house.clock.now() + timedelta(hours=2)
    for _ in range(5):
        house.clock.advance(timedelta(seconds=1))
        await house.say("undo")
    assert await manners(house) == Manners("v-anna")


async def test_it_is_understood_in_every_language(house: House) -> None:
    assert "23:00 bis 07:00" in said(await house.say("benachrichtigungen ruhe 23-7", "v-ben"))
    assert "23:00 à 07:00" in said(await house.say("notifications calme 23h-7h", "v-chloe"))
    await house.say("benachrichtigungen überblick täglich", "v-ben")
    assert (await manners(house, "v-ben")).digest is Rhythm.DAILY


async def test_buttons_turn_things_round(house: House) -> None:
    offered = choices(await house.say("notify"))
    await house.press(offered["No quiet hours"])
    found = await manners(house)
    assert found.quiet_from == found.quiet_until
    assert "none" in said(await house.say("notify"))


@pytest.mark.parametrize(
    "typed", ["quiet", "quiet 99-1", "digest hourly", "news maybe", "dnd", "dnd -1h", "x", "🎬 on"]
)
async def test_what_cannot_be_read_changes_nothing(house: House, typed: str) -> None:
    assert "nothing was changed" in said(await house.say(typed, command="notify"))
    assert await manners(house) == Manners("v-anna")
