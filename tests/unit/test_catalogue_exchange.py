"""Import and export: a report first, then all or none; a hostile file is refused item by item."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedures import Procedure, Term
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue import COMMAND_LINE, Catalogue
from counter_app.services.catalogue_exchange import (
    ImportItem,
    Outcome,
    apply_import,
    export_catalogue,
    plan_import,
)
from counter_app.services.catalogue_file import MOST_MEGABYTES, Damage, Item, encode_catalogue, load_file, split
from tests.support.office import OpenOffice, open_office

NOISY = Path(__file__).parent.parent / "support" / "noisy_procedures.json"
SINGLE = "1.004873"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    with open_office(tmp_path_factory.mktemp("exchange")) as opened:
        yield opened


@pytest.fixture(scope="module")
def catalogue(office: OpenOffice) -> Catalogue:
    return office.services.catalogue


def own(catalogue: Catalogue, **changes: object) -> dict[str, object]:
    """One procedure as the export writes it, with ``changes``."""
    plain = json.loads(encode_catalogue([catalogue.procedure(SINGLE)]))[0]
    return {**plain, **changes}


def items(catalogue: Catalogue, *records: object) -> list[ImportItem]:
    return list(plan_import(catalogue, json.dumps(records, ensure_ascii=False).encode()).items)


def test_an_export_read_again_changes_nothing(catalogue: Catalogue) -> None:
    report = plan_import(catalogue, export_catalogue(catalogue))
    assert len(report.items) == len(catalogue.all_versions())
    assert len(report.of(Outcome.UNCHANGED)) == len(report.items)
    assert report.publishable == ()


def test_an_export_moves_a_catalogue_with_its_versions_to_another_office(tmp_path: Path) -> None:
    with open_office(tmp_path / "one") as one, open_office(tmp_path / "two") as two:
        source, target = one.services.catalogue, two.services.catalogue
        now = source.procedure(SINGLE)
        source.new_version(replace(now, valid_from=date(2027, 1, 1), term=Term(2)), COMMAND_LINE)
        source.add(replace(now, code="9.000001", name="Thủ tục của tỉnh"), COMMAND_LINE)
        report = plan_import(target, export_catalogue(source))
        assert [item.code for item in report.of(Outcome.ADDED)] == [SINGLE, "9.000001"]
        assert [(item.code, item.changed) for item in report.of(Outcome.CHANGED)] == [(SINGLE, ("valid_to",))]
        assert apply_import(target, report, COMMAND_LINE) == 3
        assert target.all_versions() == source.all_versions()


def test_a_change_is_told_by_its_fields(catalogue: Catalogue) -> None:
    (item,) = items(catalogue, own(catalogue, term={"amount": 2}, result="Giấy"))
    assert (item.outcome, item.changed) == (Outcome.CHANGED, ("term", "result"))


def test_planning_writes_nothing(office: OpenOffice, catalogue: Catalogue) -> None:
    before = office.journal.last_seq
    items(catalogue, own(catalogue, name="Tên khác"))
    assert office.journal.last_seq == before


def test_a_crawl_is_repaired_and_keeps_what_the_office_knows(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        catalogue = office.services.catalogue
        ours = catalogue.correct(replace(catalogue.procedure(SINGLE), aliases=("giấy ế",), popular=True), COMMAND_LINE)
        report = plan_import(catalogue, NOISY.read_bytes())
        told = {item.code: item for item in report.items}
        assert told[SINGLE].repairs
        read = told[SINGLE].procedure
        assert read is not None
        assert read.aliases == ours.aliases
        assert {(item.code, item.reason) for item in report.of(Outcome.SKIPPED)} == {
            ("2.001428", "not-a-procedure"),
            ("1.999999", "not-commune"),
        }
        assert [(item.reason, item.line > 1) for item in report.of(Outcome.REFUSED)] == [
            ("repeated", True),
            ("shape", True),
            ("type", True),
        ]


@pytest.mark.parametrize(
    "change, reason, field",
    [
        ({"name": 5}, "type", "name"),
        ({"papers": "none"}, "type", "papers"),
        ({"papers": [{"name": "Đơn", "copies": "two"}]}, "type", "papers[0].copies"),
        ({"term": None}, "type", "term"),
        ({"valid_from": "31/12/2026"}, "type", "valid_from"),
        ({"name": "<script>alert(1)</script>"}, "markup", "name"),
        ({"name": "Cấp &#60;giấy"}, "markup", "name"),
        ({"papers": [{"name": "Đơn <img src=x>"}]}, "markup", "papers.1.name"),
        ({"name": "a\u0000b"}, "control", "name"),
        ({"name": ""}, "empty", "name"),
        ({"code": "1"}, "shape", "code"),
        ({"group": "moon"}, "unknown", "group"),
        ({"fee": {"amount": 10**12}}, "range", "fee"),
        ({"name": "x" * 10_000_000}, "too-large", ""),
    ],
)
def test_a_hostile_item_is_refused_with_its_place(
    catalogue: Catalogue, change: dict[str, object], reason: str, field: str
) -> None:
    good = own(catalogue, code="9.000001")
    first, second = items(catalogue, own(catalogue, **change), good)
    assert (first.outcome, first.reason, first.field) == (Outcome.REFUSED, reason, field)
    assert (second.outcome, second.number) == (Outcome.ADDED, 2)


@pytest.mark.parametrize(
    "item, reason",
    [
        (b"5", "type"),
        (b"null", "type"),
        (b'"text"', "type"),
        (b"[]", "type"),
        (b'{"code": NaN}', "not-json"),
        (b'{"code": "1.000001",}', "not-json"),
        (b"{]", "not-json"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "too-deep"),
        (b"", "not-json"),
        (b"{}", "type"),
        (b'{"ma_tthc": "1.000001", "ten": ["a"], "linh_vuc": "x"}', "type"),
    ],
)
def test_what_is_no_procedure_is_refused_and_the_next_one_is_read(
    catalogue: Catalogue, item: bytes, reason: str
) -> None:
    good = json.dumps(own(catalogue)).encode()
    report = plan_import(catalogue, b"[\n" + item + b",\n" + good + b"\n]")
    first, second = report.items
    assert (first.outcome, first.reason) == (Outcome.REFUSED, reason)
    assert (second.outcome, second.line) == (Outcome.UNCHANGED, 3)


def test_a_file_cut_off_in_the_middle_gives_its_whole_items(catalogue: Catalogue) -> None:
    whole = encode_catalogue(catalogue.procedures()[:3])
    report = plan_import(catalogue, whole[:-200])
    assert [item.outcome for item in report.items] == [Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.REFUSED]
    assert report.items[2].reason == Damage.CUT_OFF


def test_the_same_code_twice_is_taken_once(catalogue: Catalogue) -> None:
    new = own(catalogue, code="9.000001")
    first, second = items(catalogue, new, {**new, "name": "Tên khác"})
    assert (first.outcome, second.outcome, second.reason) == (Outcome.ADDED, Outcome.REFUSED, "repeated")


def test_a_byte_order_mark_is_no_harm(catalogue: Catalogue) -> None:
    content = b"\xef\xbb\xbf" + encode_catalogue([catalogue.procedure(SINGLE)])
    assert [item.outcome for item in plan_import(catalogue, content).items] == [Outcome.UNCHANGED]


@pytest.mark.parametrize(
    "content, detail",
    [
        (b"", "not-json"),
        (b"PK\x03\x04", "not-json"),
        (b"<html></html>", "not-json"),
        (b'{"procedures": []}', "not-a-list"),
        (b"[]", "nothing"),
        (b"[ \n ]", "nothing"),
        ('[{"code": "Tên"}]'.encode("utf-16"), "not-utf-8"),
        ('[\n{"name": "Tên"}]'.encode("cp1258", errors="replace").replace(b"T", b"\xea"), "not-utf-8"),
    ],
)
def test_what_is_no_catalogue_at_all_is_one_error(catalogue: Catalogue, content: bytes, detail: str) -> None:
    with pytest.raises(CounterError) as refused:
        plan_import(catalogue, content)
    assert refused.value.code is Code.CATALOGUE_UNREADABLE
    assert refused.value.params["detail"] == detail


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(CounterError) as refused:
        load_file(huge)
    assert refused.value.params == {"megabytes": 200, "limit": MOST_MEGABYTES}


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(CounterError) as refused:
            load_file(path)
        assert refused.value.params["detail"] == "cannot-open"


def test_an_import_with_one_bad_procedure_half_imports_nothing(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        catalogue = office.services.catalogue
        report = plan_import(catalogue, json.dumps([own(catalogue, code="9.000001", name="Tên mới")]).encode())
        bad = replace(report.items[0], procedure=replace(catalogue.procedure(SINGLE), name="<b>"))
        before = office.journal.last_seq
        with pytest.raises(CounterError):
            apply_import(catalogue, replace(report, items=(*report.items, bad)), COMMAND_LINE)
        assert office.journal.last_seq == before


@given(st.binary(max_size=300))
def test_no_bytes_break_the_cutting(content: bytes) -> None:
    found: tuple[Item, ...] = ()
    with suppress(CounterError):
        found = split(b"[" + content)
    assert [item.number for item in found] == list(range(1, len(found) + 1))


@given(
    st.lists(
        st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=6), min_size=1
    )
)
def test_every_item_of_a_list_is_cut_out_whole(values: list[object]) -> None:
    found = split(json.dumps(values, indent=1).encode())
    assert [json.loads(item.content) for item in found] == values


def test_an_exported_procedure_is_the_same_when_read(catalogue: Catalogue) -> None:
    lines = encode_catalogue(catalogue.procedures()).decode().splitlines()
    assert len(lines) == len(catalogue.procedures()) + 2
    assert all(isinstance(one, Procedure) for one in catalogue.procedures())
