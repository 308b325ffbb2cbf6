"""Evenings of groups."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from adapters.storage.columns import Key, Moment, Text
from adapters.storage.rows.table import Row


class GroupNightRow(Row, table=True):
    """The last evening of a room. The version rises with every change, so that of two at once one is first."""

    platform: str = Field(primary_key=True, sa_type=Key)
    room_id: str = Field(primary_key=True, sa_type=Key)
    version: int
    document: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
