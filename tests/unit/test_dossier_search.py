"""Dossiers found by words: what is promised of the search, and that its index is checked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from counter_app.domain import dossier_facts as facts
from counter_app.domain.text import fold
from counter_app.journal.verify import verify
from counter_app.store.dossier_index import first_place
from counter_app.store.dossier_words import question, searchable, terms
from counter_app.store.tables import NEVER
from tests.benchmarks.journal_append import RECEIVED
from tests.support.dossiers import receive, record
from tests.support.office import MORNING, OpenOffice


def found(office: OpenOffice, typed: str) -> list[str]:
    return [one.code[-4:] for one in office.services.dossiers.find(typed)]


@pytest.mark.parametrize(
    "typed",
    [
        *("0417", "030417", "H99.17-261123-030417", "261123 0417"),  # the code and its tail
        *("đặng", "dang thi ngoc", "NGỌC", "ng", "d", "d t n a", "ngoc dang"),  # a name
        *("0912 345 678", "0912345678", "345678", "912.345.678", "678"),  # the phone
        *("000152000417", "152000", "0001520004"),  # the identity number
        *("tinh trang hon nhan", "xac nhan hon", "1.004873"),  # the procedure
        *("ngọc 0417", "anh 1.004873 0912"),
    ],
)
def test_a_dossier_is_found_by_code_name_phone_number_or_procedure(office: OpenOffice, typed: str) -> None:
    person = replace(RECEIVED.applicant, name="Đặng Thị Ngọc Ánh", identity="000152000417", phone="0912 345 678")
    receive(office, 417, applicant=person)
    stranger = replace(RECEIVED.applicant, name="Lê Minh Khôi", identity="000288111999", phone="0900 111 222")
    receive(office, 5088, applicant=stranger, procedure="2.000815", procedure_name="Chứng thực bản sao", code="X-5088")
    assert found(office, typed) == ["0417"]


@pytest.mark.parametrize(
    "typed", ["xyz", "0418", "0912 345 679", "...", "ngoc khoi", "''", '"', "a AND b", "*", "NEAR(a b)"]
)
def test_nothing_is_found_by_what_no_dossier_has_and_no_sign_is_a_command(office: OpenOffice, typed: str) -> None:
    receive(office, 417, applicant=replace(RECEIVED.applicant, name="Đặng Thị Ngọc", phone="0912 345 678"))
    assert found(office, typed) == []


def test_everybody_in_the_dossier_is_found(office: OpenOffice) -> None:
    person = RECEIVED.applicant
    receive(
        office,
        1,
        co_applicants=(replace(person, name="Võ Thành Đạt"),),
        authorised=facts.Authorised(replace(person, name="Bùi Quang Vinh", identity="000777000888")),
    )
    receive(office, 2)
    assert found(office, "vo thanh dat") == found(office, "bui quang") == found(office, "777000888") == ["0001"]


def test_what_changes_in_a_dossier_changes_in_the_search(office: OpenOffice) -> None:
    registered = facts.DossierRegistered(
        *("an-phuc", "ha", RECEIVED.procedure, RECEIVED.procedure_name, RECEIVED.field),
        applicant=replace(RECEIVED.applicant, name="Trần Thị Sai"),
        papers=(),
    )
    kept = record(office, "a" * 32, registered)
    assert [one.id for one in office.services.dossiers.find("tran thi sai")] == [kept.id]
    receive(office, 1)
    office.clock.move(timedelta(minutes=5))
    record(
        office,
        kept.id,
        replace(RECEIVED, code="H99.17-261123-030002", applicant=replace(RECEIVED.applicant, name="Trần Thị Sen")),
    )
    assert (found(office, "sai"), found(office, "sen"), found(office, "")) == ([], ["0002"], ["0002", "0001"])
    assert verify(office.journal).faults == ()


def test_many_dossiers_of_one_second_keep_their_order_and_none_is_lost(office: OpenOffice) -> None:
    with office.journal.transaction() as transaction:
        for number in range(60):
            fact = replace(RECEIVED, code=f"H99.17-261123-03{number:04d}")
            transaction.append(f"dossier/{number:032x}", fact, "officer/ha")
    codes = [f"{number:04d}" for number in reversed(range(60))]
    assert [one.code[-4:] for one in office.services.dossiers.find("hoa", 100)] == codes
    assert [one.code[-4:] for one in office.services.dossiers.find("", 100)] == codes
    assert verify(office.journal).faults == ()


words = st.text(st.sampled_from("abđếnguyễ 0123456789-./中Ж"), max_size=30)


@settings(max_examples=200)
@given(words, st.data())
def test_every_beginning_of_a_word_and_every_part_of_a_number_is_asked_for_as_it_is_kept(
    said: str, data: st.DataObject
) -> None:
    row = {
        **dict.fromkeys(("procedure", "field", "office", "channel", "officer", "authority"), ""),
        **{"stage": 1, "state": 4, "late_from": NEVER, "folded": searchable((said,))},
    }
    has = f" {terms(row)} "
    for word in fold(said).split():
        typed = word[: data.draw(st.integers(1, len(word)))]
        assert all(f" {term} " in has for term in _plain(question(typed)))


def _plain(asked: list[str]) -> Iterator[str]:
    """The terms of a question that has no choice in it."""
    return (one.strip('"') for one in asked if one != '"0none"' and " OR " not in one)


def test_verify_finds_what_is_missing_or_wrong_in_the_search_index(office: OpenOffice) -> None:
    first, second, third = (receive(office, number) for number in (1, 2, 3))
    with office.journal.database.write() as connection:
        places = {row.id: row.place for row in connection.execute(text("SELECT id, place FROM dossiers"))}
        connection.execute(text("DELETE FROM dossier_words WHERE rowid = :place"), {"place": places[first.id]})
        values = {"place": places[second.id], "other": 5}
        connection.execute(text("DELETE FROM dossier_words WHERE rowid = :place"), values)
        connection.execute(text("INSERT INTO dossier_words (rowid, words) VALUES (:place, 'h ho hoa')"), values)
        connection.execute(text("INSERT INTO dossier_words (rowid, words) VALUES (:other, 'nobody')"), values)
        connection.execute(text("UPDATE dossiers SET place = 1 WHERE id = :id"), {"id": third.id})
    faults = {(fault.where, fault.what) for fault in verify(office.journal).faults}
    assert (f"dossier/{first.id}", "it is missing in the search index") in faults
    assert (f"dossier/{second.id}", "its words in the search index differ") in faults
    assert (f"dossier/{third.id}", "its place in the lists is wrong") in faults
    assert ("dossier/5", "the search index has it, the dossiers do not") in faults


def test_places_are_in_the_order_of_reception() -> None:
    moments = [
        datetime(1960, 1, 1, tzinfo=UTC),
        MORNING,
        MORNING + timedelta(seconds=1),
        datetime(9999, 12, 1, tzinfo=UTC),
    ]
    places = [first_place(round(at.timestamp() * 1000)) for at in moments]
    assert places == sorted(set(places))
    assert max(places) < 1 << 62
