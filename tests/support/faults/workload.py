"""A counter at work: numbers, calls, forms, dossiers with pages; each thing that was promised is acknowledged.

``python -m tests.support.faults.workload FOLDER ACKS --steps N [--pragma synchronous=NORMAL ...]``
"""

import argparse
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.domain.tickets import TicketState
from counter_app.journal.journal import head_of
from counter_app.services.reception import Draft
from counter_app.store import database
from tests.support.office import OpenOffice, open_office

GROUP = "civil-status"
PROCEDURE = "1.004873"
DESK, FORM_DESK = 1, 2

Acknowledge = Callable[[str], None]


@dataclass
class Acknowledged:
    """What a user was told is kept: entries up to ``seq`` (its hash), pages, the version of the form at desk 2."""

    seq: int = 0
    hash: str = ""
    form: int = 0
    blobs: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Read one line of :func:`work`."""
        kind, *values = line.split()
        if kind == "entry":
            self.seq, self.hash = int(values[0]), values[1]
        elif kind == "form":
            self.form = int(values[0])
        else:
            self.blobs.append(values[0])


def work(office: OpenOffice, steps: range, acknowledge: Acknowledge) -> None:
    """Work through ``steps`` (from a multiple of 3), telling ``acknowledge`` right after each promise."""
    rng = random.Random(steps.start)
    with TemporaryDirectory() as elsewhere:
        for step in steps:
            _queue(office, step)
            acknowledge(_newest_entry(office))
            if step % 3 == 0:
                _save_form(office, step, acknowledge)
            if step % 8 == 0:
                _receive(office, Path(elsewhere) / "page.png", rng.randbytes(rng.randrange(200, 9000)), acknowledge)


def acknowledge_to(descriptor: int) -> Acknowledge:
    """Write each line to a file or pipe in one call."""
    return lambda line: None if os.write(descriptor, f"{line}\n".encode()) else None


def use_pragmas(pragmas: Sequence[str]) -> None:
    """Make every connection of this process run these after the program's own."""
    database._PRAGMAS = (*database._PRAGMAS, *(f"PRAGMA {pragma}" for pragma in pragmas))


def _queue(office: OpenOffice, step: int) -> None:
    queue = office.services.queue
    command, mine = f"{step:032x}", queue.view(DESK).mine
    if step % 3 == 0:
        queue.take_number(GROUP, command=command)
    elif mine is None:
        queue.call_next(DESK, "ha", command=command)
    elif mine.state is TicketState.CALLED:
        queue.start_service(mine.id, DESK, "ha")
    else:
        queue.finish(mine.id)


def _save_form(office: OpenOffice, step: int, acknowledge: Acknowledge) -> None:
    office.services.reception.save(FORM_DESK, Draft("form", phone=str(step + 1), name="Nguyễn Thị Hậu"))
    acknowledge(f"form {step + 1}")


def _receive(office: OpenOffice, path: Path, page: bytes, acknowledge: Acknowledge) -> None:
    reception = office.services.reception
    path.write_bytes(page)
    draft = reception.choose(reception.begin(DESK), PROCEDURE)
    draft = reception.add_page(replace(draft, name="Trần Văn Đức"), 0, path)
    acknowledge(f"blob {draft.papers[0].pages[0].sha256}")
    reception.receive(draft, DESK, "ha")
    acknowledge(_newest_entry(office))


def _newest_entry(office: OpenOffice) -> str:
    journal = office.journal
    with journal.database.read() as connection:
        newest = head_of(connection, journal.key.station)
    assert newest is not None
    return f"entry {newest.seq} {newest.hash}"


def main() -> None:
    """Work in a folder from the beginning."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("acks", type=Path)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--pragma", action="append", default=[])
    wanted = parser.parse_args()
    use_pragmas(wanted.pragma)
    acks = os.open(wanted.acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with open_office(wanted.folder, prepared=False) as office:
        work(office, range(wanted.steps), acknowledge_to(acks))
        os._exit(0)  # as a power cut does: nothing is closed


if __name__ == "__main__":
    main()
