"""The queue of an office with many machines under load: how long a number and a call take, and is anything lost?

The office and every machine are processes of their own. Kiosks give out numbers as fast as they can, desks call, serve
and finish; one command in ten is sent twice. Prints one JSON line for each case and keeps all in build/bench.
"""

import argparse
import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, perf_counter

import counter_app
from counter_app.domain.entry import Entry
from tests.benchmarks.driver import BareDriver
from tests.support.office_load import Machines, OfficeProcess, is_desk, is_kiosk
from tests.support.office_load_answers import Answer, Plan, Twice
from tests.support.office_load_checks import judge, read_heads
from tests.support.office_load_folders import copy, copy_for_another, found, open_for_load

KEPT = Path("build/bench")
TAKEOVER_S = 10
_BARE_ALONE = 300
_EVERY_S = 0.1
_ENTRY = Entry("s" * 16, 1, "ticket/x", "ticket.called", 1, 1, "officer/x", "x" * 180, "p" * 64, "h" * 64, "g" * 128)


@dataclass(frozen=True, slots=True)
class Size:
    """What is run; ``followers``: so many of the machines keep a copy, the others only ask (None: all)."""

    desks: int
    kiosks: int
    tickets: int
    old: int = 0
    followers: int | None = None
    verified: int | None = None
    seed: int = 1


class BareInserts:
    """The baseline: one row a transaction by the bare driver, alone before the load, and now and then during it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bare-inserts")
        self.alone: list[float] = []
        self.beside: list[float] = []

    def __enter__(self) -> "BareInserts":
        driver = BareDriver(self._folder / "alone.db", encrypted=True)
        self.alone += [_seconds(driver, number) for number in range(_BARE_ALONE)]
        driver.close()
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        driver = BareDriver(self._folder / "beside.db", encrypted=True)
        while not self._ended.wait(_EVERY_S):
            self.beside.append(_seconds(driver, len(self.beside)))
        driver.close()


def run(size: Size) -> dict[str, object]:
    """Run one case in a folder of its own, and check at the end that nothing was lost or done twice."""
    with tempfile.TemporaryDirectory(prefix="office-load-") as name:
        root = Path(name)
        count = size.desks + size.kiosks
        office = OfficeProcess(root / "office")
        _make_office(root / "office", size)
        codes = open_for_load(root / "office", count, TAKEOVER_S)
        plans = _plans(root, size, codes)
        if size.old:
            for plan in plans:
                if plan.whole:
                    copy_for_another(root / "office", plan.folder)
        with ExitStack() as stack:
            stack.callback(office.kill)
            office.start()
            plans = [replace(plan, urls=(office.url,)) for plan in plans]
            machines = stack.enter_context(Machines())
            figures, answers = _load(machines, plans, office, root)
            figures["level_s"] = round(machines.level(120.0), 2)
            machines.end()
            office.stop()
        whole = [plan.folder for plan in plans if plan.whole]
        verdict = judge(root / "office", whole, answers, verified=size.verified)
        entries = sum(seq for seq, _hash in read_heads(root / "office").values())
    wrong = {"duplicates": len(verdict.duplicates), "two_desks": len(verdict.at_two_desks), "lost": len(verdict.lost)}
    said = {"old_tickets": size.old, "followers": len(whole), "entries": entries, "unsound": list(verdict.unsound)}
    return {"desks": size.desks, "kiosks": size.kiosks, **figures, **wrong, **said}


def _load(
    machines: Machines, plans: Sequence[Plan], office: OfficeProcess, root: Path
) -> tuple[dict[str, object], list[Answer]]:
    machines.start(plans)
    before, used = [word.processor_s for word in machines.all("heads")], office.processor_s()
    with BareInserts(root) as bare:
        began = monotonic()
        machines.all("go")
        machines.all("finish", is_kiosk)
        machines.all("drain", is_desk)
        machines.all("finish", is_desk)
        took = monotonic() - began
    after = [word.processor_s for word in machines.all("heads")]
    answers = machines.answers()
    done = [one for one in answers if not one.refused]
    issue, call = _times(done, "take-number"), _times(done, "call-next")
    beside = sorted(1000 * one for one in bare.beside)
    alone = _BARE_ALONE / sum(bare.alone)
    figures: dict[str, object] = {
        "tickets": sum(one.act == "take-number" for one in done),
        "issue_p50_ms": _at_share(issue, 0.5),
        "issue_p95_ms": _at_share(issue, 0.95),
        "call_p50_ms": _at_share(call, 0.5),
        "call_p99_ms": _at_share(call, 0.99),
        "per_second": round(len(done) / took, 1),
        "seconds": round(took, 1),
        "sent_twice": sum(one.twice is not Twice.NO for one in done),
        "bare_insert_p50_ms": _at_share(beside, 0.5),
        "issue_to_bare": round(_at_share(issue, 0.5) / max(0.001, _at_share(beside, 0.5)), 1),
        "bare_per_second": round(alone, 1),
        "office_processor_ms_per_command": round(1000 * (office.processor_s() - used) / len(done), 2),
        "machine_processor_s": round(sum(after) - sum(before), 1),
    }
    return figures, answers


def _make_office(folder: Path, size: Size) -> None:
    """Set up; an office with a past is made once and then copied from build/bench."""
    if not size.old:
        found(folder, size.desks)
        return
    kept = KEPT / f"queue-office-{size.desks}-{size.old}-{_version()}"
    if not kept.exists():
        made = kept.with_name(f"{kept.name}.{os.getpid()}")
        found(made, size.desks, size.old)
        made.rename(kept)
    copy(kept, folder)


def _version() -> str:
    """Names the code that folded the rows: a folder of another one is made anew."""
    package = Path(counter_app.__file__).parent
    sources = sorted(path for part in ("domain", "store") for path in (package / part).rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def _plans(root: Path, size: Size, codes: list[str]) -> list[Plan]:
    whole = size.desks + size.kiosks if size.followers is None else size.followers
    plans = []
    for place, code in enumerate(codes):
        desk = place + 1 if place < size.desks else 0
        name = f"desk-{desk}" if desk else f"kiosk-{place - size.desks + 1}"
        share = 0 if desk else size.tickets // size.kiosks + (place - size.desks < size.tickets % size.kiosks)
        # The kiosks and the first desks are whole: what only asks shows nothing to anybody.
        is_whole = place < whole - size.kiosks or (not desk and whole > 0)
        plans.append(
            Plan(
                name,
                root / name,
                (),
                root / f"{name}.jsonl",
                1000 * size.seed + place,
                code,
                desk,
                share,
                whole=is_whole,
            )
        )
    return plans


def _seconds(driver: BareDriver, number: int) -> float:
    began = perf_counter()
    driver.insert(_ENTRY, number)
    return perf_counter() - began


def _times(done: Sequence[Answer], act: str) -> list[float]:
    """Milliseconds from the command to its effect at the machine, of commands that were sent once."""
    return sorted(1000 * (one.ended - one.began) for one in done if one.act == act and one.twice is Twice.NO)


def _at_share(ordered: Sequence[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2) if ordered else 0.0


def main() -> None:
    """Run an empty office and one with a past."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--desks", type=int, default=4)
    parser.add_argument("--kiosks", type=int, default=2)
    parser.add_argument("--tickets", type=int, default=300)
    parser.add_argument("--old", type=int, nargs="*", default=[0], help="cases: how many tickets of days before")
    parser.add_argument("--followers", type=int, default=None, help="how many machines keep a copy (default: all)")
    parser.add_argument("--verified", type=int, default=None, help="how many folders to verify (default: all)")
    asked = parser.parse_args()
    made = []
    for old in asked.old:
        size = Size(asked.desks, asked.kiosks, asked.tickets, old, asked.followers, asked.verified)
        made.append(run(size))
        print(json.dumps(made[-1]), flush=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "queue.json").write_text(json.dumps(made, indent=1) + "\n")
    if any(one["duplicates"] or one["two_desks"] or one["lost"] or one["unsound"] for one in made):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
