"""From a filled form with five scanned pages to a dossier, and its receipt; against six bare INSERTs."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.services.reception import Draft
from tests.benchmarks.driver import BareDriver
from tests.benchmarks.journal_append import append
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import OpenOffice, open_office

DESK = 3
PAGES, PAGE_BYTES = 5, 120_000
PROCEDURE = "1.004873"


def scan(office: OpenOffice, page: Path) -> Draft:
    """Fill in a form and keep its pages."""
    reception = office.services.reception
    draft = replace(reception.choose(reception.begin(DESK), PROCEDURE), name="Trần Thị Hoa", identity="000152000417")
    for _ in range(PAGES):
        page.write_bytes(os.urandom(PAGE_BYTES))
        draft = reception.add_page(draft, 0, page)
    return reception.save(DESK, draft)


def main() -> None:
    """Measure and report."""
    with TemporaryDirectory() as folder, open_office(Path(folder) / "data") as office:
        reception = office.services.reception
        bare = BareDriver(Path(folder) / "bare.db", encrypted=True)
        entry = append(office.journal, 1_000_000)
        forms: list[Draft] = []
        dossiers: list[str] = []

        def insert(number: int) -> None:
            for place in range(PAGES + 1):
                bare.insert(entry, number * (PAGES + 1) + place)

        cases = (
            Case("six INSERTs by sqlcipher3, same key and settings", insert),
            Case("form with five pages kept", lambda _: forms.append(scan(office, Path(folder) / "page.png"))),
            Case("dossier received", lambda _: dossiers.append(reception.receive(forms.pop(), DESK, "ha").id)),
            Case("receipt made and kept", lambda _: reception.receipt(dossiers.pop())),
        )
        figures = measure(cases, rounds=5, calls=10)
        bare.close()
    report("receive", figures, pages=PAGES, page_bytes=PAGE_BYTES)


if __name__ == "__main__":
    main()
