"""The tables, by topic."""

from __future__ import annotations

from adapters.storage.rows.catalogue import ItemRow, LibraryRow, RevisionRow
from adapters.storage.rows.history import DeliveryRow, HidingRow, InteractionRow, JournalRow
from adapters.storage.rows.letters import ArrivalRow, CorrespondentRow, LetterRow, ShownPickRow
from adapters.storage.rows.links import (
    HeldWordRow,
    LinkAttemptRow,
    LinkCodeRow,
    MannersRow,
    SightingRow,
    StandingRow,
)
from adapters.storage.rows.media import (
    FactsReadRow,
    MediaRequestRow,
    MetadataBodyRow,
    ReportKeyRow,
    ReportRow,
    SealedTokenRow,
    ServerAccountRow,
    ServerItemRow,
    SyncRunRow,
    TitleListRow,
    WantRow,
)
from adapters.storage.rows.nights import GroupNightRow
from adapters.storage.rows.offers import SlateRow, WatchlistItemRow, WatchlistRow
from adapters.storage.rows.people import IdentityRow, LoginCodeRow, ViewerLibraryRow, ViewerRow, WebSessionRow
from adapters.storage.rows.service import ImportJobRow, ValueRow
from adapters.storage.rows.table import Row, table_of

__all__ = [
    "ArrivalRow",
    "CorrespondentRow",
    "DeliveryRow",
    "FactsReadRow",
    "GroupNightRow",
    "HeldWordRow",
    "HidingRow",
    "IdentityRow",
    "ImportJobRow",
    "InteractionRow",
    "ItemRow",
    "JournalRow",
    "LetterRow",
    "LibraryRow",
    "LinkAttemptRow",
    "LinkCodeRow",
    "LoginCodeRow",
    "MannersRow",
    "MediaRequestRow",
    "MetadataBodyRow",
    "ReportKeyRow",
    "ReportRow",
    "RevisionRow",
    "Row",
    "SealedTokenRow",
    "ServerAccountRow",
    "ServerItemRow",
    "ShownPickRow",
    "SightingRow",
    "SlateRow",
    "StandingRow",
    "SyncRunRow",
    "TitleListRow",
    "ValueRow",
    "ViewerLibraryRow",
    "ViewerRow",
    "WantRow",
    "WatchlistItemRow",
    "WatchlistRow",
    "WebSessionRow",
    "table_of",
]
