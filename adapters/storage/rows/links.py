"""Accounts and people: codes that join them, who was there, who may come in, and what waits for quiet hours to end."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from adapters.storage.columns import Counter, Key, Moment, Text
from adapters.storage.rows.table import Row


class LinkCodeRow(Row, table=True):
    """A single-use code, by its digest, and the account that gave it first."""

    __table_args__ = (Index(None, "claim_platform", "claim_account"),)

    digest: str = Field(primary_key=True, sa_type=Key)
    expires_at: datetime = Field(sa_type=Moment)
    viewer_id: str | None = Field(
        default=None, index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE", nullable=True
    )
    platform: str = Field(sa_type=Key)
    account_id: str = Field(sa_type=Key)
    name: str = Field(sa_type=Text)
    claim_platform: str | None = Field(default=None, sa_type=Key)
    claim_account: str | None = Field(default=None, sa_type=Key)


class LinkAttemptRow(Row, table=True):
    """An account gave a code that was not good."""

    __table_args__ = (Index(None, "platform", "account_id", "at"),)

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    platform: str = Field(sa_type=Key)
    account_id: str = Field(sa_type=Key)
    at: datetime = Field(sa_type=Moment)


class SightingRow(Row, table=True):
    """When an account last said something."""

    platform: str = Field(primary_key=True, sa_type=Key)
    account_id: str = Field(primary_key=True, sa_type=Key)
    name: str = Field(sa_type=Text)
    at: datetime = Field(index=True, sa_type=Moment)


class StandingRow(Row, table=True):
    """A person who may not come in; whoever is not here may."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    standing: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)


class MannersRow(Row, table=True):
    """When and of what a person wants to hear unasked."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    quiet_from: int
    quiet_until: int
    alerts: bool
    news: bool
    digest: str = Field(sa_type=Text)
    undisturbed_until: datetime | None = Field(default=None, sa_type=Moment)


class HeldWordRow(Row, table=True):
    """Something that waits for the end of somebody's quiet hours."""

    number: int | None = Field(default=None, primary_key=True, sa_type=Counter)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    platform: str = Field(sa_type=Key)
    account_id: str = Field(sa_type=Key)
    room_id: str = Field(sa_type=Key)
    document: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(index=True, sa_type=Moment)
