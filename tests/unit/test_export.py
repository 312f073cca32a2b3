"""Lists as files: what a spreadsheet reads is what was meant, whatever people typed; nothing half-written."""

import csv
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossiers import Dossier
from counter_app.domain.privacy_facts import PrivacyAct, PrivacyRecord
from counter_app.errors import Code, CounterError
from counter_app.services.export import COLUMNS, Export
from counter_app.services.releases import Release, Releases
from counter_app.services.tables import Cell, Column, Watch, write_table
from counter_app.store import places
from counter_app.store.security_events import EventFilter
from tests.support.dossier_entries import DOSSIER
from tests.support.office import OpenOffice, open_office

HOSTILE = ('=HYPERLINK("http://x.example","Bấm")', "+84905000417", "@SUM(A1:A9)", "-2+3", "\t=1+1", "\r=1", "#N/A")
HEADS = [column.head for column in COLUMNS]
WHOLE = Release("ha", whole=True, reason="Đối chiếu với sổ giấy")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    with open_office(tmp_path_factory.mktemp("data")) as opened:
        yield opened


@pytest.fixture
def export(office: OpenOffice) -> Export:
    return Export(office.journal, Releases(office.journal, office.services.security))


def named(*names: str) -> list[Dossier]:
    return [replace(DOSSIER, applicant=replace(DOSSIER.applicant, name=name, residence=name)) for name in names]


def sheet(path: Path) -> list[dict[str, object]]:
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def heads(path: Path) -> list[object]:
    if path.suffix == ".xlsx":
        return [cell.value for cell in next(openpyxl.load_workbook(path).active.iter_rows())]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(next(csv.reader(file)))


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_spreadsheet_has_every_value_with_its_type(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert export.dossiers([DOSSIER], path, WHOLE) == 1
    (row,) = sheet(path)
    assert list(row) == HEADS
    assert row["Mã hồ sơ"] == "H99.17-261123-030012"
    assert row["Mã thủ tục"] == "2.000110"
    assert row["Số định danh"] == "000152000417"
    assert row["Điện thoại"] == "0905000417"
    assert row["Ngày sinh"] == datetime(1952, 3, 14)
    assert row["Ngày nhận"] == datetime(2026, 11, 24)
    assert row["Giờ nhận"] == time(1, 30)
    assert row["Ngày hẹn trả"] == datetime(2026, 11, 27)
    assert row["Giờ hẹn trả"] == time(17, 0)
    assert row["Trạng thái"] == "Đang xử lý"
    assert row["Cách nộp"] == "Bưu chính công ích"
    assert row["Cán bộ tiếp nhận"] == "Lê Thị Thu Hà"
    assert row["Phí, lệ phí khi nộp (đồng)"] == 15_000
    assert row["Ngày trả kết quả"] is None


def test_no_cell_is_a_formula_whatever_a_name_begins_with(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    export.dossiers(named(*HOSTILE), path, WHOLE)
    cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d", "n"}
    assert "<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    names = [row["Chủ hồ sơ"] for row in sheet(path)]
    assert names == [" ".join(name.split()) for name in HOSTILE]


def test_text_stays_text_when_a_person_edits_its_cell(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    export.dossiers(named(HOSTILE[0]), path, WHOLE)
    cell = openpyxl.load_workbook(path).active.cell(2, HEADS.index("Chủ hồ sơ") + 1)
    assert (cell.number_format, cell.quotePrefix) == ("@", True)


def test_csv_opens_with_diacritics_and_local_dates(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert export.dossiers([DOSSIER], path, WHOLE) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = lines(path)
    assert list(row) == HEADS
    assert row["Chủ hồ sơ"] == "Trần Thị Hoa"
    assert (row["Ngày nhận"], row["Giờ nhận"]) == ("24/11/2026", "01:30")
    assert row["Ngày sinh"] == "14/03/1952"
    assert row["Phí, lệ phí khi nộp (đồng)"] == "15000"


def test_csv_tells_a_spreadsheet_what_is_text(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export.dossiers(named(*HOSTILE[:-1]), path, WHOLE)
    rows = lines(path)
    assert {row["Số định danh"] for row in rows} == {"'000152000417"}
    assert {row["Mã thủ tục"] for row in rows} == {"'2.000110"}
    assert [row["Chủ hồ sơ"] for row in rows] == ["'" + " ".join(name.split()) for name in HOSTILE[:-1]]


def test_an_ordinary_code_needs_no_apostrophe(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export.dossiers([DOSSIER], path, WHOLE)
    assert lines(path)[0]["Mã hồ sơ"] == DOSSIER.code


def test_breaks_and_quotes_in_a_name_stay_in_their_cell(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export.dossiers(named('Cty "A, B"\r\nchi nhánh; \x00\x07'), path, WHOLE)
    (row,) = lines(path)
    assert row["Chủ hồ sơ"] == 'Cty "A, B" chi nhánh;'


def test_a_text_without_end_and_control_characters_still_make_a_file(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    export.dossiers(named("W" * 50_000, "Trần\x00\x1b Hoa"), path, WHOLE)
    first, second = sheet(path)
    assert str(first["Chủ hồ sơ"]).startswith("WWW")
    assert second["Chủ hồ sơ"] == "Trần Hoa"


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_an_empty_list_has_its_heads(export: Export, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert export.dossiers([], path, WHOLE) == 0
    assert (sheet(path) if name.endswith("xlsx") else lines(path)) == []
    assert heads(path) == HEADS


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_progress_is_told_and_cancelling_leaves_no_file(export: Export, tmp_path: Path, name: str) -> None:
    told: list[int] = []
    watch = Watch(told.append, lambda: len(told) >= 3)
    with pytest.raises(CounterError) as refused:
        export.dossiers((DOSSIER for _ in range(10_000)), tmp_path / "out" / name, WHOLE, watch)
    assert refused.value.code is Code.EXPORT_CANCELLED
    assert told == [0, 100, 200]
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_what_was_there_stays_when_the_list_breaks_off(export: Export, tmp_path: Path, name: str) -> None:
    path = tmp_path / "out" / name
    export.dossiers([DOSSIER], path, WHOLE)
    before = path.read_bytes()

    def broken() -> Iterator[Dossier]:
        yield DOSSIER
        raise CounterError(Code.DISK_FAULT, path=tmp_path)

    with pytest.raises(CounterError):
        export.dossiers(broken(), path, WHOLE)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [name]


def test_nothing_of_a_cancelled_list_stays_in_the_temporary_folder(
    export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    answers = iter((False, False, True))
    with pytest.raises(CounterError):
        export.dossiers([DOSSIER] * 500, tmp_path / "list.xlsx", WHOLE, Watch(cancelled=lambda: next(answers)))
    assert list(temporary.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(export: Export, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CounterError) as refused:
        export.dossiers([DOSSIER], tmp_path / "file" / "list.xlsx", WHOLE)
    assert refused.value.code is Code.OUTPUT_NOT_WRITABLE
    assert refused.value.params["path"] == tmp_path / "file" / "list.xlsx"


def test_rows_are_taken_one_by_one(tmp_path: Path) -> None:
    """A list of any length needs the memory of one row: no row is asked for before the one before it is written."""
    alive: list[int] = []

    class Row(tuple[str, ...]):
        def __del__(self) -> None:
            alive.append(-1)

    def rows() -> Iterator[Row]:
        for number in range(2_000):
            yield Row((f"{number}",))
            assert number < 5 or len(alive) > number - 5

    assert write_table(tmp_path / "a.xlsx", (Column("Số", Cell.CODE),), rows()) == 2_000


def test_a_late_dossier_is_called_late(export: Export, office: OpenOffice, tmp_path: Path) -> None:
    late = replace(DOSSIER, due=office.clock.now() - timedelta(hours=1))
    export.dossiers([late, DOSSIER], tmp_path / "a.xlsx", WHOLE)
    assert [row["Đúng hạn hay quá hạn"] for row in sheet(tmp_path / "a.xlsx")] == ["quá hạn", None]


def test_numbers_telephones_and_addresses_are_masked_unless_somebody_says_why(
    export: Export, office: OpenOffice, tmp_path: Path
) -> None:
    agent = facts.Authorised(replace(DOSSIER.applicant, name="Trần Văn Tám"), "giấy ủy quyền")
    dossier = replace(DOSSIER, applicant=replace(DOSSIER.applicant, email="hoa@x.example"), authorised=agent)
    path = tmp_path / "list.csv"
    export.dossiers([dossier], path, Release("ha"))
    text = path.read_text(encoding="utf-8-sig")
    assert "000152000417" not in text
    assert "0905000417" not in text
    assert "hoa@x.example" not in text
    (row,) = lines(path)
    assert (row["Số định danh"], row["Điện thoại"], row["Email"]) == ("0001••••0417", "090••••417", "h••••@x.example")
    with pytest.raises(CounterError) as refused:
        export.dossiers([dossier], path, Release("ha", whole=True, reason="  "))
    assert refused.value.code is Code.REASON_MISSING
    export.dossiers([dossier], path, WHOLE)
    assert lines(path)[0]["Số định danh"] == "'000152000417"


def test_a_list_with_whole_numbers_is_an_entry_and_every_list_a_security_event(tmp_path: Path) -> None:
    with open_office(tmp_path / "data") as office:
        export = office.services.export
        export.dossiers([DOSSIER], tmp_path / "a.csv", Release("ha"))
        assert privacy_acts(office) == []
        export.dossiers([DOSSIER], tmp_path / "b.csv", WHOLE)
        (act,) = privacy_acts(office)
        assert (act.act, act.officer, act.reason) == (PrivacyAct.LISTED, "ha", "Đối chiếu với sổ giấy")
        office.services.security.flush()
        events = office.services.security.page(EventFilter(kinds=frozenset({"exported"})), most=9)
        assert [(one.officer, one.detail["rows"], one.detail["whole"]) for one in events] == [
            ("ha", 1, "yes"),
            ("ha", 1, "no"),
        ]
        assert "sổ giấy" not in str(events)


def privacy_acts(office: OpenOffice) -> list[PrivacyRecord]:
    with office.journal.database.read() as connection:
        return list(places.all_of(connection, PrivacyRecord))
