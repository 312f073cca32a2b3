"""Each call from the line by itself: a ticket that was sent on is called by more than one desk."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_CALLED = ("first_called", "group_id", "urgent", "desk")


def upgrade() -> None:
    """Add the table; the journal fills it (see counter_app.store.migrations)."""
    op.drop_index("tickets_called", "tickets")
    op.create_table(
        "calls",
        sa.Column("office", sa.Text(), primary_key=True),
        sa.Column("day", sa.Text(), primary_key=True),
        sa.Column("time", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("ticket", sa.Text(), primary_key=True),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("calls_ticket", "calls", ["ticket"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("calls")
    op.create_index("tickets_called", "tickets", ["office", "day", *_CALLED])
