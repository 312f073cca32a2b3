"""A citizen gets all that the office holds of him or her, and nothing of others."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Authorised
from counter_app.domain.privacy_facts import PrivacyAct, PrivacyRecord
from counter_app.errors import Code, CounterError
from counter_app.store import places
from counter_app.store.security_events import EventFilter
from tests.support.dossier_entries import HOA, words
from tests.support.dossiers import receive, record
from tests.support.office import OpenOffice, open_office
from tests.support.scanned import page

TAM = replace(HOA, name="Trần Văn Tám", identity="000070000099", phone="0905 000 099", email="", residence="Thôn 9")
WHY = "Theo đơn ngày 20/11/2026"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "data") as opened:
        yield opened


def test_the_folder_has_every_dossier_in_words_and_as_data(office: OpenOffice, tmp_path: Path) -> None:
    own = receive(office, 1, co_applicants=(TAM,))
    record(office, own.id, facts.HandedOver(0, "ha", "minh", "Địa chính", note="Cẩn thận"))
    record(office, own.id, facts.Commented("minh", "Chỗ này khó"), facts.DossierLookedAt("lan"))
    receive(office, 2, applicant=replace(HOA, identity="000152000418", name="Người Khác"))
    made = office.services.citizen_copies.write(HOA.identity, tmp_path / "out", "ha", WHY)
    assert (made.dossiers, made.missing) == (1, ())
    data = json.loads((made.folder / "du-lieu.json").read_text(encoding="utf-8"))
    (held,) = data["dossiers"]
    assert held["dossier"]["applicant"]["identity"] == HOA.identity
    assert held["dossier"]["co_applicants"][0]["name"] == "Trần V. T."
    told = [(one["who"], one["words"]) for one in held["entries"]]
    assert ("Đỗ Ngọc Lan", "Mở xem hồ sơ") in told
    whole = (made.folder / "du-lieu.json").read_text(encoding="utf-8")
    assert not any(secret in whole for secret in ("Người Khác", TAM.identity, TAM.phone, "Cẩn thận", "Chỗ này khó"))
    text = words((made.folder / "ban-sao-du-lieu.pdf").read_bytes(), tmp_path)
    assert "BẢN SAO DỮ LIỆU CÁ NHÂN" in text
    assert own.code in text
    assert (made.folder / own.code / "mau-01.pdf").exists()


def test_the_papers_of_an_applicant_do_not_go_to_whoever_is_named_beside(office: OpenOffice, tmp_path: Path) -> None:
    dossier = receive(office, 1, authorised=Authorised(TAM, "giấy ủy quyền"))
    made = office.services.citizen_copies.write(TAM.identity, tmp_path / "out", "ha", WHY)
    assert made.dossiers == 1
    assert not (made.folder / dossier.code).exists()
    assert HOA.identity not in (made.folder / "du-lieu.json").read_text(encoding="utf-8")


def test_who_took_the_result_and_where_it_went_are_not_told_to_the_other(office: OpenOffice, tmp_path: Path) -> None:
    own = receive(office, 1, authorised=Authorised(TAM, "giấy ủy quyền"), return_address="12 đường Hoa Sen")
    record(office, own.id, facts.HandedOver(0, "ha", "minh", "Địa chính"), facts.TakenOver("minh"))
    record(office, own.id, facts.ResultApproved("son"), facts.ResultReady("minh", "17/KQ"))
    record(office, own.id, facts.DossierReturned("ha", TAM.name, TAM.identity))
    for person, other, address in ((HOA, TAM, True), (TAM, HOA, False)):
        made = office.services.citizen_copies.write(person.identity, tmp_path / person.identity, "ha", WHY)
        told = (made.folder / "du-lieu.json").read_text(encoding="utf-8")
        assert (other.name in told, "Hoa Sen" in told) == (False, address)
        assert f"Trả kết quả cho {'Trần V. T.' if person is HOA else TAM.name}" in told


def test_scanned_papers_are_put_in_and_what_is_not_here_is_said(office: OpenOffice, tmp_path: Path) -> None:
    dossier = receive(office, 1)
    content = page("Tờ khai", "Trần Thị Hoa")
    sha256 = office.journal.database.blobs.put(content)
    record(office, dossier.id, facts.PageScanned(0, 1, sha256, len(content)))
    made = office.services.citizen_copies.write(HOA.identity, tmp_path / "out", "ha", WHY)
    assert made.missing == ()
    assert len(list((made.folder / dossier.code).glob("*.pdf"))) == 2
    record(office, dossier.id, facts.PageScanned(1, 1, "f" * 64, 9))
    again = office.services.citizen_copies.write(HOA.identity, tmp_path / "again", "ha", WHY)
    assert again.missing == (f"{dossier.code}: {dossier.papers[1].name}",)


def test_giving_it_out_is_an_entry_with_its_reason_and_a_security_event(office: OpenOffice, tmp_path: Path) -> None:
    receive(office, 1)
    for identity, reason, code in (
        (HOA.identity, " ", Code.REASON_MISSING),
        ("000000000000", WHY, Code.PERSON_UNKNOWN),
    ):
        with pytest.raises(CounterError) as refused:
            office.services.citizen_copies.write(identity, tmp_path / "out", "ha", reason)
        assert refused.value.code is code
    assert not (tmp_path / "out").exists()
    office.services.citizen_copies.write(HOA.identity, tmp_path / "out", "ha", WHY)
    with office.journal.database.read() as connection:
        (act,) = places.all_of(connection, PrivacyRecord)
    assert (act.act, act.officer, act.reason, act.count) == (PrivacyAct.GIVEN, "ha", WHY, 1)
    (event,) = office.services.security.page(EventFilter(kinds=frozenset({"exported"})), most=9)
    assert HOA.identity not in str(event)
    assert event.detail["list"] == "citizen-copy"
