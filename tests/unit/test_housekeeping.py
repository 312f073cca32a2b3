"""Old scans make room where the disk is short, and come back when they are looked at: a real station and province."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from counter_app.domain.dossier_facts import FormKind, PageScanned
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.verify import verify
from counter_app.services.housekeeping import Housekeeping, Room
from counter_app.store import local, migrations, tables
from sync.replicator import Replicator
from sync.wire import Upstream
from tests.support.dossiers import record
from tests.support.office import open_office
from tests.support.old_scans import SHORT, Bench, at_age, at_bench
from tests.sync.stations import all_sent, until


@dataclass
class Disk:
    """What a disk of ``size`` bytes has left beside what one folder holds."""

    folder: Path
    size: int

    @property
    def used(self) -> int:
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    def room(self) -> Room:
        return Room(max(0, self.size - self.used), self.size)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with at_bench(tmp_path) as made:
        yield made


def test_only_scans_of_long_ended_dossiers_go_and_they_come_back_when_looked_at(bench: Bench) -> None:
    old, still_open, young = bench.scan(1, 2), bench.scan(2), bench.scan(3)
    wanted = [bench.office.services.reception.page(page.sha256) for page in old.pages]
    receipt = bench.office.services.forms.form(old.id, FormKind.RECEIPT)
    at_age(bench, old)
    bench.end(young)
    keeping = bench.keeping()
    assert keeping.sweep() == 2
    assert (bench.has(old), bench.has(still_open), bench.has(young)) == ([False, False], [True], [True])
    assert (keeping.summary().away, keeping.summary().exhausted, bench.faults()) == (2, True, ())
    assert bench.office.journal.database.blobs.has(bench.office.services.dossiers.dossier(old.id).receipt)
    assert bench.office.services.forms.form(old.id, FormKind.RECEIPT) == receipt
    assert [bench.office.services.reception.page(page.sha256) for page in old.pages] == wanted
    assert (bench.has(old), keeping.summary().away, bench.faults()) == ([True, True], 0, ())


def test_nothing_goes_while_there_is_room(bench: Bench) -> None:
    old = bench.scan(1)
    at_age(bench, old)
    keeping = bench.keeping(lambda: Room(free=10, total=100))
    assert (keeping.sweep(), bench.has(old), keeping.summary().exhausted) == (0, [True], False)


@pytest.mark.allows_log("event=clock_wrong")  # the clock goes on by days while the link is up
def test_the_longest_ended_go_first_and_no_more_than_needed(bench: Bench) -> None:
    dossiers = [bench.scan(number, 30) for number in (1, 2, 3)]
    for dossier in reversed(dossiers):
        bench.end(dossier)
        bench.office.clock.move(timedelta(days=1))
    at_age(bench)
    used = Disk(bench.folder / "blobs", 0).used
    disk = Disk(bench.folder / "blobs", round(used * 1.05))
    assert bench.keeping(disk.room).sweep() == 20
    assert (sum(bench.has(dossiers[2])), all(bench.has(dossiers[1])), disk.room().enough) == (10, True, True)


def test_how_long_scans_stay_is_the_offices_choice(bench: Bench) -> None:
    old = bench.scan(1)
    at_age(bench, old)
    bench.office.services.choices.keep_scan_days(91)
    assert (bench.keeping().sweep(), bench.has(old)) == (0, [True])
    bench.office.services.choices.keep_scan_days(30)
    assert (bench.keeping().sweep(), bench.has(old)) == (1, [False])


def test_a_page_that_waits_to_be_read_or_that_open_work_names_stays(bench: Bench) -> None:
    unread, shared, drafted = bench.scan(1), bench.scan(2), bench.scan(3)
    at_age(bench, unread, shared, drafted)
    with bench.office.journal.database.write() as connection:
        local.save_draft(connection, 3, f'{{"pages": ["{drafted.pages[0].sha256}"]}}')
        row = (tables.page_texts.c.sha256 == unread.pages[0].sha256,)
        connection.execute(update(tables.page_texts).where(*row).values(state=0))
    other = bench.scan(4)
    page = shared.pages[0]
    record(bench.office, other.id, PageScanned(1, 1, page.sha256, page.size))
    assert bench.keeping().sweep() == 0
    assert [bench.has(one) for one in (unread, shared, drafted)] == [[True]] * 3


# Whoever looks first says so: the housekeeping that wanted to give it away, or the replicator that heard of it.
@pytest.mark.allows_log("event=upstream_lost_scans", "event=contents_lost_upstream")
def test_what_the_server_lost_stays_here_and_goes_up_again(bench: Bench) -> None:
    old = bench.scan(1, 2)
    at_age(bench, old)
    lost, kept = old.pages
    theirs = bench.server.journal.database
    theirs.blobs.remove(lost.sha256)
    with theirs.write() as connection:
        connection.execute(delete(tables.blobs).where(tables.blobs.c.sha256 == lost.sha256))
    assert bench.keeping().sweep() == 1
    assert bench.has(old) == [True, False]
    until(bench.replicator, all_sent)
    assert theirs.blobs.get(lost.sha256) == bench.office.journal.database.blobs.get(lost.sha256)


def test_without_a_link_nothing_goes_and_what_is_away_says_so(bench: Bench) -> None:
    gone, here = bench.scan(1), bench.scan(2)
    at_age(bench, gone)
    assert bench.keeping().sweep() == 1
    at_age(bench, here)
    keeping = bench.keeping()
    bench.server.stop()
    with pytest.raises(CounterError) as down:
        keeping.sweep()
    assert (down.value.code, keeping.summary().fault, bench.has(here)) == (Code.LINK_DOWN, Code.LINK_DOWN, [True])
    with pytest.raises(CounterError) as away:
        bench.office.services.reception.page(gone.pages[0].sha256)
    assert (away.value.code, bench.faults()) == (Code.BLOB_AWAY, ())


def test_a_station_without_a_server_keeps_everything(bench: Bench) -> None:
    old = bench.scan(1)
    at_age(bench, old)
    alone = Housekeeping(bench.office.journal, bench.office.services.choices, None, lambda: SHORT, 0)
    alone.start()
    alone.close()
    assert (alone.sweep(), bench.has(old)) == (0, [True])


def test_it_looks_by_itself_and_ends_when_asked(bench: Bench) -> None:
    old = bench.scan(1)
    at_age(bench, old)
    looked = threading.Event()
    blobs = bench.office.journal.database.blobs

    def room() -> Room:
        if not blobs.has(old.pages[0].sha256):
            looked.set()
        return SHORT

    keeping = bench.keeping(room)
    keeping.start()
    assert looked.wait(30)
    keeping.close()
    assert not keeping._thread.is_alive()


KILLED = """
import os, signal, sys
from pathlib import Path
from counter_app.services.housekeeping import Housekeeping, Room
from sync.asking import Asking
from sync.wire import Upstream
from tests.support.office import open_office
from counter_app.clocks import ManualClock
from datetime import datetime
folder, url, now, moment = Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3]), int(sys.argv[4])
removals = 0
def hear(event, given):
    global removals
    if event == "os.remove" and str(given[0]).startswith(str(folder / "blobs")):
        removals += 1
        if removals == moment:
            os.kill(os.getpid(), signal.SIGKILL)
with open_office(folder, clock=ManualClock(now)) as office:
    sys.addaudithook(hear)
    short = Room(free=0, total=100)
    Housekeeping(office.journal, office.services.choices, Asking(office.journal, Upstream(url)), lambda: short).sweep()
"""


def test_killed_between_mark_and_removal_it_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    moment = 3
    with at_bench(tmp_path) as bench:
        old = bench.scan(1, 4)
        at_age(bench, old)
        bench.replicator.close()
        bench.office.close()
        now, url = bench.office.clock.now().isoformat(), bench.server.url
        arguments = [sys.executable, "-c", KILLED, str(bench.folder), url, now, str(moment)]
        ended = subprocess.run(arguments, capture_output=True, timeout=120, check=False)  # noqa: S603 - our own
        assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
        with open_office(bench.folder, clock=bench.office.clock) as office:
            again = Bench(office, bench.server, Replicator(office.journal, Upstream(url)))
            office.journal.database.blobs.elsewhere = again.replicator.fetch
            assert sum(again.has(old)) == 4 - (moment - 1)
            assert again.faults() == ()
            assert again.keeping().sweep() == 4 - (moment - 1)
            assert (again.has(old), again.faults()) == ([False] * 4, ())
            for page in old.pages:
                assert len(office.services.reception.page(page.sha256)) == page.size
            assert again.faults() == ()


def test_verify_knows_what_was_given_away_from_what_is_lost_or_damaged(bench: Bench) -> None:
    away, lost = bench.scan(1), bench.scan(2)
    at_age(bench, away)
    assert (bench.keeping().sweep(), bench.faults()) == (1, ())
    database = bench.office.journal.database
    database.blobs.remove(lost.pages[0].sha256)
    assert [one.where for one in verify(bench.office.journal).faults] == [f"blob/{lost.pages[0].sha256}"]
    bench.office.services.reception.page(away.pages[0].sha256)
    name = away.pages[0].sha256
    (bench.folder / "blobs" / name[:2] / name).write_bytes(b"torn")
    assert len(bench.faults()) == 2


def test_a_file_that_went_again_before_it_was_counted_keeps_its_mark(bench: Bench) -> None:
    away = bench.scan(1)
    at_age(bench, away)
    bench.keeping().sweep()
    outbox.blob_arrived(bench.office.journal, away.pages[0].sha256, away.pages[0].size)
    assert (bench.keeping().summary().away, bench.faults()) == (1, ())


def test_a_store_goes_back_to_a_version_that_knew_no_mark_and_comes_up_again(bench: Bench) -> None:
    away = bench.scan(1)
    at_age(bench, away)
    bench.keeping().sweep()
    engine = bench.office.journal.database._engine
    migrations.migrate(engine, "0007")
    migrations.migrate(engine, "head")
    assert [one.where for one in verify(bench.office.journal).faults] == [f"blob/{away.pages[0].sha256}"]
    bench.office.services.reception.page(away.pages[0].sha256)
    assert bench.faults() == ()
