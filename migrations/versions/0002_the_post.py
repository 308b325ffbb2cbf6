"""What came in and waits for its answer, answers on their way, who must not be written to, and picks in chats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "arrival",
        sa.Column("number", kinds.COUNTER, autoincrement=False, nullable=False),
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("update_id", kinds.KEY, nullable=False),
        sa.Column("room_id", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("document", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.Column("progress", kinds.DOCUMENT, nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_arrival")),
    )
    op.create_index(op.f("ix_arrival_platform_room_id_number"), "arrival", ["platform", "room_id", "number"])
    op.create_table(
        "letter",
        sa.Column("number", kinds.COUNTER, autoincrement=False, nullable=False),
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("room_id", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("document", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", kinds.MOMENT, nullable=True),
        sa.Column("written", kinds.DOCUMENT, nullable=True),
        sa.Column("dead", sa.Boolean(), nullable=False),
        sa.Column("reason", kinds.TEXT, nullable=False),
        sa.Column("facts", kinds.DOCUMENT, nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_letter")),
        sa.UniqueConstraint("id", name=op.f("uq_letter_id")),
    )
    op.create_index(op.f("ix_letter_platform_room_id_number"), "letter", ["platform", "room_id", "number"])
    op.create_table(
        "correspondent",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("banned", sa.Boolean(), nullable=False),
        sa.Column("silent_since", kinds.MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("platform", "account_id", name=op.f("pk_correspondent")),
    )
    op.create_table(
        "shown_pick",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("room_id", kinds.KEY, nullable=False),
        sa.Column("message_id", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("slate_id", kinds.KEY, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("platform", "room_id", "message_id", name=op.f("pk_shown_pick")),
    )
    op.create_index(op.f("ix_shown_pick_slate_id_rank"), "shown_pick", ["slate_id", "rank"])
    op.create_index(op.f("ix_shown_pick_item_id"), "shown_pick", ["item_id"])
    op.create_index(op.f("ix_shown_pick_at"), "shown_pick", ["at"])


def downgrade() -> None:
    op.drop_table("shown_pick")
    op.drop_table("correspondent")
    op.drop_table("letter")
    op.drop_table("arrival")
