"""Whether a platform takes what its owner set, as ``recommendarr check`` asks it."""

from __future__ import annotations

import importlib

import pytest

from bot.gateway import Platform
from bot.settings import Settings
from engine.errors import Misconfigured, SourceUnavailable
from tests.contracts.driver import Driver

NOWHERE = "http://127.0.0.1:1"


async def asked(name: str, monkeypatch: pytest.MonkeyPatch, **changed: str) -> str:
    """What the platform's fake says to its own settings, and what is ``changed`` of them."""
    platform: Platform = importlib.import_module(f"adapters.chat.{name}").PLATFORM
    async with importlib.import_module(f"tests.fakes.{name}.driver").open_driver() as driver:
        opened: Driver = driver
        for setting, value in {**opened.environment, **changed}.items():
            monkeypatch.setenv(setting, value)
        assert platform.check is not None
        return await platform.check(Settings())


@pytest.mark.parametrize(
    ("name", "told"),
    [("telegram", "@recommendarr_bot"), ("discord", "recommendarr"), ("nextcloud_talk", "Talk 21.1.0")],
)
async def test_a_platform_that_knows_the_bot_says_as_whom(
    name: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told in await asked(name, monkeypatch)


@pytest.mark.parametrize(
    ("name", "setting", "token", "key"),
    [
        ("telegram", "RECOMMENDARR_TELEGRAM_TOKEN", "12345:another", "telegram-token-refused"),
        ("telegram", "RECOMMENDARR_TELEGRAM_TOKEN", "no token", "telegram-token-malformed"),
        ("discord", "RECOMMENDARR_DISCORD_TOKEN", "another", "discord-token-rejected"),
    ],
)
async def test_a_wrong_token_is_said_to_be_wrong_without_being_told(
    name: str, setting: str, token: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Misconfigured) as refused:
        await asked(name, monkeypatch, **{setting: token})
    assert refused.value.key == key
    assert token not in repr(refused.value)


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("telegram", "RECOMMENDARR_TELEGRAM_API_URL"),
        ("discord", "RECOMMENDARR_DISCORD_API_URL"),
        ("nextcloud_talk", "RECOMMENDARR_TALK_BACKENDS"),
    ],
)
async def test_a_platform_that_cannot_be_reached_is_said_so(
    name: str, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceUnavailable) as refused:
        await asked(name, monkeypatch, **{setting: NOWHERE})
    assert refused.value.key.endswith("unreachable")
