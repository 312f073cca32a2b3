from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedures import ComponentDocument, Fee, FeeUnit, PaperForm, Procedure, Term, TermUnit
from counter_app.services.catalogue_crawl import Correction, Refusal
from counter_app.services.catalogue_file import encode_catalogue
from counter_app.services.catalogue_import import (
    Outcome,
    Report,
    import_catalogue,
    main,
)
from counter_app.services.catalogue_papers import LONGEST_PAPER, repair_paper, repair_papers
from counter_app.services.catalogue_repair import (
    LONGEST_NAME,
    Repair,
    repair_fee,
    repair_name,
    repair_term,
    shorten,
)

NOISY = Path(__file__).parent.parent / "support" / "noisy_procedures.json"
SINGLE = "1.004873"
ONE_PAPER = (ComponentDocument("Tờ khai theo mẫu"),)


def _import(*corrections: Correction) -> tuple[dict[str, Procedure], Report]:
    procedures, report = import_catalogue(NOISY.read_bytes(), corrections)
    return {procedure.code: procedure for procedure in procedures}, report


def test_a_crawl_becomes_a_usable_catalogue() -> None:
    procedures, report = _import()
    assert list(procedures) == ["1.001193", SINGLE, "2.000815", "1.012796", "1.004194", "1.001613"]
    assert (report.read, report.kept) == (11, 6)
    single = procedures[SINGLE]
    assert single.name == "Cấp Giấy xác nhận tình trạng hôn nhân"
    assert single.term == Term(3)
    assert single.group == "civil-status"
    assert [paper.name for paper in single.papers] == [
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
        "Văn bản ủy quyền",
        "Thẻ căn cước, căn cước điện tử hoặc hộ chiếu",
        "Giấy tờ chứng minh nơi cư trú",
    ]
    assert procedures["1.001193"].term == Term(1, same_day_until=15)


def test_what_a_page_does_not_say_stays_unset_and_is_reported() -> None:
    procedures, report = _import()
    assert procedures["2.000815"].term == Term(0, TermUnit.UNSET)
    assert procedures["1.001613"].papers == ()
    told = {(line.code, line.reason) for line in report.lines}
    assert {("2.000815", Repair.TERM_UNSET), ("1.001613", Repair.NO_PAPERS)} <= told


def test_a_form_number_joined_to_the_copies_goes_back_to_the_text() -> None:
    papers = _import()[0]["1.012796"].papers
    assert papers[0].name.endswith("theo Mẫu số 18")
    assert papers[0].copies == 1


def test_every_refused_record_is_reported_with_its_reason() -> None:
    refused = [(line.code, line.reason) for line in _import()[1].lines if line.outcome is Outcome.REFUSED]
    assert refused == [
        ("2.001428", Refusal.NOT_A_PROCEDURE),
        ("1.001193", Refusal.CODE_REPEATED),
        ("chưa có mã", Refusal.CODE),
        ("1.999999", Refusal.NOT_COMMUNE),
        ("", Refusal.UNREADABLE),
    ]


def test_every_line_that_is_not_a_paper_is_reported() -> None:
    report = _import()[1]
    assert report.counts[Outcome.REPAIRED, Repair.NOT_A_PAPER] == 6
    assert report.counts[Outcome.REPAIRED, Repair.ONLINE_ONLY] == 2


def test_a_correction_wins_over_the_crawl_and_leaves_the_rest() -> None:
    procedures, report = _import(Correction(SINGLE, aliases=("giấy độc thân",), papers=ONE_PAPER))
    assert procedures[SINGLE].papers == ONE_PAPER
    assert procedures[SINGLE].aliases == ("giấy độc thân",)
    assert procedures[SINGLE].term == Term(3)
    corrected = {line.reason for line in report.lines if line.outcome is Outcome.CORRECTED}
    assert corrected == {"aliases", "papers"}


def test_a_correction_supplies_what_the_crawl_lacks() -> None:
    procedures, _ = _import(Correction("2.000815", term=Term(1, same_day_until=15)))
    assert procedures["2.000815"].fee.amount == 2000
    assert procedures["2.000815"].fee.unit is FeeUnit.PAGE


def test_a_whole_correction_adds_a_procedure_and_half_of_one_does_not() -> None:
    whole = Correction("1.014027", "Trợ cấp hưu trí xã hội", "Bảo trợ xã hội", "benefits", Term(10), Fee(), ONE_PAPER)
    half = Correction("1.001699", "Xác định mức độ khuyết tật")
    procedures, report = _import(whole, half)
    assert procedures["1.014027"].term == Term(10)
    assert "1.001699" not in procedures
    assert report.counts[Outcome.REFUSED, Refusal.INCOMPLETE_BY_HAND] == 1


def test_only_the_wanted_codes_are_kept() -> None:
    procedures, report = import_catalogue(NOISY.read_bytes(), (), {SINGLE})
    assert [procedure.code for procedure in procedures] == [SINGLE]
    assert report.counts[Outcome.REFUSED, Refusal.NOT_ASKED_FOR] == 9


def test_importing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    outs = [tmp_path / "one.json", tmp_path / "two.json"]
    for out in outs:
        assert main([str(NOISY), str(out)]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert msgspec.json.decode(outs[0].read_bytes(), type=tuple[Procedure, ...])


@pytest.mark.parametrize("content", [b"", b"{}", b"[", b"\xff"])
def test_a_file_that_is_not_a_list_is_said_so(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "crawl.json"
    source.write_bytes(content)
    assert main([str(source), str(tmp_path / "out.json")]) == 1
    assert capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_catalogue_can_be_read_back() -> None:
    procedures, _ = import_catalogue(NOISY.read_bytes(), ())
    assert msgspec.json.decode(encode_catalogue(procedures), type=tuple[Procedure, ...]) == procedures


@pytest.mark.parametrize(
    "text, name",
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("THỦ TỤC ĐĂNG KÝ KHAI SINH", "Đăng ký khai sinh"),
        ("Cấp bản sao từ sổ gốc.", "Cấp bản sao từ sổ gốc"),
        ("Đa\u0306ng ky\u0301 k\u200eết hôn (thực hiện tại cấp xã)", "Đăng ký kết hôn"),
    ],
)
def test_names_are_put_right(text: str, name: str) -> None:
    assert repair_name(text)[0] == name


@pytest.mark.parametrize(
    "text, note, same_day, term",
    [
        ("3 Ngày làm việc", "", False, Term(3)),
        ("15 Ngày", "", False, Term(15, TermUnit.CALENDAR_DAY)),
        ("1 Giờ", "", True, Term(1, TermUnit.HOUR)),
        ("1 (nguồn không ghi đơn vị)", "", True, Term(1, same_day_until=15)),
        ("1 (?)", "", False, Term(1)),
        ("5 (?)", "", True, Term(5)),
        ("Không có thông tin", "Miễn phí05 ngày làm việc kể từ ngày nhận", False, Term(5)),
        ("Không có thông tin", "", True, None),
        ("0 Ngày làm việc", "", False, None),
    ],
)
def test_terms_are_read(text: str, note: str, same_day: bool, term: Term | None) -> None:
    assert repair_term(text, note, same_day=same_day)[0] == term


@pytest.mark.parametrize(
    "note, amount, unit",
    [
        ("8,000 VNĐ", 8000, FeeUnit.DOSSIER),
        ("2,000 Việt Nam Đồng(/trang)Tại Ủy ban nhân dân cấp xã", 2000, FeeUnit.PAGE),
        ("10.000 đồng/trường hợp", 10000, FeeUnit.CASE),
        ("8.000 đồng/bản", 8000, FeeUnit.COPY),
        ("4,500,000 Việt Nam Đồng((bốn triệu năm trăm nghìn)", 4_500_000, FeeUnit.DOSSIER),
        ("Miễn phí", 0, FeeUnit.DOSSIER),
    ],
)
def test_fees_are_whole_dong(note: str, amount: int, unit: FeeUnit) -> None:
    fee, repairs = repair_fee(note)
    assert (fee.amount, fee.unit, repairs) == (amount, unit, ())


@pytest.mark.parametrize("note", ["10 USD(/bản)", "Không có thông tin", "", "qua Cổng dịch vụ công"])
def test_an_unknown_fee_is_reported(note: str) -> None:
    assert repair_fee(note)[1] == (Repair.FEE_UNKNOWN,)


@pytest.mark.parametrize(
    "text, name, form, condition",
    [
        ("(ii) Bản sao Giấy chứng nhận đăng ký;", "Bản sao Giấy chứng nhận đăng ký", PaperForm.COPY, ""),
        ("Bản sao có chứng thực bằng cử nhân", "Bản sao có chứng thực bằng cử nhân", PaperForm.CERTIFIED, ""),
        ("Đơn xin nhận con nuôi;1.nxinnhnconnui.doc", "Đơn xin nhận con nuôi", PaperForm.ORIGINAL, ""),
        (
            "Văn bản cử người giám hộ đối với trường hợp đăng ký giám hộ cử.",
            "Văn bản cử người giám hộ",
            PaperForm.ORIGINAL,
            "Trường hợp đăng ký giám hộ cử",
        ),
        (
            "Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi",
            "Biên bản về việc trẻ bị bỏ rơi",
            PaperForm.ORIGINAL,
            "Trường hợp trẻ em bị bỏ rơi",
        ),
    ],
)
def test_papers_become_lines_of_a_checklist(text: str, name: str, form: PaperForm, condition: str) -> None:
    paper, _ = repair_paper(text, 1, "bản chính")
    assert paper == ComponentDocument(name, form, required=not condition, condition=condition)


def test_a_paper_named_twice_is_asked_for_once() -> None:
    papers, taken = repair_papers([("Tờ khai theo mẫu;", 1, ""), ("TỜ KHAI theo mẫu", 1, "")])
    assert [paper.name for paper in papers] == ["Tờ khai theo mẫu"]
    assert (Repair.PAPER_REPEATED, "TỜ KHAI theo mẫu") in taken


@given(st.text(), st.integers(), st.text())
def test_no_text_breaks_the_repair_of_a_paper(text: str, copies: int, kind: str) -> None:
    paper, repairs = repair_paper(text, copies, kind)
    if paper is None:
        assert repairs
    else:
        assert 1 <= paper.copies <= 9
        assert len(paper.name) <= LONGEST_PAPER


@given(st.text())
def test_no_text_breaks_the_repair_of_a_name(text: str) -> None:
    assert len(repair_name(text)[0]) <= LONGEST_NAME


@given(st.text(), st.integers(10, 200))
def test_a_shortened_text_fits(text: str, longest: int) -> None:
    assert len(shorten(text, longest)) <= longest
