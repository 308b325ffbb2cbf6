"""What people did. Titles are named by id and not bound: a fact outlives its title's row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, Index
from sqlmodel import Field

from adapters.storage.columns import Counter, Document, Key, Moment, Text
from adapters.storage.rows.table import Row


class InteractionRow(Row, table=True):
    """One fact about one person and one title."""

    __table_args__ = (Index(None, "viewer_id", "at"),)

    id: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    item_id: str = Field(index=True, sa_type=Key)
    kind: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    completion: float | None = Field(default=None, sa_type=Double)
    rating: float | None = Field(default=None, sa_type=Double)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    available_at: datetime | None = Field(default=None, sa_type=Moment)
    device: str | None = Field(default=None, sa_type=Text)
    source: str = Field(sa_type=Text)
    part: str | None = Field(default=None, sa_type=Text)


class HidingRow(Row, table=True):
    """A title a person does not want to be offered for a while."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True, sa_type=Key)
    since: datetime = Field(sa_type=Moment)
    until: datetime = Field(sa_type=Moment)


class JournalRow(Row, table=True):
    """One action that can be taken back."""

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    id: str = Field(unique=True, sa_type=Key)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    action: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    item_id: str | None = Field(default=None, sa_type=Key)
    undo: dict[str, object] | None = Field(default=None, sa_type=Document)
    undone: bool = False


class DeliveryRow(Row, table=True):
    """An update that arrived from a platform."""

    platform: str = Field(primary_key=True, sa_type=Key)
    update_id: str = Field(primary_key=True, sa_type=Key)
    at: datetime = Field(index=True, sa_type=Moment)
