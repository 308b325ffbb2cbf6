"""What an owner sets for Telegram. Without a token the platform is off."""

from __future__ import annotations

import hmac
from typing import Literal
from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

OFFICIAL = "https://api.telegram.org"
PATH = "/hooks/telegram"
"""Where the side server takes updates."""


class TelegramSettings(BaseSettings):
    """Each field is read from ``RECOMMENDARR_TELEGRAM_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="RECOMMENDARR_TELEGRAM_", env_file=".env", extra="ignore", frozen=True)

    token: SecretStr = SecretStr("")
    """From @BotFather."""
    api_url: str = OFFICIAL
    """Another server of the Bot API."""
    updates: Literal["auto", "polling", "webhook"] = "auto"
    """auto: by webhook where the service has a public address that Telegram takes, by polling otherwise."""
    webhook_secret: SecretStr | None = None
    """1–256 of A–Z a–z 0–9 _ -; made from the token where not set."""

    @property
    def enabled(self) -> bool:
        """Configured means enabled."""
        return bool(self.token.get_secret_value().strip())

    def secret(self) -> str:
        """What Telegram says with every update. Derived: it survives a restart, and tells nothing of the token."""
        if self.webhook_secret and (own := self.webhook_secret.get_secret_value()):
            return own
        key = self.token.get_secret_value().strip().encode()
        return hmac.new(key, b"recommendarr: telegram webhook", "sha256").hexdigest()

    def webhook(self, public_url: str | None) -> str:
        """Address that Telegram brings updates to; empty where they are fetched."""
        if not public_url or self.updates == "polling":
            return ""
        # An own server of the Bot API may be told to bring updates without TLS; Telegram itself never does.
        secure = urlsplit(public_url).scheme == "https" or self.api_url.rstrip("/") != OFFICIAL
        return public_url.rstrip("/") + PATH if secure or self.updates == "webhook" else ""
