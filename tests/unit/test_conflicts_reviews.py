"""What is under review, seen by officers: both versions, the reason, and a decision that all machines hear of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Rule
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import KIND_OF, Fact
from counter_app.domain.review_facts import Decision
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals, outbox
from counter_app.journal.arrivals import Outcome
from counter_app.journal.signing import seal
from counter_app.journal.verify import verify
from counter_app.services.reviews import Cause, ReviewItem
from counter_app.store.codec import to_text
from tests.support.apart import meet, pass_on, two_machines
from tests.support.conflict_stories import TAKEN_IN
from tests.support.office import OpenOffice

Pair = tuple[OpenOffice, OpenOffice]
ID = "d" * 32


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with two_machines(tmp_path) as machines:
        yield machines
        assert [verify(one.journal).faults for one in machines] == [(), ()]


@pytest.fixture
def at_work(pair: Pair) -> Dossier:
    """A dossier that both machines know, in Minh's hands."""
    first, second = pair
    write(first, TAKEN_IN)
    first.services.lifecycle.hand_over(ID, "ha", "minh")
    dossier = first.services.lifecycle.take_over(ID, "minh")
    meet(first, second)
    return dossier


def write(office: OpenOffice, fact: Fact) -> None:
    with office.journal.transaction() as transaction:
        transaction.append(f"dossier/{ID}", fact, "officer/ha")


def one_item(office: OpenOffice, officer: str = "son") -> ReviewItem:
    found = office.services.reviews.open(officer)
    assert (len(found.items), found.total) == (1, 1)
    return found.items[0]


def refused(act: Callable[[], object]) -> CounterError:
    with pytest.raises(CounterError) as caught:
        act()
    return caught.value


def ask_and_hand_over_apart(pair: Pair) -> None:
    """Minh asks for a paper; an hour later, at the other machine, he gives the dossier to Sơn."""
    first, second = pair
    first.services.lifecycle.request_supplement(ID, "minh", ("Tờ khai",), "Thiếu chữ ký")
    second.clock.move(timedelta(hours=1))
    second.services.lifecycle.hand_over(ID, "minh", "son", note="Trình ký")
    meet(first, second)


def test_both_versions_are_told_by_name_place_and_time(pair: Pair, at_work: Dossier) -> None:
    first, second = pair
    first.services.lifecycle.mark_ready(ID, "minh", signer="son")
    meet(first, second)
    first.services.lifecycle.return_result(ID, "ha", "Trần Thị Hoa")
    second.clock.move(timedelta(minutes=40))
    second.services.lifecycle.return_result(ID, "lan", "Người khác")
    meet(first, second)
    for office in pair:
        item = one_item(office)
        assert (item.cause, item.rule, item.dossier and item.dossier.id) == (Cause.LAW, Rule.ORDER, ID)
        assert item.before is not None
        assert item.before.state is DossierState.RETURNED
        assert item.standing is not None
        told = [(one.officer, one.station, one.fact) for one in (item.standing, item.refused)]
        assert told == [
            ("Lê Thị Thu Hà", "Máy trạm quầy 3", facts.DossierReturned("ha", "Trần Thị Hoa")),
            ("Đỗ Ngọc Lan", "Máy trạm quầy 1", facts.DossierReturned("lan", "Người khác")),
        ]
        assert item.refused.at - item.standing.at == timedelta(minutes=40)
        assert (item.standing.own, item.refused.own) == (office is first, office is second)
        assert not item.may_redo
        assert not item.unsound


def test_a_decision_at_one_machine_is_heard_by_the_others(pair: Pair, at_work: Dossier) -> None:
    first, second = pair
    ask_and_hand_over_apart(pair)
    second.services.reviews.settle([one_item(second).key], "son", Decision.KEPT)
    assert second.services.reviews.open("son").total == 0
    assert one_item(first).may_settle
    meet(first, second)
    assert first.services.reviews.open("son").total == 0
    assert first.services.dossiers.dossier(ID).state is DossierState.SUPPLEMENT


def test_who_decided_too_early_takes_it_back(pair: Pair, at_work: Dossier) -> None:
    ask_and_hand_over_apart(pair)
    reviews = pair[0].services.reviews
    key = one_item(pair[0]).key
    reviews.settle([key], "son", Decision.KEPT)
    reviews.reopen([key], "son")
    assert one_item(pair[0]).key == key


def test_an_act_is_done_anew_once_the_law_allows_it_with_the_times_of_now(pair: Pair, at_work: Dossier) -> None:
    first, second = pair
    ask_and_hand_over_apart(pair)
    item = one_item(first, "minh")
    assert (item.may_settle, item.may_redo) == (True, False)
    error = refused(lambda: first.services.reviews.redo(item.key, "minh"))
    assert error.code is Code.REVIEW_NOT_ANEW
    first.clock.move(timedelta(days=1))
    first.services.lifecycle.take_supplement(ID, "ha", ())
    assert one_item(first, "minh").may_redo
    first.services.reviews.redo(item.key, "minh")
    dossier = first.services.dossiers.dossier(ID)
    assert dossier.hand is not None
    assert (dossier.holder, dossier.hand.note, dossier.hand.given_at) == ("son", "Trình ký", first.clock.now())
    assert first.services.reviews.open("son").total == 0
    meet(first, second)
    assert second.services.dossiers.dossier(ID) == dossier
    assert second.services.reviews.open("son").total == 0
    assert refused(lambda: second.services.reviews.redo(item.key, "minh")).code is Code.REVIEW_GONE


def test_a_result_that_was_sent_back_meanwhile_waits_for_the_leader(pair: Pair, at_work: Dossier) -> None:
    first, second = pair
    first.services.lifecycle.approve(ID, "son")
    meet(first, second)
    first.services.lifecycle.send_back(ID, "son", "minh", "Sai tên đệm")
    second.clock.move(timedelta(hours=1))
    second.services.lifecycle.mark_ready(ID, "minh", number="12/GXN")
    meet(first, second)
    item = one_item(first, "minh")
    assert (item.cause, item.may_redo) == (Cause.NOT_APPROVED, False)
    assert item.standing is not None
    assert item.standing.fact == facts.ResultSentBack("son", "minh", "Sai tên đệm")
    assert first.services.dossiers.dossier(ID).state is DossierState.PROCESSING
    first.clock.move(timedelta(hours=2))
    first.services.lifecycle.approve(ID, "son")
    first.services.reviews.redo(item.key, "minh")
    dossier = first.services.dossiers.dossier(ID)
    assert dossier.outcome is not None
    assert (dossier.state, dossier.outcome.number) == (DossierState.DONE, "12/GXN")
    meet(first, second)


def test_what_concerns_others_is_a_leaders_to_settle(pair: Pair, at_work: Dossier) -> None:
    ask_and_hand_over_apart(pair)
    reviews = pair[0].services.reviews
    item = one_item(pair[0], "lan")
    assert (item.may_settle, reviews.open("lan").mine, reviews.open("minh").mine) == (False, 0, 1)
    error = refused(lambda: reviews.settle([item.key], "lan", Decision.KEPT))
    assert (error.code, error.params["duty"]) == (Code.DUTY_MISSING, "approval")
    assert one_item(pair[0]).key == item.key
    reviews.settle([item.key], "minh", Decision.KEPT)
    assert refused(lambda: reviews.settle([item.key], "minh", Decision.KEPT)).code is Code.REVIEW_GONE


def test_an_entry_refused_for_another_reason_later_is_open_again(pair: Pair, at_work: Dossier) -> None:
    first, second = pair
    ask_and_hand_over_apart(pair)
    first.services.reviews.settle([one_item(first).key], "son", Decision.KEPT)
    with first.journal.database.write() as connection:  # what an entry that arrives late does to the fold
        connection.exec_driver_sql("UPDATE reviews SET reason = 'order: HandedOver while stopped'")
    assert one_item(first).cause is Cause.LAW
    with first.journal.database.write() as connection:
        connection.exec_driver_sql("UPDATE reviews SET reason = 'order: HandedOver while supplement'")
    assert first.services.reviews.open("son").total == 0


# a copied machine


def from_a_copy(pair: Pair, stream: str, fact: Fact, *, damaged: bool = False) -> None:
    """The first machine gets what a copy of the second one's folder wrote under a number used already."""
    first, second = pair
    own = outbox.own_entries(second.journal, second.journal.last_seq - 1, 1)[0]
    entry = replace(own, stream=stream, kind=KIND_OF[type(fact)], data=to_text(fact), actor="officer/ha")
    entry = seal(entry, second.journal.key)
    if damaged:
        entry = replace(entry, signature="0" * 128)
    pass_on(second, first)
    assert [one.outcome for one in arrivals.accept(first.journal, [entry])] == [Outcome.CONFLICT]


def test_a_reception_at_a_copied_machine_is_written_again_as_it_stands_on_the_receipt(pair: Pair) -> None:
    first = pair[0]
    from_a_copy(pair, f"dossier/{ID}", TAKEN_IN)
    item = one_item(first)
    assert (item.cause, item.unsound, item.dossier) == (Cause.CLONE, True, None)
    assert item.standing is not None
    assert (item.refused.station, item.refused.officer) == ("Máy trạm quầy 1", "Lê Thị Thu Hà")
    assert item.may_redo
    first.services.reviews.redo(item.key, "son")
    dossier = first.services.dossiers.dossier(ID)
    assert (dossier.code, dossier.due, dossier.officer) == (TAKEN_IN.code, TAKEN_IN.due, "ha")
    assert first.services.reviews.open("son").total == 0


def test_a_code_that_is_in_use_is_not_given_to_a_second_dossier(pair: Pair) -> None:
    first = pair[0]
    write(first, TAKEN_IN)
    from_a_copy(pair, "dossier/" + "e" * 32, TAKEN_IN)
    item = one_item(first)
    assert not item.may_redo
    assert refused(lambda: first.services.reviews.redo(item.key, "son")).code is Code.REVIEW_NOT_ANEW


def test_an_entry_that_its_machine_did_not_sign_is_never_done_anew(pair: Pair) -> None:
    first = pair[0]
    from_a_copy(pair, f"dossier/{ID}", TAKEN_IN, damaged=True)
    assert not one_item(first).may_redo


def test_only_an_administrator_deals_with_machines_that_cannot_be_trusted(pair: Pair) -> None:
    first = pair[0]
    from_a_copy(pair, f"dossier/{ID}", TAKEN_IN)
    item = one_item(first, "ha")
    assert not item.may_settle
    error = refused(lambda: first.services.reviews.settle([item.key], "ha", Decision.HANDLED))
    assert (error.code, error.params["duty"]) == (Code.DUTY_MISSING, "administration")
    first.services.reviews.settle([item.key], "son", Decision.HANDLED)
    assert first.services.reviews.open("son").total == 0
