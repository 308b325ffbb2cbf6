"""Runs migrations on a connection that is handed in, or, for making revisions, on the one ``-x url=…`` names."""

from __future__ import annotations

import asyncio
from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.engine import make_url

from adapters.storage import columns
from adapters.storage.databases import open_engine
from adapters.storage.rows import Row
from migrations import kinds


def named_kind(category: str, kind: object, _context: object) -> str | Literal[False]:
    """How a new revision names a column's type: our kinds from ``migrations.kinds``, all others as usual."""
    name = type(kind).__name__.upper() if category == "type" and type(kind).__module__ == columns.__name__ else ""
    return f"kinds.{name}" if hasattr(kinds, name) else False


def run(connection: Connection) -> None:
    """Within the transaction of ``connection``, so that a revision happens whole or not at all."""
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=True,
        render_item=named_kind,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_alone(url: str) -> None:
    """Open ``url``, migrate, close."""
    engine = open_engine(make_url(url), migrating=True)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(run)
    finally:
        await engine.dispose()


given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    run(given)
else:
    asyncio.run(run_alone(context.get_x_argument(as_dictionary=True)["url"]))
