"""What encryption costs: the same program on the same data, with its key and without, by the same library, interleaved.

``make bench NAME=encryption`` measures 1,000 and 100,000 dossiers; ``ARGS="--sizes 1000"`` only so many. Stores are
kept in ``build/bench``; the first time they are filled, and copied without encryption. ``--processor`` times all of it
by the processor's clock, without the waits for the disk: for a machine that does other work at the same time.
"""

import argparse
import functools
import hashlib
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from counter_app.domain.dossier_filter import DossierFilter
from counter_app.store import database
from counter_app.store.blobs import BlobStore
from counter_app.store.durable import write_durably
from counter_app.store.keys import load_key
from tests.benchmarks.dossiers import SHOWN, keystrokes
from tests.benchmarks.driver import open_bare
from tests.benchmarks.journal_append import append
from tests.benchmarks.many_dossiers import open_many
from tests.benchmarks.measure import RESULTS, Case, Figures, measure, report
from tests.support.office import OpenOffice, open_office

SIZES = (1_000, 100_000)
ROUNDS = 5
PAGE_BYTES = 400_000
"""A page of A4 in grey at 200 dots per inch."""


class _WithoutKey(sqlcipher.Connection):  # type: ignore[misc] - the driver has no types
    """A connection of the same library that is never told a key."""

    def execute(self, statement: str, *values: object) -> Any:  # noqa: ANN401
        return super().execute("SELECT 1" if statement.startswith("PRAGMA key") else statement, *values)


class _Driver:
    """The driver's module, whose connections have no key."""

    connect = staticmethod(functools.partial(sqlcipher.connect, factory=_WithoutKey))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(sqlcipher, name)


@contextmanager
def without_encryption() -> Iterator[None]:
    """What is opened in this block is opened without a key."""
    kept = database.sqlcipher
    database.sqlcipher = _Driver()
    try:
        yield
    finally:
        database.sqlcipher = kept


def open_plain(folder: Path) -> OpenOffice:
    """Open the copy without encryption."""
    with without_encryption():
        return open_office(folder)


def copy_plain(encrypted: Path, plain: Path) -> None:
    """Copy a store, its database without encryption."""
    plain.mkdir()
    shutil.copy(encrypted / "station.key", plain)
    source = open_bare(encrypted / "counter.db", load_key(encrypted))
    source.execute(f"ATTACH DATABASE '{plain / 'counter.db'}' AS plain KEY ''")
    source.execute("SELECT sqlcipher_export('plain')").fetchall()
    source.execute("DETACH DATABASE plain")
    source.close()


def stores(size: int) -> tuple[Path, Path]:
    """The folders with so many dossiers, encrypted and not; made where they are not there."""
    encrypted, plain = (RESULTS / f"encryption-{size}-{name}" for name in ("with", "without"))
    if not plain.exists():
        for folder in (encrypted, plain):
            shutil.rmtree(folder, ignore_errors=True)
        encrypted.mkdir(parents=True)
        open_many(encrypted, size, size).close()
        copy_plain(encrypted, plain)
    return encrypted, plain


Pair = Callable[[str, Callable[[int], object], Callable[[int], object], int], list[Figures]]
"""Measures one thing both ways, without encryption first: name, both, calls a round."""


def pairs(clock: Callable[[], float]) -> Pair:
    """Return what measures both ways in turn, by this clock."""

    def pair(
        name: str, plain: Callable[[int], object], encrypted: Callable[[int], object], calls: int
    ) -> list[Figures]:
        cases = (Case(f"{name}, not encrypted", plain), Case(f"{name}, encrypted", encrypted))
        return measure(cases, rounds=ROUNDS, calls=calls, clock=clock)

    return pair


def of_store(size: int, pair: Pair) -> list[Figures]:
    """Commit, search, list and open, with so many dossiers."""
    encrypted, plain = stores(size)
    typed = keystrokes()
    said = f"{size:,} dossiers"
    found: list[Figures] = []
    with ExitStack() as opened:
        theirs, ours = opened.enter_context(open_plain(plain)), opened.enter_context(open_office(encrypted))
        before = ours.journal.last_seq

        def commit(office: OpenOffice) -> Callable[[int], object]:
            return lambda call: append(office.journal, before * 10_000 + call)

        def search(office: OpenOffice) -> Callable[[int], object]:
            return lambda call: office.services.dossiers.find(typed[call % len(typed)], SHOWN)

        def newest(office: OpenOffice) -> Callable[[int], object]:
            return lambda call: office.services.dossiers.list(DossierFilter(), SHOWN)

        found += pair(f"durable entry, {said}", commit(theirs), commit(ours), 60)
        found += pair(f"search at each keystroke, {said}", search(theirs), search(ours), len(typed))
        found += pair(f"list of the newest, {said}", newest(theirs), newest(ours), 20)
    found += pair(
        f"open and first list, {said}",
        lambda _: first_list(open_plain, plain),
        lambda _: first_list(open_office, encrypted),
        3,
    )
    return found


def first_list(opened: Callable[[Path], OpenOffice], folder: Path) -> None:
    """Open the store, as the program does, and read the first page; nothing is in its cache."""
    with opened(folder) as office:
        office.services.dossiers.list(DossierFilter(), SHOWN)


def of_blobs(folder: Path, pair: Pair) -> list[Figures]:
    """Keep a page and read it again, against a plain file written as durably."""
    blobs, files = BlobStore(folder / "blobs", bytes(range(32))), folder / "files"
    files.mkdir()
    page = random.Random(1).randbytes(PAGE_BYTES)

    def content(call: int) -> bytes:
        return call.to_bytes(8, "big") + page

    def write_plain(call: int) -> None:
        made = content(call)
        write_durably(files / hashlib.sha256(made).hexdigest(), made)

    def read_plain() -> None:
        if hashlib.sha256(plain.read_bytes()).hexdigest() != kept:
            raise ValueError(plain)

    kept = blobs.put(content(0))
    plain = files / "read"
    write_durably(plain, content(0))
    return [
        *pair("keep a page", write_plain, lambda call: blobs.put(content(call + 1)), 20),
        *pair("read and check a page", lambda _: read_plain(), lambda _: blobs.get(kept), 20),
    ]


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--processor", action="store_true", help="time by the processor's clock")
    chosen = parser.parse_args()
    clock = time.thread_time if chosen.processor else time.perf_counter
    folder = RESULTS / "encryption-blobs"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    figures = of_blobs(folder, pairs(clock))
    shutil.rmtree(folder)
    for size in chosen.sizes:
        figures += of_store(size, pairs(clock))
    facts = {"sqlite": sqlcipher.sqlite_version, "page_bytes": PAGE_BYTES, "clock": clock.__name__}
    report("encryption", figures, **facts)


if __name__ == "__main__":
    main()
