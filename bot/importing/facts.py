"""From rows with a known title to interactions whose ids follow from what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.importing.matching import KnownTitle
from bot.importing.rows import HistoryRow
from engine.domain.interactions import Interaction

AHEAD = timedelta(days=1)
"""How far clocks may go wrong before a date is taken for a mistake."""


def interactions(
    row: HistoryRow, known: KnownTitle, viewer_id: str, format_name: str, now: datetime
) -> Iterator[Interaction]:
    """One for each time. A row without a (believable) date counts as of the day of the import."""
    dated = row.at if row.at is not None and row.at <= now + AHEAD else None
    completion = row.completion
    if completion is None and row.episodes and known.episodes:
        completion = min(1.0, row.episodes / known.episodes)
    for number in range(row.times):
        yield Interaction(
            id=_id(row, viewer_id, known.id, format_name, completion, number),
            viewer_id=viewer_id,
            item_id=known.id,
            kind=row.kind,
            at=dated or now.replace(hour=0, minute=0, second=0, microsecond=0),
            completion=completion,
            rating=row.rating,
            available_at=row.available_at,
            source=f"import:{format_name}",
        )


def _id(row: HistoryRow, viewer_id: str, item_id: str, format_name: str, completion: float | None, number: int) -> str:
    at = row.at.timestamp() if row.at else ""
    said = f"{viewer_id}\0{item_id}\0{row.kind}\0{at}\0{row.rating}\0{completion}\0{number}"
    return f"import:{format_name}:{hashlib.blake2b(said.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"
