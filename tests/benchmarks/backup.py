"""What a backup costs: a commit beside it, and how long making, trying and restoring one take."""

import argparse
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from counter_app.clocks import ManualClock
from counter_app.domain.dossier_facts import Commented
from counter_app.errors import CounterError
from counter_app.services.backup import make_backup
from counter_app.services.backup_check import check_backup
from counter_app.services.restoring import Opening, restore_backup
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, seal_by_words
from tests.benchmarks.measure import Case, Figures, measure, report
from tests.support.dossier_entries import RECEIVED
from tests.support.dossiers import record
from tests.support.office import MORNING, OpenOffice, open_office

WORDS = "khentun phonsui nagai khayvung nunham"
ROUNDS, CALLS = 5, 40
PAGE = bytes(range(256)) * 200


def main() -> None:
    """Measure with ``--dossiers`` dossiers and as many contents."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossiers", type=int, default=1_000)
    wanted = parser.parse_args()
    with TemporaryDirectory() as home:
        folder, stick = Path(home) / "data", Path(home) / "stick"
        stick.mkdir()
        with open_office(folder) as office:
            keep_recovery(folder, seal_by_words(WORDS, load_key(folder)))
            _fill(office, wanted.dossiers)
            commits = _commits(office, stick)
            first = _seconds(lambda: make_backup(office.journal, Path(home) / "stick", 3))
            made: list[Path] = []
            again = _seconds(lambda: made.append(Path(make_backup(office.journal, stick, 3).path)))
            tried = _seconds(lambda: check_backup(office.journal, made[0], lambda _done, _all: None, lambda: False))
            entries = office.journal.last_seq
        restored = _seconds(lambda: _restore(made[0], Path(home) / "new"))
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    times = {"first_s": first, "again_s": again, "tried_s": tried, "restored_s": restored}
    report("backup", commits, dossiers=wanted.dossiers, entries=entries, megabytes=round(size / 1e6, 1), **times)
    print(" ".join(f"{name}={value:.2f}" for name, value in times.items()))


def _fill(office: OpenOffice, count: int) -> None:
    blobs = office.journal.database.blobs
    for number in range(count):
        key = f"{number:032x}"
        record(office, key, replace(RECEIVED, code=f"H99.17-261123-{number:06d}"))
        blobs.put(number.to_bytes(8, "big") + PAGE)


def _commits(office: OpenOffice, stick: Path) -> list[Figures]:
    """A commit alone, and beside backups that follow one another."""
    ending, running = threading.Event(), threading.Event()

    def keep_on() -> None:
        while not ending.is_set():
            if running.wait(0.05):
                with suppress(CounterError):
                    make_backup(office.journal, stick, 2, cut=lambda: ending.is_set() or not running.is_set())

    def commit(number: int) -> None:
        with office.journal.transaction() as transaction:
            transaction.append(f"dossier/{0:032x}", Commented("ha", f"Lần {number}"), "officer/ha")

    def alone(number: int) -> None:
        running.clear()
        commit(number)

    def beside(number: int) -> None:
        running.set()
        commit(number)

    backups = threading.Thread(target=keep_on)
    backups.start()
    try:
        return measure([Case("commit", alone), Case("commit-beside-backup", beside)], rounds=ROUNDS, calls=CALLS)
    finally:
        ending.set()
        backups.join()


def _restore(path: Path, folder: Path) -> None:
    restore_backup(path, folder, Opening(WORDS), ManualClock(MORNING), lambda _journal, before, _files: before.rank)


def _seconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


if __name__ == "__main__":
    main()
