"""The post."""

from __future__ import annotations

from adapters.storage.rows import ArrivalRow, CorrespondentRow, LetterRow, ShownPickRow
from engine.domain.letters import Arrival, Correspondent, Letter, ShownPick


def arrival_values(arrival: Arrival) -> dict[str, object]:
    """The columns of ``arrival``."""
    return {
        "number": arrival.number,
        "platform": arrival.platform,
        "update_id": arrival.update_id,
        "room_id": arrival.room_id,
        "account_id": arrival.account_id,
        "document": arrival.document,
        "at": arrival.at,
        "progress": arrival.progress,
    }


def arrival_of(row: ArrivalRow) -> Arrival:
    """The update that ``row`` keeps."""
    return Arrival(
        number=row.number,
        platform=row.platform,
        update_id=row.update_id,
        room_id=row.room_id,
        account_id=row.account_id,
        document=row.document,
        at=row.at,
        progress=tuple(row.progress or ()),
    )


def letter_values(letter: Letter) -> dict[str, object]:
    """The columns of ``letter``."""
    return {
        "number": letter.number,
        "id": letter.id,
        "platform": letter.platform,
        "room_id": letter.room_id,
        "account_id": letter.account_id,
        "document": letter.document,
        "at": letter.at,
        "tries": letter.tries,
        "not_before": letter.not_before,
        "written": letter.written,
        "dead": letter.dead,
        "reason": letter.reason,
        "facts": letter.facts,
    }


def letter_of(row: LetterRow) -> Letter:
    """The answer that ``row`` keeps."""
    return Letter(
        number=row.number,
        id=row.id,
        platform=row.platform,
        room_id=row.room_id,
        account_id=row.account_id,
        document=row.document,
        at=row.at,
        tries=row.tries,
        not_before=row.not_before,
        written=tuple(row.written or ()),
        dead=row.dead,
        reason=row.reason,
        facts=row.facts or {},
    )


def correspondent_of(row: CorrespondentRow) -> Correspondent:
    """The account that ``row`` keeps."""
    return Correspondent(row.platform, row.account_id, row.banned, row.silent_since)


def shown_values(shown: ShownPick) -> dict[str, object]:
    """The columns of ``shown``."""
    return {
        "platform": shown.platform,
        "room_id": shown.room_id,
        "message_id": shown.message_id,
        "account_id": shown.account_id,
        "slate_id": shown.slate_id,
        "rank": shown.rank,
        "item_id": shown.item_id,
        "at": shown.at,
    }


def shown_of(row: ShownPickRow) -> ShownPick:
    """The message that ``row`` keeps."""
    return ShownPick(
        platform=row.platform,
        room_id=row.room_id,
        message_id=row.message_id,
        account_id=row.account_id,
        slate_id=row.slate_id,
        rank=row.rank,
        item_id=row.item_id,
        at=row.at,
    )
