from __future__ import annotations

import asyncio

import pytest

from adapters.chat.discord.commands import digest, discord_tags, payloads
from bot.call import Kind
from bot.gateway import Described, DescribedArgument, State
from bot.services import Services
from engine.testing.clock import SteppedClock
from tests.adapters.chat.discord.stage import COMMANDS, Stage, comes, open_stage
from tests.fakes.discord.limits import wrong_in_commands
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import GUILD


async def registered(discord: FakeDiscord, guild: int | None = None, count: int = 1) -> list[str]:
    async with asyncio.timeout(5):
        while discord.world.overwrites < count or guild not in discord.world.commands:
            await discord.world.change()
    return [command["name"] for command in discord.world.commands[guild]]


async def test_every_command_is_registered_in_every_language(stage: Stage) -> None:
    assert await registered(stage.discord) == ["mood", "rate", "recommend", "tonight"]
    rate = stage.discord.world.commands[None][1]
    assert rate["description_localizations"]["de"] == "de: give a title 1 to 10 points"
    title, score = rate["options"]
    assert (title["type"], title["autocomplete"]) == (3, True)
    assert (score["type"], score["min_value"], score["max_value"]) == (10, 1, 10)
    mode = stage.discord.world.commands[None][2]["options"][0]
    assert mode["choices"][0]["value"] == "tonight"


async def test_they_are_registered_again_only_when_they_change(stage: Stage) -> None:
    await registered(stage.discord)
    await stage.restart()
    await stage.until(State.RUNNING)
    await asyncio.sleep(0.1)
    assert stage.discord.world.overwrites == 1
    stage.talk.described = (*COMMANDS, Described("vibes", "moods of the house"))
    await stage.restart()
    assert "vibes" in await registered(stage.discord, count=2)


async def test_servers_that_are_named_get_them_at_once_and_alone(
    discord: FakeDiscord, services: Services, clock: SteppedClock
) -> None:
    async with open_stage(discord, services, clock) as everywhere:
        await everywhere.until(State.RUNNING)
        await registered(discord)
    async with open_stage(discord, services, clock, guild_ids=str(GUILD)) as here:
        await here.until(State.RUNNING)
        assert "mood" in await registered(discord, GUILD, count=3)
    assert discord.world.commands[None] == []


async def test_registering_waits_out_a_limit_and_a_failure(
    discord: FakeDiscord, services: Services, clock: SteppedClock
) -> None:
    discord.faults.add("PUT /applications", status=429, retry_after=0.1)
    async with open_stage(discord, services, clock) as stage:
        await stage.until(State.RUNNING)
        assert "mood" in await registered(discord)


async def test_commands_that_discord_refuses_do_not_stop_the_rest(
    lenient: FakeDiscord, services: Services, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_stage(lenient, services, clock) as stage:
        stage.talk.described = ()
        lenient.faults.add("PUT /applications", status=403, times=9)
        stage.talk.described = COMMANDS
        await stage.until(State.RUNNING)
        await comes(lambda: "not registered" in caplog.text)
        await lenient.person("anna").command("tonight")
        await lenient.person("anna").until(text="Noted.")


def test_strange_commands_are_made_acceptable_or_left_out() -> None:
    arguments = (
        DescribedArgument("later", Kind.TEXT, required=False, description=""),
        DescribedArgument("first", Kind.PICK, required=True, description="d" * 300, completes=True),
        DescribedArgument("Not A Name", Kind.TEXT, required=True, description="x"),
        DescribedArgument(
            "many", Kind.LANGUAGE, required=False, description="x", choices=tuple((f"l{n}", f"v{n}") for n in range(25))
        ),
    )
    described = (
        Described("fine", "x" * 400, arguments),
        Described("No Name", "x"),
        Described("emptyish", ""),
        *(Described(f"c{n}", "x") for n in range(120)),
    )
    told = payloads(lambda _: described, ("de", "en", "tlh"))
    assert not wrong_in_commands(told)
    assert [option["name"] for option in told[0]["options"]] == ["first", "later", "many"]
    assert len(told) == 100
    assert digest(told) != digest(told[1:])


@pytest.mark.parametrize(
    ("locale", "tags"),
    [
        ("de", ("de",)),
        ("pt", ("pt-BR",)),
        ("zh-TW", ("zh-TW",)),
        ("de-AT", ("de",)),
        ("es", ("es-ES", "es-419")),
        ("tlh", ()),
    ],
)
def test_languages_are_called_what_discord_calls_them(locale: str, tags: tuple[str, ...]) -> None:
    assert discord_tags(locale) == tags


def test_commands_are_called_what_texts_call_them_in_each_language() -> None:
    called = {"de": "ähnlich", "fr": "Ce Soir", "en": "tonight"}
    told = payloads(lambda locale: (Described("tonight", "x", called=called[locale]),), ("de", "en", "fr"))
    assert not wrong_in_commands(told)
    assert told[0]["name"] == "tonight"
    assert told[0]["name_localizations"] == {"de": "ähnlich"}
