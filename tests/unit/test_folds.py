"""Folds: the same entries give the same state in any order; what does not fit is kept for review, never dropped."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import facts, ratings, tickets
from counter_app.domain.facts import Fact, PrintOutcome, RatingSource, Recorded
from counter_app.domain.folding import Folded, Step, fold
from counter_app.domain.hybrid_time import advance, instant
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.store import tables, views
from tests.support.office import MORNING, OpenOffice

ISSUED = facts.TicketIssued("an-phuc", date(2026, 11, 23), "civil-status", "A", 12)
START = advance(0, MORNING)
STREAM = "ticket/t"

ticket_facts = st.one_of(
    st.just(ISSUED),
    st.builds(facts.TicketCalled, st.integers(1, 3), st.sampled_from(("ha", "minh"))),
    st.builds(facts.ServiceStarted, st.integers(1, 3), st.sampled_from(("ha", "minh"))),
    st.builds(facts.TicketTransferred, st.sampled_from(("land", "other"))),
    st.just(facts.TicketFinished()),
    st.just(facts.TicketMissed()),
    st.just(facts.TicketCancelled("left")),
    st.just(facts.TicketPrinted(PrintOutcome.CONFIRMED, 100)),
    st.just(facts.RatingClosed()),
)
rating_facts = st.one_of(
    st.just(facts.RatingOpened("t", 1, "ha", "civil-status")),
    st.builds(facts.RatingGiven, st.integers(0, 6), st.sampled_from(RatingSource)),
    st.just(facts.RatingReasonsGiven(("slow",))),
    st.just(facts.RatingClosed()),
)


def recorded(fact: Fact, time: int, station: str = "s1", seq: int = 1) -> Recorded:
    return Recorded(fact, STREAM, station, seq, START + time, instant(START + time), "officer/ha")


@st.composite
def entries_of(draw: st.DrawFn, kinds: st.SearchStrategy[Fact]) -> list[Recorded]:
    """Entries of two stations, each with rising times, the two not in step."""
    made = []
    for station in ("s1", "s2"):
        time = 0
        for seq, fact in enumerate(draw(st.lists(kinds, max_size=7)), start=1):
            time += draw(st.integers(1, 4))
            made.append(recorded(fact, time, station, seq))
    return made


def folded(entries: Sequence[Recorded]) -> Folded[Ticket]:
    return fold(entries, tickets.step)


@pytest.mark.parametrize("kinds, step", [(ticket_facts, tickets.step), (rating_facts, ratings.step)])
def test_the_order_in_which_entries_arrive_does_not_matter(kinds: st.SearchStrategy[Fact], step: Step[object]) -> None:
    @given(entries_of(kinds), st.randoms(use_true_random=False))
    def holds(entries: list[Recorded], chance: random.Random) -> None:
        shuffled = entries.copy()
        chance.shuffle(shuffled)
        assert fold(shuffled, step) == fold(entries, step)

    holds()


@given(entries_of(ticket_facts))
def test_every_entry_is_either_in_the_state_or_named_for_review(entries: list[Recorded]) -> None:
    outcome = folded(entries)
    refused = {(one.station, one.seq) for one in outcome.refused}
    assert len(refused) == len(outcome.refused)
    fitting = [one for one in entries if (one.station, one.seq) not in refused]
    # What was refused changed nothing: without it the state is the same and nothing else is refused.
    assert folded(fitting) == Folded(outcome.state)


@given(entries_of(ticket_facts))
def test_a_ticket_is_never_in_a_state_that_contradicts_itself(entries: list[Recorded]) -> None:
    ticket = folded(entries).state
    if ticket is None:
        return
    at_a_desk = ticket.state in (TicketState.CALLED, TicketState.SERVING)
    assert not at_a_desk or (ticket.desk is not None and ticket.called_at is not None)
    assert (ticket.ended_at is not None) == (
        ticket.state in (TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED)
    )
    assert ticket.label == "A012"


def test_an_entry_that_arrives_late_takes_its_place() -> None:
    issued, served = recorded(ISSUED, 0), recorded(facts.ServiceStarted(3, "ha"), 20, seq=2)
    called = recorded(facts.TicketCalled(3, "ha"), 10, "s2")
    without = folded([issued, served])
    assert without.state is not None
    assert (without.state.state, len(without.refused)) == (TicketState.ISSUED, 1)
    whole = folded([issued, served, called])
    assert whole.state is not None
    assert (whole.state.state, whole.refused) == (TicketState.SERVING, ())


def test_a_number_called_to_two_desks_by_one_station_leaves_the_later_call_for_review() -> None:
    both = [
        recorded(ISSUED, 0, "office"),
        recorded(facts.TicketCalled(1, "ha"), 10, "office", 2),
        recorded(facts.TicketCalled(2, "minh"), 11, "office", 3),
        recorded(facts.ServiceStarted(1, "ha"), 12, "office", 4),
    ]
    outcome = folded(both)
    assert outcome.state is not None
    assert (outcome.state.state, outcome.state.desk) == (TicketState.SERVING, 1)
    assert [(one.seq, one.reason) for one in outcome.refused] == [(3, "called by two desks")]


def test_who_took_the_queue_over_calls_anew_what_the_dead_office_called_unheard() -> None:
    entries = [
        recorded(ISSUED, 0, "office"),
        recorded(facts.TicketCalled(1, "ha"), 10, "office", 2),
        recorded(facts.TicketCalled(2, "minh"), 20, "standby"),
        recorded(facts.ServiceStarted(2, "minh"), 21, "standby", 2),
    ]
    outcome = folded(entries)
    assert outcome.state is not None
    assert (outcome.state.state, outcome.state.desk, outcome.refused) == (TicketState.SERVING, 2, ())


def test_a_number_given_out_again_by_who_took_over_is_the_one_that_the_citizen_has() -> None:
    again = replace(ISSUED, number=ISSUED.number + 1000)
    outcome = folded([recorded(ISSUED, 0, "office"), recorded(again, 9, "standby")])
    assert outcome.state is not None
    assert (outcome.state.number, outcome.refused) == (again.number, ())


def test_a_number_given_out_again_is_the_citizens_also_when_the_dead_office_had_called_its_own() -> None:
    again = replace(ISSUED, number=ISSUED.number + 1000)
    called = recorded(facts.TicketCalled(1, "ha"), 1, "office", 2)
    anew = [recorded(again, 9, "standby"), recorded(facts.TicketCalled(2, "minh"), 10, "standby", 2)]
    outcome = folded([recorded(ISSUED, 0, "office"), called, *anew])
    assert outcome.state is not None
    assert (outcome.state.number, outcome.state.desk, outcome.refused) == (again.number, 2, ())


def test_an_entry_before_the_number_was_issued_is_for_review_until_the_issue_arrives() -> None:
    called = recorded(facts.TicketCalled(1, "ha"), 5, "s2")
    assert folded([called]).state is None
    assert [one.station for one in folded([called]).refused] == ["s2"]
    assert folded([called, recorded(ISSUED, 0)]).refused == ()


def test_a_kind_that_a_later_program_made_up_is_stored_and_passed_over(office: OpenOffice) -> None:
    ticket = office.services.queue.take_number("civil-status", command="a" * 32).ticket
    with office.journal.database.write() as connection:
        row = views.entries_of(connection, f"ticket/{ticket.id}")[0]
        later = {**row._asdict(), "seq": row.seq + 1, "kind": "ticket.sung", "data": '{"tune": "C"}', "hash": "x"}
        connection.execute(tables.journal.insert(), later)
        projection = views.refresh(connection, f"ticket/{ticket.id}")
    assert projection is not None
    assert projection.refused == ()
    assert office.services.queue.ticket(ticket.id) == ticket


def test_an_entry_that_cannot_be_read_is_for_review_and_the_rest_goes_on(office: OpenOffice) -> None:
    ticket = office.services.queue.take_number("civil-status", command="a" * 32).ticket
    with office.journal.database.write() as connection:
        row = views.entries_of(connection, f"ticket/{ticket.id}")[0]
        damaged = {**row._asdict(), "seq": row.seq + 1, "kind": "ticket.called", "data": '{"desk": "', "hash": "x"}
        connection.execute(tables.journal.insert(), damaged)
        views.refresh(connection, f"ticket/{ticket.id}")
        reviews = connection.execute(tables.reviews.select()).all()
    assert [(one.seq, one.reason) for one in reviews] == [(row.seq + 1, "unreadable")]
    assert office.services.queue.ticket(ticket.id) == ticket
