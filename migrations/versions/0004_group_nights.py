"""Evenings of groups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_night",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("room_id", kinds.KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("platform", "room_id", name=op.f("pk_group_night")),
    )


def downgrade() -> None:
    op.drop_table("group_night")
