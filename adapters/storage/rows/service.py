"""What the service keeps for itself."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from adapters.storage.columns import Key, Moment, Text
from adapters.storage.rows.table import Row


class ImportJobRow(Row, table=True):
    """One file being read, and how far it is safely stored."""

    id: str = Field(primary_key=True, sa_type=Key)
    format: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    started_at: datetime = Field(sa_type=Moment)
    rows: int
    matched: int
    unmatched: int
    position: int


class ValueRow(Row, table=True):
    """A small named setting."""

    name: str = Field(primary_key=True, sa_type=Key)
    value: str = Field(sa_type=Text)
