"""Lists and search for many dossiers: more columns, a place in the lists, an index of words; filters kept by name."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = ("id", "code", "office", "state", "procedure", "identity", "received_at", "due", "folded", "body")


def upgrade() -> None:
    """Make the table anew and empty; the journal fills it (see counter_app.store.migrations)."""
    op.drop_table("dossiers")
    op.create_table(
        "dossiers",
        sa.Column("place", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("given_from", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.Column("due", sa.Integer(), nullable=False),
        sa.Column("work_due", sa.Integer(), nullable=False),
        sa.Column("late_from", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    _make_indexes()
    op.execute(
        "CREATE VIRTUAL TABLE dossier_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    )
    op.create_table(
        "filters",
        sa.Column("officer", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )


def _make_indexes() -> None:
    still_open = sa.text("stage > 0")
    by_due = ["due", "place", "state", "stage", "late_from", "holder", "department", "giver", "given_from"]
    by_due += ["procedure", "field", "office", "channel", "officer", "authority"]
    op.create_index("dossiers_id", "dossiers", ["id"], unique=True)
    op.create_index("dossiers_code", "dossiers", ["code"])
    op.create_index("dossiers_identity", "dossiers", ["identity"])
    op.create_index("dossiers_received", "dossiers", ["received_at", "id"])
    op.create_index("dossiers_ended", "dossiers", ["ended_at", "received_at"])
    op.create_index("dossiers_field", "dossiers", ["field"])
    for name, columns in (
        ("dossiers_holder", ["holder", "stage", "work_due"]),
        ("dossiers_department", ["department", "stage", "work_due"]),
        ("dossiers_open_name", ["procedure", "name"]),
        ("dossiers_open", by_due),
    ):
        op.create_index(name, "dossiers", columns, sqlite_where=still_open)
    op.create_index("dossiers_due", "dossiers", by_due)
    facets = ["place", "state", "stage", "due", "late_from", "holder", "department", "giver", "given_from"]
    op.create_index("dossiers_facets", "dossiers", facets)


def downgrade() -> None:
    """Go back to the narrow table; its rows are those of the wide one."""
    op.drop_table("filters")
    op.execute("DROP TABLE dossier_words")
    op.rename_table("dossiers", "dossiers_wide")
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
    names = ", ".join(_COLUMNS)
    kept = names.replace("due", "CASE WHEN due < 1 << 62 THEN due ELSE 0 END")
    op.execute(f"INSERT INTO dossiers ({names}) SELECT {kept} FROM dossiers_wide")  # noqa: S608 - names of columns
    op.drop_table("dossiers_wide")
    op.create_index("dossiers_code", "dossiers", ["code"])
    op.create_index("dossiers_identity", "dossiers", ["identity"])
    op.create_index("dossiers_received", "dossiers", ["received_at"])
