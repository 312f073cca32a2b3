"""Whoever takes the queue from a dead office calls nobody before the others have said what they were answered."""

from sync.office.charge import Charge
from sync.records import Beat, OfficeAnswer

TAKEOVER_S = 2.0


def standby_in_charge(now: float) -> Charge:
    """A standby of an office of four, just elected by both desks after the office fell silent."""
    charge = Charge("standby", 1, 0.0, takeover_s=TAKEOVER_S, boot="b")
    members = ("desk-7", "desk-8", "office", "standby")
    answer = OfficeAnswer("office", "Máy trực số", 0, "o", 0, 1, True, roll=3, members=members)
    charge.know(1, "office")
    charge.hear(answer, 0.5, 0.5)
    charge.asked_around()
    charge.due(now - 1)
    for desk in ("desk-7", "desk-8"):
        charge.asked(desk, Beat("b", int(now * 1000), votes=True, keeps_ms=2000), now)
    charge.took(2, now)
    return charge


def test_it_calls_as_soon_as_every_other_living_station_reads_from_it() -> None:
    charge = standby_in_charge(10.0)
    assert not charge.may_call(10.1)
    charge.reads("desk-7")
    assert not charge.may_call(10.2)
    charge.reads("desk-8")
    assert charge.may_call(10.3)


def test_it_does_not_wait_for_a_station_that_leaves() -> None:
    charge = standby_in_charge(10.0)
    charge.reads("desk-7")
    charge.asked("desk-8", Beat(leaving=True), 10.2)
    assert charge.may_call(10.3)


def test_it_waits_for_a_dead_one_no_longer_than_half_of_the_take_over_time() -> None:
    charge = standby_in_charge(10.0)
    charge.reads("desk-7")
    assert not charge.may_call(10.0 + TAKEOVER_S / 2)
    charge.asked("desk-7", Beat("b", 11_000, votes=True, keeps_ms=2000), 11.1)
    assert charge.may_call(10.0 + TAKEOVER_S / 2 + 0.1)
