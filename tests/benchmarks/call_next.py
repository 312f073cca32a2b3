"""Calling the next number with many waiting, and giving one out, against one bare INSERT."""

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from tests.benchmarks.driver import BareDriver
from tests.benchmarks.journal_append import append
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import OpenOffice, open_office

WAITING = 100
ROUNDS, CALLS = 8, 25
GROUP = "civil-status"


def take(office: OpenOffice, number: int) -> None:
    """Give out one number."""
    office.services.queue.take_number(GROUP, command=f"{number:032x}")


def main() -> None:
    """Measure and report; each number called makes room for one more given out."""
    with TemporaryDirectory() as folder, open_office(Path(folder) / "data") as office:
        queue = office.services.queue
        bare = BareDriver(Path(folder) / "bare.db", encrypted=True)
        entry = append(office.journal, 1_000_000)
        for number in range(WAITING):
            take(office, 1_000_000 + number)
        at_desk: list[str] = []

        def call(_: int) -> None:
            at_desk.append(queue.call_next(1, "ha", command=uuid4().hex).id)

        def free(_: int) -> None:
            queue.miss(at_desk.pop())

        # Called and freed in turn, so the two are measured together: two transactions.
        cases = (
            Case("one INSERT by sqlcipher3, same key and settings", lambda number: bare.insert(entry, number)),
            Case("take a number", lambda number: take(office, number)),
            Case("call the next and mark it missed", lambda number: (call(number), free(number))),
            Case("the queue as a desk sees it (read)", lambda _: queue.view(1)),
        )
        figures = measure(cases, rounds=ROUNDS, calls=CALLS)
        bare.close()
    report("call_next", figures, waiting=WAITING)


if __name__ == "__main__":
    main()
