"""What is not complete: registered and asked for, or refused, in one transaction; and received when it comes back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter_app.demo.commune import LEADER
from counter_app.domain.dossier_facts import Rule
from counter_app.domain.dossiers import DossierState
from counter_app.domain.facts import Duty, OfficerRegistered
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.drafts import Draft
from counter_app.services.lifecycle import Override
from counter_app.services.reception import Reception
from tests.support.office import OpenOffice

MARITAL_STATUS = "1.004873"
NAME = "Nguyễn Thị Mỹ Hậu"
ASKED = ("Tờ khai theo mẫu",)
WHY = "Tờ khai chưa có chữ ký"


@pytest.fixture
def reception(office: OpenOffice) -> Reception:
    return office.services.reception


def lacking(reception: Reception, desk: int = 1) -> Draft:
    """A form without its first paper."""
    draft = reception.choose(reception.begin(desk), MARITAL_STATUS)
    papers = (replace(draft.papers[0], applies=False), *draft.papers[1:])
    return replace(draft, name=NAME, identity="000152000417", phone="0905 000 417", papers=papers)


def with_all(draft: Draft) -> Draft:
    return replace(draft, papers=tuple(replace(one, applies=one.applies or one.required) for one in draft.papers))


def kinds(office: OpenOffice, dossier: str) -> list[str]:
    return [type(one.fact).__name__ for one in office.services.dossiers.history(dossier)]


def test_what_is_missing_is_registered_and_asked_for_together(office: OpenOffice, reception: Reception) -> None:
    draft = lacking(reception)
    kept = reception.register_incomplete(draft, 1, "ha", ASKED, WHY, contact="0905 000 417", until=date(2026, 12, 1))
    assert (kept.state, kept.code, kept.due) == (DossierState.NEW, "", None)
    asked = kept.supplements[0]
    assert (asked.items, asked.reason, asked.until) == (ASKED, WHY, date(2026, 12, 1))
    assert kinds(office, kept.id) == ["DossierRegistered", "SupplementRequested"]
    assert reception.draft(1) is None
    assert verify(office.journal).faults == ()


def test_pressing_twice_registers_and_asks_once(office: OpenOffice, reception: Reception) -> None:
    draft = lacking(reception)
    first = reception.register_incomplete(draft, 1, "ha", ASKED, WHY)
    following = reception.save(1, replace(reception.begin(1), name="Trần Văn Đức"))
    assert reception.register_incomplete(draft, 1, "ha", ASKED, WHY) == first
    assert reception.draft(1) == following


@pytest.mark.parametrize(
    "change, items, reason, code",
    [
        ({}, (" ",), WHY, Code.REASON_MISSING),
        ({}, ASKED, " ", Code.REASON_MISSING),
        ({"name": " "}, ASKED, WHY, Code.APPLICANT_NAME_MISSING),
        ({"procedure": ""}, ASKED, WHY, Code.PROCEDURE_MISSING),
        ({"identity": "12"}, ASKED, WHY, Code.APPLICANT_ID_INVALID),
    ],
)
def test_a_form_02_without_person_procedure_or_reason_is_not_made_and_nothing_is_lost(
    office: OpenOffice,
    reception: Reception,
    change: dict[str, str],
    items: tuple[str, ...],
    reason: str,
    code: Code,
) -> None:
    draft = reception.save(1, replace(lacking(reception), **change))
    with pytest.raises(CounterError) as refused:
        reception.register_incomplete(draft, 1, "ha", items, reason)
    assert refused.value.code is code
    assert office.services.dossiers.find("") == ()
    assert reception.draft(1) == draft


def test_what_comes_back_complete_is_received_in_the_same_stream(
    office: OpenOffice, reception: Reception, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.png", tmp_path / "2.png"
    first.write_bytes(b"page one")
    second.write_bytes(b"page two")
    kept = reception.register_incomplete(reception.add_page(lacking(reception), 1, first), 1, "ha", ASKED, WHY)
    again = reception.resume(3, kept.id, "today")
    assert (again.id, again.name, again.ticket, again.resumed) == (kept.id, NAME, "today", True)
    assert [len(one.pages) for one in again.papers[:2]] == [0, 1]
    again = reception.add_page(with_all(again), 0, second)
    dossier = reception.receive(again, 3, "minh")
    assert (dossier.id, dossier.state, dossier.officer) == (kept.id, DossierState.RECEIVED, "minh")
    assert dossier.code.startswith("H99.17-261123-03")
    assert dossier.supplements[0].came_at is not None
    assert [reception.page(one.sha256) for one in dossier.pages] == [b"page one", b"page two"]
    assert kinds(office, kept.id)[-2:] == ["DossierReceived", "PageScanned"]
    assert verify(office.journal).faults == ()


def test_leaving_a_form_that_was_taken_up_again_loses_none_of_its_pages(
    office: OpenOffice, reception: Reception, tmp_path: Path
) -> None:
    page = tmp_path / "1.png"
    page.write_bytes(b"page one")
    kept = reception.register_incomplete(reception.add_page(lacking(reception), 1, page), 1, "ha", ASKED, WHY)
    reception.resume(1, kept.id)
    reception.begin(1)
    pages = office.services.dossiers.dossier(kept.id).pages
    assert [reception.page(one.sha256) for one in pages] == [b"page one"]


def test_a_second_form_02_is_forbidden_until_an_administrator_says_why(
    office: OpenOffice, reception: Reception
) -> None:
    kept = reception.register_incomplete(lacking(reception), 1, "ha", ASKED, WHY)
    again = reception.resume(1, kept.id)
    with pytest.raises(CounterError) as refused:
        reception.register_incomplete(again, 1, "ha", ASKED, "Vẫn chưa ký")
    assert (refused.value.code, refused.value.params["rule"]) == (Code.LAW_FORBIDS, Rule.SUPPLEMENT_ONCE.value)
    assert "11" in str(refused.value.params["article"])
    assert reception.draft(1) == again
    override = Override(LEADER, "Người nộp đồng ý, do mẫu mới ban hành")
    asked = reception.register_incomplete(again, 1, "ha", ASKED, "Vẫn chưa ký", override=override)
    assert len(asked.supplements) == 2
    assert "RuleOverridden" in kinds(office, kept.id)
    assert reception.draft(1) is None


def test_a_refusal_is_registered_with_its_reasons_and_ends(office: OpenOffice, reception: Reception) -> None:
    reasons = ("Không thuộc thẩm quyền giải quyết", " ")
    kept = reception.refuse_at_counter(lacking(reception), 1, "ha", reasons)
    assert (kept.state, kept.refusal) == (DossierState.REFUSED, reasons[:1])
    with pytest.raises(CounterError) as refused:
        reception.resume(1, kept.id)
    assert refused.value.code is Code.DOSSIER_STATE


def test_what_is_nobodys_procedure_here_can_be_refused_by_what_was_wanted(reception: Reception) -> None:
    draft = replace(reception.begin(1), name=NAME, content="Cấp hộ chiếu phổ thông")
    kept = reception.refuse_at_counter(draft, 1, "ha", ("Không thuộc thẩm quyền giải quyết",))
    assert (kept.procedure, kept.procedure_name) == ("", "Cấp hộ chiếu phổ thông")
    with pytest.raises(CounterError) as refused:
        reception.refuse_at_counter(replace(reception.begin(1), name=NAME), 1, "ha", ("…",))
    assert refused.value.code is Code.PROCEDURE_MISSING


def test_who_does_not_receive_neither_registers_nor_receives(office: OpenOffice, reception: Reception) -> None:
    other = "tam"
    fact = OfficerRegistered("Bùi Văn Tâm", "Chuyên viên", "", office.services.office.id, (Duty.PROCESSING,))
    with office.journal.transaction() as transaction:
        transaction.append(f"officer/{other}", fact, "officer/ha")
    draft = lacking(reception)
    for act in (
        lambda: reception.receive(with_all(draft), 1, other),
        lambda: reception.register_incomplete(draft, 1, other, ASKED, WHY),
        lambda: reception.refuse_at_counter(draft, 1, other, (WHY,)),
    ):
        with pytest.raises(CounterError) as refused:
            act()
        assert refused.value.code is Code.DUTY_MISSING
    assert office.services.dossiers.find("") == ()


def test_another_dossier_of_the_same_visit_has_its_person_and_ticket(reception: Reception) -> None:
    draft = replace(with_all(lacking(reception)), ticket="t1", birth="14/03/1952", sex="female")
    dossier = reception.receive(draft, 1, "ha")
    another = reception.begin_another(1, dossier.id)
    assert another.id != dossier.id
    assert (another.name, another.identity, another.ticket) == (NAME, "000152000417", "t1")
    assert (another.birth, another.sex, another.phone) == ("14/03/1952", "female", "0905 000 417")
    assert (another.procedure, another.papers, another.resumed) == ("", (), False)
