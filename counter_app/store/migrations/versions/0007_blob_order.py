"""Blobs know what goes before what, and since when they wait."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add both; the index of what waits answers for all of it."""
    op.add_column("blobs", sa.Column("scan", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("blobs", sa.Column("since", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("blobs_waiting", "blobs")
    op.create_index("blobs_waiting", "blobs", ["at_upstream", "scan", "size", "since"])


def downgrade() -> None:
    """Go back to one order."""
    op.drop_index("blobs_waiting", "blobs")
    op.drop_column("blobs", "since")
    op.drop_column("blobs", "scan")
    op.create_index("blobs_waiting", "blobs", ["at_upstream"])
