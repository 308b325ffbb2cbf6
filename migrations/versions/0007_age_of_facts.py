"""When what a catalogue of the world says of titles was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_AT_ONCE = 200
_KINDS = {"movie": ("movie:", "anime:film:"), "tv": ("tv:", "anime:")}


def upgrade() -> None:
    table = op.create_table(
        "facts_read",
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_facts_read")),
    )
    op.create_index(op.f("ix_facts_read_at"), "facts_read", ["at"])
    found = dict(_known())
    ids = sorted(found)
    for start in range(0, len(ids), _AT_ONCE):
        op.bulk_insert(table, [{"item_id": key, "at": found[key]} for key in ids[start : start + _AT_ONCE]])


def downgrade() -> None:
    op.drop_table("facts_read")


def _known() -> Iterator[tuple[str, datetime]]:
    """What was looked up until now, by the answers that are kept."""
    connection = op.get_bind()
    bodies = sa.table("metadata_body", sa.column("key", kinds.KEY), sa.column("at", kinds.MOMENT))
    item = sa.table("item", sa.column("id", kinds.KEY), sa.column("vote_count", sa.BigInteger))
    rows = connection.execute(sa.select(bodies.c.key, bodies.c.at).order_by(bodies.c.at))
    heard = {key: at for told, at in rows for key in _ids(told)}
    keys = sorted(heard)
    for start in range(0, len(keys), _AT_ONCE):
        looked_up = sa.select(item.c.id).where(
            item.c.id.in_(keys[start : start + _AT_ONCE]), item.c.vote_count.is_not(None)
        )
        for (key,) in connection.execute(looked_up):
            yield key, heard[key]


def _ids(key: str) -> list[str]:
    """The titles that an answer kept as ``tmdb:movie/603:en`` may be about."""
    source, _, rest = key.partition(":")
    kind, _, number = rest.partition(":")[0].partition("/")
    return [prefix + number for prefix in _KINDS.get(kind, ())] if source == "tmdb" else []
