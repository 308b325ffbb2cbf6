"""The gateway comes and goes; what people asked for meanwhile is not lost."""

from __future__ import annotations

import asyncio
import logging

import pytest

from adapters.chat.discord.hearing import Patience
from bot.gateway import State
from bot.services import Services
from bot.vocabulary import Answer, Room, Text
from engine.testing.clock import SteppedClock
from tests.adapters.chat.discord import stage as stages
from tests.adapters.chat.discord.stage import Stage, comes, open_stage
from tests.fakes.discord.gateway import GUILDS
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import TOKEN

pytestmark = pytest.mark.untraced


async def resumed(discord: FakeDiscord, count: int = 1) -> None:
    await comes(lambda: discord.gateway.resumed >= count, 10)


async def test_it_asks_for_servers_alone_compresses_and_keeps_its_heart_beating(stage: Stage) -> None:
    session = stage.discord.gateway.current
    assert session is not None
    assert session.intents == GUILDS
    assert stage.discord.gateway.compression == "zlib-stream"
    await comes(lambda: stage.discord.gateway.beats >= 3)


@pytest.mark.parametrize("how", ["op 7", "cut", "close", "op 9 resumable"])
async def test_a_lost_connection_is_resumed_with_what_was_missed(stage: Stage, how: str) -> None:
    gateway, anna = stage.discord.gateway, stage.discord.person("anna")
    if how == "op 7":
        await gateway.reconnect()
    elif how == "cut":
        await gateway.cut()
    elif how == "close":
        await gateway.close(4000)
    else:
        await gateway.invalidate(resumable=True)
    missed = await anna.command("mood", text="while you were away")
    await resumed(stage.discord)
    assert (await stage.said())[0].id == str(missed.id)
    await anna.until(text="Noted.")
    await stage.until(State.RUNNING)
    assert gateway.identified == 1


async def test_a_session_that_is_over_is_begun_anew(stage: Stage) -> None:
    await stage.discord.gateway.invalidate(resumable=False)
    await comes(lambda: stage.discord.gateway.identified >= 2, 10)
    await stage.until(State.RUNNING)
    await stage.discord.person("anna").command("tonight")
    await stage.discord.person("anna").until(text="Noted.")


async def test_a_connection_that_died_without_a_word_is_noticed(
    discord: FakeDiscord, services: Services, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        stages, "QUICK", Patience(again=0.02, longest=0.2, rejected=0.2, identify=0.05, silence=0.5, trouble=0.3)
    )
    async with open_stage(discord, services, clock) as stage:
        await stage.until(State.RUNNING)
        discord.gateway.mute()
        missed = await discord.person("anna").command("tonight")
        await resumed(discord)
        assert (await stage.said())[0].id == str(missed.id)


async def test_a_gateway_that_cannot_be_reached_is_trouble_until_it_can(
    discord: FakeDiscord, services: Services, clock: SteppedClock
) -> None:
    discord.gateway.refuse = 503
    async with open_stage(discord, services, clock) as stage:
        await comes(lambda: stage.adapter.trouble == "discord-unreachable")
        assert stage.adapter.state is not State.RUNNING
        discord.gateway.refuse = 0
        await stage.until(State.RUNNING, 15)
        assert stage.adapter.trouble == ""


async def test_an_api_that_fails_is_tried_again(discord: FakeDiscord, services: Services, clock: SteppedClock) -> None:
    discord.faults.add("GET /users/@me", status=500, times=2)
    async with open_stage(discord, services, clock) as stage:
        await stage.until(State.FAILING)
        assert stage.adapter.trouble == "discord-unreachable"
        await stage.until(State.RUNNING)


async def test_a_wrong_token_is_told_once_and_tried_again_slowly(
    discord: FakeDiscord, services: Services, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = "MTIz.wrong.secret-of-somebody"
    async with open_stage(discord, services, clock, token=wrong) as stage:
        await stage.until(State.FAILING)
        assert stage.adapter.trouble == "discord-token-rejected"
        await comes(lambda: len([call for call in discord.serving.calls if call.path == "/users/@me"]) >= 3)
        discord.world.token = wrong
        await stage.until(State.RUNNING)
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    assert wrong not in caplog.text
    assert "secret-of-somebody" not in caplog.text


async def test_a_token_revoked_while_running_is_failing_and_mends_itself(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.discord.world.token = "another"
    await stage.discord.gateway.close(4004)
    await stage.until(State.FAILING)
    assert stage.adapter.trouble == "discord-token-rejected"
    assert TOKEN not in caplog.text
    stage.discord.world.token = TOKEN
    await stage.until(State.RUNNING)
    await stage.discord.person("anna").command("tonight")
    await stage.discord.person("anna").until(text="Noted.")


async def test_a_connection_refused_for_good_is_told_as_such(stage: Stage) -> None:
    await stage.discord.gateway.close(4013)
    await stage.until(State.FAILING)
    assert stage.adapter.trouble == "discord-session-refused"
    await stage.until(State.RUNNING)


@pytest.mark.parametrize(
    "poison",
    [
        {},
        {"id": "x", "type": 2},
        {
            "id": "1",
            "type": 2,
            "token": "t",
            "version": 1,
            "application_id": "1",
            "data": [],
            "attachment_size_limit": 1,
        },
        {
            "id": "1",
            "type": 3,
            "token": "t",
            "version": 1,
            "application_id": "1",
            "data": {},
            "attachment_size_limit": 1,
        },
    ],
)
async def test_an_event_that_nobody_can_read_does_not_end_it(stage: Stage, poison: dict[str, object]) -> None:
    await stage.discord.gateway.dispatch("INTERACTION_CREATE", dict(poison))
    await asyncio.sleep(0.1)
    await stage.until(State.RUNNING)
    await stage.discord.person("anna").command("tonight")
    await stage.discord.person("anna").until(text="Noted.")


async def test_interactions_of_no_concern_are_passed_over(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    interaction = await anna.command("tonight")
    await anna.until()
    for change in ({"type": 5, "data": {"custom_id": "x", "components": []}}, {"type": 1}, {"data": {"options": "?"}}):
        await stage.discord.gateway.dispatch("INTERACTION_CREATE", interaction.payload | {"id": "5"} | change)
    robot = interaction.payload["user"] | {"bot": True}
    await stage.discord.gateway.dispatch("INTERACTION_CREATE", interaction.payload | {"id": "6", "user": robot})
    await asyncio.sleep(0.1)
    assert len(stage.talk.heard) == 1


async def test_the_gateway_is_asked_for_where_only_the_api_is_set(
    discord: FakeDiscord, services: Services, clock: SteppedClock
) -> None:
    async with open_stage(discord, services, clock, gateway_url=None) as stage:
        await stage.until(State.RUNNING)


async def test_stopping_still_lets_the_last_answers_out(stage: Stage) -> None:
    stage.talk.answer = lambda _: None
    anna = stage.discord.person("anna")
    await (await anna.command("tonight", room="general")).answered.wait()
    said = (await stage.said())[0]
    assert stage.running is not None
    stage.running.cancel()
    await asyncio.wait({stage.running})
    assert stage.adapter.state is State.CONNECTING
    await stage.delivers(stages.outgoing(said, Answer((Text("The last word."),))))
    await stage.delivers(stages.unasked(anna.user.id, Room(str(anna.channel().id)), Answer((Text("Goodbye."),))))
    assert anna.sees("general")[0].text == "The last word."
    assert anna.sees()[0].text == "Goodbye."
