"""People, their accounts, and how they come in. Rows of a person go when the person goes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from adapters.storage.columns import Document, Key, Moment, Text
from adapters.storage.rows.table import Row


class ViewerRow(Row, table=True):
    """A person."""

    id: str = Field(primary_key=True, sa_type=Key)
    name: str = Field(sa_type=Text)
    folded_name: str = Field(index=True, sa_type=Key)
    locale: str = Field(sa_type=Text)
    role: str = Field(sa_type=Text)
    history_depth: str = Field(sa_type=Text)
    blends: list[list[str]] | None = Field(default=None, sa_type=Document)
    time_zone: str = Field(sa_type=Text)


class ViewerLibraryRow(Row, table=True):
    """A library a person may open. Libraries may be named here before they are known."""

    viewer_id: str = Field(primary_key=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    library_id: str = Field(primary_key=True, sa_type=Key)


class IdentityRow(Row, table=True):
    """A person's account on one platform; an account belongs to one person."""

    platform: str = Field(primary_key=True, sa_type=Key)
    account_id: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")


class LoginCodeRow(Row, table=True):
    """A single-use code, by its digest."""

    digest: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=Moment)


class WebSessionRow(Row, table=True):
    """A signed-in browser, by the digest of its secret."""

    digest: str = Field(primary_key=True, sa_type=Key)
    viewer_id: str = Field(index=True, sa_type=Key, foreign_key="viewer.id", ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=Moment)
