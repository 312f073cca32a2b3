"""Fill a small disk under a counter at work, make room, and say what was seen.

Run where a tmpfs may be mounted: ``unshare --user --map-root-user --mount
python -m tests.support.faults.full_disk FOLDER (numbers|pages|form|lists|scans|backups)`` prints one JSON object.
"""

import argparse
import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.errors import CounterError
from counter_app.journal.verify import verify
from counter_app.services.backup import backups_in, make_backup
from counter_app.services.housekeeping import Housekeeping
from counter_app.services.releases import Release
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, seal_by_words
from sync.asking import Asking
from sync.wire import Upstream
from tests.support.dossier_entries import DOSSIER
from tests.support.faults.workload import GROUP, PROCEDURE
from tests.support.office import OpenOffice, open_office
from tests.support.old_scans import at_age, with_province

SIZE = "6m"
DESK = 1
WORDS = "khentun phonsui nagai khayvung nunham"
Seen = dict[str, object]


class Ballast:
    """What else is on the disk; without it there is room again."""

    def __init__(self, disk: Path) -> None:
        self._path = disk / "ballast"
        self._path.write_bytes(bytes(2_000_000))

    def fill(self) -> None:
        """Take every byte that is left."""
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        try:
            while os.write(descriptor, bytes(4096)):
                pass
        except OSError:
            os.close(descriptor)

    def remove(self) -> None:
        """Make room."""
        self._path.unlink()


def fault_of(act: Callable[[], object]) -> str:
    """The code that ``act`` is refused with; empty when it is done."""
    try:
        act()
    except CounterError as error:
        return error.code.value
    return ""


def numbers(office: OpenOffice, ballast: Ballast) -> Seen:
    """Give out numbers until the disk is full, look, make room, go on."""
    queue, given, fault = office.services.queue, 0, ""
    while not fault:
        fault = fault_of(partial(_take, office, given))
        given += not fault
    seen: Seen = {"fault": fault, "given": given, "again": fault_of(partial(_take, office, given))}
    seen["read_while_full"] = [ticket.number for ticket in queue.of_today()] == list(range(1, given + 1))
    ballast.remove()
    seen["after_room"] = fault_of(partial(_take, office, given))
    seen["there"] = [ticket.number for ticket in queue.of_today()] == list(range(1, given + 2))
    return seen


def pages(office: OpenOffice, ballast: Ballast) -> Seen:
    """Scan a page on a full disk; nothing half is left, and the next try works."""
    reception, folder = office.services.reception, office.journal.database.folder
    page = folder / "page.png"
    page.write_bytes(os.urandom(100_000))
    draft = reception.choose(reception.begin(DESK), PROCEDURE)
    ballast.fill()
    seen: Seen = {"fault": fault_of(partial(reception.add_page, draft, 0, page))}
    seen["left"] = [path.name for path in (folder / "blobs").rglob("*") if path.is_file()]
    ballast.remove()
    kept = reception.add_page(draft, 0, page).papers[0].pages[0]
    seen["whole"] = reception.page(kept.sha256) == page.read_bytes()
    return seen


def form(office: OpenOffice, ballast: Ballast) -> Seen:
    """Save a form on a full disk; the one saved before is still there."""
    reception = office.services.reception
    draft = reception.save(DESK, replace(reception.begin(DESK), name="Nguyễn Thị Hậu"))
    ballast.fill()
    fault, length = "", 1
    while not fault:  # what the database has already taken of the disk may hold a few more
        saved, length = draft, length * 2
        draft = replace(saved, residence="Thôn 3, " * length)
        fault = fault_of(partial(reception.save, DESK, draft))
    seen: Seen = {"fault": fault, "kept": reception.draft(DESK) == saved}
    ballast.remove()
    seen["after_room"] = fault_of(partial(reception.save, DESK, draft))
    return seen


_MANY, _LIST = [DOSSIER] * 500, Release("ha")


def lists(office: OpenOffice, ballast: Ballast) -> Seen:
    """Write lists on a full disk; no half of a file bears the name, and the next try works."""
    export, folder = office.services.export, office.journal.database.folder.parent / "lists"
    folder.mkdir()
    names = ("list.csv", "list.xlsx")
    ballast.fill()
    seen: Seen = {"fault": [fault_of(partial(export.dossiers, _MANY, folder / name, _LIST)) for name in names]}
    seen["left"] = [path.name for path in folder.iterdir()]
    ballast.remove()
    seen["after_room"] = [fault_of(partial(export.dossiers, _MANY, folder / name, _LIST)) for name in names]
    seen["whole"] = sorted(path.name for path in folder.iterdir())
    return seen


def scans(office: OpenOffice, ballast: Ballast) -> Seen:
    """Fill the disk to the last byte; the old scans that a province has make room."""
    with TemporaryDirectory() as elsewhere, with_province(office, Path(elsewhere)) as bench:
        old, last = bench.scan(1, 5), bench.scan(2, 5)
        at_age(bench, old)
        asking = Asking(office.journal, Upstream(bench.server.url))
        keeping = Housekeeping(office.journal, office.services.choices, asking)
        seen: Seen = {"while_roomy": keeping.sweep()}
        ballast.fill()
        seen |= {"free": keeping.summary().room.free, "gone": keeping.sweep(), "open_stay": all(bench.has(last))}
        ballast.remove()
        seen["back"] = all(len(office.services.reception.page(page.sha256)) == page.size for page in old.pages)
    return seen


def backups(office: OpenOffice, ballast: Ballast) -> Seen:
    """Back up from a full disk, and to one that fills up in the middle; the one before stays, the next try works."""
    folder = office.journal.database.folder
    keep_recovery(folder, seal_by_words(WORDS, load_key(folder)))
    with TemporaryDirectory() as elsewhere:
        roomy, full = Path(elsewhere), folder.parent / "stick"
        full.mkdir()
        ballast.fill()
        seen: Seen = {"from_full": fault_of(partial(make_backup, office.journal, roomy, 3))}
        ballast.remove()
        seen["after_room"] = fault_of(partial(make_backup, office.journal, roomy, 3))
        with open_office(roomy / "data") as other:
            keep_recovery(roomy / "data", seal_by_words(WORDS, load_key(roomy / "data")))
            first = Path(make_backup(other.journal, full, 3).path)
            Ballast(folder.parent)
            fills = partial(make_backup, other.journal, full, 3, lambda _done, _all: Ballast(folder.parent).fill())
            seen["to_full"] = fault_of(fills)
            seen["left"] = [path.name for path in full.rglob("*.part")]
            seen["first_stays"] = backups_in(first.parent) == (first,)
            ballast.remove()
            seen["to_roomy"] = fault_of(partial(make_backup, other.journal, full, 3))
    return seen


def _take(office: OpenOffice, number: int) -> None:
    office.services.queue.take_number(GROUP, command=f"{number:032x}")


def main() -> None:
    """Play one case."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    cases = {case.__name__: case for case in (numbers, pages, form, lists, scans, backups)}
    parser.add_argument("case", choices=cases)
    wanted = parser.parse_args()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(wanted.folder)], check=True)
    ballast = Ballast(wanted.folder)
    with open_office(wanted.folder / "data", prepared=False) as office:
        seen = cases[wanted.case](office, ballast)
    with open_office(wanted.folder / "data", prepared=False) as office:
        seen["faults"] = [fault.what for fault in verify(office.journal).faults]
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
