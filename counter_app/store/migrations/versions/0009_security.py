"""The security record, the checkpoints that the upstream countersigned, and how often an officer was locked out."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add all three."""
    op.create_table(
        "security_events",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False, server_default="0"),
    )
    op.create_index("security_events_at", "security_events", ["at"])
    op.create_index("security_events_waiting", "security_events", ["id"], sqlite_where=sa.text("sent = 0"))
    op.create_table(
        "checkpoints",
        sa.Column("station", sa.Text(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
    )
    op.add_column("sign_ins", sa.Column("locks", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Forget them."""
    op.drop_column("sign_ins", "locks")
    op.drop_table("checkpoints")
    op.drop_table("security_events")
