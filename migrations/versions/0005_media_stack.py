"""Media servers, their accounts and reports, wishes, and what catalogues said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("interaction", sa.Column("part", kinds.TEXT, nullable=True))
    _shelves()
    _reports()
    _wishes()


def downgrade() -> None:
    for table in (
        "metadata_body",
        "want",
        "media_request",
        "sync_run",
        "report_key",
        "report",
        "sealed_token",
        "server_account",
        "server_item",
    ):
        op.drop_table(table)
    op.drop_column("interaction", "part")


def _key(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, kinds.KEY, nullable=nullable)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, kinds.TEXT, nullable=False)


def _of_viewer(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f(f"fk_{table}_viewer_id"), ondelete="CASCADE")


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _shelves() -> None:
    op.create_table(
        "server_item",
        _key("server"),
        _key("key"),
        _key("section"),
        _key("item_id"),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("weak", sa.Boolean(), nullable=False),
        _key("title"),
        _text("document"),
        sa.PrimaryKeyConstraint("server", "key", name=op.f("pk_server_item")),
    )
    _index("server_item", "server", "section", "generation")
    _index("server_item", "weak", "title")
    _index("server_item", "item_id")
    op.create_table(
        "server_account",
        _key("server"),
        _key("account_id"),
        _key("viewer_id", nullable=True),
        _text("document"),
        sa.PrimaryKeyConstraint("server", "account_id", name=op.f("pk_server_account")),
        _of_viewer("server_account"),
    )
    _index("server_account", "viewer_id")
    op.create_table(
        "sealed_token",
        _key("viewer_id"),
        _key("server"),
        _text("document"),
        sa.PrimaryKeyConstraint("viewer_id", "server", name=op.f("pk_sealed_token")),
        _of_viewer("sealed_token"),
    )
    _index("sealed_token", "server")


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("number", kinds.COUNTER, nullable=False),
        _key("instance"),
        _key("key"),
        sa.Column("received_at", kinds.MOMENT, nullable=False),
        sa.Column("due_at", kinds.MOMENT, nullable=True),
        sa.Column("dead", sa.Boolean(), nullable=False),
        _text("document"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_report")),
    )
    _index("report", "dead")
    op.create_table(
        "report_key",
        _key("instance"),
        _key("key"),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("instance", "key", name=op.f("pk_report_key")),
    )
    _index("report_key", "at")
    op.create_table(
        "sync_run",
        _key("server"),
        _key("kind"),
        _text("document"),
        sa.PrimaryKeyConstraint("server", "kind", name=op.f("pk_sync_run")),
    )


def _wishes() -> None:
    op.create_table(
        "media_request",
        _key("id"),
        _key("viewer_id"),
        _key("item_id"),
        _key("instance"),
        _key("request_id"),
        _key("state"),
        sa.Column("at", kinds.MOMENT, nullable=False),
        _text("document"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_request")),
        _of_viewer("media_request"),
    )
    _index("media_request", "instance", "request_id")
    _index("media_request", "state", "at")
    _index("media_request", "viewer_id")
    _index("media_request", "item_id")
    op.create_table(
        "want",
        _key("viewer_id"),
        _key("item_id"),
        sa.Column("since", kinds.MOMENT, nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        _text("document"),
        sa.PrimaryKeyConstraint("viewer_id", "item_id", name=op.f("pk_want")),
        _of_viewer("want"),
    )
    _index("want", "item_id")
    op.create_table(
        "metadata_body",
        _key("key"),
        sa.Column("at", kinds.MOMENT, nullable=False),
        _text("body"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_metadata_body")),
    )
    _index("metadata_body", "at")
