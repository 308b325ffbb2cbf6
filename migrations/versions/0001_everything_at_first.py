"""Everything that the first version keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations import kinds

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("update_id", kinds.KEY, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("platform", "update_id", name=op.f("pk_delivery")),
    )
    op.create_index(op.f("ix_delivery_at"), "delivery", ["at"])
    op.create_table(
        "import_job",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("format", kinds.TEXT, nullable=False),
        sa.Column("state", kinds.TEXT, nullable=False),
        sa.Column("started_at", kinds.MOMENT, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.Column("unmatched", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_job")),
    )
    op.create_table(
        "item",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("media_type", kinds.TEXT, nullable=False),
        sa.Column("title", kinds.TEXT, nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("original_title", kinds.TEXT, nullable=True),
        sa.Column("runtime", sa.Integer(), nullable=True),
        sa.Column("language", kinds.TEXT, nullable=True),
        sa.Column("collection", kinds.TEXT, nullable=True),
        sa.Column("collection_order", sa.Integer(), nullable=True),
        sa.Column("seasons", sa.Integer(), nullable=True),
        sa.Column("episodes", sa.Integer(), nullable=True),
        sa.Column("volumes", sa.Integer(), nullable=True),
        sa.Column("tmdb_id", kinds.COUNTER, nullable=True),
        sa.Column("imdb_id", kinds.TEXT, nullable=True),
        sa.Column("external_ids", kinds.DOCUMENT, nullable=True),
        sa.Column("vote_average", kinds.FIGURE, nullable=True),
        sa.Column("vote_count", kinds.COUNTER, nullable=True),
        sa.Column("popularity", kinds.FIGURE, nullable=True),
        sa.Column("added_at", kinds.MOMENT, nullable=True),
        sa.Column("poster_url", kinds.TEXT, nullable=True),
        sa.Column("titles", kinds.DOCUMENT, nullable=True),
        sa.Column("synopses", kinds.DOCUMENT, nullable=True),
        sa.Column("genres", kinds.DOCUMENT, nullable=True),
        sa.Column("keywords", kinds.DOCUMENT, nullable=True),
        sa.Column("countries", kinds.DOCUMENT, nullable=True),
        sa.Column("credits", kinds.DOCUMENT, nullable=True),
        sa.Column("library_ids", kinds.DOCUMENT, nullable=True),
        sa.Column("tags", kinds.DOCUMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
    )
    op.create_table(
        "library",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("name", kinds.TEXT, nullable=False),
        sa.Column("media_type", kinds.TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library")),
    )
    op.create_table(
        "revision",
        sa.Column("subject", kinds.KEY, nullable=False),
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_revision")),
    )
    op.create_table(
        "value",
        sa.Column("name", kinds.KEY, nullable=False),
        sa.Column("value", kinds.TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_value")),
    )
    op.create_table(
        "viewer",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("name", kinds.TEXT, nullable=False),
        sa.Column("folded_name", kinds.KEY, nullable=False),
        sa.Column("locale", kinds.TEXT, nullable=False),
        sa.Column("role", kinds.TEXT, nullable=False),
        sa.Column("history_depth", kinds.TEXT, nullable=False),
        sa.Column("blends", kinds.DOCUMENT, nullable=True),
        sa.Column("time_zone", kinds.TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_viewer")),
    )
    op.create_index(op.f("ix_viewer_folded_name"), "viewer", ["folded_name"])
    op.create_table(
        "hiding",
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("since", kinds.MOMENT, nullable=False),
        sa.Column("until", kinds.MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_hiding_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("viewer_id", "item_id", name=op.f("pk_hiding")),
    )
    op.create_table(
        "identity",
        sa.Column("platform", kinds.KEY, nullable=False),
        sa.Column("account_id", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_identity_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("platform", "account_id", name=op.f("pk_identity")),
    )
    op.create_index(op.f("ix_identity_viewer_id"), "identity", ["viewer_id"])
    op.create_table(
        "interaction",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("kind", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.Column("completion", kinds.FIGURE, nullable=True),
        sa.Column("rating", kinds.FIGURE, nullable=True),
        sa.Column("ended_at", kinds.MOMENT, nullable=True),
        sa.Column("available_at", kinds.MOMENT, nullable=True),
        sa.Column("device", kinds.TEXT, nullable=True),
        sa.Column("source", kinds.TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["viewer_id"], ["viewer.id"], name=op.f("fk_interaction_viewer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
    )
    op.create_index(op.f("ix_interaction_item_id"), "interaction", ["item_id"])
    op.create_index(op.f("ix_interaction_viewer_id_at"), "interaction", ["viewer_id", "at"])
    op.create_table(
        "journal",
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("action", kinds.TEXT, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.Column("item_id", kinds.KEY, nullable=True),
        sa.Column("undo", kinds.DOCUMENT, nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_journal_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
        sa.UniqueConstraint("id", name=op.f("uq_journal_id")),
    )
    op.create_index(op.f("ix_journal_viewer_id"), "journal", ["viewer_id"])
    op.create_table(
        "login_code",
        sa.Column("digest", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("expires_at", kinds.MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_login_code_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_login_code")),
    )
    op.create_index(op.f("ix_login_code_viewer_id"), "login_code", ["viewer_id"])
    op.create_table(
        "slate",
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("place", kinds.KEY, nullable=False),
        sa.Column("mode", kinds.TEXT, nullable=False),
        sa.Column("generated_at", kinds.MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", kinds.DOCUMENT, nullable=True),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_slate_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_slate")),
        sa.UniqueConstraint("id", name=op.f("uq_slate_id")),
    )
    op.create_index(op.f("ix_slate_viewer_id_place_generated_at"), "slate", ["viewer_id", "place", "generated_at"])
    op.create_table(
        "viewer_library",
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("library_id", kinds.KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["viewer_id"], ["viewer.id"], name=op.f("fk_viewer_library_viewer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("viewer_id", "library_id", name=op.f("pk_viewer_library")),
    )
    op.create_table(
        "watchlist",
        sa.Column("id", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("name", kinds.TEXT, nullable=False),
        sa.Column("folded_name", kinds.KEY, nullable=False),
        sa.ForeignKeyConstraint(["viewer_id"], ["viewer.id"], name=op.f("fk_watchlist_viewer_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watchlist")),
        sa.UniqueConstraint("viewer_id", "folded_name", name=op.f("uq_watchlist_viewer_id_folded_name")),
    )
    op.create_table(
        "web_session",
        sa.Column("digest", kinds.KEY, nullable=False),
        sa.Column("viewer_id", kinds.KEY, nullable=False),
        sa.Column("expires_at", kinds.MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["viewer_id"], ["viewer.id"], name=op.f("fk_web_session_viewer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_web_session")),
    )
    op.create_index(op.f("ix_web_session_viewer_id"), "web_session", ["viewer_id"])
    op.create_table(
        "watchlist_item",
        sa.Column("number", kinds.COUNTER, nullable=False),
        sa.Column("watchlist_id", kinds.KEY, nullable=False),
        sa.Column("item_id", kinds.KEY, nullable=False),
        sa.Column("at", kinds.MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["watchlist_id"], ["watchlist.id"], name=op.f("fk_watchlist_item_watchlist_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_watchlist_item")),
        sa.UniqueConstraint("watchlist_id", "item_id", name=op.f("uq_watchlist_item_watchlist_id_item_id")),
    )


def downgrade() -> None:
    op.drop_table("watchlist_item")
    op.drop_table("web_session")
    op.drop_table("watchlist")
    op.drop_table("viewer_library")
    op.drop_table("slate")
    op.drop_table("login_code")
    op.drop_table("journal")
    op.drop_table("interaction")
    op.drop_table("identity")
    op.drop_table("hiding")
    op.drop_table("viewer")
    op.drop_table("value")
    op.drop_table("revision")
    op.drop_table("library")
    op.drop_table("item")
    op.drop_table("import_job")
    op.drop_table("delivery")
