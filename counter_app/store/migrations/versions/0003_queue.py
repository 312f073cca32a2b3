"""The queue of many desks: parked tickets, and which stream each command began."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is empty for the days before."""
    op.add_column("tickets", sa.Column("parked_until", sa.Integer()))
    op.create_table(
        "commands",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("stream", sa.Text(), nullable=False),
    )
    op.create_index("feed_entry", "feed", ["station", "seq"])


def downgrade() -> None:
    """Forget both."""
    op.drop_index("feed_entry", "feed")
    op.drop_table("commands")
    op.drop_column("tickets", "parked_until")
