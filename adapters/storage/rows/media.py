"""Media servers, what they reported, and what was asked of them. What is not looked up lies in the document."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from adapters.storage.columns import Counter, Key, Moment, Text
from adapters.storage.rows.table import Row


class ServerItemRow(Row, table=True):
    """A title on a server's shelf."""

    __table_args__ = (Index(None, "server", "section", "generation"), Index(None, "weak", "title"))

    server: str = Field(primary_key=True, sa_type=Key)
    key: str = Field(primary_key=True, sa_type=Key)
    section: str = Field(sa_type=Key)
    item_id: str = Field(index=True, sa_type=Key)
    generation: int
    weak: bool
    title: str = Field(sa_type=Key)
    document: str = Field(sa_type=Text)


class ServerAccountRow(Row, table=True):
    """An account on a server."""

    server: str = Field(primary_key=True, sa_type=Key)
    account_id: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str | None = Field(
        default=None, index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE", nullable=True
    )
    document: str = Field(sa_type=Text)


class SealedTokenRow(Row, table=True):
    """A person's own key to a server, encrypted."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    server: str = Field(primary_key=True, index=True, sa_type=Key)
    document: str = Field(sa_type=Text)


class ReportRow(Row, table=True):
    """A report that waits to be worked in."""

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    instance: str = Field(sa_type=Key)
    key: str = Field(sa_type=Key)
    received_at: datetime = Field(sa_type=Moment)
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    dead: bool = Field(index=True)
    document: str = Field(sa_type=Text)


class ReportKeyRow(Row, table=True):
    """A report arrived, so that a repetition changes nothing."""

    instance: str = Field(primary_key=True, sa_type=Key)
    key: str = Field(primary_key=True, sa_type=Key)
    at: datetime = Field(index=True, sa_type=Moment)


class SyncRunRow(Row, table=True):
    """The latest reading of a server, of each kind."""

    server: str = Field(primary_key=True, sa_type=Key)
    kind: str = Field(primary_key=True, sa_type=Key)
    document: str = Field(sa_type=Text)


class MediaRequestRow(Row, table=True):
    """A wish, and what became of it."""

    __table_args__ = (Index(None, "instance", "request_id"), Index(None, "state", "at"))

    id: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    item_id: str = Field(index=True, sa_type=Key)
    instance: str = Field(sa_type=Key)
    request_id: str = Field(sa_type=Key)
    state: str = Field(sa_type=Key)
    at: datetime = Field(sa_type=Moment)
    document: str = Field(sa_type=Text)


class WantRow(Row, table=True):
    """Somebody waits for a title."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True, index=True, sa_type=Key)
    since: datetime = Field(sa_type=Moment)
    told: bool
    document: str = Field(sa_type=Text)


class TitleListRow(Row, table=True):
    """What a public catalogue lists beside a title: its keys with blanks between."""

    item_id: str = Field(primary_key=True, sa_type=Key)
    listed: str = Field(sa_type=Text)


class FactsReadRow(Row, table=True):
    """When what a catalogue of the world says of a title was read."""

    item_id: str = Field(primary_key=True, sa_type=Key)
    at: datetime = Field(index=True, sa_type=Moment)


class MetadataBodyRow(Row, table=True):
    """What a catalogue of the world said."""

    key: str = Field(primary_key=True, sa_type=Key)
    at: datetime = Field(index=True, sa_type=Moment)
    body: str = Field(sa_type=Text)
