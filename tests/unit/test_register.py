"""Form 07 and what changed hands: whole, in order, of the days and the field that were asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.errors import Code, CounterError
from counter_app.services.register import Period
from counter_app.services.releases import Release
from tests.support.dossier_entries import DAY, HOA, RECEIVED, in_order, letters, office_on, told, words
from tests.support.office import MORNING, OpenOffice


def many(office: OpenOffice, count: int, field: str = "Hộ tịch") -> list[str]:
    codes = []
    for number in range(count):
        code = f"H99.17-261123-{field[0]}{number:05d}"
        told(office, replace(RECEIVED, code=code, field=field), timedelta(minutes=1), id_=f"{field}{number}")
        codes.append(code)
    return codes


WHOLE = Release("ha", whole=True, reason="Đối chiếu với sổ giấy")
TODAY = Period(date(2026, 11, 23), date(2026, 11, 23))


def rows(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def test_the_register_has_the_dossiers_of_a_field_and_a_period_in_order(tmp_path: Path) -> None:
    with office_on(tmp_path, MORNING - DAY) as office:
        told(office, replace(RECEIVED, code="H99.17-261122-030001"), DAY, id_="yesterday")
        civil, land = many(office, 3), many(office, 2, "Đất đai")
        told(office, facts.HandedOver(0, "ha", "ha", ""), facts.ResultApproved("son"), id_="Hộ tịch0")
        told(office, facts.ResultReady("ha"), facts.DossierReturned("ha", "Lê Minh Khôi"), id_="Hộ tịch0")
        register = office.services.register
        assert register.fields() == ("Hộ tịch", "Đất đai")
        assert register.write(tmp_path / "a.xlsx", WHOLE, TODAY, "Hộ tịch") == 3
        assert register.write(tmp_path / "b.xlsx", WHOLE, TODAY) == 5
        assert register.write(tmp_path / "c.csv", WHOLE, Period(date(2026, 11, 22), date(2026, 11, 22))) == 1
    written = rows(tmp_path / "a.xlsx")
    assert [row[1] for row in written[2:]] == civil
    assert [row[-1] for row in written[2:]] == ["Lê Minh Khôi", None, None]
    assert {row[6] for row in written[2:]} == {"UBND xã An Phúc"}
    assert [row[1] for row in rows(tmp_path / "b.xlsx")[2:]] == civil + land


def test_the_register_leaves_out_what_was_not_received(office: OpenOffice, tmp_path: Path) -> None:
    told(office, facts.DossierRegistered("an-phuc", "ha", "1.004873", "Thủ tục", "Hộ tịch", HOA, ()))
    assert office.services.register.write(tmp_path / "a.xlsx", WHOLE, TODAY) == 0


def test_the_register_begins_at_midnight_in_vietnam(tmp_path: Path) -> None:
    with office_on(tmp_path, datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC)) as office:
        told(office, RECEIVED, timedelta(seconds=1))
        told(office, replace(RECEIVED, code="H99.17-261123-030099"), id_="d2")
        register = office.services.register
        assert [one.code for one in register.dossiers(TODAY)] == ["H99.17-261123-030099"]
        before = Period(date(2026, 11, 22), date(2026, 11, 22))
        assert [one.code for one in register.dossiers(before)] == [RECEIVED.code]


def test_a_register_longer_than_a_page_of_the_store_is_whole(office: OpenOffice) -> None:
    with office.journal.transaction() as transaction:
        for number in range(1_203):  # all in one instant: the page ends among equals
            fact = replace(RECEIVED, code=f"H99.17-261123-{number:06d}")
            transaction.append(f"dossier/n{number}", fact, "officer/ha")
    found = [one.code for one in office.services.register.dossiers(TODAY)]
    assert len(found) == len(set(found)) == 1_203


def test_a_register_too_long_for_paper_says_so_before_drawing(
    office: OpenOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.services.register.MOST_ON_PAPER", 2)
    many(office, 3)
    with pytest.raises(CounterError) as refused:
        office.services.register.form(WHOLE, TODAY)
    assert refused.value.code is Code.LIST_TOO_LONG
    assert office.services.register.write(tmp_path / "a.xlsx", WHOLE, TODAY) == 3


def test_form_07_is_a_paper_with_every_dossier(office: OpenOffice, tmp_path: Path) -> None:
    codes = many(office, 3)
    pdf = office.services.register.form(WHOLE, TODAY, "Hộ tịch")
    in_order(words(pdf, tmp_path), "SỔ THEO DÕI HỒ SƠ", "Hộ tịch")
    # a code may break after its hyphen, which pdftotext takes for a divided word's
    in_order(letters(pdf, tmp_path).replace("-", ""), *(code.replace("-", "") for code in codes))


def test_days_the_wrong_way_round_are_refused(office: OpenOffice) -> None:
    with pytest.raises(CounterError) as refused:
        office.services.register.form(WHOLE, Period(date(2026, 11, 24), date(2026, 11, 23)))
    assert refused.value.code is Code.PERIOD_INVALID


def hands(office: OpenOffice, giver: str = "", taker: str = "") -> Sequence[str]:
    return [
        f"{one.dossier.code[-1]}:{one.giver}>{one.taker}"
        for one in office.services.register.handings(TODAY, giver, taker)
    ]


def test_what_changed_hands_is_listed_in_order_for_both(office: OpenOffice, tmp_path: Path) -> None:
    many(office, 2)
    told(office, facts.HandedOver(0, "ha", "minh", "Địa chính – xây dựng"), id_="Hộ tịch1")
    told(office, timedelta(minutes=1), facts.HandedOver(0, "ha", "lan", "Văn phòng – thống kê"), id_="Hộ tịch0")
    told(office, timedelta(minutes=1), facts.TakenOver("minh"), id_="Hộ tịch1")
    told(office, DAY, facts.HandedOver(1, "minh", "son", "Lãnh đạo UBND xã"), id_="Hộ tịch1")
    assert hands(office) == ["1:Lê Thị Thu Hà>Phạm Quang Minh", "0:Lê Thị Thu Hà>Đỗ Ngọc Lan"]
    assert hands(office, taker="lan") == ["0:Lê Thị Thu Hà>Đỗ Ngọc Lan"]
    assert hands(office, giver="minh") == []
    text = words(office.services.register.hand_over_list(WHOLE, TODAY, "ha", "minh"), tmp_path)
    for expected in ("Lê Thị Thu Hà", "Phạm Quang Minh", "Trần Thị Hoa"):
        assert expected in text
    assert office.services.register.write_hand_overs(tmp_path / "a.xlsx", WHOLE, TODAY, "ha") == 2
    assert [row[4] for row in rows(tmp_path / "a.xlsx")[2:]] == ["Lê Thị Thu Hà"] * 2


def test_a_dossier_that_ended_before_the_period_is_not_looked_at_twice(office: OpenOffice) -> None:
    told(office, RECEIVED, facts.HandedOver(0, "ha", "ha", ""), facts.ResultApproved("son"))
    told(office, facts.ResultReady("ha"), facts.DossierReturned("ha", "Trần Thị Hoa"))
    tomorrow = Period(date(2026, 11, 24), date(2026, 11, 24))
    assert [one.dossier.code for one in office.services.register.handings(TODAY)] == [RECEIVED.code]
    assert office.services.register.handings(tomorrow) == ()
