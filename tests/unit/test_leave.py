"""An administrator's leave at another's desk, and the week of the second factor, which is one for all machines."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.facts import Duty
from counter_app.domain.officer_facts import OfficerSignedIn
from counter_app.errors import Code, CounterError
from counter_app.services.officers import NewOfficer
from counter_app.services.sign_in import Due
from counter_app.store import views
from counter_app.store.security_events import EventFilter
from tests.support.apart import meet, two_machines
from tests.support.office import OpenOffice, open_office
from tests.support.telephone import shown, with_telephone

GOOD = "ca-phe-sua-7"
WEEK = timedelta(days=7)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


def refused(office: OpenOffice, officer: str = "son", secret: str = "1234", code: str = "") -> CounterError:
    with pytest.raises(CounterError) as error:
        office.services.sign_ins.give_leave(officer, secret, code)
    return error.value


def give(office: OpenOffice, code: str = "", secret: str = "1234") -> str:
    return office.services.sign_ins.give_leave("son", secret, code).id


def with_another_administrator(office: OpenOffice) -> None:
    office.services.officers.register(NewOfficer("other", "Ngô Văn Tư", "", GOOD, tuple(Duty)), "son")


def test_who_has_a_telephone_gives_leave_with_its_code_alone_and_each_code_counts_once(office: OpenOffice) -> None:
    new = with_telephone(office)
    assert refused(office).code is Code.SECOND_FACTOR_NEEDED
    code = shown(office, new.key)
    assert give(office, code) == "son"
    assert refused(office, code=code).code is Code.CODE_WRONG
    with pytest.raises(CounterError, match=Code.CODE_WRONG.value):
        office.services.sign_ins.sign_in("son", "1234", code)
    assert give(office, new.codes[1]) == "son"
    assert refused(office, code=new.codes[1]).code is Code.CODE_WRONG


def test_who_has_no_telephone_gives_leave_by_the_secret(office: OpenOffice) -> None:
    assert give(office) == "son"
    assert refused(office, secret="0000").code is Code.PIN_WRONG


def test_wrong_codes_at_the_leave_lock_the_sign_in_too_unless_a_right_one_came_before(office: OpenOffice) -> None:
    new = with_telephone(office)
    for _ in range(4):
        refused(office, code="000000")
    give(office, shown(office, new.key))
    told = [refused(office, code="000000").code for _ in range(5)]
    assert told == [Code.CODE_WRONG] * 4 + [Code.PIN_LOCKED]
    with pytest.raises(CounterError, match=Code.PIN_LOCKED.value):
        office.services.sign_ins.sign_in("son", "1234", new.codes[0])


def test_an_account_that_is_locked_as_unused_gives_no_leave(office: OpenOffice) -> None:
    with_another_administrator(office)
    door = office.services.sign_ins
    door.sign_in("son", "1234")
    office.clock.move(timedelta(days=46))
    door.sign_in("other", GOOD)
    error = refused(office)
    assert (error.code, error.params) == (Code.OFFICER_UNUSED, {"days": 46})
    office.services.officers.admit("son", "other")
    assert give(office) == "son"


def test_a_barred_administrator_gives_no_leave(office: OpenOffice) -> None:
    with_another_administrator(office)
    office.services.officers.bar("son", "chuyển công tác", "other")
    assert refused(office).code is Code.OFFICER_DISABLED


def test_who_does_not_administer_gives_no_leave(office: OpenOffice) -> None:
    assert refused(office, "ha").code is Code.DUTY_MISSING


def test_each_leave_is_a_row_of_the_security_record(office: OpenOffice) -> None:
    give(office)
    office.services.security.flush()
    rows = office.services.security.page(EventFilter(kinds=frozenset({"leave-given"})), most=2)
    assert [one.officer for one in rows] == ["son"]


def days_left(office: OpenOffice, officer: str = "son") -> int | None:
    """So long may the second factor be put off, as signing in says; None where it is not asked for."""
    told = office.services.sign_ins.sign_in(officer, GOOD).reminders
    return next((one.days for one in told if one.due is Due.SECOND_FACTOR), None)


def go_on(days: int, *machines: OpenOffice) -> None:
    for one in machines:
        one.clock.move(timedelta(days=days))


def test_the_week_of_the_second_factor_goes_on_at_every_other_machine(tmp_path: Path) -> None:
    with two_machines(tmp_path) as (first, second):
        first.services.officers.change_own("son", "1234", GOOD)
        assert days_left(first) == 7
        meet(first, second)
        go_on(3, first, second)
        assert days_left(second) == 4
        go_on(4, first, second)
        assert (days_left(first), days_left(second)) == (0, 0)


def test_a_machine_that_comes_later_asks_at_once(tmp_path: Path) -> None:
    with two_machines(tmp_path) as (first, second):
        first.services.officers.change_own("son", "1234", GOOD)
        days_left(first)
        go_on(30, first, second)
        meet(first, second)
        assert days_left(second) == 0


def test_a_clock_ahead_at_another_machine_puts_nothing_off(tmp_path: Path) -> None:
    with two_machines(tmp_path) as (first, second):
        first.services.officers.change_own("son", "1234", GOOD)
        meet(first, second)
        go_on(400, second)
        days_left(second)
        meet(first, second)
        assert days_left(first) == 7
        go_on(7, first)
        assert days_left(first) == 0


def test_who_has_just_got_the_duty_has_the_whole_week_however_old_the_account_is(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.change_own("ha", "1234", GOOD)
    for _ in range(3):
        assert days_left(office, "ha") is None
        office.clock.move(WEEK)
    officers.change("ha", name="Lê Thị Thu Hà", title="", department="", duties=tuple(Duty), by="son")
    assert days_left(office, "ha") == 7
    office.clock.move(WEEK)
    assert days_left(office, "ha") == 0


def test_who_administered_before_the_program_asked_for_it_has_a_week_too(office: OpenOffice) -> None:
    """No machine ever wrote that the account was in use: no program that asks for the second factor was there."""
    office.services.officers.change_own("son", "1234", GOOD)
    office.clock.move(timedelta(days=400))
    assert days_left(office) == 7


def test_the_first_asking_is_told_to_the_others_at_once_and_the_next_only_after_a_week(office: OpenOffice) -> None:
    office.services.officers.change_own("son", "1234", GOOD)
    written = []
    for _ in range(3):
        days_left(office)
        written.append(office.journal.last_seq)
    before = written[0]
    assert written == [before] * 3
    with office.journal.database.read() as connection:
        told = views.recorded(connection, "officer/son")
    assert isinstance(told[-1].fact, OfficerSignedIn)
