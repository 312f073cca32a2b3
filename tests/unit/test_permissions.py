"""Every service by every duty: let through or refused as the one table says, on a real folder; the page agrees."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from counter_app.domain.device_facts import DeviceChanged
from counter_app.domain.dossier_facts import Commented
from counter_app.domain.facts import Duty, OfficerRegistered
from counter_app.domain.queue_facts import DeskState
from counter_app.errors import Code, CounterError
from counter_app.services.bundle import Services, signed_in
from counter_app.services.officers import NewOfficer
from counter_app.services.permissions import NEEDS
from counter_app.store import tables
from counter_app.store.security_events import EventFilter
from tests.support import permission_table
from tests.support.dossier_entries import RECEIVED
from tests.support.dossiers import record
from tests.support.office import OpenOffice, open_office
from tests.support.permission_calls import Setting, calls

ASKED = sorted(name for name, need in NEEDS.items() if need.duties)
READS_ONLY = {"reception.preview", "dossiers.work"}
"""They are told an officer to print a name, or whose work it is."""
DEVICE = "device/ticket-printer"


def officer_with(duty: Duty) -> str:
    return f"only-{duty.value}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    with open_office(tmp_path_factory.mktemp("data")) as opened:
        with opened.journal.transaction() as transaction:
            transaction.append(DEVICE, DeviceChanged("printer", "ticket", "ready"), "station")
            for duty in Duty:
                fact = OfficerRegistered("Người Một Việc", "", "", opened.services.office.id, (duty,))
                transaction.append(f"officer/{officer_with(duty)}", fact, "officer/son")
        yield opened


@pytest.fixture(scope="module")
def setting(office: OpenOffice, tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A dossier that Hà has, one entry of hers that may be under review, and a form that is ready to be received."""
    dossier = record(office, "d1", RECEIVED)
    record(office, dossier.id, Commented("ha", "Chờ xác minh"))
    review = f"{office.journal.key.station}-{office.journal.last_seq}"
    draft = office.services.reception.choose(office.services.reception.begin(7), "1.004873")
    ready = replace(draft, name="Trần Thị Hoa", identity="000152000417", phone="0905 000 417")
    return Setting(dossier.id, review, DEVICE, ready, tmp_path_factory.mktemp("out"))


def put_under_review(office: OpenOffice, setting: Setting, reason: str) -> None:
    """As if the fold refused that entry; for another reason it is open again, however it was settled."""
    station, _, seq = setting.review.partition("-")
    values = {"station": station, "seq": int(seq), "stream": f"dossier/{setting.dossier}", "reason": reason}
    with office.journal.database.write() as connection:
        connection.execute(insert(tables.reviews).prefix_with("OR REPLACE"), values)


def is_refused(services: Services, name: str, setting: Setting, officer: str) -> bool:
    """Whether the duty is missing; another refusal shows that the duty was enough."""
    try:
        calls(setting)[name](services, officer)
    except CounterError as error:
        return error.code is Code.DUTY_MISSING
    except OSError:  # a page that is not there
        return False
    return False


def test_every_public_method_is_in_the_table_and_nothing_else() -> None:
    assert sorted(permission_table.public_methods()) == sorted(NEEDS)


def test_every_method_that_asks_for_a_duty_is_called() -> None:
    there = Setting("d", "r", DEVICE, None, Path())  # type: ignore[arg-type]
    assert sorted(calls(there)) == ASKED


@pytest.mark.parametrize("name", ASKED)
def test_a_duty_that_is_enough_is_let_through_and_every_other_refused(
    office: OpenOffice, setting: Setting, name: str
) -> None:
    may = {duty: permission_table.may(NEEDS[name], duty) for duty in Duty}
    assert set(may.values()) == {True, False}
    if name.startswith("reviews."):
        put_under_review(office, setting, name)
    for duty in sorted(Duty, key=lambda one: may[one]):  # who is refused first: what is done is done then
        officer = officer_with(duty)
        assert is_refused(signed_in(office.services, officer), name, setting, officer) is not may[duty], duty
        if not may[duty] and tells_who_acts(office.services, name):
            assert is_refused(office.services, name, setting, officer), f"{duty}: the service itself lets through"


def tells_who_acts(services: Services, name: str) -> bool:
    """Whether a method is told the officer, and so refuses also without the door."""
    service, _, method = name.partition(".")
    told = inspect.signature(getattr(getattr(services, service), method)).parameters
    return name not in READS_ONLY and not told.keys().isdisjoint({"officer", "by", "release"})


def test_who_holds_a_dossier_may_pass_it_on_when_the_duty_was_taken_away(office: OpenOffice) -> None:
    holder = officer_with(Duty.DIRECTING)
    dossier = record(office, "d2", replace(RECEIVED, code="H99.17-261123-030013"))
    office.services.lifecycle.hand_over(dossier.id, "ha", holder)
    office.services.lifecycle.hand_over(dossier.id, holder, "minh")
    with pytest.raises(CounterError) as refused:
        office.services.lifecycle.comment(dossier.id, holder, "Còn một việc")
    assert refused.value.code is Code.DUTY_MISSING


def test_a_refusal_is_a_security_event_with_the_officer_and_the_method(office: OpenOffice, setting: Setting) -> None:
    who = officer_with(Duty.DIRECTING)
    mine = signed_in(office.services, who)
    with pytest.raises(CounterError):
        mine.dossiers.find("Hoa")
    with pytest.raises(CounterError):
        mine.lifecycle.approve(setting.dossier, who)
    office.services.security.flush()
    newest = office.services.security.page(EventFilter(kinds=frozenset({"permission-refused"})), most=2)
    assert [(one.officer, one.detail["act"]) for one in newest] == [
        (who, "lifecycle.approve"),
        (who, "dossiers.find"),
    ]


def test_an_officer_nobody_knows_has_no_door(office: OpenOffice) -> None:
    with pytest.raises(CounterError) as refused:
        signed_in(office.services, "nobody").dossiers.find("Hoa")
    assert refused.value.code is Code.OFFICER_UNKNOWN


def test_a_barred_officer_may_nothing_also_without_a_duty_and_with_a_dossier_in_hand(office: OpenOffice) -> None:
    officers, lifecycle = office.services.officers, office.services.lifecycle
    officers.register(NewOfficer("gone", "Ngô Văn Tư", "", "ca-phe-sua-7"), "son")
    mine = signed_in(office.services, "gone")
    held = record(office, "d3", replace(RECEIVED, code="H99.17-261123-030014")).id
    lifecycle.hand_over(held, "ha", "gone")
    acts: tuple[Callable[[], object], ...] = (
        lambda: mine.dossiers.filters("gone"),
        lambda: mine.reviews.open("gone"),
        lambda: mine.queue.set_desk(3, "gone", DeskState.OPEN),
        lambda: lifecycle.comment(held, "gone", "Còn một việc"),
    )
    for act in acts:
        act()
    officers.bar("gone", "nghỉ việc", "son")
    for act in acts:
        with pytest.raises(CounterError) as refused:
            act()
        assert refused.value.code is Code.OFFICER_DISABLED
    newest = office.services.security.page(EventFilter(kinds=frozenset({"permission-refused"})), most=3)
    assert {(one.officer, one.detail["act"]) for one in newest} == {
        ("gone", "dossiers.filters"),
        ("gone", "reviews.open"),
        ("gone", "queue.set_desk"),
    }


def test_who_only_directs_the_queue_sees_no_dossier_under_review(office: OpenOffice, setting: Setting) -> None:
    put_under_review(office, setting, "seen by whom")
    for duty in Duty:
        found = office.services.reviews.open(officer_with(duty))
        assert any(one.dossier is not None for one in found.items) is (duty is not Duty.DIRECTING), duty
        assert found.total == len(found.items)


def test_the_page_shows_the_table() -> None:
    assert permission_table.PAGE.read_text(encoding="utf-8") == permission_table.page(), (
        "python -m tests.support.permission_table"
    )
