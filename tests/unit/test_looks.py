"""A look at a dossier that is not one's own work is written down, changes nothing, and is for those in charge."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Rule
from counter_app.domain.facts import ServiceStarted, TicketCalled
from counter_app.domain.masking import masked_mail, masked_name, masked_number, masked_phone
from counter_app.errors import Code, CounterError
from counter_app.services.looks import AGAIN_AFTER
from counter_app.store.security_events import EventFilter
from tests.support.dossier_entries import RECEIVED
from tests.support.dossiers import receive, record
from tests.support.office import OpenOffice


def test_a_colleagues_look_is_an_entry_and_changes_nothing_of_the_dossier(office: OpenOffice) -> None:
    dossier = receive(office, 1)
    before = office.services.dossiers.history(dossier.id)
    assert office.services.looks.note(dossier.id, "lan")
    assert office.services.dossiers.dossier(dossier.id) == dossier
    assert office.services.dossiers.history(dossier.id) == before, "it is no line of the time line"
    assert [look.officer for look in office.services.looks.of(dossier.id, "son")] == ["lan"]
    events = office.services.security.page(EventFilter(kinds=frozenset({"looked-at"})), most=9)
    assert [(one.officer, one.subject) for one in events] == [("lan", f"dossier/{dossier.id}")]


def test_ones_own_work_is_no_look(office: OpenOffice) -> None:
    dossier = receive(office, 1)
    record(office, dossier.id, facts.HandedOver(0, "ha", "minh", "Địa chính"), facts.ResultApproved("son"))
    for officer in ("ha", "minh", "son"):
        assert not office.services.looks.note(dossier.id, officer)
    record(office, dossier.id, facts.HandedOver(0, "minh", "lan", "Văn phòng"))
    assert not office.services.looks.note(dossier.id, "minh"), "who had it once knows it"
    assert office.services.looks.of(dossier.id, "son") == ()


def test_whoever_serves_the_citizen_now_works_on_it(office: OpenOffice) -> None:
    group = office.services.catalogue.groups()[0].id
    ticket = office.services.queue.take_number(group, command="1" * 32).ticket
    dossier = receive(office, 1, ticket=ticket.id)
    with office.journal.transaction() as transaction:
        transaction.append(f"ticket/{ticket.id}", TicketCalled(2, "lan"), "officer/lan")
        transaction.append(f"ticket/{ticket.id}", ServiceStarted(2, "lan"), "officer/lan")
    assert not office.services.looks.note(dossier.id, "lan")
    assert office.services.looks.note(dossier.id, "minh")


def test_going_back_and_forth_is_one_look(office: OpenOffice) -> None:
    dossier = receive(office, 1)
    looks = office.services.looks
    assert looks.note(dossier.id, "lan")
    assert not looks.note(dossier.id, "lan")
    office.clock.move(AGAIN_AFTER - timedelta(minutes=1))
    assert not looks.note(dossier.id, "lan")
    assert looks.note(dossier.id, "minh")
    office.clock.move(timedelta(minutes=2))
    assert looks.note(dossier.id, "lan")
    assert [look.officer for look in looks.of(dossier.id, "son")] == ["lan", "minh", "lan"]


def test_only_those_in_charge_see_who_looked(office: OpenOffice) -> None:
    dossier = receive(office, 1)
    with pytest.raises(CounterError) as refused:
        office.services.looks.of(dossier.id, "ha")
    assert refused.value.code is Code.DUTY_MISSING


def test_a_look_does_not_use_up_what_an_administrator_opened(office: OpenOffice) -> None:
    fact = replace(RECEIVED, code="H99.17-261123-030099")
    record(office, "d1", fact, facts.HandedOver(0, "ha", "minh", "Địa chính"), facts.TakenOver("minh"))
    came = facts.SupplementReceived("ha", RECEIVED.papers, RECEIVED.due)
    record(office, "d1", facts.SupplementRequested("minh", ("Tờ khai",), "Thiếu"), came)
    record(office, "d1", facts.RuleOverridden("son", Rule.SUPPLEMENT_ONCE, "Bưu điện làm mất"))
    assert office.services.looks.note("d1", "lan")
    again = record(office, "d1", facts.SupplementRequested("minh", ("Ảnh",), "Ảnh cũ"))
    assert len(again.supplements) == 2


def test_what_others_may_see_of_names_and_numbers_is_too_little_to_use() -> None:
    assert masked_name("Nguyễn Văn An") == "Nguyễn V. A."
    assert (masked_name("An"), masked_name(" ")) == ("A.", "")
    assert masked_number("000152000417") == "0001••••0417"
    assert (masked_number("123456789"), masked_number("12345"), masked_number("")) == ("••••789", "••••", "")
    assert masked_phone("0905 000 417") == "090••••417"
    assert (masked_phone("113"), masked_phone("")) == ("••••", "")
    assert (masked_mail("hoa@x.example"), masked_mail("")) == ("h••••@x.example", "")
