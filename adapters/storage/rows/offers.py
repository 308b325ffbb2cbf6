"""What was offered, and what was saved for later."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from adapters.storage.columns import Counter, Document, Key, Moment, Text
from adapters.storage.rows.table import Row


class SlateRow(Row, table=True):
    """An answer as it was given, whole; ``version`` says how the document is written."""

    __table_args__ = (Index(None, "viewer_id", "place", "generated_at"),)

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    id: str = Field(unique=True, sa_type=Key)
    viewer_id: str = Field(sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    place: str = Field(sa_type=Key)
    mode: str = Field(sa_type=Text)
    generated_at: datetime = Field(sa_type=Moment)
    version: int
    document: dict[str, object] | None = Field(default=None, sa_type=Document)


class WatchlistRow(Row, table=True):
    """A named list; names differ by more than case."""

    __table_args__ = (UniqueConstraint("viewer_id", "folded_name"),)

    id: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    name: str = Field(sa_type=Text)
    folded_name: str = Field(sa_type=Key)


class WatchlistItemRow(Row, table=True):
    """A title on a list."""

    __table_args__ = (UniqueConstraint("watchlist_id", "item_id"),)

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    watchlist_id: str = Field(sa_type=Key, foreign_key="watchlist.id", ondelete="CASCADE")
    item_id: str = Field(sa_type=Key)
    at: datetime = Field(sa_type=Moment)
