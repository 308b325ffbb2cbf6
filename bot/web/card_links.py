"""Links that anybody may open who has them: signed, for a while, and telling nothing of who asked.

A link names the title, its last day, a language, and a tag behind which the database knows the person whose shelves
decide whether the title is shown. The tag says nothing by itself, and changes when the person's links are revoked.
A link of the second kind leads to the picture of that person's taste: it is for a chat to fetch, and lives for days.
"""

from __future__ import annotations

import binascii
import hashlib
import hmac
from base64 import b32decode, b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.keys import installation_key
from bot.services import Services
from engine.domain.viewers import Viewer
from engine.ports.storage import UnitOfWork

LIFE = timedelta(days=60)
TASTE_LIFE = timedelta(days=2)
"""As long as an answer may wait to be delivered."""
TOKEN = "{token:[a-z2-7]{20,600}}"  # noqa: S105 - a pattern
"""How one stands in the path of a page."""
UNLISTED = "noindex, nofollow, noarchive"
"""What search engines are told of all that these links lead to."""
KEY_NAME = "card-key"
"""Its file in the data directory. Without it the links made before are good for nothing."""
_TAG_BYTES, _PROOF_BYTES = 8, 16
_LONGEST_ID = 200
_LONGEST_TOKEN = 600
_TITLE, _TASTE = b"\x01", b"\x02"
"""How a token begins: what it leads to."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class CardLink:
    """What a good link stands for."""

    viewer_id: str
    """Whose shelves decide. Never shown."""
    item_id: str
    """Of a picture of taste: the kind of titles, or nothing for all."""
    locale: str


async def card_urls(services: Services, viewer: Viewer, item_ids: Iterable[str]) -> dict[str, str]:
    """A public address by item id, in the language of ``viewer``; titles whose id is too long have none."""
    wanted = [item_id for item_id in item_ids if len(item_id.encode()) <= _LONGEST_ID]
    if not wanted:
        return {}
    key, tag, locale = await _seal(services, viewer)
    last_day = (services.clock.now() + LIFE).date()
    return {
        item_id: f"{services.page_url}/card/{_written(key, _TITLE + tag, last_day, locale, item_id)}"
        for item_id in wanted
    }


async def taste_url(services: Services, viewer: Viewer, domain: str = "") -> str:
    """Address of the picture of their taste, for a chat to fetch. ``domain``: a kind of titles alone."""
    key, tag, locale = await _seal(services, viewer)
    last_day = (services.clock.now() + TASTE_LIFE).date()
    return f"{services.page_url}/taste/{_written(key, _TASTE + tag, last_day, locale, domain)}.png"


async def read_card_link(services: Services, token: str) -> CardLink | None:
    """What ``token`` stands for; None for one that is not ours, too old or revoked, all alike."""
    return await _read(services, token, _TITLE)


async def read_taste_link(services: Services, token: str) -> CardLink | None:
    """The same for the picture of a taste."""
    return await _read(services, token, _TASTE)


async def _seal(services: Services, viewer: Viewer) -> tuple[bytes, bytes, str]:
    """The installation's key, the person's tag, and the language of their links."""
    key = _key(services.settings.data_dir)
    async with services.storage.unit() as unit:
        tag = _tag(key, viewer.id, await _generation(unit, viewer.id))
        if await unit.values.get(_holder(tag)) != viewer.id:
            await unit.values.put(_holder(tag), viewer.id)
    return key, tag, services.translations.to(viewer.locale).locale


async def _read(services: Services, token: str, kind: bytes) -> CardLink | None:
    key = _key(services.settings.data_dir, make=False)
    payload = _signed(key, token) if key else None
    if payload is None or payload[:1] != kind:
        return None
    tag, rest = payload[1 : 1 + _TAG_BYTES], payload[1 + _TAG_BYTES :]
    last_day = _EPOCH + timedelta(days=int.from_bytes(rest[:2], "big"))
    if services.clock.now().date() > last_day:
        return None
    async with services.storage.unit() as unit:
        viewer_id = await unit.values.get(_holder(tag))
    return CardLink(viewer_id, rest[4:].decode(), rest[2:4].decode()) if viewer_id else None


async def revoke_card_links(services: Services, viewer_id: str) -> None:
    """From now on no link made for that person opens anything."""
    key = _key(services.settings.data_dir)
    async with services.storage.unit() as unit:
        generation = await _generation(unit, viewer_id)
        await unit.values.put(_holder(_tag(key, viewer_id, generation)), "")
        await unit.values.put(_generation_name(viewer_id), str(generation + 1))


def _written(key: bytes, head: bytes, last_day: date, locale: str, item_id: str) -> str:
    days = (last_day - _EPOCH).days.to_bytes(2, "big")
    payload = head + days + locale[:2].encode("ascii") + item_id.encode()
    return _lettered(payload + _proof(key, payload))


def _signed(key: bytes, token: str) -> bytes | None:
    """The payload of a token that this key signed."""
    if not 20 <= len(token) <= _LONGEST_TOKEN or not token.isascii():
        return None
    try:
        raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    except (binascii.Error, ValueError):
        return None
    payload, proof = raw[:-_PROOF_BYTES], raw[-_PROOF_BYTES:]
    genuine = hmac.compare_digest(_proof(key, payload), proof)
    return payload if genuine and _lettered(raw) == token else None


def _lettered(raw: bytes) -> str:
    """Letters and digits only, so that no chat takes a part of the address for markup."""
    return b32encode(raw).decode().rstrip("=").lower()


def _proof(key: bytes, payload: bytes) -> bytes:
    return hmac.new(key, b"card" + payload, hashlib.sha256).digest()[:_PROOF_BYTES]


def _tag(key: bytes, viewer_id: str, generation: int) -> bytes:
    return hmac.new(key, f"tag {generation} {viewer_id}".encode(), hashlib.sha256).digest()[:_TAG_BYTES]


def _holder(tag: bytes) -> str:
    return f"card-tag:{tag.hex()}"


def _generation_name(viewer_id: str) -> str:
    return f"card-generation:{viewer_id}"


async def _generation(unit: UnitOfWork, viewer_id: str) -> int:
    return int(await unit.values.get(_generation_name(viewer_id)) or 0)


def _key(data_dir: Path, *, make: bool = True) -> bytes:
    return installation_key(data_dir, KEY_NAME, make=make)
