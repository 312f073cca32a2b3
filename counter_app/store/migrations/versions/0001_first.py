"""The first schema: journal, views, and what is only of this station."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at_upstream", sa.Integer(), nullable=False),
    )
    op.create_index("blobs_waiting", "blobs", ["at_upstream"])
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.Column("due", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("dossiers_code", "dossiers", ["code"])
    op.create_index("dossiers_identity", "dossiers", ["identity"])
    op.create_index("dossiers_received", "dossiers", ["received_at"])
    op.create_table(
        "drafts",
        sa.Column("desk", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "feed",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("feed_audience", "feed", ["audience", "position"])
    op.create_table(
        "identity",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("station", sa.Text(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("time", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("journal_stream", "journal", ["stream", "time"])
    op.create_table(
        "kept_aside",
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.Integer(), nullable=False),
    )
    op.create_table(
        "peers",
        sa.Column("station", sa.Text(), primary_key=True),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
    )
    op.create_table(
        "places",
        sa.Column("stream", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("places_kind", "places", ["kind"])
    op.create_table(
        "ratings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ratings_desk", "ratings", ["desk", "state"])
    op.create_table(
        "reviews",
        sa.Column("station", sa.Text(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    op.create_index("reviews_stream", "reviews", ["stream"])
    op.create_table(
        "sign_ins",
        sa.Column("officer", sa.Text(), primary_key=True),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Integer(), nullable=False),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Integer()),
        sa.Column("waiting_since", sa.Integer(), nullable=False),
        sa.Column("called_at", sa.Integer()),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("tickets_number", "tickets", ["office", "day", "prefix", "number"])
    op.create_index("tickets_state", "tickets", ["office", "day", "state"])


def downgrade() -> None:
    """Drop every table."""
    for_all = (
        "tickets",
        "sign_ins",
        "reviews",
        "ratings",
        "places",
        "peers",
        "marks",
        "kept_aside",
        "journal",
        "identity",
        "feed",
        "drafts",
        "dossiers",
        "blobs",
    )
    for table in for_all:
        op.drop_table(table)
