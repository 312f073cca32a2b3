"""Accounts: only who knows the secret signs in, and an administrator looks after the others."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from counter_app.domain import facts
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.officers import LOCKED, MOST_TRIES, NewOfficer
from counter_app.services.tries import LOCKS
from counter_app.services.verifiers import matches, verifier
from counter_app.store import local, migrations, tables
from counter_app.store.security_events import EventFilter
from tests.support.office import OpenOffice, open_office

GOOD, BETTER = "ca-phe-sua-7", "mua-roi-nhe-9"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


def refused(act: object, *given: object, **named: object) -> CounterError:
    with pytest.raises(CounterError) as error:
        act(*given, **named)  # type: ignore[operator]
    return error.value


def account(office: OpenOffice, officer: str = "ha") -> Officer:
    return next(one for one in office.services.officers.all() if one.id == officer)


def events(office: OpenOffice) -> list[str]:
    with office.journal.database.read() as connection:
        return list(connection.execute(select(tables.security_events.c.kind)).scalars())


def test_the_right_pin_signs_in(office: OpenOffice) -> None:
    officer = office.services.sign_ins.unlock("ha", "1234")
    assert officer.name == "Lê Thị Thu Hà"


def wrong_try(office: OpenOffice, officer: str = "ha") -> CounterError:
    with pytest.raises(CounterError) as refused:
        office.services.sign_ins.unlock(officer, "0000")
    return refused.value


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_fifth_locks(office: OpenOffice) -> None:
    told = [wrong_try(office) for _ in range(MOST_TRIES)]
    assert [one.params for one in told[:-1]] == [{"left": 4}, {"left": 3}, {"left": 2}, {"left": 1}]
    assert (told[-1].code, told[-1].params) == (Code.PIN_LOCKED, {"minutes": 5})


def test_while_locked_even_the_right_pin_is_refused_and_others_sign_in(office: OpenOffice) -> None:
    for _ in range(MOST_TRIES):
        wrong_try(office)
    office.clock.move(timedelta(minutes=3, seconds=30))
    with pytest.raises(CounterError) as locked:
        office.services.sign_ins.unlock("ha", "1234")
    assert (locked.value.code, locked.value.params) == (Code.PIN_LOCKED, {"minutes": 2})
    assert office.services.sign_ins.unlock("minh", "1234").id == "minh"
    office.clock.move(LOCKED)
    assert office.services.sign_ins.unlock("ha", "1234").id == "ha"


def test_a_right_pin_forgets_the_wrong_tries(office: OpenOffice) -> None:
    for _ in range(MOST_TRIES - 1):
        wrong_try(office)
    office.services.sign_ins.unlock("ha", "1234")
    assert wrong_try(office).params == {"left": MOST_TRIES - 1}


def test_the_lock_survives_closing_and_opening(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        for _ in range(MOST_TRIES):
            wrong_try(office)
    with open_office(tmp_path) as office:
        assert wrong_try(office).code is Code.PIN_LOCKED


def test_who_is_not_an_officer_is_unknown(office: OpenOffice) -> None:
    assert wrong_try(office, "nobody").code is Code.OFFICER_UNKNOWN


def test_the_store_has_salted_verifiers_and_no_pin(office: OpenOffice) -> None:
    verifiers = [officer.pin for officer in office.services.officers.all()]
    assert all(verifier.startswith("$argon2id$") for verifier in verifiers)
    assert len(set(verifiers)) == len(verifiers) == 4  # though all have the same PIN


def test_an_administrator_gives_out_duties_and_a_pin_and_the_tries_come_back(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.change(
        "ha", name="Lê Thị Thu Hà", title="Hộ tịch", department="Tư pháp", duties=(Duty.APPROVAL,), by="son"
    )
    assert next(one for one in officers.all() if one.id == "ha").duties == (Duty.APPROVAL,)
    assert office.services.sign_ins.unlock("ha", "1234").department == "Tư pháp"
    for _ in range(5):
        with pytest.raises(CounterError):
            office.services.sign_ins.unlock("ha", "0000")
    officers.reset_pin("ha", GOOD, "son")
    assert office.services.sign_ins.sign_in("ha", GOOD).officer.id == "ha"


def test_only_an_administrator_changes_officers(office: OpenOffice) -> None:
    officers = office.services.officers
    new = NewOfficer("new", "Trần Văn Mới", "", GOOD)
    for act in (
        lambda: officers.register(new, "ha"),
        lambda: officers.reset_pin("lan", GOOD, "ha"),
        lambda: officers.bar("lan", "nghỉ việc", "ha"),
        lambda: officers.admit("lan", "ha"),
        lambda: officers.change("lan", name="X", title="", department="", duties=(), by="ha"),
    ):
        with pytest.raises(CounterError, match=Code.DUTY_MISSING.value):
            act()
    officers.register(new, "son")
    assert office.services.sign_ins.unlock("new", GOOD).name == "Trần Văn Mới"


def test_an_office_keeps_one_administrator(office: OpenOffice) -> None:
    with pytest.raises(CounterError, match=Code.LAST_ADMINISTRATOR.value):
        office.services.officers.change("son", name="Sơn", title="", department="", duties=(Duty.APPROVAL,), by="son")


@pytest.mark.parametrize("pin", ["1234", "11111111", "12345678", "lethithuha", "matkhau123"])
def test_no_door_of_the_program_takes_a_secret_that_is_guessed(office: OpenOffice, pin: str) -> None:
    officers = office.services.officers
    doors = (
        lambda: officers.register(NewOfficer("new", "Lê Thị Thu Hà", "", pin), "son"),
        lambda: officers.register(NewOfficer("new", "Lê Thị Thu Hà", "", pin), None),
        lambda: officers.reset_pin("ha", pin, "son"),
        lambda: officers.change_own("ha", "1234", pin),
    )
    for door in doors:
        assert refused(door).code is Code.PIN_WEAK


def last_try(office: OpenOffice) -> CounterError:
    """The fifth wrong one, after four that are written down already."""
    with office.journal.database.write() as connection:
        before = local.sign_in_tries(connection, "ha")
        local.save_sign_in_tries(connection, "ha", local.SignInTries(MOST_TRIES - 1, 0, before.locks))
    return wrong_try(office)


def test_each_lock_in_a_row_lasts_longer_and_a_right_secret_ends_the_row(office: OpenOffice) -> None:
    for lasts in (*LOCKS, LOCKS[-1]):
        locked = last_try(office)
        assert (locked.code, locked.params) == (Code.PIN_LOCKED, {"minutes": lasts // timedelta(minutes=1)})
        office.clock.move(lasts + timedelta(seconds=1))
    office.services.sign_ins.unlock("ha", "1234")
    assert last_try(office).params == {"minutes": 5}
    assert events(office).count("locked-out") == len(LOCKS) + 2


def test_a_clock_that_is_set_back_neither_opens_a_lock_nor_makes_it_last_for_days(office: OpenOffice) -> None:
    last_try(office)
    office.clock.move(-timedelta(days=400))
    locked = refused(office.services.sign_ins.unlock, "ha", "1234")
    assert (locked.code, locked.params) == (Code.PIN_LOCKED, {"minutes": 5})
    office.clock.move(LOCKED + timedelta(seconds=1))
    assert office.services.sign_ins.unlock("ha", "1234").id == "ha"


@contextmanager
def full(office: OpenOffice) -> Iterator[None]:
    """SQLite keeps no tries, and says what it says on a full disk."""
    said = "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    with office.journal.database.write() as connection:
        connection.exec_driver_sql(f"CREATE TRIGGER full BEFORE INSERT ON sign_ins {said}")
    yield
    with office.journal.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")


def test_failures_that_cannot_be_written_count_all_the_same(office: OpenOffice) -> None:
    with full(office):
        assert office.services.sign_ins.unlock("ha", "1234").id == "ha"
        assert {wrong_try(office).code for _ in range(MOST_TRIES)} == {Code.DISK_FULL}
        assert refused(office.services.sign_ins.unlock, "ha", "1234").code is Code.DISK_FULL
    locked = refused(office.services.sign_ins.unlock, "ha", "1234")
    assert (locked.code, locked.params) == (Code.PIN_LOCKED, {"minutes": 5})


def test_an_administrators_reset_gives_the_tries_back_and_a_secret_for_one_sign_in(office: OpenOffice) -> None:
    last_try(office)
    office.services.officers.reset_pin("ha", GOOD, "son")
    assert office.services.sign_ins.sign_in("ha", GOOD).officer.temporary
    office.services.officers.change_own("ha", GOOD, BETTER)
    assert not account(office).temporary
    assert refused(office.services.sign_ins.unlock, "ha", GOOD).code is Code.PIN_WRONG
    assert office.services.sign_ins.unlock("ha", BETTER).id == "ha"


def test_nobody_changes_a_secret_without_knowing_it_and_the_same_one_is_no_change(office: OpenOffice) -> None:
    officers = office.services.officers
    assert refused(officers.change_own, "ha", "0000", GOOD).code is Code.PIN_WRONG
    officers.change_own("ha", "1234", GOOD)
    assert refused(officers.change_own, "ha", GOOD, GOOD).code is Code.PIN_SAME


def test_an_administrator_changes_the_own_secret_by_the_old_one_like_everybody(office: OpenOffice) -> None:
    assert refused(office.services.officers.reset_pin, "son", GOOD, "son").code is Code.OWN_PIN


def test_a_barred_account_signs_in_nowhere_and_may_nothing_until_it_is_admitted(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.bar("lan", "nghỉ việc", "son")
    assert refused(office.services.sign_ins.unlock, "lan", "1234").code is Code.OFFICER_DISABLED
    assert not any(account(office, "lan").may(duty) for duty in Duty)
    officers.admit("lan", "son")
    assert office.services.sign_ins.unlock("lan", "1234").id == "lan"


def test_the_open_session_of_a_barred_officer_ends_at_the_next_act(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.register(NewOfficer("other", "Ngô Văn Tư", "", GOOD, tuple(Duty)), "son")
    officers.bar("son", "chuyển công tác", "other")
    assert refused(officers.reset_pin, "ha", GOOD, "son").code is Code.OFFICER_DISABLED


def test_the_last_administrator_is_not_barred_and_a_barred_one_is_no_other(office: OpenOffice) -> None:
    officers = office.services.officers
    assert refused(officers.bar, "son", "nghỉ hưu", None).code is Code.LAST_ADMINISTRATOR
    officers.register(NewOfficer("other", "Ngô Văn Tư", "", GOOD, (Duty.ADMINISTRATION,)), None)
    officers.bar("other", "nhầm", "son")
    assert refused(officers.bar, "son", "nghỉ hưu", None).code is Code.LAST_ADMINISTRATOR


def test_barring_needs_a_reason(office: OpenOffice) -> None:
    assert refused(office.services.officers.bar, "ha", "  ", "son").code is Code.REASON_MISSING


def test_an_older_programs_correction_of_a_name_brings_back_neither_the_old_secret_nor_a_barred_account(
    office: OpenOffice,
) -> None:
    old = account(office)
    office.services.officers.change_own("ha", "1234", GOOD)
    office.services.officers.bar("ha", "nghỉ việc", "son")
    stale = facts.OfficerRegistered("Lê Thị Hà", old.title, old.pin, old.office, old.duties, old.department)
    with office.journal.transaction() as transaction:
        transaction.append("officer/ha", stale, "officer/son")
    after = account(office)
    assert (after.name, after.disabled) == ("Lê Thị Hà", True)
    office.services.officers.admit("ha", "son")
    assert office.services.sign_ins.unlock("ha", GOOD).name == "Lê Thị Hà"


def test_a_verifier_that_would_cost_all_memory_matches_nothing() -> None:
    kept = verifier(GOOD)
    assert matches(kept, GOOD)
    for part, huge in (("m=19456", "m=4000000000"), ("t=2", "t=4000000000"), ("p=1", "p=16000000"), ("m=", "q=")):
        assert part in kept
        assert not matches(kept.replace(part, huge), GOOD)


def test_no_entry_and_no_security_event_holds_a_secret(office: OpenOffice) -> None:
    office.services.officers.register(NewOfficer("new", "Trần Văn Mới", "", GOOD), "son", temporary=True)
    office.services.officers.change_own("new", GOOD, BETTER)
    office.services.officers.reset_pin("new", GOOD, "son")
    wrong_try(office, "new")
    with office.journal.database.read() as connection:
        told = [str(row) for row in connection.execute(select(tables.journal))]
        told += [str(row) for row in connection.execute(select(tables.security_events))]
    assert any("officer/new" in row for row in told)
    assert not [row for row in told if GOOD in row or BETTER in row]


def test_what_happens_to_accounts_is_in_the_security_record(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.register(NewOfficer("new", "Trần Văn Mới", "", GOOD), "son")
    wrong_try(office, "new")
    officers.change_own("new", GOOD, BETTER)
    officers.bar("new", "nghỉ việc", "son")
    kinds = events(office)
    assert kinds == ["officer-added", "sign-in-failed", "password-changed", "officer-disabled"]


def test_who_was_given_another_duty_or_let_in_again_is_in_the_security_record(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.change("ha", name="Lê Thị Hà", title="", department="", duties=account(office).duties, by="son")
    officers.change("ha", name="Lê Thị Hà", title="", department="", duties=(Duty.ADMINISTRATION,), by="son")
    officers.admit("ha", "son")
    told = office.services.security.page(EventFilter(kinds=frozenset({"officer-changed"})), most=9)
    assert [(one.officer, one.subject, one.detail) for one in told] == [
        ("son", "officer/ha", {"how": "admitted"}),
        ("son", "officer/ha", {"duties": "administration"}),
    ]


def test_accounts_of_an_older_program_are_whole_after_it_was_replaced(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        before = account(office)
        migrations.migrate(office.journal.database._engine, "0008")
        old = {"id": "ha", "name": before.name, "title": before.title, "pin": before.pin, "office": before.office}
        with office.journal.database.write() as connection:
            row = tables.places.c.stream == "officer/ha"
            connection.execute(update(tables.places).where(row).values(body=json.dumps(old)))
    with open_office(tmp_path) as office:
        assert account(office) == before
        assert office.services.sign_ins.sign_in("ha", "1234").officer == before
        assert verify(office.journal).faults == ()
