"""A recorded day called again: the waits move as the rule says, and nobody is lost or called out of hours."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from counter_app.domain.day_replay import (
    Arrival,
    DeskDay,
    OpenSpan,
    RecordedDay,
    WaitSummary,
    as_it_was,
    fault_of,
    simulate,
)
from counter_app.domain.queue_policy import CallingRule

DAY = date(2026, 11, 23)
EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
STRICT = CallingRule(1, 0, 0)
AGE_ALONE = CallingRule(0, 0, 0)


def at(minutes: float) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


def came(minute: float, *, group: str = "a", minutes: float = 10, urgent: bool = False) -> Arrival:
    return Arrival(at(minute), group, round(minutes * 60), urgent)


def desk(number: int = 1, opened: float = 0, closed: float = 600) -> DeskDay:
    return DeskDay(number, (OpenSpan(at(opened), at(closed)),))


def busy_day(seed: int = 1) -> RecordedDay:
    """One arrival every four minutes, a quarter of them with priority; three desks that just keep up."""
    chance = random.Random(seed)
    arrivals = [
        came(
            4 * place + chance.random(), group=chance.choice("abc"), minutes=chance.uniform(4, 20), urgent=not place % 4
        )
        for place in range(100)
    ]
    return RecordedDay(DAY, tuple(arrivals), (desk(1), desk(2), desk(3)), CallingRule())


def test_one_desk_serves_one_after_another() -> None:
    day = RecordedDay(DAY, (came(0), came(1), came(2)), (desk(),))
    done = simulate(day, AGE_ALONE)
    assert done.everybody == WaitSummary(3, 9 * 60, 18 * 60, 18 * 60)
    assert done.calls == {1: 3}


def test_a_desk_pauses_between_two_calls_as_it_used_to() -> None:
    day = RecordedDay(DAY, (came(0), came(0)), (replace(desk(), pause_s=120),))
    assert simulate(day, AGE_ALONE).everybody.longest_s == 12 * 60


def test_nobody_is_called_before_a_desk_opens_or_after_it_has_closed() -> None:
    day = RecordedDay(DAY, (came(0), came(1), came(2)), (desk(1, opened=30, closed=45),))
    done = simulate(day, AGE_ALONE)
    assert (done.everybody.count, done.everybody.longest_s, done.never_called) == (2, 39 * 60, 1)


def test_a_service_that_goes_on_into_the_next_opening_is_ended_first() -> None:
    spans = (OpenSpan(at(0), at(5)), OpenSpan(at(6), at(60)))
    day = RecordedDay(DAY, (came(0), came(1)), (DeskDay(1, spans),))
    assert simulate(day, AGE_ALONE).everybody.longest_s == 9 * 60


def test_who_withdrew_is_not_called_afterwards_and_not_counted_as_left_over() -> None:
    gone = replace(came(1), left_s=5 * 60)
    done = simulate(RecordedDay(DAY, (came(0), gone, came(2)), (desk(),)), AGE_ALONE)
    assert (done.everybody.count, done.never_called, done.everybody.longest_s) == (2, 0, 8 * 60)


def test_one_sent_to_a_desk_waits_for_it() -> None:
    day = RecordedDay(DAY, (replace(came(0), only_desk=2),), (desk(1), desk(2, opened=20)))
    assert simulate(day, AGE_ALONE).calls == {1: 0, 2: 1}


def test_less_priority_lets_the_others_wait_less_and_those_with_priority_longer() -> None:
    day = busy_day()
    strict, shared, alike = (simulate(day, rule, 30) for rule in (STRICT, CallingRule(2, 1, 0), AGE_ALONE))
    assert strict.priority.median_s <= shared.priority.median_s <= alike.priority.median_s
    assert strict.others.longest_s > alike.others.longest_s
    assert {done.everybody.count for done in (strict, shared, alike)} == {100}


def test_a_bound_keeps_the_longest_wait_near_it_where_strict_priority_does_not() -> None:
    flood = [came(5 * place, urgent=True) for place in range(40)]
    day = RecordedDay(DAY, (came(1), *flood), (desk(),))
    assert simulate(day, STRICT).others.longest_s > 190 * 60
    kept = simulate(day, CallingRule(1, 0, 30))
    assert kept.others.longest_s <= 45 * 60
    assert (kept.bound_minutes, simulate(day, STRICT, 30).over_bound > 0) == (30, True)


def test_what_happened_is_counted_as_it_was_told() -> None:
    arrivals = (
        replace(came(0, urgent=True), waited_s=60, desk=1),
        replace(came(1, group="b"), waited_s=1900, desk=2),
        replace(came(2), left_s=30),
        came(3),
    )
    was = as_it_was(RecordedDay(DAY, arrivals, (desk(1), desk(2))), 30)
    assert (was.priority, was.groups["b"]) == (WaitSummary(1, 60, 60, 60), WaitSummary(1, 1900, 1900, 1900))
    assert (was.over_bound, was.never_called, was.calls) == (1, 1, {1: 1, 2: 1})


def test_the_order_of_a_file_does_not_matter() -> None:
    day = busy_day(2)
    assert simulate(day, CallingRule()) == simulate(replace(day, arrivals=day.arrivals[::-1]), CallingRule())


@pytest.mark.parametrize(
    "broken, field",
    [
        ({"arrivals": (replace(came(0), at=datetime(2026, 11, 23)),)}, "arrivals[0].at"),
        ({"arrivals": (came(0), replace(came(0), service_s=-1))}, "arrivals[1].service_s"),
        ({"arrivals": (replace(came(0), left_s=10**9),)}, "arrivals[0].left_s"),
        ({"desks": (desk(1), desk(1))}, "desks.number"),
        ({"desks": (desk(0),)}, "desks[0].number"),
        ({"desks": (desk(1, opened=5, closed=4),)}, "desks[0].open"),
        ({"desks": (replace(desk(), weights={"a": 0}),)}, "desks[0].weights"),
        ({"desks": (replace(desk(), pause_s=-5),)}, "desks[0].pause_s"),
    ],
)
def test_a_day_that_makes_no_sense_is_told_by_its_field(broken: dict[str, object], field: str) -> None:
    assert fault_of(busy_day()) == ""
    assert fault_of(replace(busy_day(), **broken)) == field  # type: ignore[arg-type]
