"""What a journal entry costs: sign, chain, write, fold and replace the row, against one bare INSERT of the same row."""

from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.domain.dossier_facts import Applicant, DossierReceived, PaymentMethod, ReceivedPaper
from counter_app.domain.entry import Entry
from counter_app.domain.procedures import PaperForm
from counter_app.journal.journal import Journal
from tests.benchmarks.driver import BareDriver
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import MORNING, open_office

RECEIVED = DossierReceived(
    code="H99.17-261123-030012",
    office="an-phuc",
    desk=3,
    officer="ha",
    ticket="a" * 32,
    procedure="1.004873",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    applicant=Applicant("Trần Thị Hoa", "000152000417", residence="Thôn Phú Hòa, xã An Phúc", phone="0900 000 417"),
    papers=tuple(ReceivedPaper(f"Giấy tờ số {number}", PaperForm.ORIGINAL, 1) for number in range(4)),
    fee=15_000,
    payment=PaymentMethod.CASH,
    due=MORNING,
    term="3 working-day",
    result="Giấy xác nhận tình trạng hôn nhân",
)


def append(journal: Journal, number: int) -> Entry:
    """Append one dossier."""
    with journal.transaction() as transaction:
        return transaction.append(f"dossier/{number:032x}", RECEIVED, "officer/ha")


def main() -> None:
    """Measure and report."""
    with TemporaryDirectory() as folder, open_office(Path(folder) / "data") as office:
        entry = append(office.journal, 1_000_000)
        encrypted = BareDriver(Path(folder) / "encrypted.db", encrypted=True)
        plain = BareDriver(Path(folder) / "plain.db", encrypted=False)
        cases = (
            Case("one INSERT by sqlcipher3, same key and settings", lambda call: encrypted.insert(entry, call)),
            Case("one INSERT by sqlcipher3, not encrypted", lambda call: plain.insert(entry, call)),
            Case("journal entry: signed, chained, written, folded", lambda call: append(office.journal, call)),
        )
        figures = measure(cases, rounds=10, calls=100)
        encrypted.close()
        plain.close()
    report("journal_append", figures, entry_bytes=len(entry.data))


if __name__ == "__main__":
    main()
