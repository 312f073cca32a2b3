"""The life of a dossier as the law has it: every sequence of acts, in any order of arrival.

The oracle is written by hand from the transitions of the national states, apart from the table that the program uses.
"""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Applicant, PaymentMethod, Rule
from counter_app.domain.dossier_fold import step
from counter_app.domain.dossier_rules import ALLOWED, broken_rules, lacks_approval
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Fact, Recorded
from counter_app.domain.folding import fold
from counter_app.domain.hybrid_time import advance
from counter_app.domain.law import FormSet, law_on
from counter_app.domain.procedures import Channel

MORNING = datetime(2026, 11, 23, 2, tzinfo=UTC)
DUE = datetime(2026, 11, 27, 10, tzinfo=UTC)  # Friday 17:00 in Vietnam
NATIONAL = {(1, 2), (1, 3), (2, 4), (4, 5), (5, 4), (4, 6), (6, 4), (2, 7), (4, 7), (5, 7), (6, 7), (7, 8), (4, 8)}
NATIONAL |= {(4, 9), (9, 10)}

_SAID = ("an-phuc", "ha", "1.004873", "Thủ tục", "Hộ tịch", Applicant("Trần Văn Đức"), ())
REGISTERED = facts.DossierRegistered(*_SAID, channel=Channel.ONLINE)
RECEIVED = facts.DossierReceived(
    *("H99.17-261123-010001", "an-phuc", 1, "ha", "", "1.004873", "Thủ tục", "Hộ tịch"),
    *(Applicant("Trần Văn Đức"), (), 0, PaymentMethod.CASH, DUE),
)
ACTS: tuple[Fact, ...] = (
    facts.DossierRefused("ha", ("không thuộc thẩm quyền",)),
    facts.SupplementRequested("ha", ("Tờ khai",), "thiếu chữ ký"),
    facts.SupplementReceived("ha", (), DUE + timedelta(days=3)),
    facts.HandedOver(0, "ha", "minh", "Địa chính"),
    facts.TakenOver("minh"),
    facts.Commented("minh", "đã xem"),
    facts.FileAttached("minh", facts.FileRole.DRAFT, "du-thao.pdf", "a" * 64, 3),
    facts.ResultApproved("son"),
    facts.ResultSentBack("son", "minh", "sai tên"),
    facts.PaymentRequested("minh", 50_000, "lệ phí trước bạ"),
    facts.PaymentMade("ha", 50_000, PaymentMethod.CASH, DUE + timedelta(days=4)),
    facts.TermExtended("minh", "chờ xác minh", DUE + timedelta(days=5)),
    facts.WithdrawalRequested("ha", "Trần Văn Đức", "không cần nữa"),
    facts.DossierStopped("minh", "theo đề nghị"),
    facts.ResultReady("minh", "12/GXN"),
    facts.DossierReturned("ha", "Trần Văn Đức"),
    facts.PageScanned(0, 1, "b" * 64, 9),
    facts.ReceiptPrinted("c" * 64, 9),
    facts.FormIssued(facts.FormKind.SUPPLEMENT, "d" * 64, 9),
)
OVERRIDES = tuple(facts.RuleOverridden("son", one, "có lý do") for one in Rule)


def recorded(fact: Fact, minutes: float, station: str = "s1", seq: int = 1) -> Recorded:
    at = MORNING + timedelta(minutes=minutes)
    return Recorded(fact, "dossier/d1", station, seq, advance(0, at), at, "officer/ha")


def story(*told: Fact) -> tuple[Dossier | None, list[str]]:
    outcome = fold([recorded(fact, 10 * number, seq=number + 1) for number, fact in enumerate(told)], step)
    return outcome.state, [one.reason for one in outcome.refused]


def after(*told: Fact) -> Dossier:
    """The dossier after acts that all fit."""
    state, refused = story(*told)
    assert refused == []
    assert state is not None
    return state


def test_an_ordinary_dossier_goes_from_receipt_to_result() -> None:
    dossier = after(RECEIVED, ACTS[3], ACTS[4], ACTS[7], ACTS[14], ACTS[15])
    assert (dossier.state, dossier.returned_to) == (DossierState.RETURNED, "Trần Văn Đức")
    assert dossier.outcome is not None
    assert (dossier.outcome.number, dossier.approved_by) == ("12/GXN", "son")


def test_what_was_filed_online_is_received_with_all_that_the_counter_adds() -> None:
    dossier = after(REGISTERED, RECEIVED)
    assert (dossier.state, dossier.code, dossier.due) == (DossierState.RECEIVED, RECEIVED.code, DUE)
    assert dossier.received_at == MORNING + timedelta(minutes=10)


def test_an_incomplete_dossier_waits_registered_and_its_one_request_counts() -> None:
    waiting = after(REGISTERED, ACTS[1])
    assert (waiting.state, len(waiting.supplements)) == (DossierState.NEW, 1)
    received = after(REGISTERED, ACTS[1], RECEIVED)
    assert received.supplements[0].came_at is not None
    _, refused = story(REGISTERED, ACTS[1], RECEIVED, ACTS[3], ACTS[1])
    assert refused == ["supplement-once: SupplementRequested while processing"]


def test_the_clock_stands_still_while_papers_are_awaited_and_the_appointment_moves() -> None:
    asked = after(RECEIVED, ACTS[3], ACTS[1])
    assert (asked.state, asked.paused_at) == (DossierState.SUPPLEMENT, MORNING + timedelta(minutes=20))
    assert not asked.is_late(DUE + timedelta(days=30))
    came = after(RECEIVED, ACTS[3], ACTS[1], ACTS[2])
    assert (came.state, came.paused_at, came.due) == (DossierState.PROCESSING, None, DUE + timedelta(days=3))
    assert (came.first_due, came.supplements[0].due_before) == (DUE, DUE)


def test_a_dossier_is_extended_once_and_at_least_one_day_before_its_day() -> None:
    in_time = recorded(ACTS[11], 0)
    for days, fits in ((0, True), (3, True), (3.7, False), (4, False)):
        at = MORNING + timedelta(days=days)
        entry = Recorded(in_time.fact, in_time.stream, "s1", 9, advance(0, at), at, "officer/minh")
        outcome = fold([recorded(RECEIVED, 0), entry], step)
        assert (outcome.refused == ()) is fits, days
    _, refused = story(RECEIVED, ACTS[11], ACTS[11])
    assert refused == ["extension-once: TermExtended while received"]


def test_nothing_is_stopped_or_withdrawn_once_there_is_a_result() -> None:
    _, refused = story(RECEIVED, ACTS[3], ACTS[7], ACTS[14], ACTS[12], ACTS[13])
    assert [one.partition(":")[0] for one in refused] == ["stop-before-result"] * 2


def test_a_result_that_a_leader_sent_back_is_not_made_ready_by_who_had_not_heard_of_it() -> None:
    state, refused = story(RECEIVED, ACTS[3], ACTS[4], ACTS[7], ACTS[8], ACTS[14])
    assert state is not None
    assert (state.state, refused) == (DossierState.PROCESSING, ["not approved"])
    assert after(RECEIVED, ACTS[3], ACTS[4], ACTS[7], ACTS[8], ACTS[7], ACTS[14]).state is DossierState.DONE


def test_a_dossier_returned_twice_stays_as_returned_first() -> None:
    state, refused = story(RECEIVED, ACTS[3], ACTS[7], ACTS[14], ACTS[15], facts.DossierReturned("minh", "Người khác"))
    assert state is not None
    assert (state.returned_to, refused) == ("Trần Văn Đức", ["order: DossierReturned while returned"])


def test_an_override_opens_one_rule_for_one_act() -> None:
    opened = facts.RuleOverridden("son", Rule.SUPPLEMENT_ONCE, "bưu điện làm mất giấy tờ")
    again = (RECEIVED, ACTS[3], ACTS[1], ACTS[2], opened, ACTS[1], ACTS[2])
    assert len(after(*again).supplements) == 2
    state, refused = story(*again, ACTS[1])
    assert state is not None
    assert (state.overrides, len(refused)) == ((), 1)


def test_an_override_of_another_rule_opens_nothing() -> None:
    _, refused = story(RECEIVED, facts.RuleOverridden("son", Rule.EXTENSION_ONCE, "vội"), ACTS[15])
    assert refused == ["order: DossierReturned while received"]


def test_who_has_a_dossier_follows_the_hands() -> None:
    assert after(RECEIVED).holder == "ha"
    given = after(RECEIVED, ACTS[3])
    assert (given.holder, given.department) == ("minh", "Địa chính")
    back = after(RECEIVED, ACTS[3], ACTS[4], ACTS[7], ACTS[8])
    assert (back.holder, back.approved_by) == ("minh", "")
    assert after(RECEIVED, ACTS[3], ACTS[7], ACTS[14], ACTS[15]).holder == ""


def test_nobody_takes_over_what_was_not_given() -> None:
    _, refused = story(RECEIVED, ACTS[3], ACTS[4], ACTS[4])
    assert refused == ["order: TakenOver while processing"]


@pytest.mark.parametrize(
    "day,forms", [(date(2018, 5, 1), "2018"), (date(2025, 9, 14), "2018"), (date(2025, 9, 15), "2025")]
)
def test_the_forms_follow_the_day_of_reception(day: date, forms: str) -> None:
    assert law_on(day).forms is FormSet(forms)


def test_every_rule_has_its_article_at_every_date() -> None:
    for day in (date(2019, 2, 1), date(2025, 8, 1), date(2026, 1, 1)):
        assert all(law_on(day).articles[one] for one in Rule)


def test_every_act_is_in_the_table_of_the_law() -> None:
    assert {type(act) for act in (*ACTS, *OVERRIDES)} == set(ALLOWED)


def _breaks_only_what_was_opened(told: Sequence[Recorded]) -> Dossier | None:
    """Walk a stream entry by entry: each change of state is national, or an administrator opened it before."""
    dossier: Dossier | None = None
    opened: list[Rule] = []
    for entry in sorted(told, key=lambda one: (one.time, one.station, one.seq)):
        outcome = step(dossier, entry)
        if isinstance(outcome, str):
            continue
        if isinstance(entry.fact, facts.RuleOverridden):
            opened.append(entry.fact.rule)
        _check(dossier, outcome, entry, opened)
        dossier = outcome
    return dossier


def _check(before: Dossier | None, dossier: Dossier, entry: Recorded, opened: list[Rule]) -> None:
    if before is None:
        assert dossier.state in (DossierState.NEW, DossierState.RECEIVED)
        return
    change = (int(before.state), int(dossier.state))
    if change[0] != change[1] and change not in NATIONAL:
        wanted = Rule.STOP_BEFORE_RESULT if change in {(9, 7), (10, 7), (9, 8), (10, 8)} else Rule.ORDER
        assert wanted in opened, change
        opened.remove(wanted)
    if isinstance(entry.fact, facts.SupplementRequested) and len(dossier.supplements) > 1:
        assert Rule.SUPPLEMENT_ONCE in opened
    if isinstance(entry.fact, facts.TermExtended):
        assert dossier.extensions == 1 or Rule.EXTENSION_ONCE in opened
        day = before.due
        late = day is not None and (day - entry.at) < timedelta(hours=24 - 17)
        assert not late or Rule.EXTENSION_IN_TIME in opened


_FACTS: st.SearchStrategy[Any] = st.sampled_from((REGISTERED, RECEIVED, *ACTS, *OVERRIDES))
_STORIES = st.lists(st.tuples(_FACTS, st.integers(0, 20_000), st.sampled_from(("s1", "s2", "s3"))), max_size=25)


@given(_STORIES, st.randoms(use_true_random=False))
def test_entries_in_any_order_of_arrival_give_one_lawful_state(
    told: list[tuple[Fact, int, str]], chance: random.Random
) -> None:
    begun = recorded(RECEIVED, 0, "s0")
    stream = [begun, *(recorded(fact, at, station, seq) for seq, (fact, at, station) in enumerate(told, start=2))]
    expected = fold(stream, step)
    assert _breaks_only_what_was_opened(stream) == expected.state
    chance.shuffle(stream)
    assert fold(stream, step) == expected


class Counter(RuleBasedStateMachine):
    """An officer who clicks anything at any time, with an administrator who sometimes opens a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.stream: list[Recorded] = []
        self.minutes = 0.0
        self.dossier: Dossier | None = None

    def _tell(self, fact: Fact, minutes: float) -> None:
        self.minutes += minutes
        self.stream.append(recorded(fact, self.minutes, seq=len(self.stream) + 1))
        self.dossier = fold(self.stream, step).state

    @initialize(online=st.booleans())
    def begin(self, online: bool) -> None:
        self._tell(REGISTERED if online else RECEIVED, 1)

    @rule(act=st.sampled_from(ACTS), minutes=st.floats(1, 3000))
    def click(self, act: Fact, minutes: float) -> None:
        before = self.dossier
        self._tell(act, minutes)
        assert before is not None
        closed = set(broken_rules(before, type(act), self.stream[-1].at)) - set(before.overrides)
        forbidden = bool(closed) or lacks_approval(before, type(act))
        assert forbidden == (fold(self.stream, step).refused[-1:] != () and self._last_refused())

    @rule(data=st.data(), minutes=st.floats(1, 600))
    def click_what_is_offered(self, data: st.DataObject, minutes: float) -> None:
        """So that long lives are walked too: most random clicks are refused."""
        assert self.dossier is not None
        at = MORNING + timedelta(minutes=self.minutes + minutes)
        offered = [
            one for one in ALLOWED if not broken_rules(self.dossier, one, at) and not lacks_approval(self.dossier, one)
        ]
        act = data.draw(st.sampled_from([one for one in ACTS if type(one) in offered]))
        self._tell(act, minutes)
        assert not (fold(self.stream, step).refused and self._last_refused())

    @rule(opened=st.sampled_from(OVERRIDES), minutes=st.floats(1, 60))
    def open_rule(self, opened: Fact, minutes: float) -> None:
        self._tell(opened, minutes)

    @precondition(lambda self: self.dossier is not None and self.dossier.state is DossierState.NEW)
    @rule(minutes=st.floats(1, 600))
    def receive(self, minutes: float) -> None:
        self._tell(RECEIVED, minutes)
        assert self.dossier is not None
        assert self.dossier.state is DossierState.RECEIVED

    def _last_refused(self) -> bool:
        return fold(self.stream, step).refused[-1].seq == self.stream[-1].seq

    @invariant()
    def lawful(self) -> None:
        assert _breaks_only_what_was_opened(self.stream) == self.dossier

    @invariant()
    def an_ended_dossier_has_nobody_who_must_act(self) -> None:
        if self.dossier is not None and self.dossier.state.ended:
            assert (self.dossier.holder, self.dossier.ended_at is None) == ("", False)

    @invariant()
    def the_clock_stands_still_exactly_while_the_applicant_is_awaited(self) -> None:
        if self.dossier is not None:
            assert (self.dossier.paused_at is not None) == self.dossier.state.paused


TestCounter = Counter.TestCase
TestCounter.settings = settings(max_examples=150, stateful_step_count=40)
