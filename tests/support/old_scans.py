"""A station whose scans a real province has, for tests of what makes room."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.domain.dossier_facts import DossierStopped, WithdrawalRequested
from counter_app.domain.dossiers import Dossier
from counter_app.journal.verify import verify
from counter_app.services.housekeeping import Housekeeping, Room
from counter_app.store import page_texts
from sync.asking import Asking
from sync.replicator import Replicator
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.wire import Upstream
from tests.support.dossiers import record
from tests.support.office import OpenOffice, open_office
from tests.support.scanned import receive_scanned
from tests.sync.stations import all_sent, province, until

KEPT = timedelta(days=90)
SHORT = Room(free=0, total=100)
"""A disk that stays short until everything that may go is gone."""


@dataclass
class Bench:
    """A station whose scans a province has."""

    office: OpenOffice
    server: ServerThread
    replicator: Replicator

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.office.journal.database.folder

    def scan(self, number: int, pages: int = 1) -> Dossier:
        """Receive a dossier with so many pages, and wait until they are at the province."""
        contents = tuple(os.urandom(9_000) for _ in range(pages))
        dossier = receive_scanned(self.office, number, contents)
        until(self.replicator, all_sent)
        return dossier

    def end(self, dossier: Dossier) -> None:
        """End a dossier as its applicant wishes."""
        asked = WithdrawalRequested("ha", dossier.applicant.name, "không cần nữa")
        record(self.office, dossier.id, asked, DossierStopped("ha", "theo đề nghị"))

    def read_pages(self) -> None:
        """No page waits for recognition any more."""
        with self.office.journal.database.write() as connection:
            page_texts.take_in(connection, self.office.journal.key.station)
            while (page := page_texts.next_waiting(connection)) is not None:
                page_texts.finish(connection, page, b"", "")

    def keeping(self, room: Callable[[], Room] = lambda: SHORT) -> Housekeeping:
        """The housekeeping of this station, not started."""
        services, journal = self.office.services, self.office.journal
        return Housekeeping(journal, services.choices, Asking(journal, Upstream(self.server.url)), room, 0)

    def has(self, dossier: Dossier) -> list[bool]:
        """Of each page whether it is here."""
        blobs = self.office.journal.database.blobs
        return [blobs.has(page.sha256) for page in dossier.pages]

    def faults(self) -> tuple[object, ...]:
        """What verification finds."""
        return verify(self.office.journal).faults


@contextmanager
def at_bench(folder: Path) -> Iterator[Bench]:
    """A prepared office and its province."""
    with open_office(folder / "desk") as office, with_province(office, folder / "province") as bench:
        yield bench


@contextmanager
def with_province(office: OpenOffice, folder: Path) -> Iterator[Bench]:
    """An open office that sends what it has to a province of its own."""
    with province(folder, clock=office.clock) as server:
        key = office.journal.key
        server.store.introduce(office.services.office.id, [Introduced(key.station, key.public_hex)])
        replicator = Replicator(office.journal, Upstream(server.url))
        office.journal.database.blobs.elsewhere = replicator.fetch
        replicator.start()
        try:
            yield Bench(office, server, replicator)
        finally:
            replicator.close()


def at_age(bench: Bench, *dossiers: Dossier) -> None:
    """These ended 90 days ago, and every page was read."""
    for dossier in dossiers:
        bench.end(dossier)
    bench.office.clock.move(KEPT + timedelta(minutes=1))
    bench.read_pages()
    until(bench.replicator, all_sent)
