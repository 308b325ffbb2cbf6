"""How this service introduces itself to Plex: under one name that outlives restarts."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from engine.ports.storage import Storage

PRODUCT = "Recommendarr"
KEPT_AS = "plex:client-identifier"
LENGTH = 24
TOKEN = "X-Plex-Token"  # noqa: S105 - the name of a header


async def client_identifier(storage: Storage) -> str:
    """Made once and kept: plex.tv ties people's sign-ins to it."""
    async with storage.unit() as unit:
        known = await unit.values.get(KEPT_AS)
        if not known:
            known = secrets.token_hex(LENGTH // 2)
            await unit.values.put(KEPT_AS, known)
    return known


def headers(identifier: str) -> Mapping[str, str]:
    """What every request says of us; no secret among it."""
    return {
        "X-Plex-Client-Identifier": identifier,
        "X-Plex-Product": PRODUCT,
        "X-Plex-Version": _version(),
        "X-Plex-Platform": "Linux",
        "X-Plex-Device": PRODUCT,
        "X-Plex-Device-Name": PRODUCT,
        "X-Plex-Provides": "controller",
    }


def _version() -> str:
    try:
        return version("recommendarr")
    except PackageNotFoundError:
        return "0"
