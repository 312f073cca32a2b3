"""Connections to PostgreSQL: kept open, made anew after a failure; what it says in trouble, in the program's words."""

import logging
import re
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from counter_app.errors import Code, CounterError

log = logging.getLogger(__name__)

CONNECT_S = 3
_WAIT_S = 2.0
_AWAY_S = 1.0
_TRIES = 3

PARAMETERS: dict[str, Any] = {
    "application_name": "counter-app",
    "connect_timeout": CONNECT_S,
    # A database whose machine vanished is noticed by these, not by a request that waits for ever.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "autocommit": True,
    # Else a ticket of Kerberos would go before what the address says of certificates.
    "gssencmode": "disable",
}
# A stronger setting of the server's (remote_apply) stays; what is acknowledged is at least on disk.
_SETTINGS = """
    SELECT set_config('statement_timeout', '30s', false), set_config('lock_timeout', '10s', false),
        set_config('idle_in_transaction_session_timeout', '15s', false),
        set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN
            ('off', 'local', 'remote_write') THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""
# What libpq says when the other end is not believed, or does not encrypt; a line that broke meanwhile is no such thing.
_STRANGE = re.compile(r"certificate|does not support SSL|verified SSL|SSL error: (?!unexpected eof)")
_LONGEST_DETAIL = 150
_AGAIN = (errors.DeadlockDetected, errors.SerializationFailure)
_AWAY = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    errors.ReadOnlySqlTransaction,  # the old primary, after a change of hands
    errors.IdleInTransactionSessionTimeout,
    PoolTimeout,
    PoolClosed,
)

Result = TypeVar("Result")
Work = Callable[["psycopg.Connection[Any]"], Result]


class Connections:
    """At most ``most`` connections, used from any thread."""

    def __init__(self, url: str, most: int) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._away_until = 0.0
        # Whoever asks makes it try anew, so it need not go on by itself, slower and slower.
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=most,
            open=False,
            kwargs=PARAMETERS,
            configure=_configure,
            timeout=_WAIT_S,
            reconnect_timeout=_WAIT_S,
            name="sync-postgres",
            num_workers=1,
        )

    def open(self) -> None:
        """Begin to connect; a database that is away is tried again by whoever asks."""
        self._pool.open(wait=False)

    def transaction(self, work: Work[Result]) -> Result:
        """Do ``work`` in one durable transaction; it may be done again from its beginning. Raises STORE_AWAY."""

        def whole(connection: "psycopg.Connection[Any]") -> Result:
            with connection.transaction():
                return work(connection)

        return self.run(whole)

    def run(self, work: Work[Result]) -> Result:
        """Do ``work``, each of its statements for itself; it may be done again. Raises STORE_AWAY and DISK_FULL."""
        if time.monotonic() < self._away_until:
            raise CounterError(Code.STORE_AWAY)
        for left in reversed(range(_TRIES)):
            try:
                with self._pool.connection() as connection:
                    return work(connection)
            except (*_AWAY, *_AGAIN) as error:
                if not left or not self._may_try_again(error):
                    raise self._meant(error) from error
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Give the connections back."""
        self._pool.close()

    def _may_try_again(self, error: Exception) -> bool:
        """After a restart of the database every connection is broken, and the next ones are sound."""
        if isinstance(error, _AGAIN):
            return True
        broken = (errors.AdminShutdown, errors.CrashShutdown, errors.ReadOnlySqlTransaction)
        if isinstance(error, PoolTimeout | PoolClosed) or (
            isinstance(error, psycopg.Error) and error.sqlstate is not None and not isinstance(error, broken)
        ):
            return False
        try:
            self._pool.check()
        except _AWAY:
            return False
        return True

    def _meant(self, error: Exception) -> CounterError:
        if isinstance(error, errors.DiskFull):
            return CounterError(Code.DISK_FULL, path="PostgreSQL")
        if not isinstance(error, psycopg.Error) or error.sqlstate is None or isinstance(error, PoolTimeout):
            with self._lock:
                # Nobody else waits for what is not there: threads are few.
                self._away_until = time.monotonic() + _AWAY_S
        log.warning("event=database_away error=%s", type(error).__name__)
        return CounterError(Code.STORE_AWAY)


def connect(url: str) -> "psycopg.Connection[Any]":
    """Return a connection of its own. Raises STORE_AWAY, and DATABASE_STRANGE where whoever answers is not believed."""
    try:
        return psycopg.connect(url, **PARAMETERS)
    except psycopg.OperationalError as error:
        strange = next(filter(_STRANGE.search, str(error).splitlines()), "")
        if strange:
            detail = strange.rpartition("failed: ")[2][:_LONGEST_DETAIL]
            raise CounterError(Code.DATABASE_STRANGE, detail=detail) from error
        raise CounterError(Code.STORE_AWAY) from error


def _configure(connection: "psycopg.Connection[Any]") -> None:
    connection.execute(_SETTINGS)
