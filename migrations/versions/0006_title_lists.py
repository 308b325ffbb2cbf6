"""What a public catalogue lists beside titles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "title_list",
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("listed", kinds.TEXT, nullable=False),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_title_list")),
    )


def downgrade() -> None:
    op.drop_table("title_list")
