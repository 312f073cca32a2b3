"""The queue of many desks: what the rule of calling asks of a ticket, and which stream each command began."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = ("parked_until", "only_desk", "quick", "first_called")
_LINE = ("state", "parked_until", "group_id", "urgent", "quick", "only_desk", "waiting_since", "number", "id")
_CALLED = ("first_called", "group_id", "urgent", "desk")


def upgrade() -> None:
    """Add the columns; the journal fills them (see counter_app.store.migrations)."""
    for name in _COLUMNS:
        op.add_column("tickets", sa.Column(name, sa.Integer()))
    op.drop_index("tickets_state", "tickets")
    op.create_index("tickets_line", "tickets", ["office", "day", *_LINE])
    op.create_index("tickets_called", "tickets", ["office", "day", *_CALLED])
    op.create_index("feed_entry", "feed", ["station", "seq"])
    op.create_index("ratings_opened", "ratings", ["opened_at"])
    op.create_table(
        "commands",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("stream", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("commands")
    op.drop_index("ratings_opened", "ratings")
    op.drop_index("feed_entry", "feed")
    op.drop_index("tickets_called", "tickets")
    op.drop_index("tickets_line", "tickets")
    op.create_index("tickets_state", "tickets", ["office", "day", "state"])
    for name in _COLUMNS:
        op.drop_column("tickets", name)
