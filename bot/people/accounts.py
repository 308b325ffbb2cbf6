"""Accounts as they are shown and typed: by a name for people, by an id for the machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.fitting import trim, visible
from engine.domain.people import Sighting
from engine.domain.records import Identity

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services import Services
    from bot.vocabulary import Account

LONGEST_NAME = 60
"""Characters of what an account calls itself."""
LOOKED_AT = timedelta(minutes=15)
"""How exactly it is known when somebody was there last."""
_CODE = 6


def shown_name(name: str, account_id: str) -> str:
    """What the account calls itself, without signs that deceive; its id where it calls itself nothing."""
    told = " ".join(visible(name).split()) or " ".join(visible(account_id).split())
    return trim(told, LONGEST_NAME)


def account_code(platform: str, account_id: str) -> str:
    """Six signs that stand for an account, to be typed."""
    return _short("account", platform, account_id)


def viewer_code(viewer_id: str) -> str:
    """Six signs that stand for a person, to be typed."""
    return _short("person", viewer_id)


async def seen_now(services: Services, account: Account, known: Sighting | None) -> None:
    """Notes that the account was there, and what it calls itself; not more often than every ``LOOKED_AT``."""
    now, name = services.clock.now(), shown_name(account.name, account.id)
    if known is not None and now - known.at < LOOKED_AT and known.name == name:
        return
    sighting = Sighting(account.platform, account.id, name, now)
    if services.post is not None:
        await services.post.note_sighting(sighting)
        return
    async with services.storage.unit() as unit:
        await unit.people.saw([sighting])


async def named_accounts(
    services: Services, identities: Iterable[Identity], speak: Translator
) -> list[tuple[Identity, str, datetime | None]]:
    """Each with how it is shown, such as “Telegram (Anna M.)”, and when it was there last."""
    found: list[tuple[Identity, str, datetime | None]] = []
    async with services.storage.unit() as unit:
        for one in identities:
            sighting = await unit.people.sighting(one.platform, one.account_id)
            name = sighting.name if sighting else shown_name("", one.account_id)
            told = speak.text("people-account", platform=platform_name(speak, one.platform), name=name)
            found.append((one, told, sighting.at if sighting else None))
    return found


def platform_name(speak: Translator, platform: str) -> str:
    """“Nextcloud Talk” for nextcloud_talk."""
    return speak.text("people-platform", platform=platform)


def _short(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_CODE]
