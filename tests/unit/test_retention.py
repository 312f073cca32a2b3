"""What has outlived its term is reported, and nothing goes by itself."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.retention import Kept, retention_rules, rule_for, term_ends
from counter_app.errors import Code, CounterError
from tests.support.dossiers import receive, record
from tests.support.office import OpenOffice


def ended(office: OpenOffice, number: int, pages: int) -> str:
    dossier = receive(office, number)
    blob = office.journal.database.blobs.put(f"trang {number}".encode())
    scanned = [facts.PageScanned(0, place, blob if place == 1 else "e" * 64, 7) for place in range(1, pages + 1)]
    stop = facts.WithdrawalRequested("ha", "Trần Thị Hoa", ""), facts.DossierStopped("ha", "Theo đề nghị")
    return record(office, dossier.id, *scanned, *stop).code


def test_every_kind_of_data_has_a_rule_with_its_source() -> None:
    assert [rule.kept for rule in retention_rules()] == list(Kept)
    assert all(rule.source and rule.years >= 0 for rule in retention_rules())


def test_scans_are_due_when_their_term_is_over_and_not_a_day_before(office: OpenOffice, tmp_path: Path) -> None:
    code = ended(office, 1, 2)
    ended(office, 2, 0)  # without a scan there is nothing to keep
    receive(office, 3)  # not ended
    years = rule_for(Kept.SCANS).years
    office.clock.move(term_ends(office.clock.now(), years) - office.clock.now() - timedelta(days=1))
    assert list(office.services.retention.due()) == []
    office.clock.move(timedelta(days=2))
    (due,) = office.services.retention.due()
    assert (due.dossier.code, due.pages, due.here, due.size) == (code, 2, 1, 14)
    path = tmp_path / "due.csv"
    assert office.services.retention.write(path, "son") == 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Mã hồ sơ"], row["Số trang quét"], row["Trong đó ở máy này"]) == (code, "2", "1")
    assert "Hoa" not in path.read_text(encoding="utf-8-sig")
    assert len(list(office.services.retention.due())) == 1, "the report takes nothing away"


def test_the_report_is_an_administrators(office: OpenOffice, tmp_path: Path) -> None:
    with pytest.raises(CounterError) as refused:
        office.services.retention.write(tmp_path / "due.csv", "ha")
    assert refused.value.code is Code.DUTY_MISSING
    assert not (tmp_path / "due.csv").exists()


def test_a_term_that_began_on_a_leap_day_ends_on_the_28th() -> None:
    leap = datetime(2028, 2, 29, 3, tzinfo=UTC)
    assert term_ends(leap, 5) == datetime(2033, 2, 28, 3, tzinfo=UTC)
    assert term_ends(leap, 4) == datetime(2032, 2, 29, 3, tzinfo=UTC)
