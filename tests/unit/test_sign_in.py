"""The door of the desk: the second factor, machines without contact, accounts that nobody uses."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.bootstrap import open_counter
from counter_app.domain.facts import Duty
from counter_app.domain.officer_facts import OfficerSignedIn, SecondFactorSet
from counter_app.domain.totp import code_at, step_of
from counter_app.errors import Code, CounterError
from counter_app.services.officers import NewOfficer
from counter_app.services.second_factor import RECOVERY_CODES
from counter_app.services.sign_in import Due, SignedIn
from counter_app.services.verifiers import seal, unseal
from counter_app.settings import OfficeSettings, SecuritySettings, Settings
from counter_app.store import tables
from tests.support.office import OpenOffice, open_office
from tests.support.telephone import STEP, shown, with_telephone

GOOD, BETTER = "ca-phe-sua-7", "mua-roi-nhe-9"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


def enter(office: OpenOffice, officer: str = "son", secret: str = "1234", code: str = "") -> SignedIn:
    return office.services.sign_ins.sign_in(officer, secret, code)


def refused(office: OpenOffice, officer: str = "son", secret: str = "1234", code: str = "") -> CounterError:
    with pytest.raises(CounterError) as error:
        enter(office, officer, secret, code)
    return error.value


def leave_refused(office: OpenOffice, officer: str = "son", secret: str = "1234", code: str = "") -> CounterError:
    with pytest.raises(CounterError) as error:
        office.services.sign_ins.give_leave(officer, secret, code)
    return error.value


def test_an_administrator_with_a_telephone_needs_its_code_and_others_do_not(office: OpenOffice) -> None:
    new = with_telephone(office)
    assert refused(office).code is Code.SECOND_FACTOR_NEEDED
    assert enter(office, code=shown(office, new.key)).officer.id == "son"
    assert enter(office, "ha").officer.id == "ha"


def test_a_code_counts_once_also_after_the_program_was_closed(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        new = with_telephone(office)
        enter(office, code=shown(office, new.key))
        now = office.clock.now()
    with open_office(tmp_path) as office:
        office.clock.set(now)
        assert refused(office, code=shown(office, new.key)).code is Code.CODE_WRONG
        office.clock.move(STEP)
        assert enter(office, code=shown(office, new.key)).officer.id == "son"


def test_wrong_codes_lock_although_the_secret_is_right_each_time(office: OpenOffice) -> None:
    with_telephone(office)
    told = [refused(office, code="000000") for _ in range(5)]
    assert [one.code for one in told] == [Code.CODE_WRONG] * 4 + [Code.PIN_LOCKED]
    assert told[0].params == {"left": 4}


def test_only_a_whole_sign_in_ends_the_row_of_who_has_a_telephone(office: OpenOffice) -> None:
    """Who knows the secret alone would else have all the codes there are, four at a time."""
    new = with_telephone(office)
    refused(office, code="000000")
    enter(office, code=shown(office, new.key))
    told = []
    for _ in range(5):
        told.append(refused(office, code="000000").code)
        if len(told) < 4:
            office.services.sign_ins.unlock("son", "1234")
            assert leave_refused(office).code is Code.SECOND_FACTOR_NEEDED
    assert told == [Code.CODE_WRONG] * 4 + [Code.PIN_LOCKED]


def test_asking_for_the_code_is_no_failed_try_and_a_wrong_secret_is_not_told_that_one_is_needed(
    office: OpenOffice,
) -> None:
    with_telephone(office)
    for _ in range(6):
        assert refused(office).code is Code.SECOND_FACTOR_NEEDED
    assert refused(office, secret="0000").code is Code.PIN_WRONG


def test_each_code_on_paper_lets_in_once_however_it_is_typed(office: OpenOffice) -> None:
    new = with_telephone(office, RECOVERY_CODES)
    assert len(set(new.codes)) == RECOVERY_CODES
    assert enter(office, code=new.codes[9]).officer.id == "son"
    assert refused(office, code=new.codes[9]).code is Code.CODE_WRONG
    assert enter(office, code=f" {new.codes[3].lower().replace('-', ' ')} ").officer.id == "son"
    assert len(enter(office, code=new.codes[0]).officer.recovery) == RECOVERY_CODES - 2


def test_the_second_factor_goes_with_the_own_new_secret_and_goes_away_with_a_reset(office: OpenOffice) -> None:
    new = with_telephone(office)
    officers = office.services.officers
    officers.change_own("son", "1234", GOOD)
    assert refused(office, secret=GOOD).code is Code.SECOND_FACTOR_NEEDED
    assert enter(office, secret=GOOD, code=shown(office, new.key)).officer.id == "son"
    officers.reset_pin("son", BETTER, None)
    result = enter(office, secret=BETTER)
    assert result.first is Due.SECRET
    assert {one.due for one in result.reminders} == {Due.SECRET, Due.SECOND_FACTOR}


def test_a_telephone_that_shows_another_code_sets_nothing_up(office: OpenOffice) -> None:
    factors = office.services.second_factors
    new = factors.propose(enter(office).officer)
    other = code_at(b"another key of 20 by", step_of(office.clock.now()))
    with pytest.raises(CounterError, match=Code.CODE_NOT_SHOWN.value):
        factors.confirm("son", "1234", new, other)
    assert not enter(office).officer.second


def test_the_journal_shows_neither_the_key_nor_the_codes_and_only_the_own_secret_opens_it(office: OpenOffice) -> None:
    new = with_telephone(office)
    with office.journal.database.read() as connection:
        told = "".join(str(row) for row in connection.execute(select(tables.journal)))
        told += "".join(str(row) for row in connection.execute(select(tables.places)))
    plain = [new.key.hex(), new.typed.replace(" ", ""), *new.codes, *(code.replace("-", "") for code in new.codes)]
    assert not [one for one in plain if one in told]
    sealed = next(one for one in office.services.officers.all() if one.id == "son").second
    assert unseal(sealed, "1234", "son") == new.key
    assert unseal(sealed, "4321", "son") is None
    assert unseal(sealed, "1234", "ha") is None
    assert unseal("not sealed", "1234", "son") is None


def test_a_second_factor_sealed_under_a_secret_that_was_changed_elsewhere_locks_nobody_out(office: OpenOffice) -> None:
    before = enter(office).officer
    office.services.officers.change_own("son", "1234", GOOD)
    late = SecondFactorSet(before.pin, seal(b"k" * 20, "1234", "son"))
    with office.journal.transaction() as transaction:
        transaction.append("officer/son", late, "officer/son")
    assert enter(office, secret=GOOD).officer.second == ""


def test_a_short_old_secret_may_be_put_off_for_a_week_and_then_is_changed_first(office: OpenOffice) -> None:
    assert {one.due: one.days for one in enter(office, "ha").reminders} == {Due.SECRET: 7}
    office.clock.move(timedelta(days=3))
    result = enter(office, "ha")
    assert {one.due: one.days for one in result.reminders} == {Due.SECRET: 4}
    assert result.first is None
    office.clock.move(timedelta(days=4))
    assert enter(office, "ha").first is Due.SECRET
    office.services.officers.change_own("ha", "1234", GOOD)
    assert enter(office, "ha", GOOD).reminders == ()


def test_an_administrator_without_a_telephone_is_led_to_it_after_a_week(office: OpenOffice) -> None:
    office.services.officers.change_own("son", "1234", GOOD)
    assert {one.due: one.days for one in enter(office, secret=GOOD).reminders} == {Due.SECOND_FACTOR: 7}
    office.clock.move(timedelta(days=7))
    assert enter(office, secret=GOOD).first is Due.SECOND_FACTOR


def without_contact(office: OpenOffice, days: int) -> None:
    """A machine with an upstream, last heard now; then so many days go by."""
    contact = office.services.sign_ins.contact
    contact.days = 45
    contact.begin()
    office.clock.move(timedelta(days=days))


def test_a_machine_that_heard_of_nobody_for_too_long_lets_in_administrators_alone(office: OpenOffice) -> None:
    office.services.officers.register(NewOfficer("new", "Trần Văn Mới", "", GOOD), "son")
    without_contact(office, 44)
    office.services.officers.admit("new", "son")
    assert enter(office, "new", GOOD).offline_days == 1
    office.clock.move(timedelta(days=1))
    error = refused(office, "new", GOOD)
    assert (error.code, error.params) == (Code.SIGN_IN_EXPIRED, {"days": 45})
    assert enter(office).offline_days == 0
    office.services.sign_ins.contact.heard()
    assert enter(office, "new", GOOD).offline_days is None


@pytest.mark.parametrize("days, said", [(34, None), (35, 10), (44, 1), (45, 0), (400, 0)])
def test_the_desk_says_ten_days_before_that_the_machine_is_without_contact(
    office: OpenOffice, days: int, said: int | None
) -> None:
    without_contact(office, days)
    assert office.services.sign_ins.contact.ends_soon() == said


def test_a_machine_without_an_upstream_never_expires(office: OpenOffice) -> None:
    office.clock.move(timedelta(days=400))
    assert office.services.sign_ins.contact.left() is None


def test_a_clock_that_is_set_back_gives_no_days(office: OpenOffice) -> None:
    without_contact(office, 60)
    office.services.queue.take_number("civil-status", command="f" * 32)
    office.clock.move(-timedelta(days=59))
    assert office.services.sign_ins.contact.left() == 0


def test_an_answer_of_the_upstream_counts_at_once(office: OpenOffice) -> None:
    without_contact(office, 60)
    contact = office.services.sign_ins.contact
    contact.answers = lambda: True
    assert contact.left() == 45


def test_an_account_unused_for_45_days_is_locked_until_an_administrator_opens_it(office: OpenOffice) -> None:
    enter(office, "ha")
    enter(office)
    office.clock.move(timedelta(days=40))
    enter(office)
    office.clock.move(timedelta(days=6))
    error = refused(office, "ha")
    assert (error.code, error.params) == (Code.OFFICER_UNUSED, {"days": 46})
    account = next(one for one in office.services.sign_ins.accounts() if one.officer.id == "ha")
    assert account.unused
    office.services.officers.admit("ha", "son")
    assert enter(office, "ha").officer.id == "ha"


def test_the_last_administrator_is_not_locked_out_for_having_been_away(office: OpenOffice) -> None:
    enter(office)
    office.clock.move(timedelta(days=100))
    assert enter(office).officer.id == "son"


def test_who_signs_in_at_another_machine_uses_the_account_here_too(office: OpenOffice) -> None:
    enter(office, "ha")
    office.clock.move(timedelta(days=30))
    with office.journal.transaction() as transaction:
        transaction.append("officer/ha", OfficerSignedIn(), "officer/ha")
    office.clock.move(timedelta(days=30))
    assert enter(office, "ha").officer.id == "ha"


def test_a_sign_in_is_told_to_the_other_machines_once_a_week(office: OpenOffice) -> None:
    written = []
    for _ in range(9):
        enter(office, "ha")
        written.append(office.journal.last_seq)
        office.clock.move(timedelta(days=2))
    assert len(set(written)) - 1 == 2


def test_a_barred_officer_is_not_let_back_to_a_locked_session(office: OpenOffice) -> None:
    enter(office, "ha")
    assert office.services.sign_ins.unlock("ha", "1234").id == "ha"
    office.services.officers.bar("ha", "nghỉ việc", "son")
    with pytest.raises(CounterError, match=Code.OFFICER_DISABLED.value):
        office.services.sign_ins.unlock("ha", "1234")


def test_a_session_that_is_never_ended_does_not_outlive_the_days_without_contact(office: OpenOffice) -> None:
    door = office.services.sign_ins
    enter(office, "ha")
    without_contact(office, 45)
    with pytest.raises(CounterError, match=Code.SIGN_IN_EXPIRED.value):
        door.unlock("ha", "1234")
    assert door.unlock("son", "1234").id == "son"


def test_a_secret_that_somebody_else_typed_neither_unlocks_nor_gives_leave(office: OpenOffice) -> None:
    office.services.officers.reset_pin("son", GOOD, None)
    for door in (office.services.sign_ins.unlock, office.services.sign_ins.give_leave):
        with pytest.raises(CounterError, match=Code.PIN_TEMPORARY.value):
            door("son", GOOD)
    assert enter(office, secret=GOOD).first is Due.SECRET


def test_a_sign_in_goes_on_where_nothing_can_be_written_down(office: OpenOffice) -> None:
    enter(office, "ha")
    office.clock.move(timedelta(days=8))
    office.journal.hold_copied(1)
    assert enter(office, "ha").officer.id == "ha"


def test_every_step_through_the_door_is_in_the_security_record(office: OpenOffice) -> None:
    door = office.services.sign_ins
    refused(office, "ha", "0000")
    enter(office, "ha")
    door.locked("ha", idle=True)
    door.unlock("ha", "1234")
    door.left("ha")
    with office.journal.database.read() as connection:
        kinds = list(connection.execute(select(tables.security_events.c.kind)).scalars())
    assert kinds == ["sign-in-failed", "signed-in", "session-locked", "session-unlocked", "signed-out"]


def test_only_who_administers_is_asked_for_the_second_factor_and_not_any_more_without_the_duty(
    office: OpenOffice,
) -> None:
    with_telephone(office)
    officers = office.services.officers
    officers.register(NewOfficer("new", "Trần Văn Mới", "", GOOD, tuple(Duty)), "son")
    assert enter(office, "new", GOOD).officer.may(Duty.ADMINISTRATION)
    officers.change("son", name="Vũ Hoàng Sơn", title="", department="", duties=(Duty.APPROVAL,), by="new")
    assert enter(office).officer.id == "son"


@pytest.mark.parametrize(
    "settings, days, minutes",
    [
        (Settings(), None, 15),
        (Settings(office=OfficeSettings(serve=True)), None, 15),
        (Settings(province_url="https://tinh.example"), 45, 15),
        (Settings(office=OfficeSettings(urls=("https://127.0.0.1:1",))), 45, 15),
        (Settings(security=SecuritySettings(lock_minutes=0, offline_days=10)), None, 1),
        (Settings(security=SecuritySettings(lock_minutes=600)), None, 60),
    ],
)
def test_the_settings_say_how_long_and_only_a_machine_with_an_upstream_expires(
    tmp_path: Path, settings: Settings, days: int | None, minutes: int
) -> None:
    open_office(tmp_path).close()
    counter = open_counter(tmp_path, settings)
    try:
        door = counter.services.sign_ins
        assert (door.contact.days, door.lock_after) == (days, timedelta(minutes=minutes))
    finally:
        counter.close()
