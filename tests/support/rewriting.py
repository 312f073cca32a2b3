"""Somebody at a station who has its key and its database, and writes its past anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
from sqlalchemy import delete, select, update

from counter_app.clocks import SystemClock
from counter_app.domain.entry import Entry
from counter_app.journal import checkpoints, outbox
from counter_app.journal.journal import Journal, entry_of, values_of
from counter_app.journal.signing import FIRST, StationKey, seal
from counter_app.store import tables, views
from counter_app.store.database import open_database


def rewrite(folder: Path, first: int, *, copies: bool = True, pushed: int | None = None) -> None:
    """Change the own ticket of entry ``first``, chain and sign it and what follows anew, and fold the views again.

    Without ``copies`` all that says what was countersigned is deleted too; ``pushed`` is what is said to have been
    sent.
    """
    _act(folder, lambda journal: _rewrite(journal, first), copies=copies, pushed=pushed)


def cut(folder: Path, last: int, *, copies: bool = True, pushed: int | None = None) -> None:
    """Forget every own entry after ``last``, and what the views say of it."""
    _act(folder, lambda journal: _cut(journal, last), copies=copies, pushed=pushed)


def _act(folder: Path, act: Callable[[Journal], None], *, copies: bool, pushed: int | None) -> None:
    database = open_database(folder)
    try:
        journal = Journal(database, SystemClock())
        act(journal)
        if not copies:
            with database.write() as connection:
                connection.execute(delete(tables.checkpoints))
                connection.execute(delete(tables.marks).where(tables.marks.c.name == "countersigned"))
        if pushed is not None:
            outbox.set_mark(journal, outbox.PUSHED, pushed)
    finally:
        database.close()


def _rewrite(journal: Journal, first: int) -> None:
    table, key = tables.journal, journal.key
    with journal.database.write() as connection:
        mine = select(table).where(table.c.station == key.station).order_by(table.c.seq)
        entries = [entry_of(row) for row in connection.execute(mine)]
        previous = entries[first - 2].hash if first > 1 else FIRST
        for entry in entries[first - 1 :]:
            data = _changed(entry) if entry.seq == first else entry.data
            forged = seal(replace(entry, data=data, previous=previous, hash="", signature=""), key)
            place = (table.c.station == key.station) & (table.c.seq == entry.seq)
            connection.execute(update(table).where(place).values(values_of(forged)))
            previous = forged.hash
            views.refresh(connection, entry.stream)


def _changed(entry: Entry) -> str:
    fact = msgspec.json.decode(entry.data)
    fact["number"] += 500
    return msgspec.json.encode(fact).decode()


def _cut(journal: Journal, last: int) -> None:
    table = tables.journal
    with journal.database.write() as connection:
        gone = (table.c.station == journal.key.station) & (table.c.seq > last)
        streams = set(connection.execute(select(table.c.stream).where(gone)).scalars())
        connection.execute(delete(table).where(gone))
        for stream in streams:
            connection.execute(delete(tables.tickets).where(tables.tickets.c.id == stream.removeprefix("ticket/")))


def resign(folder: Path, key: StationKey) -> None:
    """Have another key sign every checkpoint that is here, and make the station believe it."""

    def act(journal: Journal) -> None:
        held = [(one, _own_hash(journal, one.seq)) for one in checkpoints.kept(journal, journal.key.station)]
        checkpoints.pin(journal, key.public_hex)
        at = journal.clock.now()
        again = [checkpoints.signed(one.station, one.seq, here, at, key) for one, here in held]
        checkpoints.keep_all(journal, again)

    _act(folder, act, copies=True, pushed=None)


def _own_hash(journal: Journal, seq: int) -> str:
    return outbox.own_entries(journal, seq - 1, 1)[0].hash
