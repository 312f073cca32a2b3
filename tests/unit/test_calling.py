"""The rule of calling: nobody is passed over once the bound is reached, nobody starves, first come first served."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.calling import DeskServes, InLine, Next, PastCall, Why, choose, heads, looks_back, may_call
from counter_app.domain.queue_policy import CallingRule

EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
NO_BOUND = CallingRule(most_wait_minutes=0)
GROUPS = ("a", "b", "c")


def at(minutes: float) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


def one(
    name: str, since: float, *, group: str = "a", urgent: bool = False, quick: bool = False, only: int | None = None
) -> InLine:
    return InLine(name, group, urgent, at(since), quick, only)


def calls_in_turn(line: list[InLine], count: int, desk: DeskServes, rule: CallingRule, now: float = 0) -> list[Next]:
    """What one desk calls, one after another."""
    past: list[PastCall] = []
    made = []
    for _ in range(count):
        called = choose(line, past, desk, rule, at(now))
        assert called is not None
        gone = next(one for one in line if one.id == called.id)
        line.remove(gone)
        past.insert(0, PastCall(gone.group, gone.urgent, desk.number))
        made.append(called)
    return made


def both_kinds(count: int) -> list[InLine]:
    urgent = [one(f"p{index}", index, urgent=True) for index in range(count)]
    return [*(one(f"o{index}", index - 30) for index in range(count)), *urgent]


@pytest.mark.parametrize(
    "priority_run, other_run, expected",
    [
        (2, 1, "p0 p1 o0 p2 p3 o1 p4 p5"),
        (1, 1, "p0 o0 p1 o1 p2 o2 p3 o3"),
        (3, 2, "p0 p1 p2 o0 o1 p3 p4 p5"),
        (1, 3, "p0 o0 o1 o2 p1 o3 o4 o5"),
        (0, 1, "o0 o1 o2 o3 o4 o5 o6 o7"),  # no priority: age alone
        (2, 0, "p0 p1 p2 p3 p4 p5 p6 p7"),  # strict priority
    ],
)
def test_after_so_many_with_priority_come_so_many_others(priority_run: int, other_run: int, expected: str) -> None:
    rule = CallingRule(priority_run, other_run, 0)
    assert " ".join(called.id for called in calls_in_turn(both_kinds(8), 8, DeskServes(1), rule)) == expected


def test_a_turn_nobody_takes_is_not_waited_for() -> None:
    alone = [one(f"o{index}", index) for index in range(3)]
    assert [called.id for called in calls_in_turn(alone, 3, DeskServes(1), NO_BOUND)] == ["o0", "o1", "o2"]


def test_who_waited_longer_than_the_rule_allows_comes_first_whatever_the_priority() -> None:
    line = [one("old", -46), one("older", -50, group="b"), one("p", -44, urgent=True)]
    assert choose(line, (), DeskServes(1), CallingRule(), at(0)) == Next("older", Why.OVERDUE)
    assert choose(line[::2], (), DeskServes(1), CallingRule(), at(-2)) == Next("p", Why.PRIORITY)


def test_the_bound_is_reached_at_its_very_minute() -> None:
    line = [one("o", -45), one("p", -44, urgent=True)]
    assert choose(line, (), DeskServes(1), CallingRule(), at(0)) == Next("o", Why.OVERDUE)
    assert choose(line, (), DeskServes(1), CallingRule(), at(-0.01)) == Next("p", Why.PRIORITY)


def test_a_quick_desk_calls_short_matters_first_and_the_others_when_there_are_none() -> None:
    line = [one("long", -20, urgent=True), one("short", -1, quick=True)]
    quick = DeskServes(1, quick=True)
    assert calls_in_turn(list(line), 2, quick, NO_BOUND) == [Next("short", Why.QUICK), Next("long", Why.PRIORITY)]
    assert choose(line, (), DeskServes(1), NO_BOUND, at(0)) == Next("long", Why.PRIORITY)


def test_one_sent_to_a_desk_competes_there_and_comes_nowhere_else() -> None:
    line = [one("sent", -10, group="z", only=2), one("any", -5)]
    assert choose(line, (), DeskServes(2, {"a": 1}), NO_BOUND, at(0)) == Next("sent", Why.ONLY_HERE)
    assert choose(line, (), DeskServes(1, {"a": 1}), NO_BOUND, at(0)) == Next("any", Why.TURN)
    line[0] = replace(line[0], since=at(-1))
    assert choose(line, (), DeskServes(2, {"a": 1}), NO_BOUND, at(0)) == Next("any", Why.TURN)


def test_nobody_for_this_desk_is_nobody() -> None:
    assert choose([one("x", 0), one("y", 0, only=2)], (), DeskServes(1, {"b": 1}), CallingRule(), at(90)) is None
    assert choose((), (), DeskServes(1), CallingRule(), at(0)) is None


@pytest.mark.parametrize("weights", [{"a": 2, "b": 1}, {"a": 3, "b": 1, "c": 1}, {"a": 5, "b": 2}])
def test_groups_are_called_by_weight_where_all_have_people_waiting(weights: dict[str, int]) -> None:
    rounds = 12
    line = [one(f"{group}{index}", index, group=group) for group in weights for index in range(200)]
    made = calls_in_turn(line, rounds * sum(weights.values()), DeskServes(1, weights), NO_BOUND)
    for group, weight in weights.items():
        count = sum(called.id.startswith(group) for called in made)
        assert abs(count - rounds * weight) <= max(weights.values())


def test_the_run_goes_over_the_groups_of_the_desk_at_every_desk_and_over_its_own_calls() -> None:
    line, desk = [one("p", -1, urgent=True), one("o", -2)], DeskServes(1, {"a": 1})
    elsewhere, same_group, sent_here = (PastCall("b", True, 2), PastCall("a", True, 2), PastCall("z", True, 1))
    assert choose(line, [elsewhere] * 2, desk, NO_BOUND, at(0)) == Next("p", Why.PRIORITY)
    assert choose(line, [same_group] * 2, desk, NO_BOUND, at(0)) == Next("o", Why.TURN)
    assert choose(line, [sent_here] * 2, desk, NO_BOUND, at(0)) == Next("o", Why.TURN)


@pytest.mark.parametrize("kind, expected", [(True, "o"), (False, "p")])
def test_other_desks_that_take_all_turns_of_a_kind_do_not_keep_it_from_this_one(kind: bool, expected: str) -> None:
    own, theirs = PastCall("a", kind, 1), PastCall("a", not kind, 2)
    line, rounds = [one("p", -1, urgent=True), one("o", -2)], [theirs, theirs, own]
    rule = CallingRule(2, 1, 0) if not kind else CallingRule(1, 2, 0)
    assert choose(line, rounds * 3, DeskServes(1), rule, at(0)).id == expected  # type: ignore[union-attr]
    assert choose(line, rounds * 2, DeskServes(1), rule, at(0)).id != expected  # type: ignore[union-attr]


def test_a_kind_that_comes_up_seldom_still_goes_by_weight_over_the_history_that_is_kept() -> None:
    line = [
        InLine(f"{group}{urgent:d}{number:03d}", group, bool(urgent), at(number))
        for group in "ab"
        for urgent in (0, 1)
        for number in range(90)
    ]
    desk, rule, past = DeskServes(1, {"a": 5, "b": 1}), CallingRule(3, 1, 0), list[PastCall]()
    for _ in range(96):
        chosen = choose(line, as_kept(past, desk, rule), desk, rule, at(0))
        assert chosen is not None
        line = [one for one in line if one.id != chosen.id]
        past.insert(0, PastCall(chosen.id[0], chosen.id[1] == "1", 1))
    others = [call.group for call in past if not call.urgent]
    assert (len(others), others.count("b")) == (24, 4)


def test_equal_weights_are_age_alone() -> None:
    line = [*(one(f"a{index}", index) for index in range(4)), one("b0", 2.5, group="b"), one("b1", 9, group="b")]
    made = calls_in_turn(line, 6, DeskServes(1, {"a": 3, "b": 3}), NO_BOUND)
    assert [called.id for called in made] == ["a0", "a1", "a2", "b0", "a3", "b1"]


def test_a_group_that_nobody_came_for_does_not_take_the_desk_for_itself_afterwards() -> None:
    past = [PastCall("a", False, 1)] * 100
    line = [one(f"{group}{index}", index, group=group) for group in "ab" for index in range(50)]
    called = []
    for _ in range(12):
        chosen = choose(line, past, DeskServes(1, {"a": 2, "b": 1}), NO_BOUND, at(0))
        assert chosen is not None
        called.append(chosen.id[0])
        line = [one for one in line if one.id != chosen.id]
        past.insert(0, PastCall(chosen.id[0], False, 1))
    assert "bbbb" not in "".join(called)


# ---- a whole day by chance -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Called:
    """One decision: at which desk, among whom, and how it ended."""

    desk: DeskServes
    line: tuple[InLine, ...]
    past: tuple[PastCall, ...]
    now: datetime
    chosen: Next


def a_day(
    arrivals: Sequence[InLine], desks: Sequence[DeskServes], service: Sequence[int], rule: CallingRule
) -> list[Called]:
    """Let the desks call until nobody who can be called is left; each decision as it was made."""
    coming = sorted(arrivals, key=lambda one: (one.since, one.id))
    line: list[InLine] = []
    past: list[PastCall] = []
    free = [(EIGHT, index) for index in range(len(desks))]
    made: list[Called] = []
    while free:
        now, index = heapq.heappop(free)
        while coming and coming[0].since <= now:
            line.append(coming.pop(0))
        desk = desks[index]
        chosen = choose(line, past, desk, rule, now)
        if chosen is None:
            if coming:
                heapq.heappush(free, (coming[0].since, index))
            continue
        made.append(Called(desk, tuple(line), tuple(past), now, chosen))
        gone = next(one for one in line if one.id == chosen.id)
        line.remove(gone)
        past.insert(0, PastCall(gone.group, gone.urgent, desk.number))
        heapq.heappush(free, (now + timedelta(minutes=service[len(made) % len(service)]), index))
    return made


def passed_over(made: Sequence[Called], rule: CallingRule) -> Iterator[tuple[Called, InLine]]:
    """Whom a desk called although one who could come there had reached the bound and had come earlier."""
    for call in made:
        chosen = next(one for one in call.line if one.id == call.chosen.id)
        for other in call.line:
            reached = call.now - other.since >= timedelta(minutes=rule.most_wait_minutes)
            if reached and may_call(call.desk, other) and other.since < chosen.since:
                yield call, other


runs = st.integers(0, 3)
desks_drawn = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(GROUPS), st.integers(1, 4), max_size=3), st.booleans()),
    min_size=1,
    max_size=3,
).map(lambda drawn: [DeskServes(number, *one) for number, one in enumerate(drawn, 1)])
arrivals_drawn = st.lists(
    st.tuples(
        st.integers(0, 90),
        st.sampled_from(GROUPS),
        st.booleans(),
        st.booleans(),
        st.sampled_from((None, None, None, 1, 2)),
    ),
    min_size=1,
    max_size=30,
).map(
    lambda drawn: [
        InLine(f"{index:02d}", group, urgent, at(minute), quick, only)
        for index, (minute, group, urgent, quick, only) in enumerate(drawn)
    ]
)
services_drawn = st.lists(st.integers(1, 25), min_size=1, max_size=6)


@given(arrivals_drawn, desks_drawn, services_drawn, st.builds(CallingRule, runs, runs, st.integers(1, 60)))
def test_from_the_bound_on_nobody_who_came_later_is_called_before_at_any_desk_that_could_have_called_him(
    arrivals: list[InLine], desks: list[DeskServes], service: list[int], rule: CallingRule
) -> None:
    assert list(passed_over(a_day(arrivals, desks, service, rule), rule)) == []


@given(arrivals_drawn, services_drawn, st.builds(CallingRule, runs, runs, st.integers(1, 60)))
def test_the_wait_beyond_the_bound_is_at_most_the_work_of_those_who_came_before(
    arrivals: list[InLine], service: list[int], rule: CallingRule
) -> None:
    everybody = [replace(one, only_desk=None) for one in arrivals]
    made = a_day(everybody, [DeskServes(1)], service, rule)
    assert len(made) == len(everybody)
    bound = timedelta(minutes=rule.most_wait_minutes)
    longest = timedelta(minutes=max(service))
    for call in made:
        mine = next(one for one in call.line if one.id == call.chosen.id)
        reached = mine.since + bound
        before = [other for other in made if reached <= other.now < call.now]
        assert all(next(one for one in other.line if one.id == other.chosen.id).since <= mine.since for other in before)
        assert call.now <= reached + longest * (len(before) + 1)


@given(arrivals_drawn, desks_drawn, services_drawn, st.builds(CallingRule, runs, runs, st.sampled_from((0, 20))))
def test_a_desk_calls_whom_it_may_and_of_one_kind_the_one_who_came_first(
    arrivals: list[InLine], desks: list[DeskServes], service: list[int], rule: CallingRule
) -> None:
    for call in a_day(arrivals, desks, service, rule):
        chosen = next(one for one in call.line if one.id == call.chosen.id)
        assert chosen.only_desk in (None, call.desk.number)
        assert chosen.only_desk or not call.desk.weights or chosen.group in call.desk.weights
        alike = [
            one
            for one in call.line
            if (one.group, one.urgent) == (chosen.group, chosen.urgent)
            and may_call(call.desk, one)
            and (one.quick or not chosen.quick or not call.desk.quick)
        ]
        assert min(alike, key=lambda one: (one.since, one.id)) is chosen


@given(arrivals_drawn, desks_drawn, services_drawn, st.builds(CallingRule, runs, runs, st.sampled_from((0, 20))))
def test_everybody_whom_a_desk_may_call_is_called_once(
    arrivals: list[InLine], desks: list[DeskServes], service: list[int], rule: CallingRule
) -> None:
    called = sorted(call.chosen.id for call in a_day(arrivals, desks, service, rule))
    assert called == sorted(one.id for one in arrivals if any(may_call(desk, one) for desk in desks))


@settings(max_examples=300)
@given(
    arrivals_drawn.map(lambda line: [replace(one, group="a", only_desk=one.only_desk and 1) for one in line]),
    desks_drawn,
    st.lists(st.builds(PastCall, st.sampled_from(GROUPS), st.booleans(), st.integers(1, 3)), max_size=8),
    st.builds(CallingRule, runs, runs, st.sampled_from((0, 60))),
)
def test_the_oldest_of_each_kind_decide(
    line: list[InLine], desks: list[DeskServes], past: list[PastCall], rule: CallingRule
) -> None:
    for desk in desks:
        assert choose(heads(line), past, desk, rule, at(90)) == choose(line, past, desk, rule, at(90))


@settings(max_examples=200)
@given(
    st.integers(1, 3),
    st.integers(1, 3),
    st.booleans(),
    st.sampled_from((None, 1)),
    st.lists(st.sampled_from((1, 2, 2, 3)), max_size=4),
    st.dictionaries(st.sampled_from(GROUPS), st.integers(1, 6), max_size=3),
    st.lists(st.tuples(st.sampled_from(GROUPS), st.booleans()), min_size=1, max_size=5),
)
def test_nobody_starves_without_a_bound_however_many_keep_coming_and_whatever_the_other_desks_do(
    priority_run: int,
    other_run: int,
    urgent: bool,
    only: int | None,
    others_first: list[int],
    weights: dict[str, int],
    flood: list[tuple[str, bool]],
) -> None:
    """Desk 1 could call him; desks 2 and 3 take their turns in between, and the flood never ends."""
    rule = CallingRule(priority_run, other_run, 0)
    group = min(weights, default="a")
    desks = {1: DeskServes(1, weights), 2: DeskServes(2, {"a": 1, "c": 2}), 3: DeskServes(3, {"c": 1})}
    line = [InLine("him", group, urgent, EIGHT, only_desk=only)]
    past: list[PastCall] = []
    kinds = 1 + 2 * sum(weights.values() or (1,))
    for number in range(kinds * (priority_run + other_run + 1) * 2):
        for desk in (*others_first, 1):
            # Two of each that the flood brings wait at every moment, and came after him.
            line += [InLine(f"{number}-{desk}-{one}", *kind, at(number + 1)) for one, kind in enumerate(flood * 2)]
            chosen = choose(heads(line), as_kept(past, desks[desk], rule), desks[desk], rule, at(number + 1))
            if chosen is None:
                continue
            if chosen.id == "him":
                return
            gone = next(one for one in line if one.id == chosen.id)
            line.remove(gone)
            past.insert(0, PastCall(gone.group, gone.urgent, desk))
        line = list({(one.group, one.urgent, one.id == "him", count): one for count, one in _counted(line)}.values())
    pytest.fail("he still waits")


def as_kept(past: Sequence[PastCall], desk: DeskServes, rule: CallingRule) -> list[PastCall]:
    """The history as short as it is read from the store."""
    most, most_here = looks_back(desk, rule)
    here = [place for place, call in enumerate(past) if call.desk == desk.number]
    groups = [
        place
        for place, call in enumerate(past)
        if call.desk == desk.number or not desk.weights or call.group in desk.weights
    ]
    return [past[place] for place in sorted({*groups[:most], *here[:most_here]})]


def _counted(line: Sequence[InLine]) -> Iterator[tuple[int, InLine]]:
    """Each with how many of its kind stand before it, up to three: more of them change nothing."""
    seen: dict[tuple[str, bool], int] = {}
    for one in line:
        kind = (one.group, one.urgent)
        seen[kind] = seen.get(kind, 0) + 1
        yield min(seen[kind], 3), one
