"""Slates as versioned documents: what was said last week is explained next week, by whatever version runs then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from pydantic import TypeAdapter

from adapters.storage.rows import SlateRow
from engine.domain.evidence import EvidenceKind
from engine.domain.slate import NoteKind, Slate

VERSION = 1
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From the version that a document was written in to the next one."""

_slates = TypeAdapter(Slate)
_evidence_kinds = frozenset(str(kind) for kind in EvidenceKind)
_note_kinds = frozenset(str(kind) for kind in NoteKind)


def slate_values(slate: Slate) -> dict[str, object]:
    """The columns of ``slate``."""
    return {
        "id": slate.id,
        "viewer_id": slate.query.viewer_id,
        "place": slate.query.place,
        "mode": slate.query.mode,
        "generated_at": slate.generated_at,
        "version": VERSION,
        "document": slate,
    }


def slate_of(row: SlateRow) -> Slate:
    """The slate that ``row`` keeps. Evidence and notes of kinds this version does not know are left out."""
    document = cast("dict[str, Any]", row.document)
    for version in range(row.version, VERSION):
        document = UPGRADES[version](document)
    document["notes"] = _known(document["notes"], _note_kinds)
    for pick in document["picks"]:
        pick["evidence"] = _known(pick["evidence"], _evidence_kinds)
    return _slates.validate_python(document)


def _known(facts: list[dict[str, Any]], kinds: frozenset[str]) -> list[dict[str, Any]]:
    return [fact for fact in facts if fact["kind"] in kinds]
