"""Reception: nothing typed or scanned is lost, a dossier is received once, the receipt says what was agreed."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.demo.commune import LEADER
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_code import is_dossier_code
from counter_app.domain.dossier_facts import PaymentMethod, PersonKind, ReturnWay
from counter_app.domain.dossiers import DossierState
from counter_app.domain.facts import ProcedurePublished
from counter_app.domain.procedures import (
    Channel,
    ChannelTerm,
    ComponentDocument,
    Fee,
    FeeStep,
    FeeUnit,
    PaperCount,
    PaperForm,
    Procedure,
    Term,
    TermUnit,
)
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.drafts import Draft, DraftPerson, papers_of
from counter_app.services.reception import Reception
from counter_app.store.codec import from_text
from tests.support.office import OpenOffice, open_office

MARITAL_STATUS = "1.004873"
CARD = "000152000417||Nguyễn Thị Mỹ Hậu|12031952|Nữ|Thôn Phú Hòa, xã An Phúc|01062021"
NAME = "Nguyễn Thị Mỹ Hậu"


@pytest.fixture
def reception(office: OpenOffice) -> Reception:
    return office.services.reception


def filled(reception: Reception, desk: int = 1) -> Draft:
    return replace(reception.choose(reception.begin(desk), MARITAL_STATUS), name=NAME)


def page(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "scan.png"
    path.write_bytes(content)
    return path


def kept(office: OpenOffice) -> int:
    return sum(path.is_file() for path in (office.journal.database.folder / "blobs").rglob("*"))


def test_a_half_filled_form_survives_closing_and_opening(tmp_path: Path) -> None:
    with open_office(tmp_path / "data") as office:
        reception = office.services.reception
        draft = reception.add_page(filled(reception, 3), 0, page(tmp_path, b"page one"))
        saved = reception.save(3, replace(draft, birth="12/3", phone="0900 000 4"))
    with open_office(tmp_path / "data") as office:
        found = office.services.reception.draft(3)
        assert found == saved
        assert office.services.reception.page(found.papers[0].pages[0].sha256) == b"page one"
        assert office.services.reception.draft(1) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), min_size=6, max_size=6), copies=st.integers(0, 99))
def test_whatever_is_typed_comes_back_exactly(reception: Reception, texts: list[str], copies: int) -> None:
    name, identity, birth, residence, phone, email = texts
    draft = Draft("typed", "", "", name, identity, birth, "", residence, phone, email, copies=copies)
    assert reception.save(2, draft) == reception.draft(2)


def test_an_identity_card_fills_the_applicant(reception: Reception) -> None:
    draft = reception.fill(filled(reception), parse_card(CARD))
    assert (draft.name, draft.identity, draft.birth, draft.sex) == (NAME, "000152000417", "12/03/1952", "female")
    assert reception.problems(draft) == ()


def test_problems_come_in_the_order_of_the_page_and_all_at_once(reception: Reception) -> None:
    draft = filled(reception)
    papers = (replace(draft.papers[0], applies=False), *draft.papers[1:])
    wrong = replace(draft, procedure="", name=" ", identity="12", birth="31/02/1990", papers=papers)
    found = reception.problems(wrong)
    assert [problem.code for problem in found] == [
        Code.PROCEDURE_MISSING,
        Code.APPLICANT_NAME_MISSING,
        Code.APPLICANT_ID_INVALID,
        Code.APPLICANT_BIRTH_INVALID,
        Code.PAPER_MISSING,
    ]
    assert found[-1].params["names"] == draft.papers[0].name


def test_a_form_with_a_problem_is_refused_with_the_first_and_nothing_is_written(
    office: OpenOffice, reception: Reception
) -> None:
    with pytest.raises(CounterError) as refused:
        reception.receive(reception.begin(1), 1, "ha")
    assert refused.value.code is Code.PROCEDURE_MISSING
    assert office.services.dossiers.find("") == ()
    assert reception.draft(1) is not None


def test_a_received_dossier_holds_what_the_form_said_and_the_form_is_gone(
    office: OpenOffice, reception: Reception, tmp_path: Path
) -> None:
    draft = reception.fill(filled(reception), parse_card(CARD))
    for content in (b"one", b"two"):
        draft = reception.add_page(draft, 0, page(tmp_path, content))
    dossier = reception.receive(replace(draft, payment=PaymentMethod.TRANSFER, copies=2), 1, "ha")
    assert (dossier.state, dossier.applicant.name, dossier.fee) == (DossierState.RECEIVED, NAME, 30_000)
    assert [reception.page(one.sha256) for one in dossier.pages] == [b"one", b"two"]
    assert [(one.paper, one.page) for one in dossier.pages] == [(0, 1), (0, 2)]
    assert reception.draft(1) is None
    assert verify(office.journal).faults == ()


def test_the_appointment_passes_over_the_holiday_of_the_24th(reception: Reception) -> None:
    dossier = reception.receive(filled(reception), 1, "ha")
    # Three working days from Monday the 23rd: the 25th, 26th and 27th, 17:00 in Vietnam.
    assert dossier.due == datetime(2026, 11, 27, 10, tzinfo=UTC)


def test_receiving_the_same_form_twice_gives_one_dossier(office: OpenOffice, reception: Reception) -> None:
    draft = filled(reception)
    first = reception.receive(draft, 1, "ha")
    assert reception.receive(draft, 1, "ha") == first
    assert office.services.dossiers.find("") == (first,)


def test_receiving_a_form_again_leaves_the_next_form_of_the_desk(reception: Reception) -> None:
    draft = filled(reception)
    reception.receive(draft, 1, "ha")
    following = reception.save(1, replace(reception.begin(1), name="Trần Văn Đức"))
    reception.receive(draft, 1, "ha")
    assert reception.draft(1) == following


def test_codes_begin_with_the_desk_and_never_repeat(office: OpenOffice, reception: Reception) -> None:
    codes = []
    for index in range(9):
        desk = index % 3 + 1
        codes.append(reception.receive(filled(reception, desk), desk, "ha").code)
    office.clock.move(timedelta(days=2))
    codes.append(reception.receive(filled(reception), 1, "ha").code)
    assert all(is_dossier_code(code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert codes[:4] == [f"H99.17-261123-{number}" for number in ("010001", "020001", "030001", "010002")]
    assert codes[-1] == "H99.17-261125-010001"


def test_a_conditional_paper_that_is_not_needed_is_neither_missing_nor_on_the_receipt(
    reception: Reception, tmp_path: Path
) -> None:
    draft = filled(reception)
    conditional = next(index for index, paper in enumerate(draft.papers) if paper.condition)
    assert not draft.papers[conditional].applies
    without = printed(reception, reception.receive(draft, 1, "ha").id, tmp_path)
    draft = filled(reception)
    papers = tuple(
        replace(paper, applies=paper.applies or index == conditional) for index, paper in enumerate(draft.papers)
    )
    needed = printed(reception, reception.receive(replace(draft, papers=papers), 1, "ha").id, tmp_path)
    name = draft.papers[conditional].name
    assert (name in without, name in needed) == (False, True)


def test_the_receipt_says_code_name_and_appointment_and_stays_the_same(
    office: OpenOffice, reception: Reception, tmp_path: Path
) -> None:
    dossier = reception.receive(filled(reception), 1, "ha")
    text = printed(reception, dossier.id, tmp_path)
    assert dossier.code in text
    assert NAME in text
    assert "27" in text
    assert "11/2026" in text.replace(" tháng ", "/").replace(" năm ", "/")
    assert "Lê Thị Thu Hà" in text
    office.clock.move(timedelta(days=1))
    first = reception.receipt(dossier.id)
    assert reception.receipt(dossier.id) == first
    assert office.services.dossiers.dossier(dossier.id).receipt
    assert verify(office.journal).faults == ()


def test_the_receipt_names_the_office_that_decides_if_it_is_another_one(reception: Reception, tmp_path: Path) -> None:
    draft = replace(filled(reception), authority_name="UBND xã Bình Hòa", content="Xác nhận để vay vốn")
    text = printed(reception, reception.receive(draft, 1, "ha").id, tmp_path)
    assert "Xác nhận để vay vốn (cơ quan giải quyết: UBND xã Bình Hòa)" in text


def test_a_preview_has_no_code_and_keeps_nothing(office: OpenOffice, reception: Reception) -> None:
    assert reception.preview(filled(reception), 1, "ha").startswith(b"%PDF")
    assert (kept(office), office.services.dossiers.find("")) == (0, ())


def test_discarding_a_form_forgets_its_pages(office: OpenOffice, reception: Reception, tmp_path: Path) -> None:
    draft = filled(reception)
    for content in (b"one", b"two"):
        draft = reception.add_page(draft, 0, page(tmp_path, content))
    reception.save(1, draft)
    assert kept(office) == 2
    reception.discard(1)
    assert (kept(office), reception.draft(1)) == (0, None)


@pytest.mark.parametrize("elsewhere", ["received dossier", "form of another desk"])
def test_discarding_a_form_leaves_a_page_that_something_else_refers_to(
    reception: Reception, tmp_path: Path, elsewhere: str
) -> None:
    same = page(tmp_path, b"the same page")
    other = reception.add_page(filled(reception, 2), 0, same)
    if elsewhere == "received dossier":
        reception.receive(other, 2, "minh")
    else:
        reception.save(2, other)
    reception.save(1, reception.add_page(filled(reception), 0, same))
    reception.discard(1)
    assert reception.page(other.papers[0].pages[0].sha256) == b"the same page"


def test_a_result_is_handed_over_once(office: OpenOffice, reception: Reception) -> None:
    dossier = reception.receive(filled(reception), 1, "ha")
    lifecycle = office.services.lifecycle
    lifecycle.mark_ready(dossier.id, "ha", signer=LEADER)
    returned = lifecycle.return_result(dossier.id, "ha", NAME)
    assert (returned.state, returned.returned_to) == (DossierState.RETURNED, NAME)
    with pytest.raises(CounterError) as refused:
        lifecycle.return_result(dossier.id, "ha", "Người khác")
    assert refused.value.code is Code.LAW_FORBIDS


@pytest.mark.parametrize("typed", ["nguyen my hau", "HẬU", "261123-010001", "0900 000 417", "tinh trang hon nhan"])
def test_a_dossier_is_found_by_any_of_its_words_without_diacritics(
    office: OpenOffice, reception: Reception, typed: str
) -> None:
    dossier = reception.receive(replace(filled(reception), phone="0900 000 417"), 1, "ha")
    reception.receive(replace(filled(reception, 2), name="Trần Văn Đức", phone="0900 111 222"), 2, "ha")
    assert dossier in office.services.dossiers.find(typed)
    assert office.services.dossiers.find("tran duc nguyen") == ()


def publish(office: OpenOffice, procedure: Procedure) -> Procedure:
    with office.journal.transaction() as transaction:
        transaction.append(f"procedure/{procedure.code}", ProcedurePublished(procedure), "officer/ha")
    return procedure


def like_the_first(office: OpenOffice, **changes: object) -> Procedure:
    known = office.services.catalogue.procedure(MARITAL_STATUS)
    return publish(office, replace(known, code="9.000001", **changes))  # type: ignore[arg-type]


def test_everything_of_the_seldom_used_parts_reaches_the_dossier(office: OpenOffice, reception: Reception) -> None:
    draft = replace(
        filled(reception),
        name="Công ty TNHH Hoa Sen Giả",
        identity="5801234567",
        kind=PersonKind.ENTERPRISE,
        representative="Trần Thị Hoa",
        birth="31/02/1990",  # a citizen's field that was typed before: no matter for an enterprise
        channel=Channel.POSTAL,
        submitted="20/11/2026 08:15",
        other_code="BD-17",
        co_applicants=(DraftPerson("Lê Minh Khôi", "000096001234", "02/08/1996"), DraftPerson()),
        authorised=DraftPerson("Đặng Quang Khánh", "000079002211", paper="Giấy ủy quyền số 12"),
        sets=2,
        content="  Xác nhận  để vay vốn ",
        return_way=ReturnWay.POST,
        return_address="Thôn Phú Hòa",
        authority="other",
        authority_name="UBND xã Bình Hòa",
    )
    dossier = reception.receive(draft, 1, "ha")
    assert (dossier.applicant.kind, dossier.applicant.birth) == (PersonKind.ENTERPRISE, None)
    assert dossier.applicant.representative == "Trần Thị Hoa"
    assert [one.name for one in dossier.co_applicants] == ["Lê Minh Khôi"]
    assert dossier.authorised is not None
    assert (dossier.authorised.person.identity, dossier.authorised.paper) == ("000079002211", "Giấy ủy quyền số 12")
    assert (dossier.channel, dossier.other_code, dossier.copies) == (Channel.POSTAL, "BD-17", 2)
    assert dossier.submitted_at == datetime(2026, 11, 20, 1, 15, tzinfo=UTC)
    assert dossier.content == "Xác nhận để vay vốn"
    assert (dossier.return_way, dossier.return_address) == (ReturnWay.POST, "Thôn Phú Hòa")
    assert (dossier.authority, dossier.authority_name) == ("other", "UBND xã Bình Hòa")


def test_what_is_not_typed_of_them_has_the_usual_meaning(office: OpenOffice, reception: Reception) -> None:
    dossier = reception.receive(filled(reception), 1, "ha")
    assert dossier.content == dossier.procedure_name
    assert (dossier.channel, dossier.return_way, dossier.copies) == (Channel.IN_PERSON, ReturnWay.COUNTER, 1)
    assert (dossier.authorised, dossier.co_applicants, dossier.authority_name) == (None, (), "")


@pytest.mark.parametrize(
    "change, code",
    [
        ({"return_way": ReturnWay.POST}, Code.RETURN_ADDRESS_MISSING),
        ({"authorised": DraftPerson(phone="0905 000 417")}, Code.PERSON_NAME_MISSING),
        ({"authorised": DraftPerson("Lê Minh Khôi", "12")}, Code.APPLICANT_ID_INVALID),
        ({"co_applicants": (DraftPerson("Lê Minh Khôi", birth="1/13/1996"),)}, Code.APPLICANT_BIRTH_INVALID),
        ({"channel": Channel.ONLINE, "submitted": "hôm qua"}, Code.MOMENT_INVALID),
    ],
)
def test_a_half_typed_part_is_said_by_its_own_code(reception: Reception, change: dict[str, object], code: Code) -> None:
    draft = replace(filled(reception), **change)  # type: ignore[arg-type]
    assert [problem.code for problem in reception.problems(draft)] == [code]


def test_an_unset_term_wants_a_typed_appointment_that_lies_ahead(office: OpenOffice, reception: Reception) -> None:
    procedure = like_the_first(office, term=Term(0, TermUnit.UNSET))
    draft = replace(reception.choose(reception.begin(1), procedure.code), name=NAME)
    assert [one.code for one in reception.problems(draft)] == [Code.TERM_UNSET]
    assert [one.code for one in reception.problems(replace(draft, due="20/11/2026"))] == [Code.DUE_NOT_LATER]
    assert [one.code for one in reception.problems(replace(draft, due="27/11"))] == [Code.MOMENT_INVALID]
    dossier = reception.receive(replace(draft, due="27/11/2026"), 1, "ha")
    assert (dossier.due, dossier.term) == (datetime(2026, 11, 27, 10, tzinfo=UTC), "")


def test_term_and_fee_are_those_of_the_channel(office: OpenOffice, reception: Reception) -> None:
    known = office.services.catalogue.procedure(MARITAL_STATUS)
    terms = (ChannelTerm(Channel.ONLINE, Term(1)),)
    procedure = like_the_first(office, terms=terms, fee=replace(known.fee, online=5_000))
    draft = replace(reception.choose(reception.begin(1), procedure.code), name=NAME)
    online = replace(draft, channel=Channel.ONLINE)
    assert (reception.fee(draft), reception.fee(online)) == (15_000, 5_000)
    assert reception.appointment(procedure.code, Channel.ONLINE).due < reception.appointment(procedure.code).due
    dossier = reception.receive(online, 1, "ha")
    assert (dossier.fee, dossier.term) == (5_000, "1 working-day")


def test_certified_copies_cost_by_page_and_copy_up_to_the_cap(office: OpenOffice, reception: Reception) -> None:
    fee = Fee(2_000, FeeUnit.PAGE, steps=(FeeStep(3, 1_000),), cap=200_000)
    procedure = like_the_first(office, fee=fee)
    draft = reception.choose(reception.begin(1), procedure.code)
    assert reception.fee(replace(draft, copies=5)) == 7_000
    assert reception.fee(replace(draft, copies=5, fee_copies=3)) == 21_000
    assert reception.fee(replace(draft, copies=999)) == 200_000


def test_a_checklist_begins_with_the_first_of_each_choice_and_all_counts(office: OpenOffice) -> None:
    papers = (
        ComponentDocument("Hợp đồng", choice="nhà"),
        ComponentDocument("Giấy chứng nhận", choice="nhà"),
        ComponentDocument("Tờ khai", also=(PaperCount(PaperForm.COPY, 2),)),
    )
    made = papers_of(like_the_first(office, papers=papers))
    assert [paper.applies for paper in made] == [True, False, True]
    assert made[2].also == (PaperCount(PaperForm.COPY, 2),)


def test_a_form_kept_by_an_older_program_opens(reception: Reception) -> None:
    old = (
        '{"id":"d1","ticket":"t1","procedure":"1.004873","name":"Trần Thị Hoa","later":[1],'
        '"papers":[{"name":"Tờ khai","form":"original","copies":1,"required":true,"condition":"","applies":true}]}'
    )
    draft = from_text(old, Draft)
    assert (draft.name, draft.papers[0].choice, draft.channel) == ("Trần Thị Hoa", "", Channel.IN_PERSON)


_files = count()


def printed(reception: Reception, dossier_id: str, folder: Path) -> str:
    path = folder / f"receipt-{next(_files)}.pdf"
    path.write_bytes(reception.receipt(dossier_id))
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())
