from __future__ import annotations

import subprocess
import sys

import pytest

from adapters.chat.discord import PLATFORM
from adapters.chat.discord.settings import OFFICIAL_API, DiscordSettings
from adapters.chat.discord.setup import application_of, invite, steps
from bot.settings import Settings
from tests.conversations.household import TRANSLATIONS
from tests.fakes.discord.world import APPLICATION, TOKEN


def test_configured_means_enabled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOMMENDARR_DISCORD_TOKEN", raising=False)
    assert not PLATFORM.configured(Settings())
    monkeypatch.setenv("RECOMMENDARR_DISCORD_TOKEN", "  ")
    assert not PLATFORM.configured(Settings())
    monkeypatch.setenv("RECOMMENDARR_DISCORD_TOKEN", TOKEN)
    assert PLATFORM.configured(Settings())


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("RECOMMENDARR_DISCORD_API_URL", "http://127.0.0.1:1/api/v10/")
    monkeypatch.setenv("RECOMMENDARR_DISCORD_GUILD_IDS", "1, 2 3")
    settings = DiscordSettings()
    assert settings.api_url == "http://127.0.0.1:1/api/v10"
    assert settings.guild_ids == (1, 2, 3)
    assert TOKEN not in repr(settings)
    monkeypatch.setenv("RECOMMENDARR_DISCORD_API_URL", "")
    assert DiscordSettings().api_url == OFFICIAL_API


def test_the_steps_lead_to_an_invitation_with_both_scopes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOMMENDARR_DISCORD_TOKEN", TOKEN)
    told = steps(Settings())
    for locale in TRANSLATIONS.locales:
        text = TRANSLATIONS.to(locale).text(told.key, **told.arguments)
        assert "scope=bot+applications.commands" in text
        assert "discord.com/developers/applications" in text
        assert TOKEN.split(".")[2] not in text
    assert invite("5").endswith("permissions=274877959168")


@pytest.mark.parametrize(
    ("token", "application"),
    [(TOKEN, "1100000000000000001"), ("", None), ("nonsense", None), ("ÄÖ.x.y", None), ("bm90IGEgbnVtYmVy.x.y", None)],
)
def test_an_application_is_known_by_its_token(token: str, application: str | None) -> None:
    assert application_of(token) == application
    assert str(APPLICATION).startswith("11")


def test_who_does_not_use_discord_does_not_wait_for_its_library() -> None:
    code = "import sys, adapters.chat.discord; sys.exit('discord' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
