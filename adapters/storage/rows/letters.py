"""The post: what came in, what goes out, and where it stands. Accounts need not belong to anybody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from adapters.storage.columns import Counter, Document, Key, Moment, Text
from adapters.storage.rows.table import Row


class ArrivalRow(Row, table=True):
    """An update that waits for its answer."""

    __table_args__ = (Index(None, "platform", "room_id", "number"),)

    number: int = Field(primary_key=True, sa_type=Counter, sa_column_kwargs={"autoincrement": False})
    platform: str = Field(sa_type=Key)
    update_id: str = Field(sa_type=Key)
    room_id: str = Field(sa_type=Key)
    account_id: str = Field(sa_type=Key)
    document: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    progress: list[str] | None = Field(default=None, sa_type=Document)


class LetterRow(Row, table=True):
    """An answer on its way."""

    __table_args__ = (Index(None, "platform", "room_id", "number"),)

    number: int = Field(primary_key=True, sa_type=Counter, sa_column_kwargs={"autoincrement": False})
    id: str = Field(unique=True, sa_type=Key)
    platform: str = Field(sa_type=Key)
    room_id: str = Field(sa_type=Key)
    account_id: str = Field(sa_type=Key)
    document: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    tries: int
    not_before: datetime | None = Field(default=None, sa_type=Moment)
    written: list[str] | None = Field(default=None, sa_type=Document)
    dead: bool
    reason: str = Field(sa_type=Text)
    facts: dict[str, str | int | float] | None = Field(default=None, sa_type=Document)


class CorrespondentRow(Row, table=True):
    """An account that is banned or does not want to be written to."""

    platform: str = Field(primary_key=True, sa_type=Key)
    account_id: str = Field(primary_key=True, sa_type=Key)
    banned: bool
    silent_since: datetime | None = Field(default=None, sa_type=Moment)


class ShownPickRow(Row, table=True):
    """A message that shows a pick."""

    __table_args__ = (Index(None, "slate_id", "rank"),)

    platform: str = Field(primary_key=True, sa_type=Key)
    room_id: str = Field(primary_key=True, sa_type=Key)
    message_id: str = Field(primary_key=True, sa_type=Key)
    account_id: str = Field(sa_type=Key)
    slate_id: str = Field(sa_type=Key)
    rank: int
    item_id: str = Field(index=True, sa_type=Key)
    at: datetime = Field(index=True, sa_type=Moment)
