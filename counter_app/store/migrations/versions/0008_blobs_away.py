"""Blobs know which of them this machine gave away, to be fetched again from the upstream."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the mark."""
    op.add_column("blobs", sa.Column("away", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Forget it: what was given away is fetched again as a blob that is missing."""
    op.drop_column("blobs", "away")
