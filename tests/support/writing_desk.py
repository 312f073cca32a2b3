"""A desk as a process of its own: writes entries and blobs without end and sends them, until it is killed."""

import hashlib
import os
import sys
import uuid
from datetime import date
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.domain.facts import TicketIssued
from counter_app.journal.journal import Journal
from counter_app.store.database import open_database
from sync.channel import Backoff
from sync.office.link import OfficeLink
from sync.replicator import Pace, Replicator
from sync.wire import Upstream

PACE = Pace(backoff=Backoff(0.02, 0.2), first_batch=3, batch_s=0.001)
_MOST_AHEAD = 40
_EVERY = 5  # entries to a blob


def content_of(number: int) -> bytes:
    """The blob that goes with an entry: every tenth is large enough for a resumable upload."""
    return hashlib.sha256(str(number).encode()).digest() * (20_000 if number % 10 == 0 else 100)


def link_of(journal: Journal, url: str, office: str) -> Replicator | OfficeLink:
    """A link to the province, or to the station ``office`` of its office."""
    upstream = Upstream(url, read_s=5.0)
    return OfficeLink(journal, upstream, office, PACE) if office else Replicator(journal, upstream, pace=PACE)


def main(folder: Path, url: str, acknowledged: Path, office: str = "") -> None:
    """Write, and say in ``acknowledged`` how far, each time after it is durable."""
    database = open_database(folder)
    journal = Journal(database, SystemClock())
    replicator = link_of(journal, url, office)
    replicator.start()
    with acknowledged.open("a") as told:
        while True:
            if replicator.status().waiting > _MOST_AHEAD:
                os.sched_yield()
                continue
            number = journal.last_seq + 1
            with journal.transaction() as transaction:
                if number % _EVERY == 0:
                    content = content_of(number)
                    transaction.add_blob(database.blobs.put(content), len(content))
                fact = TicketIssued("H99.1", date(2026, 11, 23), "land", "A", number)
                transaction.append(f"ticket/{uuid.uuid4()}", fact, "kiosk")
            told.write(f"{number}\n")
            told.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
