"""Which instances of a vendor are configured: one by plain variables, several by a list in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.integration import Instance
from engine.errors import Misconfigured

PREFIX = "RECOMMENDARR_"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_CHOICES = frozenset({"literal_error", "enum"})
"""What pydantic calls a value that is none of those there are."""
_QUOTED = re.compile(r"'([^']+)'")
_KNOWN = frozenset({"url", "verify_tls", "hook_secret", "instances"})


class InstanceSettings(BaseSettings):
    """What every vendor's settings have. A subclass adds its secret and whatever else it can be told."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True)

    url: str = ""
    """With the path prefix, if it has one: http://media.lan:7878/radarr."""
    verify_tls: bool = True
    hook_secret: SecretStr | None = None
    """What its webhooks prove themselves with; empty: none are taken."""
    instances: SecretStr | None = None
    """``[{"name": "4k", "url": …, …}, …]``: further ones, each with the fields of this class."""


S = TypeVar("S", bound=InstanceSettings)


def vendor_config(vendor: str) -> SettingsConfigDict:
    """``model_config`` of a subclass: its fields are read from ``RECOMMENDARR_<VENDOR>_<FIELD>``."""
    return SettingsConfigDict(
        env_prefix=_prefix(vendor), env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )


def configured(vendor: str, kind: type[InstanceSettings], secret: str = "api_key") -> list[Instance]:  # noqa: S107
    """The instances that ``kind`` finds in the environment; its field ``secret`` holds the key of the API.

    All other fields of the subclass become the instance's options, as text. Raises Misconfigured naming the variable.
    """
    prefix = _prefix(vendor)
    try:
        one = kind()
    except ValidationError as error:
        raise _wrong(f"{prefix}{_field(error)}", error) from None
    made = [_instance(vendor, one, secret, prefix)] if _wanted(one, kind, secret) else []
    for name, settings in _further(kind, one, f"{prefix}INSTANCES"):
        made.append(_instance(f"{vendor}-{name}", settings, secret, f"{prefix}INSTANCES {name} "))
    if len({instance.name for instance in made}) < len(made):
        raise Misconfigured("integration-setting-invalid", setting=f"{prefix}INSTANCES")
    return made


def _prefix(vendor: str) -> str:
    return f"{PREFIX}{vendor.upper()}_"


def _wanted(settings: InstanceSettings, kind: type[InstanceSettings], secret: str) -> bool:
    return bool(_plain(settings, secret)) or settings.url != kind.model_fields["url"].default


def _further(kind: type[S], one: InstanceSettings, setting: str) -> list[tuple[str, S]]:
    text = one.instances.get_secret_value().strip() if one.instances else ""
    if not text:
        return []
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise Misconfigured("integration-setting-invalid", setting=setting) from None
    if not isinstance(told, list):
        raise Misconfigured("integration-setting-invalid", setting=setting)
    return [_one_of(kind, entry, setting) for entry in cast("list[object]", told)]


def _one_of(kind: type[S], entry: object, setting: str) -> tuple[str, S]:
    if not isinstance(entry, dict):
        raise Misconfigured("integration-setting-invalid", setting=setting)
    given = cast("dict[str, Any]", entry)
    name = given.get("name")
    if not isinstance(name, str) or not _NAME.match(name):
        raise Misconfigured("integration-name-invalid", setting=setting)
    # Every field is given, so that none is taken from the single instance's variables: keys stay where they belong.
    plain = {field: told.default for field, told in kind.model_fields.items()}
    try:
        return name, kind(**(plain | {field: value for field, value in given.items() if field in plain}))
    except ValidationError as error:
        raise _wrong(f"{setting} {name} {_field(error)}", error) from None


def _instance(name: str, settings: InstanceSettings, secret: str, prefix: str) -> Instance:
    key = _plain(settings, secret)
    if not settings.url.strip():
        raise Misconfigured("integration-setting-missing", setting=f"{prefix}URL")
    if not key:
        raise Misconfigured("integration-setting-missing", setting=f"{prefix}{secret.upper()}")
    if not (key.isascii() and key.isprintable()):
        raise Misconfigured("integration-setting-invalid", setting=f"{prefix}{secret.upper()}")
    return Instance(
        name=name,
        url=_address(settings.url, f"{prefix}URL"),
        secret=key,
        options=_options(settings, secret),
        verify_tls=settings.verify_tls,
        hook_secret=_plain(settings, "hook_secret"),
    )


def _options(settings: InstanceSettings, secret: str) -> Mapping[str, str]:
    told = settings.model_dump(exclude={*_KNOWN, secret}, mode="json")
    return {name: str(value) for name, value in told.items() if value not in {None, ""}}


def _address(text: str, setting: str) -> str:
    try:
        parts = urlsplit(text.strip())
        _ = parts.port
    except ValueError:
        raise Misconfigured("integration-setting-invalid", setting=setting) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise Misconfigured("integration-setting-invalid", setting=setting)
    if parts.query or parts.fragment:
        raise Misconfigured("integration-setting-invalid", setting=setting)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _plain(settings: InstanceSettings, field: str) -> str:
    value = getattr(settings, field)
    return value.get_secret_value().strip() if isinstance(value, SecretStr) else str(value or "").strip()


def _wrong(setting: str, error: ValidationError) -> Misconfigured:
    """With the values there are to choose from, where there are such."""
    first = error.errors(include_input=False, include_url=False)[0]
    choices = str(first.get("ctx", {}).get("expected", "")) if first["type"] in _CHOICES else ""
    if not choices:
        return Misconfigured("integration-setting-invalid", setting=setting)
    allowed = ", ".join(_QUOTED.findall(choices))
    return Misconfigured("integration-setting-choice", setting=setting, allowed=allowed)


def _field(error: ValidationError) -> str:
    place = error.errors(include_input=False, include_url=False)[0]["loc"]
    return str(place[0]).upper() if place else ""
