"""What people did, and what can be taken back."""

from __future__ import annotations

from adapters.storage.rows import HidingRow, InteractionRow, JournalRow
from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.domain.records import JournalEntry

KINDS = {str(kind): kind for kind in InteractionKind}


def interaction_values(interaction: Interaction) -> dict[str, object]:
    """The columns of ``interaction``."""
    return {
        "id": interaction.id,
        "viewer_id": interaction.viewer_id,
        "item_id": interaction.item_id,
        "kind": str(interaction.kind),
        "at": interaction.at,
        "completion": interaction.completion,
        "rating": interaction.rating,
        "ended_at": interaction.ended_at,
        "available_at": interaction.available_at,
        "device": interaction.device,
        "source": interaction.source,
        "part": interaction.part,
    }


def interaction_of(row: InteractionRow) -> Interaction:
    """The fact that ``row`` keeps."""
    return Interaction(
        id=row.id,
        viewer_id=row.viewer_id,
        item_id=row.item_id,
        kind=KINDS[row.kind],
        at=row.at,
        completion=row.completion,
        rating=row.rating,
        ended_at=row.ended_at,
        available_at=row.available_at,
        device=row.device,
        source=row.source,
        part=row.part,
    )


def hiding_values(hiding: Hiding) -> dict[str, object]:
    """The columns of ``hiding``."""
    return {
        "viewer_id": hiding.viewer_id,
        "item_id": hiding.item_id,
        "since": hiding.since,
        "until": hiding.until,
    }


def hiding_of(row: HidingRow) -> Hiding:
    """The hiding that ``row`` keeps."""
    return Hiding(row.viewer_id, row.item_id, row.since, row.until)


def journal_values(entry: JournalEntry) -> dict[str, object]:
    """The columns of ``entry``."""
    return {
        "id": entry.id,
        "viewer_id": entry.viewer_id,
        "action": entry.action,
        "at": entry.at,
        "item_id": entry.item_id,
        "undo": dict(entry.undo),
        "undone": entry.undone,
    }


def journal_of(row: JournalRow) -> JournalEntry:
    """The entry that ``row`` keeps."""
    return JournalEntry(
        id=row.id,
        viewer_id=row.viewer_id,
        action=row.action,
        at=row.at,
        item_id=row.item_id,
        undo=row.undo or {},
        undone=row.undone,
    )
