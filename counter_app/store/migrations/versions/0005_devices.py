"""Devices know when they were seen and what they did: their rows are folded anew."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Change no table; the journal fills the rows (see counter_app.store.migrations)."""


def downgrade() -> None:
    """Change nothing: an older program reads over what it does not know."""
