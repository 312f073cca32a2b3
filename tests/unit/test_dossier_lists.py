"""Dossiers in lists, as work, by person: what is promised, and that no list reads more than it shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from counter_app.clocks import VIETNAM
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_filter import Count, DossierFilter, DossierOrder
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Fact
from counter_app.domain.procedures import Channel
from counter_app.domain.text import fold
from counter_app.store.dossier_lists import listing
from tests.benchmarks.journal_append import RECEIVED
from tests.benchmarks.many_dossiers import fill
from tests.support.dossiers import DUE, receive, record
from tests.support.office import MORNING, OpenOffice, open_office


class Many:
    """No dataclass: a failing example would print six hundred dossiers."""

    def __init__(self, office: OpenOffice, everything: tuple[Dossier, ...]) -> None:
        self.office = office
        self.everything = everything


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    with open_office(tmp_path_factory.mktemp("many")) as opened:
        fill(opened.journal, 600)
        everything = opened.services.dossiers.find("", 1000)
        assert len(everything) == 600
        yield Many(opened, everything)


def kept_by(wanted: DossierFilter, one: Dossier, now: datetime) -> bool:
    """The promise of a filter, said of one dossier at a time."""
    received, due = one.received_at.astimezone(VIETNAM).date(), one.due.astimezone(VIETNAM).date() if one.due else None
    same = ("procedure", "field", "officer", "holder", "department", "channel", "office", "authority")
    return (
        all(getattr(one, name) == getattr(wanted, name) for name in same if getattr(wanted, name))
        and (not wanted.states or one.state in wanted.states)
        and (not wanted.received_from or received >= wanted.received_from)
        and (not wanted.received_to or received <= wanted.received_to)
        and (not wanted.due_from or (due is not None and due >= wanted.due_from))
        and (not wanted.due_to or (due is not None and due <= wanted.due_to))
        and (not wanted.late or one.is_late(now))
        and (not wanted.open or not one.state.ended)
        and (not wanted.identity or one.applicant.identity == wanted.identity)
        and (not wanted.giver or (not one.state.ended and bool(one.hand) and one.hands[-1].giver == wanted.giver))
        and all(any(said.startswith(word) for said in said_of(one)) for word in wanted.text.split())
    )


def said_of(one: Dossier) -> list[str]:
    return fold(f"{one.applicant.name} {one.procedure_name}").split()


days = st.one_of(
    st.none(), st.integers(-3, 4).map(lambda day: MORNING.astimezone(VIETNAM).date() + timedelta(days=day))
)
some = st.sampled_from
filters = st.builds(
    DossierFilter,
    text=some(("", "", "nguyen", "thi hoa", "tran")),
    procedure=some(("", "", "1.004873", "2.000815")),
    field=some(("", "", "Hộ tịch")),
    states=some(
        ((), (), (DossierState.RETURNED,), (DossierState.STOPPED, DossierState.RECEIVED), (DossierState.DONE,))
    ),
    received_from=days,
    received_to=days,
    due_from=days,
    due_to=days,
    officer=some(("", "", "ha")),
    holder=some(("", "", "", "minh")),
    department=some(("", "", "", "tu-phap")),
    giver=some(("", "", "", "ha")),
    late=some((False, False, True)),
    open=some((False, False, True)),
    channel=some((None, None, Channel.ONLINE)),
    office=some(("", "an-phuc")),
    order=some(DossierOrder),
)


@settings(max_examples=60)
@given(filters, st.integers(7, 150))
def test_pages_of_a_list_hold_what_the_filter_says_each_once_and_in_order(
    many: Many, wanted: DossierFilter, size: int
) -> None:
    dossiers, now = many.office.services.dossiers, many.office.clock.now()
    pages, after = [], ""
    while True:
        page = dossiers.list(wanted, size, after)
        pages += page.dossiers
        after = page.after
        if not after:
            break
    expected = [one for one in many.everything if kept_by(wanted, one, now)]
    assert {one.id for one in pages} == {one.id for one in expected}
    assert len(pages) == len(expected) == dossiers.count(wanted).number
    assert [one.id for one in dossiers.each(wanted)] == [one.id for one in pages]
    if wanted.order is DossierOrder.DUE and not wanted.text:
        assert [one.due for one in pages] == sorted(one.due for one in pages if one.due)
    else:
        assert [one.received_at for one in pages] == sorted((one.received_at for one in pages), reverse=True)


def test_a_count_stops_where_nobody_counts_on(many: Many) -> None:
    dossiers = many.office.services.dossiers
    assert dossiers.count(DossierFilter(), most=100) == Count(100, more=True)
    assert dossiers.count(DossierFilter(), most=600) == Count(600)


RETURNED, DONE, SUPPLEMENT = DossierState.RETURNED, DossierState.DONE, DossierState.SUPPLEMENT
LISTS: tuple[tuple[DossierFilter, bool], ...] = (
    (DossierFilter(), False),
    (DossierFilter(text="nguyen van a"), False),
    (DossierFilter(text="0417", late=True), False),
    (DossierFilter(text="hoa", holder="ha"), False),
    (DossierFilter(procedure="1.004873", channel=Channel.ONLINE), False),
    (DossierFilter(field="Hộ tịch", officer="ha", received_from=date(2026, 11, 1)), False),
    (DossierFilter(late=True), False),
    (DossierFilter(states=(RETURNED,)), False),
    (DossierFilter(states=(RETURNED, DONE)), False),
    (DossierFilter(received_from=date(2026, 11, 1), received_to=date(2026, 11, 2)), False),
    (DossierFilter(due_from=date(2026, 1, 1)), False),
    (DossierFilter(order=DossierOrder.DUE), False),
    (DossierFilter(states=(DossierState.STOPPED,), field="Hộ tịch", late=True, order=DossierOrder.DUE), False),
    (DossierFilter(open=True, order=DossierOrder.DUE), False),
    (DossierFilter(open=True, late=True, order=DossierOrder.DUE), False),
    # What is open, of one person, or due in some weeks is few, and may be sorted.
    (DossierFilter(open=True, field="Hộ tịch"), True),
    (DossierFilter(states=(SUPPLEMENT,)), True),
    (DossierFilter(holder="ha"), True),
    (DossierFilter(due_from=date(2026, 11, 1), due_to=date(2026, 11, 20)), True),
    (DossierFilter(due_from=date(2026, 11, 1), due_to=date(2026, 11, 20), officer="ha", authority="x"), True),
)


@pytest.mark.parametrize("wanted, may_sort", LISTS)
@pytest.mark.parametrize("counted", [False, True])
def test_no_list_reads_the_table_or_sorts_what_is_not_few(
    office: OpenOffice, wanted: DossierFilter, may_sort: bool, counted: bool
) -> None:
    asked = listing(wanted, 0)
    statement = text(f"EXPLAIN QUERY PLAN {asked.count() if counted else asked.places()}")
    with office.journal.database.read() as connection:
        steps = [row.detail for row in connection.execute(statement, {**asked.values, "limit": 50})]
    reads = [step for step in steps if " d " in step or " w " in step]
    # Nothing is read but the words and indexes that hold all that is asked for.
    assert reads
    assert all("COVERING INDEX" in step or "VIRTUAL TABLE" in step for step in reads), steps
    if not may_sort:
        assert not any("TEMP B-TREE" in step for step in steps), steps


# work


def test_work_lies_in_the_bucket_of_its_step_and_of_how_it_stands(office: OpenOffice) -> None:
    now = office.clock.now()
    dues = {
        1: now - timedelta(hours=1),
        2: now + timedelta(hours=2),
        3: now + timedelta(days=2),
        4: now + timedelta(days=9),
    }
    for number, due in dues.items():
        taken = record(
            office, receive(office, number, due=DUE + timedelta(days=30)).id, give("minh", due), facts.TakenOver("minh")
        )
        assert taken.holder == "minh"
    record(office, receive(office, 5).id, give("minh", DUE))
    asked = facts.SupplementRequested("minh", ("Tờ khai",), "Thiếu")
    record(office, receive(office, 6).id, give("minh", DUE), facts.TakenOver("minh"), asked)
    record(office, receive(office, 7).id, give("minh", DUE), facts.TakenOver("minh"), *ready("minh"))
    record(office, receive(office, 8).id, give("lan", DUE), facts.TakenOver("lan"), give("minh", DUE, giver="lan"))
    work = office.services.dossiers.work(officer="minh")
    codes = {name: [one.code[-1] for one in getattr(work, name).dossiers] for name in work.__slots__}
    assert codes == {
        **{"late": ["1"], "today": ["2"], "soon": ["3"], "later": ["4"]},
        **{"unclaimed": ["5", "8"], "waiting": ["6"], "ready": ["7"], "given": []},
    }
    assert [one.code[-1] for one in office.services.dossiers.work(officer="lan").given.dossiers] == ["8"]
    assert office.services.dossiers.work(department="tu-phap", most=1).unclaimed.count == Count(2)
    assert len(office.services.dossiers.work(department="tu-phap", most=1).unclaimed.dossiers) == 1
    assert office.services.dossiers.work().late.dossiers == ()


def ready(by: str) -> tuple[Fact, Fact]:
    """A result, approved and then ready."""
    return facts.ResultApproved("son"), facts.ResultReady(by)


def give(taker: str, due: datetime, giver: str = "ha") -> facts.HandedOver:
    return facts.HandedOver(0, giver, taker, "tu-phap", due)


# persons, saved filters


def test_a_likely_duplicate_is_the_same_person_and_procedure_still_open(office: OpenOffice) -> None:
    dossiers, person = office.services.dossiers, replace(RECEIVED.applicant, birth=date(1990, 2, 1))
    first = receive(office, 1, applicant=person)
    receive(office, 2, applicant=person, procedure="2.000815")
    ended = receive(office, 3, applicant=person)
    record(office, ended.id, give("ha", DUE), *ready("ha"), facts.DossierReturned("ha", "Hoa"))
    unnamed = receive(office, 4, applicant=replace(person, identity=""))

    def same(identity: str, name: str, birth: date | None) -> set[str]:
        return {one.id for one in dossiers.duplicates(identity, name, birth, RECEIVED.procedure)}

    assert same(person.identity, "", None) == {first.id}
    assert same("", "tran thi HOA", date(1990, 2, 1)) == {first.id, unnamed.id}
    assert (
        same("", "Trần Thị Hoa", None)
        == same("", "Trần Thị Hoa", date(1991, 1, 1))
        == same("000999", "", None)
        == set()
    )
    assert [one.code[-1] for one in dossiers.earlier(person.identity)] == ["3", "2", "1"]


def test_a_filter_is_kept_for_its_officer_until_it_is_dropped(office: OpenOffice) -> None:
    dossiers = office.services.dossiers
    wanted = DossierFilter(
        "hoa", states=(DONE,), due_to=date(2026, 11, 30), channel=Channel.ONLINE, order=DossierOrder.DUE
    )
    dossiers.save_filter("ha", "Của tôi", DossierFilter())
    dossiers.save_filter("ha", "Của tôi", wanted)
    dossiers.save_filter("ha", "A", DossierFilter(late=True))
    assert [(one.name, one.filter) for one in dossiers.filters("ha")] == [
        ("A", DossierFilter(late=True)),
        ("Của tôi", wanted),
    ]
    assert dossiers.filters("minh") == ()
    dossiers.drop_filter("ha", "Của tôi")
    assert [one.name for one in dossiers.filters("ha")] == ["A"]


@pytest.mark.expects_log("event=filter_unreadable")
def test_a_filter_of_a_later_program_is_left_out(office: OpenOffice) -> None:
    with office.journal.database.write() as connection:
        connection.execute(text("INSERT INTO filters VALUES ('ha', 'x', '{\"order\": \"by-moon\"}')"))
    assert office.services.dossiers.filters("ha") == ()
