"""What an owner sets for Talk. Without a secret the platform is off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from adapters.chat.nextcloud_talk.limits import LONGEST_TOKEN
from engine.errors import Misconfigured

NAME = "nextcloud_talk"
WEBHOOK = "/hooks/nextcloud_talk"
"""Where the side server takes what Talk sends."""
_BETWEEN = re.compile(r"[\s,;]+")
_TOKEN = re.compile(rf"[A-Za-z0-9]{{1,{LONGEST_TOKEN}}}\Z")
_PORTS = MappingProxyType({"http": 80, "https": 443})


class TalkSettings(BaseSettings):
    """Each field is read from ``RECOMMENDARR_TALK_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="RECOMMENDARR_TALK_", env_file=".env", extra="ignore", frozen=True)

    secret: SecretStr | None = None
    """The bot's secret, 40–128 characters, on every server that has none of its own."""
    secrets: SecretStr | None = None
    """``https://cloud.example.org=SECRET …``: servers with a secret of their own."""
    backends: str = ""
    """Addresses of the Nextcloud servers that may send, as each says of itself in ``overwrite.cli.url``."""
    bot_name: str = "Recommendarr"
    verify_tls: bool = True
    """False takes a certificate that the servers' owner made."""
    reactions: Literal["auto", "on", "off"] = "auto"
    """auto: where the server is of a version that tells truly who reacted."""

    @property
    def wanted(self) -> bool:
        """Configured means enabled."""
        return bool(self.secret and self.secret.get_secret_value()) or bool(
            self.secrets and self.secrets.get_secret_value()
        )

    def by_backend(self) -> Mapping[str, str]:
        """Secret by address. Raises Misconfigured where an address cannot be one, or has no secret."""
        own = dict(_own(part) for part in _parts(self.secrets.get_secret_value() if self.secrets else ""))
        shared = self.secret.get_secret_value().strip() if self.secret else ""
        found = {address(part): shared for part in _parts(self.backends)} | own
        if not found:
            raise Misconfigured("talk-backends-missing")
        for backend, secret in found.items():
            if not secret:
                raise Misconfigured("talk-secret-missing", backend=backend)
        return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Place:
    """A room on a server."""

    backend: str
    token: str

    @property
    def room_id(self) -> str:
        """Its address in a browser, which is also its id for the rest of the bot."""
        return f"{self.backend}/call/{self.token}"


def place_of(room_id: str) -> Place | None:
    """The room with that id; None where it cannot be one."""
    backend, call, token = room_id.rpartition("/call/")
    return Place(backend, token) if call and is_token(token) else None


def is_token(text: str) -> bool:
    return bool(_TOKEN.match(text))


def address(text: str) -> str:
    """A server's address in its one form: no usual port, no slash at the end. Raises Misconfigured."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise Misconfigured("talk-backend-invalid", backend=text[:200]) from None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise Misconfigured("talk-backend-invalid", backend=text[:200])
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    shown = host if port in {None, _PORTS[parts.scheme]} else f"{host}:{port}"
    return f"{parts.scheme}://{shown}{parts.path.rstrip('/').removesuffix('/index.php')}"


def _own(part: str) -> tuple[str, str]:
    backend, equals, secret = part.partition("=")
    if not equals:
        raise Misconfigured("talk-secret-missing", backend="RECOMMENDARR_TALK_SECRETS")
    return address(backend), secret


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text) if part]
