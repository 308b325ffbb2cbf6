"""What an owner sets for Discord; without its token the platform is off."""

from __future__ import annotations

from typing import Annotated

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

OFFICIAL_API = "https://discord.com/api/v10"


class DiscordSettings(BaseSettings):
    """Each field is read from ``RECOMMENDARR_DISCORD_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="RECOMMENDARR_DISCORD_", env_file=".env", extra="ignore", frozen=True)

    token: SecretStr | None = None
    """The bot's token from the developer portal."""
    api_url: str = OFFICIAL_API
    gateway_url: str | None = None
    """``wss://…``; where not set, discord.py's own, or the one that another API names."""
    guild_ids: Annotated[tuple[int, ...], NoDecode] = ()
    """Servers, separated by commas, that the commands are registered in alone: there they show at once."""

    @field_validator("token", "gateway_url", mode="before")
    @classmethod
    def _nothing(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("api_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.strip().rstrip("/") or OFFICIAL_API

    @field_validator("guild_ids", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return tuple(part for part in value.replace(",", " ").split() if part) if isinstance(value, str) else value
