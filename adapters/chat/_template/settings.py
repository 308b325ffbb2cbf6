"""What an owner sets for this platform. Every field has a default; without its key the platform is off."""

from __future__ import annotations

from pydantic_settings import BaseSettings, SettingsConfigDict


class TemplateSettings(BaseSettings):
    """Each field is read from ``RECOMMENDARR_TEMPLATE_<NAME>``. Secrets are ``SecretStr``."""

    model_config = SettingsConfigDict(env_prefix="RECOMMENDARR_TEMPLATE_", env_file=".env", extra="ignore", frozen=True)

    host: str | None = None
    port: int = 7_000
