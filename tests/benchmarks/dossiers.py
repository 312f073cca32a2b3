"""Searching as one types, lists, work, opening and receiving, with few dossiers and with very many.

``make bench NAME=dossiers`` measures 1,000 and 100,000; ``make bench NAME=dossiers ARGS="--size 1000000"`` a million.
Stores are kept in ``build/bench``; the first time they are filled. Every figure stands beside the bare SQLite query:
the same statements by sqlcipher3 on the same file, without the program around them. What only reads is timed by the
processor's clock with ``--processor``, for a machine that does other work at the same time.
"""

import argparse
import itertools
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from counter_app.domain.dossier_filter import DossierFilter, DossierOrder
from counter_app.domain.dossiers import DossierState
from counter_app.store.codec import milliseconds
from counter_app.store.dossier_index import first_place
from counter_app.store.dossier_lists import listing
from counter_app.store.dossier_words import terms
from counter_app.store.keys import load_or_make_key
from tests.benchmarks.driver import open_bare
from tests.benchmarks.journal_append import append
from tests.benchmarks.many_dossiers import open_many
from tests.benchmarks.measure import RESULTS, Case, Figures, measure, report
from tests.support.office import OpenOffice

SIZES = (1_000, 100_000)
JOURNALLED = 100_000
"""So many of the newest dossiers have their signed entries; of more, those before have rows and search index only."""

SHOWN = 50
ROUNDS = 3
TYPED = (
    *("nguyen van a", "Trần Thị Hoa", "le", "ng", "n v h", "oanh dao"),
    *("khai sinh ket hon", "dang ky khai sinh", "nguyen khai tu"),
    *("0123", "261123 0300", "000152000417", "0900 000 417", "9999999", "hoa 0417", "xyz"),
)
"""What officers type, and what is hardest: the commonest words, words that never meet, numbers that nobody has."""

LISTS = {
    "newest": DossierFilter(),
    "late, to be done": DossierFilter(late=True, open=True, order=DossierOrder.DUE),
    "late, also returned": DossierFilter(late=True),
    "to be returned": DossierFilter(states=(DossierState.DONE,)),
    "one procedure, returned": DossierFilter(procedure="1.004873", states=(DossierState.RETURNED,)),
    "one officer's with a word": DossierFilter(holder="ha", text="nguyen"),
}


@dataclass(frozen=True, slots=True)
class Store:
    """An open office with many dossiers, a bare connection to the same file, and the clock to time reads by."""

    office: OpenOffice
    bare: Any
    now: int
    clock: Callable[[], float]

    def places(self, wanted: DossierFilter) -> tuple[str, dict[str, Any]]:
        """The statement of a list, for the bare connection."""
        asked = listing(wanted, self.now)
        return asked.places(), {**asked.values, "limit": SHOWN + 1}

    def read(self, wanted: DossierFilter) -> None:
        """One page by the bare driver: the places, then the rows."""
        places = [row[0] for row in self.bare.execute(*self.places(wanted)).fetchall()]
        marks = ", ".join("?" * len(places[:SHOWN]))
        self.bare.execute(f"SELECT place, body FROM dossiers WHERE place IN ({marks})", places[:SHOWN]).fetchall()  # noqa: S608


def keystrokes() -> tuple[str, ...]:
    """Every beginning of everything typed."""
    return tuple(text[:length] for text in TYPED for length in range(1, len(text) + 1))


def search_cases(store: Store) -> list[Figures]:
    """Search at every keystroke."""
    typed = keystrokes()
    find = store.office.services.dossiers.find
    cases = (
        Case("bare: search at each keystroke", lambda call: store.read(DossierFilter(typed[call % len(typed)]))),
        Case("search at each keystroke", lambda call: find(typed[call % len(typed)], SHOWN)),
    )
    return measure(cases, rounds=ROUNDS, calls=len(typed), clock=store.clock)


def list_cases(store: Store) -> list[Figures]:
    """Pages of lists."""
    read = store.office.services.dossiers.list
    found: list[Figures] = []
    for name, wanted in LISTS.items():
        found += measure(
            (
                Case(f"bare: list of {name}", lambda _, wanted=wanted: store.read(wanted)),
                Case(f"list of {name}", lambda _, wanted=wanted: read(wanted, SHOWN)),
            ),
            rounds=ROUNDS,
            calls=10,
            clock=store.clock,
        )
    return found


def work_cases(store: Store) -> list[Figures]:
    """What one officer has to do, against the same rows read at once."""
    query = (
        "SELECT body FROM dossiers INDEXED BY dossiers_holder WHERE holder = 'ha' AND stage > 0 "
        "ORDER BY stage, work_due LIMIT 700"
    )
    work = store.office.services.dossiers.work
    cases = (
        Case("bare: work of an officer", lambda _: store.bare.execute(query).fetchall()),
        Case("work of an officer", lambda _: work(officer="ha")),
    )
    return measure(cases, rounds=ROUNDS, calls=10, clock=store.clock)


def open_cases(store: Store) -> list[Figures]:
    """A dossier and its time line, one after another of the newest."""
    dossiers = store.office.services.dossiers
    ids = [one.id for one in dossiers.find("", 500)]

    def bare(call: int) -> None:
        key = ids[call % len(ids)]
        store.bare.execute("SELECT body FROM dossiers WHERE id = ?", (key,)).fetchall()
        store.bare.execute("SELECT * FROM journal WHERE stream = ?", (f"dossier/{key}",)).fetchall()

    def ours(call: int) -> None:
        key = ids[call % len(ids)]
        dossiers.dossier(key)
        dossiers.history(key)

    cases = (Case("bare: row and entries of a dossier", bare), Case("dossier and its time line", ours))
    return measure(cases, rounds=ROUNDS, calls=100, clock=store.clock)


def receive_cases(store: Store) -> list[Figures]:
    """One dossier received: entry, row, indexes, words; durable each time."""
    journal = store.office.journal
    entry = append(journal, int(time.time() * 1000))
    dossier_id = entry.stream.partition("/")[2]
    row = store.bare.execute("SELECT * FROM dossiers WHERE id = ?", (dossier_id,)).fetchone()
    names = [column[1] for column in store.bare.execute("PRAGMA table_info(dossiers)").fetchall()]
    words = terms(dict(zip(names, row, strict=True)))
    journalled = store.bare.execute("SELECT * FROM journal WHERE stream = ?", (entry.stream,)).fetchone()
    free = itertools.count(first_place(milliseconds(store.office.clock.now())) + 1_000_000)
    marks = {"journal": ", ".join("?" * len(journalled)), "dossiers": ", ".join("?" * len(row))}

    def bare(_: int) -> None:
        place = next(free)
        store.bare.execute("BEGIN IMMEDIATE")
        entry_row = ("bare", place, *journalled[2:])
        store.bare.execute(f"INSERT INTO journal VALUES ({marks['journal']})", entry_row)  # noqa: S608
        store.bare.execute(f"INSERT INTO dossiers VALUES ({marks['dossiers']})", (place, f"bare{place}", *row[2:]))  # noqa: S608
        store.bare.execute("INSERT INTO dossier_words (rowid, words) VALUES (?, ?)", (place, words))
        store.bare.execute("COMMIT")

    numbers = itertools.count(int(time.time() * 1000) << 8)
    cases = (
        Case("bare: entry, row and words inserted", bare),
        Case("dossier received", lambda _: append(journal, next(numbers))),
    )
    figures = measure(cases, rounds=ROUNDS, calls=100)
    for table in (
        "dossier_words WHERE rowid IN (SELECT place FROM dossiers WHERE id LIKE 'bare%')",
        "dossiers WHERE id LIKE 'bare%'",
        "journal WHERE station = 'bare'",
    ):
        store.bare.execute(f"DELETE FROM {table}")  # noqa: S608
    return figures


def worst_keystrokes(store: Store) -> list[dict[str, object]]:
    """The three slowest of all keystrokes (the best of three tries each)."""
    find: Callable[..., object] = store.office.services.dossiers.find

    def best(text: str) -> float:
        tries = []
        for _ in range(3):
            start = store.clock()
            find(text, SHOWN)
            tries.append((store.clock() - start) * 1000)
        return min(tries)

    slowest = sorted(((best(text), text) for text in dict.fromkeys(keystrokes())), reverse=True)[:3]
    return [{"typed": text, "ms": round(ms, 1)} for ms, text in slowest]


def run(size: int, journalled: int, clock: Callable[[], float]) -> None:
    """Measure one size, in a process that has not filled the store."""
    folder = RESULTS / f"dossiers-{size}"
    with open_many(folder, size, journalled) as office:
        start = clock()
        office.services.dossiers.find("nguyen", SHOWN)
        first = (clock() - start) * 1000
        bare = open_bare(folder / "counter.db", load_or_make_key(folder))
        store = Store(office, bare, milliseconds(office.clock.now()), clock)
        figures = [*search_cases(store), *list_cases(store), *work_cases(store), *open_cases(store)]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        worst = worst_keystrokes(store)
        figures += receive_cases(store)
        store.bare.close()
    megabytes = round((folder / "counter.db").stat().st_size / 1e6)
    facts = {
        "size": size,
        "journalled": min(size, journalled),
        "file_mb": megabytes,
        "memory_mb": memory,
        "clock": clock.__name__,
    }
    report(f"dossiers-{size}", figures, **facts, first_search_ms=round(first, 1), worst=worst)
    print(
        ", ".join(f"{name} {value}" for name, value in facts.items()), f"first search {first:.1f} ms", worst, sep="; "
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and report, each size in a process of its own: its memory is the program's, not the filling's."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, action="append", help="how many dossiers; may be given several times")
    parser.add_argument("--journalled", type=int, default=JOURNALLED, help="how many of them with their entries")
    parser.add_argument("--processor", action="store_true", help="time what only reads by the processor's clock")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    for size in chosen.size or SIZES:
        if chosen.measure:
            run(size, chosen.journalled, time.thread_time if chosen.processor else time.perf_counter)
            continue
        open_many(RESULTS / f"dossiers-{size}", size, chosen.journalled).close()
        print(f"-- {size} dossiers", flush=True)
        words = (
            "-m",
            "tests.benchmarks.dossiers",
            "--measure",
            "--size",
            str(size),
            "--journalled",
            str(chosen.journalled),
        )
        processor = ("--processor",) if chosen.processor else ()
        subprocess.run([sys.executable, *words, *processor], check=True)


if __name__ == "__main__":
    main()
