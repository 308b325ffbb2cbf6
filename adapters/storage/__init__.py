"""Durable state in SQLite or PostgreSQL."""

from __future__ import annotations

from adapters.storage.opening import open_storage
from adapters.storage.schema import current_version, migrate, schema_version
from adapters.storage.unit import SqlStorage

__all__ = ["SqlStorage", "current_version", "migrate", "open_storage", "schema_version"]
