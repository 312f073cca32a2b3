"""Dossiers told by their entries, and papers read back, for tests of forms and lists."""

import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from counter_app.clocks import ManualClock
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Applicant, PaymentMethod, ReceivedPaper, ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Fact
from counter_app.domain.procedures import Channel, PaperCount, PaperForm, WorkStep
from tests.support.office import OpenOffice, open_office

DAY = timedelta(days=1)
DUE = datetime(2026, 11, 27, 10, tzinfo=UTC)
HOA = Applicant(
    "Trần Thị Hoa",
    "000152000417",
    date(1952, 3, 14),
    "female",
    "Thôn Phú Hòa, xã An Phúc",
    "0905 000 417",
    "hoa@x.example",
)
RECEIVED = facts.DossierReceived(
    code="H99.17-261123-030012",
    office="an-phuc",
    desk=3,
    officer="ha",
    ticket="",
    procedure="1.004873",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    applicant=HOA,
    papers=(
        ReceivedPaper("Tờ khai", PaperForm.ORIGINAL, 1, also=(PaperCount(PaperForm.COPY, 2),)),
        ReceivedPaper("Giấy không cần", PaperForm.ORIGINAL, 1, applies=False),
    ),
    fee=15_000,
    payment=PaymentMethod.CASH,
    due=DUE,
    term="3 working-day",
    steps=(WorkStep("Thẩm định", "Tư pháp – hộ tịch", 8), WorkStep("Ký duyệt", "Lãnh đạo UBND xã", 4)),
)
LATE_EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
"""01:30 on the 24th in Vietnam: the day that must be written."""
DOSSIER = Dossier(
    id="d1",
    code="H99.17-261123-030012",
    office="an-phuc",
    desk=3,
    officer="ha",
    ticket="",
    procedure="2.000110",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    applicant=Applicant(
        "Trần Thị Hoa", "000152000417", date(1952, 3, 14), "female", "Thôn Phú Hòa, xã An Phúc", "0905000417"
    ),
    papers=(),
    received_at=LATE_EVENING,
    state=DossierState.PROCESSING,
    due=datetime(2026, 11, 27, 10, 0, tzinfo=UTC),
    fee=15_000,
    channel=Channel.POSTAL,
    return_way=ReturnWay.POST,
)


def told(office: OpenOffice, *said: Fact | timedelta, id_: str = "d1") -> str:
    """Record what happened to a dossier; a span lets time pass."""
    for one in said:
        if isinstance(one, timedelta):
            office.clock.move(one)
            continue
        with office.journal.transaction() as transaction:
            transaction.append(f"dossier/{id_}", one, "officer/ha")
    return id_


def office_on(folder: Path, instant: datetime) -> OpenOffice:
    """An office whose journal begins at ``instant``: its time never goes back."""
    return open_office(folder / "earlier", clock=ManualClock(instant))


def words(pdf: bytes, folder: Path) -> str:
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


def letters(pdf: bytes, folder: Path) -> str:
    """Every letter cell by cell, without blanks: narrow columns break codes and words."""
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return "".join(said.stdout.decode().split())


def in_order(text: str, *expected: str) -> None:
    at = 0
    for one in expected:
        found = text.find(one, at)
        assert found >= 0, f"{one!r} is not in {text[at:]!r}"
        at = found + len(one)
