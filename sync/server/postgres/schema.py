"""The tables of a province, made and brought up to date at start.

Every primary key begins with the office, so that the large tables can be partitioned or distributed by it; only a
blob has none: its hash is its key, wherever it is from; ``blob_offices`` says who brought it. Entries are kept as they
came and never changed.
"""

import logging
from typing import Any

from psycopg import Connection

from counter_app.errors import Code, CounterError

log = logging.getLogger(__name__)

_LOCK = 0x71756179  # any number that no other program of this database locks

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE audiences (
        office text PRIMARY KEY,
        position bigint NOT NULL DEFAULT 0
    ) WITH (fillfactor = 50);
    CREATE TABLE stations (
        office text NOT NULL,
        station text NOT NULL,
        public_key text NOT NULL,
        revoked boolean NOT NULL DEFAULT false,
        barred boolean NOT NULL DEFAULT false,
        rank integer,
        admitted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (office, station)
    );
    CREATE UNIQUE INDEX stations_station ON stations (station);
    CREATE TABLE heads (
        office text NOT NULL,
        station text NOT NULL,
        seq bigint NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (office, station)
    ) WITH (fillfactor = 50);
    CREATE TABLE entries (
        office text NOT NULL,
        station text NOT NULL,
        seq bigint NOT NULL,
        position bigint NOT NULL,
        stream text NOT NULL,
        kind text NOT NULL,
        version integer NOT NULL,
        time bigint NOT NULL,
        actor text NOT NULL,
        data text NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL,
        signature text NOT NULL,
        fault text,
        received text,
        PRIMARY KEY (office, station, seq)
    );
    CREATE UNIQUE INDEX entries_position ON entries (office, position);
    CREATE INDEX entries_of_stations ON entries (office, stream) WHERE starts_with(stream, 'station/');
    CREATE TABLE kept_aside (
        office text NOT NULL,
        station text NOT NULL,
        seq bigint NOT NULL,
        digest text NOT NULL,
        reason text NOT NULL,
        entry text NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (office, station, seq, digest)
    );
    CREATE TABLE codes (
        office text NOT NULL,
        digest text NOT NULL,
        used boolean NOT NULL DEFAULT false,
        good_until timestamptz,
        PRIMARY KEY (office, digest)
    );
    CREATE INDEX codes_digest ON codes (digest);
    CREATE TABLE blobs (
        sha256 text PRIMARY KEY,
        size bigint NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now()
    );
    """,
    """
    CREATE TABLE checkpoints (
        office text NOT NULL,
        station text NOT NULL,
        seq bigint NOT NULL,
        hash text NOT NULL,
        at bigint NOT NULL,
        signer text NOT NULL,
        signature text NOT NULL,
        PRIMARY KEY (office, station, seq)
    );
    """,
    # Who brought a blob may have it. Those from before this step have no office: they stay everybody's.
    """
    CREATE TABLE blob_offices (
        office text NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (office, sha256)
    );
    CREATE INDEX blob_offices_sha256 ON blob_offices (sha256);
    CREATE TABLE blobs_apart (since timestamptz NOT NULL);
    INSERT INTO blobs_apart VALUES (now());
    """,
)


def upgrade(connection: Connection[Any]) -> None:
    """Bring the tables up to this program's version; of several processes that start at once, one does it.

    Raises STORE_TOO_NEW when a later program made them.
    """
    with connection.transaction():
        # As long as it takes, here and in the process that is waited for.
        connection.execute("SELECT set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)")
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)")
        found = connection.execute("SELECT version FROM schema_version").fetchone()
        version = 0 if found is None else int(found[0])
        if version > len(STEPS):
            raise CounterError(Code.STORE_TOO_NEW, path="PostgreSQL")
        for step in STEPS[version:]:
            connection.execute(step.encode())
        if found is None:
            connection.execute("INSERT INTO schema_version VALUES (%s)", (len(STEPS),))
        elif version < len(STEPS):
            connection.execute("UPDATE schema_version SET version = %s", (len(STEPS),))
    if version < len(STEPS):
        log.info("event=schema_upgraded before=%d now=%d", version, len(STEPS))
