"""Codes that join accounts to people, who was there, who may come in, quiet hours, and what waits for their end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link_code",
        sa.Column("digest", kinds.KEY, nullable=False),
        sa.Column("expires_at", kinds.MOMENT, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=True),
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("name", kinds.TEXT, nullable=False),
        sa.Column("claim_platform", kinds.KEY, nullable=True),
        sa.Column("claim_account", kinds.KEY, nullable=True),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_link_code")),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_link_code_viewer_id"), ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_link_code_viewer_id"), "link_code", ["viewer_id"])
    op.create_index(op.f("ix_link_code_claim_platform_claim_account"), "link_code", ["claim_platform", "claim_account"])
    op.create_table(
        "link_attempt",
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_link_attempt")),
    )
    op.create_index(op.f("ix_link_attempt_platform_account_id_at"), "link_attempt", ["platform", "account_id", "at"])
    op.create_table(
        "sighting",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("name", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("platform", "account_id", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_at"), "sighting", ["at"])
    op.create_table(
        "standing",
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("standing", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("viewer_id", name=op.f("pk_standing")),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_standing_viewer_id"), ondelete="CASCADE"),
    )
    op.create_table(
        "manners",
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_until", sa.Integer(), nullable=False),
        sa.Column("alerts", sa.Boolean(), nullable=False),
        sa.Column("news", sa.Boolean(), nullable=False),
        sa.Column("digest", kinds.TEXT, nullable=False),
        sa.Column("undisturbed_until", kinds.MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("viewer_id", name=op.f("pk_manners")),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_manners_viewer_id"), ondelete="CASCADE"),
    )
    op.create_table(
        "held_word",
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("room_id", kinds.KEY, nullable=False),
        sa.Column("document", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.Column("due_at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_held_word")),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_held_word_viewer_id"), ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_held_word_viewer_id"), "held_word", ["viewer_id"])
    op.create_index(op.f("ix_held_word_due_at"), "held_word", ["due_at"])


def downgrade() -> None:
    for table in ("held_word", "manners", "standing", "sighting", "link_attempt", "link_code"):
        op.drop_table(table)
