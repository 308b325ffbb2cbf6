"""Titles and the libraries that hold them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double
from sqlmodel import Field

from adapters.storage.columns import Counter, Document, Key, Moment, Text
from adapters.storage.rows.table import Row


class ItemRow(Row, table=True):
    """A title. Its lists are read whole with it, never searched here: searching is the snapshot's work."""

    id: str = Field(primary_key=True, sa_type=Key)
    media_type: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    year: int | None = None
    original_title: str | None = Field(default=None, sa_type=Text)
    runtime: int | None = None
    language: str | None = Field(default=None, sa_type=Text)
    collection: str | None = Field(default=None, sa_type=Text)
    collection_order: int | None = None
    seasons: int | None = None
    episodes: int | None = None
    volumes: int | None = None
    tmdb_id: int | None = Field(default=None, sa_type=Counter)
    imdb_id: str | None = Field(default=None, sa_type=Text)
    external_ids: dict[str, str] | None = Field(default=None, sa_type=Document)
    vote_average: float | None = Field(default=None, sa_type=Double)
    vote_count: int | None = Field(default=None, sa_type=Counter)
    popularity: float | None = Field(default=None, sa_type=Double)
    added_at: datetime | None = Field(default=None, sa_type=Moment)
    poster_url: str | None = Field(default=None, sa_type=Text)
    titles: dict[str, str] | None = Field(default=None, sa_type=Document)
    synopses: dict[str, str] | None = Field(default=None, sa_type=Document)
    genres: list[str] | None = Field(default=None, sa_type=Document)
    keywords: list[str] | None = Field(default=None, sa_type=Document)
    countries: list[str] | None = Field(default=None, sa_type=Document)
    credits: list[tuple[str, str, int]] | None = Field(default=None, sa_type=Document)
    """[name, role, billing order] each."""
    library_ids: list[str] | None = Field(default=None, sa_type=Document)
    tags: list[str] | None = Field(default=None, sa_type=Document)


class LibraryRow(Row, table=True):
    """A section of a media server."""

    id: str = Field(primary_key=True, sa_type=Key)
    name: str = Field(sa_type=Text)
    media_type: str | None = Field(default=None, sa_type=Text)


class RevisionRow(Row, table=True):
    """How often something changed; rises with every change, within the same transaction."""

    subject: str = Field(primary_key=True, sa_type=Key)
    number: int = Field(sa_type=Counter)
