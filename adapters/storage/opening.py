"""Opens the storage, or says plainly why it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from adapters.storage.data_directory import DataDirectory
from adapters.storage.databases import database_url, open_database
from adapters.storage.schema import bring_to
from adapters.storage.unit import SqlStorage


async def open_storage(url: str | None, data_dir: Path) -> SqlStorage:
    """The storage at ``url`` (SQLite in ``data_dir`` where None), with its schema brought up to date.

    Raises Misconfigured when the data directory cannot be written or is in use, or when the database is newer than
    this code, damaged or refuses us; SourceUnavailable when it cannot be reached or the disk is full.
    """
    directory = DataDirectory.hold(data_dir)
    try:
        target = database_url(url, data_dir)
        await bring_to(target, "head")
        return SqlStorage(open_database(target), directory)
    except BaseException:
        directory.let_go()
        raise
