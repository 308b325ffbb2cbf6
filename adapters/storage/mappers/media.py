"""Media servers, reports and wishes: whole values as documents, beside the columns that are looked up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from adapters.storage.rows import ReportRow, ServerItemRow
from engine.domain.media_records import (
    MatchedBy,
    MediaRequest,
    Report,
    SealedToken,
    StoredAccount,
    StoredItem,
    SyncRun,
    Want,
)

Value = TypeVar("Value")
WEAK_BELOW = 0.8
"""A title recognised with less confidence is shown to administrators."""


@cache
def _adapter(kind: type[Value]) -> TypeAdapter[Value]:
    return TypeAdapter(kind)


def document(value: object) -> str:
    """The whole value as JSON."""
    return _adapter(type(value)).dump_json(value).decode()


def read(kind: type[Value], text: str) -> Value:
    """The value that ``document`` wrote; fields that are new since then have their defaults."""
    return _adapter(kind).validate_json(text)


def is_weak(item: StoredItem) -> bool:
    """Whether somebody should look at what it was taken for."""
    return item.matched_by is not MatchedBy.HAND and (item.matched_by is MatchedBy.NONE or item.confidence < WEAK_BELOW)


def item_values(item: StoredItem) -> dict[str, object]:
    return {
        "server": item.server,
        "key": item.key,
        "section": item.section,
        "item_id": item.item_id,
        "generation": item.generation,
        "weak": is_weak(item),
        "title": item.title,
        "document": document(item),
    }


def stored_item_of(row: ServerItemRow) -> StoredItem:
    """The title that ``row`` keeps. Which sync saw it last is told by the column alone."""
    return replace(read(StoredItem, row.document), generation=row.generation)


def account_values(account: StoredAccount) -> dict[str, object]:
    return {
        "server": account.server,
        "account_id": account.account.id,
        "viewer_id": account.viewer_id,
        "document": document(account),
    }


def token_values(token: SealedToken) -> dict[str, object]:
    return {"viewer_id": token.viewer_id, "server": token.server, "document": document(token)}


def report_values(report: Report) -> dict[str, object]:
    return {
        "instance": report.instance,
        "key": report.key,
        "received_at": report.received_at,
        "due_at": report.due_at,
        "dead": report.dead,
        "document": document(report),
    }


def report_of(row: ReportRow) -> Report:
    """The report that ``row`` keeps, with its number."""
    return replace(read(Report, row.document), number=row.number or 0)


def run_values(run: SyncRun) -> dict[str, object]:
    return {"server": run.server, "kind": run.kind.value, "document": document(run)}


def request_values(request: MediaRequest) -> dict[str, object]:
    return {
        "id": request.id,
        "viewer_id": request.viewer_id,
        "item_id": request.item_id,
        "instance": request.instance,
        "request_id": request.request_id,
        "state": request.state.value,
        "at": request.at,
        "document": document(request),
    }


def want_values(want: Want) -> dict[str, object]:
    return {
        "viewer_id": want.viewer_id,
        "item_id": want.item_id,
        "since": want.since,
        "told": want.told_at is not None,
        "document": document(want),
    }
