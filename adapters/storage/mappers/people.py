"""Codes, manners, and words that are held."""

from __future__ import annotations

from adapters.storage.rows.links import HeldWordRow, LinkCodeRow, MannersRow, SightingRow
from engine.domain.people import HeldWord, LinkCode, Manners, Rhythm, Sighting


def link_code_values(code: LinkCode) -> dict[str, object]:
    """The columns of ``code``, kept for nobody yet."""
    return {
        "digest": code.digest,
        "expires_at": code.expires_at,
        "viewer_id": code.viewer_id,
        "platform": code.platform,
        "account_id": code.account_id,
        "name": code.name,
        "claim_platform": None,
        "claim_account": None,
    }


def link_code_of(row: LinkCodeRow) -> LinkCode:
    """The code that ``row`` keeps."""
    return LinkCode(row.digest, row.expires_at, row.viewer_id, row.platform, row.account_id, row.name)


def sighting_values(sighting: Sighting) -> dict[str, object]:
    """The columns of ``sighting``."""
    return {
        "platform": sighting.platform,
        "account_id": sighting.account_id,
        "name": sighting.name,
        "at": sighting.at,
    }


def sighting_of(row: SightingRow) -> Sighting:
    """The sighting that ``row`` keeps."""
    return Sighting(row.platform, row.account_id, row.name, row.at)


def manners_values(manners: Manners) -> dict[str, object]:
    """The columns of ``manners``."""
    return {
        "viewer_id": manners.viewer_id,
        "quiet_from": manners.quiet_from,
        "quiet_until": manners.quiet_until,
        "alerts": manners.alerts,
        "news": manners.news,
        "digest": str(manners.digest),
        "undisturbed_until": manners.undisturbed_until,
    }


def manners_of(row: MannersRow) -> Manners:
    """The manners that ``row`` keeps."""
    return Manners(
        viewer_id=row.viewer_id,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        alerts=row.alerts,
        news=row.news,
        digest=Rhythm(row.digest),
        undisturbed_until=row.undisturbed_until,
    )


def held_word_values(word: HeldWord) -> dict[str, object]:
    """The columns of ``word`` but its number, which the database gives."""
    return {
        "viewer_id": word.viewer_id,
        "platform": word.platform,
        "account_id": word.account_id,
        "room_id": word.room_id,
        "document": word.document,
        "at": word.at,
        "due_at": word.due_at,
    }


def held_word_of(row: HeldWordRow) -> HeldWord:
    """The word that ``row`` keeps."""
    return HeldWord(
        viewer_id=row.viewer_id,
        platform=row.platform,
        account_id=row.account_id,
        room_id=row.room_id,
        document=row.document,
        at=row.at,
        due_at=row.due_at,
        number=row.number or 0,
    )
