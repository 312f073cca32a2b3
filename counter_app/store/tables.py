"""The tables: the journal, its views, what is only of this station. Times are hybrid (journal) or ms UTC."""

from sqlalchemy import DDL, Column, Index, Integer, LargeBinary, MetaData, Table, Text, event, text

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("station", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("time", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Index("journal_stream", "stream", "time"),
    sqlite_with_rowid=False,
)

# Positions are given at commit: there is one writer, so a reader that has position N has seen all before it.
feed = Table(
    "feed",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("audience", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Index("feed_audience", "audience", "position"),
    Index("feed_entry", "station", "seq"),
    sqlite_autoincrement=True,
)

_OF_DAY = ("office", "day")
_CLASS = ("group_id", "urgent", "quick", "only_desk")
tickets = Table(
    "tickets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("office", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("group_id", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("desk", Integer),
    Column("waiting_since", Integer, nullable=False),
    Column("called_at", Integer),
    Column("body", Text, nullable=False),
    Column("parked_until", Integer),
    Column("only_desk", Integer),
    Column("quick", Integer),
    Column("first_called", Integer),
    Index("tickets_number", "office", "day", "prefix", "number"),
    # All that the rule of calling asks of who waits: it reads no row.
    Index("tickets_line", *_OF_DAY, "state", "parked_until", *_CLASS, "waiting_since", "number", "id"),
)

# Each call from the line, in its order: all that the rule of calling asks of who was called. A ticket that was sent on
# was called by two desks, so its row cannot say it.
calls = Table(
    "calls",
    metadata,
    Column("office", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("time", Integer, primary_key=True, autoincrement=False),
    Column("ticket", Text, primary_key=True),
    Column("group_id", Text, nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("desk", Integer, nullable=False),
    Index("calls_ticket", "ticket"),
    sqlite_with_rowid=False,
)

# ``place`` is the order of the lists (see counter_app/store/dossier_index.py); NEVER stands for a time that is not set,
# so that it sorts last. ``stage`` 0 has ended: the partial indexes hold what is open, which stays few however many end.
NEVER = 1 << 62
_OPEN = text("stage > 0")
_BY_DUE = (
    *("due", "place", "state", "stage", "late_from", "holder", "department", "giver", "given_from"),
    *("procedure", "field", "office", "channel", "officer", "authority"),
)
dossiers = Table(
    "dossiers",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("state", Integer, nullable=False),
    Column("stage", Integer, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("giver", Text, nullable=False),
    Column("given_from", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("received_at", Integer, nullable=False),
    Column("due", Integer, nullable=False),
    Column("work_due", Integer, nullable=False),
    Column("late_from", Integer, nullable=False),
    Column("ended_at", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("dossiers_id", "id", unique=True),
    Index("dossiers_code", "code"),
    Index("dossiers_identity", "identity"),
    Index("dossiers_received", "received_at", "id"),
    Index("dossiers_ended", "ended_at", "received_at"),
    Index("dossiers_field", "field"),
    Index("dossiers_holder", "holder", "stage", "work_due", sqlite_where=_OPEN),
    Index("dossiers_department", "department", "stage", "work_due", sqlite_where=_OPEN),
    Index("dossiers_open_name", "procedure", "name", sqlite_where=_OPEN),
    # All that a list may ask for, so that no list reads a row that it does not show: by due time of the open ones,
    # which are few, and of all; and by place, what the search index does not know.
    Index("dossiers_open", *_BY_DUE, sqlite_where=_OPEN),
    Index("dossiers_due", *_BY_DUE),
    Index(
        "dossiers_facets", "place", "state", "stage", "due", "late_from", "holder", "department", "giver", "given_from"
    ),
)
# The words of the search: no text is kept twice (contentless), the row's place is the document's number.
DOSSIER_WORDS = (
    "CREATE VIRTUAL TABLE dossier_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
)
event.listen(dossiers, "after_create", DDL(DOSSIER_WORDS))  # type: ignore[no-untyped-call]
event.listen(dossiers, "before_drop", DDL("DROP TABLE dossier_words"))  # type: ignore[no-untyped-call]

ratings = Table(
    "ratings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("ticket", Text, nullable=False),
    Column("desk", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ratings_desk", "desk", "state"),
    Index("ratings_opened", "opened_at"),
)

# Offices, stations, desks, officers, groups, procedures and devices: few, read whole.
places = Table(
    "places",
    metadata,
    Column("stream", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("places_kind", "kind"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("station", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("reviews_stream", "stream"),
)

# Only of this station: not views of the journal.
blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("at_upstream", Integer, nullable=False),
    Column("scan", Integer, nullable=False, server_default="0"),  # 0: somebody waits for it, so it goes first
    Column("since", Integer, nullable=False, server_default="0"),  # hybrid time; 0: not known
    Column("away", Integer, nullable=False, server_default="0"),  # 1: may be missing here, the upstream has it
    Index("blobs_waiting", "at_upstream", "scan", "size", "since"),
)
# Which entry a command made first: the caller's id after "#" in the actor. Asked again, the answer is the same stream.
commands = Table(
    "commands",
    metadata,
    Column("id", Text, primary_key=True),
    Column("stream", Text, nullable=False),
)
peers = Table(
    "peers",
    metadata,
    Column("station", Text, primary_key=True),
    Column("public_key", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("revoked", Integer, nullable=False),
)
marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("desk", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
filters = Table(
    "filters",
    metadata,
    Column("officer", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("body", Text, nullable=False),
)
# What was recognised on the pages scanned here: made by this station's own program, and made again if it is lost.
page_texts = Table(
    "page_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", Text, nullable=False),
    Column("paper", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("state", Integer, nullable=False),
    Column("words", LargeBinary),
    Index("page_texts_page", "dossier", "paper", "sha256", unique=True),
    Index("page_texts_same", "sha256"),
    Index("page_texts_waiting", "id", sqlite_where=text("state = 0")),
    Index("page_texts_failed", "id", sqlite_where=text("state = 2")),
)
# Which words a page has; not where, and no text: the row above has that.
PAGE_WORDS = (
    "CREATE VIRTUAL TABLE page_words USING fts5"
    "(words, content='', contentless_delete=1, detail='none', tokenize='ascii')"
)
event.listen(page_texts, "after_create", DDL(PAGE_WORDS))  # type: ignore[no-untyped-call]
event.listen(page_texts, "before_drop", DDL("DROP TABLE page_words"))  # type: ignore[no-untyped-call]
identity = Table(
    "identity",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("officer", Text, primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("locked_until", Integer, nullable=False),
    Column("locks", Integer, nullable=False, server_default="0"),  # in a row: each one lasts longer
)
# What concerns the safety of the papers; chained, and sealed in the journal (counter_app/journal/security_seal.py).
security_events = Table(
    "security_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("officer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("sent", Integer, nullable=False, server_default="0"),
    Index("security_events_at", "at"),
    Index("security_events_waiting", "id", sqlite_where=text("sent = 0")),
)
# Where a station's chain stood when the upstream said so, in its own hand.
checkpoints = Table(
    "checkpoints",
    metadata,
    Column("station", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("signer", Text, nullable=False),
    Column("signature", Text, nullable=False),
)
kept_aside = Table(
    "kept_aside",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("station", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("entry", Text, nullable=False),
)

VIEWS = (tickets, calls, dossiers, ratings, places, reviews)
