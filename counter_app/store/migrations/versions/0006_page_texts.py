"""What is written on scanned pages, and an index of its words."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add both, empty: the pages wait to be read."""
    op.create_table(
        "page_texts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("paper", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary()),
    )
    op.create_index("page_texts_page", "page_texts", ["dossier", "paper", "sha256"], unique=True)
    op.create_index("page_texts_same", "page_texts", ["sha256"])
    op.create_index("page_texts_waiting", "page_texts", ["id"], sqlite_where=sa.text("state = 0"))
    op.create_index("page_texts_failed", "page_texts", ["id"], sqlite_where=sa.text("state = 2"))
    op.execute(
        "CREATE VIRTUAL TABLE page_words USING fts5"
        "(words, content='', contentless_delete=1, detail='none', tokenize='ascii')"
    )


def downgrade() -> None:
    """Forget them."""
    op.execute("DROP TABLE page_words")
    op.drop_table("page_texts")
    op.execute("DELETE FROM marks WHERE name = 'page-texts'")
