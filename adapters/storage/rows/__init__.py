"""The tables, by topic."""

from __future__ import annotations

from adapters.storage.rows.catalogue import ItemRow, LibraryRow, RevisionRow
from adapters.storage.rows.history import DeliveryRow, HidingRow, InteractionRow, JournalRow
from adapters.storage.rows.offers import SlateRow, WatchlistItemRow, WatchlistRow
from adapters.storage.rows.people import IdentityRow, LoginCodeRow, ViewerLibraryRow, ViewerRow, WebSessionRow
from adapters.storage.rows.service import ImportJobRow, ValueRow
from adapters.storage.rows.table import Row, table_of

__all__ = [
    "DeliveryRow",
    "HidingRow",
    "IdentityRow",
    "ImportJobRow",
    "InteractionRow",
    "ItemRow",
    "JournalRow",
    "LibraryRow",
    "LoginCodeRow",
    "RevisionRow",
    "Row",
    "SlateRow",
    "ValueRow",
    "ViewerLibraryRow",
    "ViewerRow",
    "WatchlistItemRow",
    "WatchlistRow",
    "WebSessionRow",
    "table_of",
]
